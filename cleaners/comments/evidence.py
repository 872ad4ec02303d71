"""Weigh what speaks for a list's being one of readers' comments, and what speaks for its being the article's."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from statistics import median

from lxml.html import HtmlElement

from cleaners.comments.places import Hints
from cleaners.comments.remark import Remark
from cleaners.comments.user_names import is_handle, is_heading
from cleaners.comments.voice import is_informal
from cleaners.comments.wording import has_button
from cleaners.document import Document

DOUBT = 0.2
"""What a comment must show to be worth keeping in a list."""
SURE = 1.5
"""Mean evidence with which a list may stand amid the article's prose."""
MARKED = 0.6
"""Share of the comments of a list that carry a moment, a button or a call to a user, where nothing announces comments."""
SIGNED = 0.9
"""Share of the comments of a list that have both a moment and a button or profile, above which nothing else is asked."""
BODY = 0.6
"""Share of a list's characters that the body's chooser took, above which a list without marks and handles is the article's:
lists of tips and embedded posts had .84 and more, real readers' comments none (513 labelled pages, 2026-11)."""
HEARTY = 0.6
"""Share that must speak as readers do where a list has no marks, and the body's chooser took it."""
VOICED = 0.4
"""Share that must sound like comments, by name or text, where nothing announces them."""
SHORT = 200
"""Median length of comments that carry no marks at all; above it, a list is part of the article."""
_HEARTY = 0.25
"""Share that must speak as readers do where nothing but the names does."""
_LINES = 2.5, 4.0
"""Lines that a comment has on average at most where nothing announces them: without marks, and with moments alone."""
_PROSE = 200
"""Characters of a paragraph that surely belongs to an article."""
_LINE = 100
"""Characters of a paragraph that takes more than a line: some articles have no longer ones."""
_NUMBERED = re.compile(r"^[^\W\d_]{3,}[_.-]?[^\W\d_]*\d{1,4}$|^[a-z]{2,}_[a-z\d]{2,}$|^用户\d+$")
"""A name that was taken already when its owner chose it: ``harbour_fan88``."""
_NETWORKS = ("tweet", "twitter", "instagram", "facebook", "tiktok", "weibo-card", "social-embed", "social-media-embed")


@dataclass(frozen=True, slots=True)
class Run:
    """Pieces that may be the heads of the comments in one container."""

    container: HtmlElement
    heads: list[int]
    below: bool = False
    """Each stands below what it signs."""


def holds(document: Document, run: Run, remarks: list[Remark]) -> bool:
    """Whether a list is one of comments, all things taken together."""
    first, count = remarks[0].first, len(remarks)
    evidence = sum(remark.shown for remark in remarks)
    if evidence < 2 * DOUBT * count or _unlike(remarks) or (run.below and _signs_else(document, remarks)):
        return False
    announced = Hints().at(run.container) or any(
        is_heading(document.blocks[index].text) for index in range(max(0, first - 2), first)
    )
    marked, voiced, said = (
        sum(values) / count for values in zip(*((r.marked, r.voiced, bool(r.said)) for r in remarks), strict=True)
    )
    buttons = sum(remark.pressed for remark in remarks) / count
    repeated = len({remark.user for remark in remarks}) < 0.6 * count and buttons < 0.5
    handles = sum(is_handle(remark.user) for remark in remarks)
    named = handles > 0
    early = marked >= MARKED and not remarks[0].marked and _chosen(document, remarks[:1]) > BODY  # begins with the article
    if not announced and (early or repeated or (max(buttons, handles / count) < 0.5 and _flows(document, run, remarks))):
        return False
    bare = marked < MARKED and not named and not _hearty_tail(document, remarks)
    if not announced and (bare or _embedded(remarks)) and _chosen(document, remarks) > BODY:
        return False
    if announced:
        amid = marked < 0.5 and _within(document, remarks)
        enough = count > 1 or (marked > 0 and (remarks[0].speaks or remarks[0].voiced))
        return bool(said > 0.15 and not amid and enough and (marked >= 0.5 or voiced >= 0.35))
    if count > 1 and sum(remark.signed for remark in remarks) >= SIGNED * count:
        return True
    sure = buttons >= 0.5 or (count >= 3 and marked >= 0.9 and voiced >= VOICED and evidence >= SURE * count)
    return count > 1 and said >= 0.7 and (sure or not _within(document, remarks)) and _sounds_so(remarks, marked)


def _sounds_so(remarks: list[Remark], marked: float) -> bool:
    """Whether enough of a list that nothing announces sounds like comments; the share runs from 0 to 1."""
    count = len(remarks)
    voiced = sum(remark.voiced and remark.speaks for remark in remarks) / count
    lines = sum(remark.lines for remark in remarks) / count
    if marked >= MARKED:
        answered = any(remark.to is not None or remark.profiled or remark.pressed for remark in remarks)
        return voiced >= 0.75 * VOICED and (answered or (count >= 3 and lines <= _LINES[1]))
    titled = remarks[0].head.role[-2] in ("h1", "h2", "h3", "h4")
    if 2 * sum(remark.head.link is not None and not remark.profiled for remark in remarks) > count:
        return False  # titles that lead to other stories
    hearty = sum(is_informal(remark.said) for remark in remarks) >= _HEARTY * count
    hearty = hearty or sum(_NUMBERED.search(remark.user) is not None for remark in remarks) >= VOICED * count
    enough = count >= 3 and hearty and lines <= _LINES[0] and voiced >= (0.75 if titled else VOICED)
    return enough and median(len(remark.said) for remark in remarks) <= SHORT


