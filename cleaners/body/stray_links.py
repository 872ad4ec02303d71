"""Tell links that only lead to other stories from those that an article gives: menus, trailing lists, shouted titles."""

import re
from collections.abc import Sequence

import numpy as np

from cleaners.body.blocks import Blocks
from cleaners.body.places import Array, Marks
from cleaners.markup.tree import Block

LIKELY_LIST = 0.65
"""A list of nothing but links must be so likely on average: costs no held-out text, and farms of links look like lists."""
_FEW = 3
"""Links that end a text at least to be left out: of the held-out choices of 706 labelled pages six ended so, and only one
label had the links, under the heading References (2026-11)."""
_LONGEST = 200
_LINKED = 0.7
"""Share of a text in links above which it leads away."""
_SHOUTED = 20
"""Letters at least of a title in capitals that is a link: eight held-out choices had one, no label did."""
_SOURCES = re.compile(
    r"references?|sources?|(?:end|foot)?notes?|further reading|bibliography|works cited|links?|resources|credits|citations?"
    r"|参考|資料|资料|来源|來源|注释|文献|链接",
    re.I,
)


def menus(page: Blocks, chances: Array) -> Marks:
    """Entries that are links, of a list of four or more that is hardly likely as a whole: a menu or a link farm."""
    number = np.bincount(page.siblings)
    menu = (number >= 4) & (np.bincount(page.siblings, chances) < LIKELY_LIST * number)
    return np.asarray(menu[page.siblings] & (page.words["link_density"] > 0.8))


def without_promos(blocks: Sequence[Block]) -> list[Block]:
    """Leave out titles of other stories: links in capitals, and the links that a text ends with, heading and all."""
    kept = [block for block in blocks if not _shouts(block)]
    end = len(kept)
    while end and _leads_away(kept[end - 1]):
        end -= 1
    run, above = kept[end:], kept[end - 1] if end else None
    linked, size = sum(block.link_chars for block in run), sum(len(block.text) for block in run)
    if above is None or len(run) < _FEW or linked < _LINKED * size or _announces_sources(above.text):
        return kept
    return kept[: end - (above.tag[0] == "h")]


def _announces_sources(text: str) -> bool:
    return len(text) < _LONGEST and _SOURCES.search(text) is not None


def _leads_away(block: Block) -> bool:
    return len(block.text) < _LONGEST and block.link_density > (0.25 if block.tag == "li" else _LINKED)


def _shouts(block: Block) -> bool:
    """Whether a paragraph is a link in capitals."""
    return block.tag == "p" and block.link_density > 0.9 and len(block.text) >= _SHOUTED and block.text.isupper()
