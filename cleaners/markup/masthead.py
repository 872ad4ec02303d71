"""Where an article's headline, standfirst and byline stand among a document's blocks, and where its tail begins."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from itertools import pairwise

from cleaners.language import HAN
from cleaners.markup.tree import Block, has_children
from cleaners.text.titles import key

_PROSE = 150
"""Least weight of a block that is read as a paragraph: two lines of a page. A Han character weighs 3, any other 1."""
_LONGEST = 25
"""How many blocks after the headline may belong to the masthead: share rows, pictures, tags and summaries included."""
_AHEAD = 8
_TAIL, _BEHIND = 12, 3
"""How many blocks behind the last paragraph, and behind the body, are looked at."""
_NEAR = 4
_MUCH = 300
"""How many characters besides a short block's own its element may hold."""
_GOES_ON = re.compile(r"(?:\bby|\band|[,&:：、/])$", re.I)
_PARTICLES = frozenset("on by in at and posted updated published".split())
"""Words of a byline's template, which are no end of the name that they are glued to."""
_CONTINUES = re.compile(r"(?:and\b|[,&、/])")


@dataclass(frozen=True, slots=True)
class Masthead:
    """Block indexes. ``top`` and ``tail`` are where bylines and dates may stand; ``prose`` the paragraphs in between."""

    headline: int | None = None
    top: tuple[int, ...] = ()
    """Nearest to the headline first."""
    prose: tuple[int, ...] = ()
    tail: tuple[int, ...] = ()
    """From the last two paragraphs on, and what comes right behind the body where other stories follow it."""


def is_prose(block: Block) -> bool:
    """Whether a block reads as a paragraph."""
    length = len(block.text)
    if 3 * length < _PROSE or block.link_density >= 0.5:
        return False
    return length >= _PROSE or (not block.text.isascii() and length + 2 * len(HAN.findall(block.text)) >= _PROSE)


def find_masthead(blocks: tuple[Block, ...], headline: str | None, body: Collection[int]) -> Masthead:
    """Look for the headline, the first paragraph after it, and the end of the paragraphs and of the body chosen."""
    at = _headline(blocks, headline)
    paragraphs = [index for index, block in enumerate(blocks) if is_prose(block) and index != at]
    prose = tuple(index for index in paragraphs if at is None or index > at)
    start = _body(prose, len(blocks)) if at is None else at
    second = len(blocks) if at is None else _second(prose, blocks)
    after = range(start, min(second, start + _LONGEST, len(blocks)))
    ahead = range(start - 1, max(-1, start - (_AHEAD if at is not None else _LONGEST) - 1), -1)
    last = prose[-2:][0] if prose else start
    behind = range(max(body) + 1, min(max(body) + _BEHIND + 1, last)) if body else ()
    return Masthead(at, (*after, *ahead), prose, (*behind, *range(last, min(last + _TAIL + 2, len(blocks)))))


def _body(prose: tuple[int, ...], end: int) -> int:
    """The first paragraph that another follows closely."""
    near = (one for one, other in pairwise(prose) if other - one <= _NEAR)
    return next(near, next(iter(prose), end))


def _second(prose: tuple[int, ...], blocks: tuple[Block, ...]) -> int:
    """The paragraph after the first; templates give the first, the standfirst, twice: for wide and for narrow screens."""
    return next((index for index in prose[1:] if blocks[index].text != blocks[prose[0]].text), len(blocks))


def spaced(block: Block) -> str:
    r"""The block's text with ``\x1f`` where one piece of inline text ends and another begins, unless a row of names goes on."""
    nodes = _pieces(block) if block.element is not None and has_children(block.element) else []
    if not nodes:
        return block.text
    text = nodes[0]
    for node in nodes[1:]:
        goes_on = _GOES_ON.search(text) or _CONTINUES.match(node)
        text += (" " if goes_on else " \x1f ") + node
    return text


def _pieces(block: Block) -> list[str]:
    """The text nodes that make up a block, a word in two of them whole; none where its element holds much besides it."""
    nodes: list[str] = []
    total, wanted = 0, "".join(block.text.split())
    before = ""
    for node in block.element.itertext() if block.element is not None else ():
        text = " ".join(node.split())
        total += len(text)
        if total > _MUCH + 2 * len(block.text):
            return []
        if nodes and before[-1:].islower() and node[:1].islower() and text not in _PARTICLES:
            nodes[-1] += text
        else:
            nodes += [text] if text else []
        before = node
    packed = ["".join(node.split()) for node in nodes]
    for start in range(len(packed)):
        for end in range(start + 1, len(packed) + 1):
            run = "".join(packed[start:end])
            if run == wanted:
                return nodes[start:end]
            if not wanted.startswith(run):
                break
    return []


def _headline(blocks: tuple[Block, ...], headline: str | None) -> int | None:
    """The visible heading that says it, else any block that does; the last of several before the first paragraph."""
    wanted = key(headline or "")
    if not wanted:
        return next((index for index, block in enumerate(blocks) if block.tag == "h1"), None)
    found = [
        index
        for index, block in enumerate(blocks)
        if len(wanted) <= len(block.text) < 3 * len(headline or "") + 60 and wanted in key(block.text)
    ]
    exact = [index for index in found if key(blocks[index].text) == wanted]
    shown = [index for index in (*exact, *found) if not blocks[index].hidden]
    first = [index for index in shown if blocks[index].tag == "h1"]
    best = [index for index in exact or found if blocks[index].tag == "h2" and not blocks[index].hidden]
    return next(iter(first or best or exact or found), None) if found else _lone_heading(blocks)


def _lone_heading(blocks: tuple[Block, ...]) -> int | None:
    """The heading of a page that shows its headline nowhere, if it has but one: somebody may have put another text in it."""
    headings = [index for index, block in enumerate(blocks) if block.tag == "h1" and not block.hidden]
    return headings[0] if len(headings) == 1 else None
