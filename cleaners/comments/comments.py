"""Read the readers' comments of a page or a plain text."""

from collections.abc import Iterator, Mapping
from itertools import pairwise

from lxml.html import HtmlElement

from cleaners.article import Comment, Found
from cleaners.comments.atoms import atoms_of
from cleaners.comments.lines import read_comment_lines
from cleaners.comments.lists import comment_lists
from cleaners.comments.remark import Remark
from cleaners.comments.user_names import is_heading
from cleaners.document import Document


def read_comments(document: Document) -> Found[tuple[Comment, ...]]:
    """The comments in the page's order, each answer tied to the comment it answers."""
    if document.tree is None:
        return read_comment_lines(document)
    atoms = atoms_of(document, range(min(document.chosen, default=0), len(document.blocks)))
    taken: set[int] = set()
    kept: list[list[Remark]] = []
    for remarks in comment_lists(document, atoms):
        blocks = {index for remark in remarks for index in range(remark.first, remark.last + 1)}
        if not blocks & taken:
            taken |= blocks
            kept.append(remarks)
    comments: list[Comment] = []
    for remarks in sorted(kept, key=lambda remarks: remarks[0].first):
        comments += _tied(remarks, len(comments))
    return Found(tuple(comments), (), tuple(sorted(taken | _headings(document, taken))))


def _tied(remarks: list[Remark], offset: int) -> Iterator[Comment]:
    """Tie each answer to what it answers: by the name it calls, else by the item it stands in."""
    common = set.intersection(*(set(remark.head.around) for remark in remarks))
    latest: dict[str, int] = {}
    tops: dict[object, int] = {}
    firsts: dict[HtmlElement, int] = {}
    spoken: dict[str, str] = {}
    for at, remark in enumerate(remarks):
        quoted, _, own = remark.said.partition("\n")
        if own and quoted in spoken:  # it opens with what it answers
            remark.said, remark.to = own, remark.to or spoken[quoted]
        for element in remark.head.around:
            firsts.setdefault(element, at)
        spoken[remark.said.rpartition("\n")[2]] = remark.user
        item = next((element for element in reversed(remark.head.around) if element not in common), at)
        top = tops.setdefault(item, at)
        inner = _enclosing(remarks, at, firsts, nested=top != at) if not remark.to else None
        parent = latest.get(remark.to) if remark.to else inner if inner is not None else top if top != at else None
        to = remark.to or (remarks[parent].user if parent is not None else None)
        latest[remark.user] = at
        yield Comment(remark.user or None, remark.said, to, None if parent is None else parent + offset)


def _enclosing(remarks: list[Remark], at: int, firsts: Mapping[HtmlElement, int], *, nested: bool) -> int | None:
    """The comment in whose item another stands; None where the markup leaves open which of several around it that is.

    ``firsts`` holds the first comment in each element. Where all stand in one item, only an element of another name is an
    item's list of answers: of a first and a second item the classes may differ.
    """
    for inside, element in pairwise(remarks[at].head.around):
        first = firsts[element]
        if first != at:
            theirs = remarks[first].head.around
            beside = theirs[theirs.index(element) - 1]
            if beside is not element and not _alike(inside, beside) and (nested or inside.tag in ("ol", "ul")):
                return first
    return None


def _alike(one: HtmlElement, other: HtmlElement) -> bool:
    """Whether two elements are two of one kind, as the items of a list are."""
    names = {*(one.get("class") or "").split()}, {*(other.get("class") or "").split()}
    return one.tag == other.tag and (not any(names) or not names[0].isdisjoint(names[1]))


def _headings(document: Document, taken: set[int]) -> set[int]:
    """The headings right above the lists."""
    above = {index - step for index in taken for step in (1, 2) if index >= step and index - step not in taken}
    return {index for index in above if is_heading(document.blocks[index].text)}
