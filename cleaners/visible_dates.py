"""Find the dates that stand beside a headline where readers see them."""

import re
from collections.abc import Iterator

from cleaners.dateforms import Moment, Reading, machine_moment, moments
from cleaners.document import Document
from cleaners.masthead import Masthead, is_prose
from cleaners.tree import Block

_LONGEST = 220
"""A longer block is prose, and its dates are the story's."""
_NOT_OURS = re.compile(
    r"copyright|©|\(c\)\s?\d|all rights|premi[eè]re|in theat|release[sd]?\b|opens on|上映|首映|定档|公映|开播|版权所有|备案|许可证|born|comments?\s?\(|joined|member since",
    re.I,
)
"""Words beside a date that tells of something else than the article."""
_CHANGED = re.compile(r"updat|modif|revis|edited|reviewed|更新|修改|last\s", re.I)
_STATED = re.compile(r"publish|posted|发布|发表|刊发|时间", re.I)


def visible_dates(document: Document, masthead: Masthead, reading: Reading) -> Iterator[tuple[str, str, Moment]]:
    """Field, origin and moment of each, nearest to the headline first."""
    for index in masthead.top:
        yield from _in_block(document.blocks[index], reading)


def _in_block(block: Block, reading: Reading) -> Iterator[tuple[str, str, Moment]]:
    if len(block.text) > _LONGEST or is_prose(block) or _NOT_OURS.search(block.text) or not re.search(r"\d", block.text):
        return
    if block.tag in {"h1", "h2"} and len(block.text) > 40:
        return
    for moment in moments(block.text, reading):
        before = block.text[max(0, moment.start - 30) : moment.start]
        changed, stated = _last(_CHANGED, before), _last(_STATED, before)
        yield "date_modified" if changed > stated else "date_published", "byline", moment


def _last(pattern: re.Pattern[str], text: str) -> int:
    return max((match.start() for match in pattern.finditer(text)), default=-1)