def _hearty_tail(document: Document, remarks: list[Remark]) -> bool:
    """Whether a list ends the text, and most of it speaks briefly and as readers do: no list of an article ends it so."""
    if any(piece[0] == remark.head.block for remark in remarks for piece in remark.pieces):  # a term and what it means
        return False
    hearty = sum(is_informal(remark.said) and len(remark.said) <= _LINE for remark in remarks)
    return len(remarks) >= 3 and hearty >= HEARTY * len(remarks) and _ends(document, remarks[-1].last)


def _ends(document: Document, last: int) -> bool:
    """Whether the text is over behind a block, but for two short lines: who edited it, where it came from."""
    behind = [index for index in _so_far(document)[0][-3:] if index > last]
    return len(behind) < 3 and all(len(document.blocks[index].text) < _LINE for index in behind)


def _unlike(remarks: list[Remark]) -> bool:
    """Whether a list reads like links, like a menu, like quotations with their sources, or like an article cut up."""
    lengths = [len(remark.said) for remark in remarks]
    lines = sum(remark.said.count("\n") + 1 for remark in remarks if remark.said)
    linked = sum(remark.linked for remark in remarks) > 0.3 * sum(lengths)
    chopped = lines > 3 * len(remarks) and sum(lengths) < 20 * lines
    quoted = 2 * sum(remark.said.startswith(("“", '"', "「")) for remark in remarks) > len(remarks)
    signed = 2 * sum(remark.head.line.startswith(("–", "—", "-")) for remark in remarks) > len(remarks)
    told = 3 * sum(map(_tells, remarks)) >= 2 * len(remarks)
    return (
        quoted
        or signed
        or told
        or (linked and any(lengths))
        or chopped
        or sum(lengths) > 900 * len(lengths)
        or (len(remarks) < 4 and max(lengths) > 1500)
    )


def _signs_else(document: Document, remarks: list[Remark]) -> bool:
    """Whether names below texts sign quotations, cards that lead to stories, or the article itself above all comments."""
    count, first = len(remarks), remarks[0]
    linked, marked = (sum(values) for values in zip(*((r.linked > 0, r.marked) for r in remarks), strict=True))
    longer = len(first.said) > _PROSE and len(first.said) > 3 * median(len(remark.said) for remark in remarks)
    return 2 * linked > count or marked < MARKED * count or (longer and _chosen(document, [first]) > BODY)


def _tells(remark: Remark) -> bool:
    """Whether a sentence goes on behind the name, on the same line, as in a list of a film's cast."""
    inline = bool(remark.pieces) and remark.pieces[0][0] == remark.head.block
    return inline and remark.said[:1].islower() and not (remark.timed or remark.pressed or has_button(remark.marks[0]))


def _within(document: Document, remarks: list[Remark]) -> bool:
    """Whether a list stands inside the article: prose goes on behind it, or it is most of the text."""
    indexes, sizes, paragraphs = _so_far(document)
    start, end = bisect_left(indexes, remarks[0].first), bisect_right(indexes, remarks[-1].last)
    return paragraphs[-1] - paragraphs[end] >= 2 or sizes[end] - sizes[start] > 0.5 * sizes[-1]


@lru_cache(maxsize=2)
def _so_far(document: Document) -> tuple[list[int], list[int], list[int]]:
    """The indexes of the chosen blocks, and how many characters and how many paragraphs stand before each of them."""
    indexes = sorted(document.chosen)
    lengths = [len(document.blocks[index].text) for index in indexes]
    return indexes, [0, *accumulate(lengths)], [0, *accumulate(length > _PROSE for length in lengths)]


def _flows(document: Document, run: Run, remarks: list[Remark]) -> bool:
    """Whether paragraphs of the article stand beside the list, marked up as its heads are: then it is one of the article's."""
    head, first, last = remarks[0].head.around[0], remarks[0].first, remarks[-1].last
    beside = [document.blocks[index] for index in _so_far(document)[0] if not first <= index <= last]
    like = [block.element for block in beside if len(block.text) > _LINE and block.tag == head.tag]
    same = sum(element is not None and element.getparent() is run.container for element in like)
    return same >= 3 and head.getparent() is run.container


def _embedded(remarks: list[Remark]) -> bool:
    """Whether most heads stand in pictures or in posts of other networks that the article shows."""
    return 2 * sum(any(map(_shows_post, remark.head.around)) for remark in remarks) > len(remarks)


def _shows_post(element: HtmlElement) -> bool:
    names = (element.get("class") or "").lower()
    return element.tag == "figure" or any(network in names for network in _NETWORKS)


def _chosen(document: Document, remarks: list[Remark]) -> float:
    """Which share of a list's characters was chosen for the body, 0 to 1."""
    blocks = {index for remark in remarks for index in range(remark.first, remark.last + 1)}
    sizes = {index: len(document.blocks[index].text) for index in blocks}
    return sum(size for index, size in sizes.items() if index in document.chosen) / max(1, sum(sizes.values()))
