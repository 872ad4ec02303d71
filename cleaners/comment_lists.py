"""Find lists of readers' comments on a page, whatever the markup: no class name is needed.

A comment list repeats a head (a short name that stands in one role of the markup) and what follows it. Every role of the
page's later part is tried as the heads' role; what decides is evidence: buttons, moments, answers to users, profile
links, names as only the net gives them, texts that speak as readers do, a heading above.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate, pairwise
from statistics import median

from lxml.html import HtmlElement

from cleaners.atoms import Atom
from cleaners.document import Document
from cleaners.remarks import (
    HEADING,
    MENTION,
    Head,
    has_button,
    has_mark,
    has_time,
    is_handle,
    is_informal,
    is_mark,
    read_head,
    split_marks,
)

DOUBT = 0.2
"""What a comment must show to be worth keeping in a list."""
SURE = 1.5
"""Mean evidence with which a list may stand amid the article's prose."""
MARKED = 0.6
"""Share of the comments of a list that carry a moment, a button or a call to a user, where nothing announces comments."""
BODY = 0.6
"""Share of a list's characters that the body's chooser took, above which a list without marks and handles is the article's:
lists of tips and embedded posts had .84 and more, real readers' comments none (513 labelled pages, 2026-11)."""
VOICED = 0.4
"""Share that must sound like comments, by name or text, where nothing announces them."""
SHORT = 200
"""Median length of comments that carry no marks at all; above it, a list is part of the article."""
_PROSE = 200
"""Characters of a paragraph that surely belongs to an article."""
_ALONE = 12
"""Pieces of text that a comment standing alone has at most."""
_PIECES = 16
"""Pieces of text that a comment has on average at most: user, badges, moment, paragraphs, buttons, counts."""
_HINT = re.compile("comment|disqus|replies|pinglun|liuyan|gentie|guestbook")
_NETWORKS = ("tweet", "twitter", "instagram", "facebook", "tiktok", "weibo-card", "social-embed", "social-media-embed")
_PROFILES = ("/u/", "/user", "/profile", "/people/", "/member", "/space", "uid=", "/home/", "/@", "weibo.com/")


@dataclass(frozen=True, slots=True)
class Run:
    """Pieces that may be the heads of the comments in one container."""

    container: HtmlElement
    heads: list[int]


@dataclass(slots=True)
class Remark:
    """One comment as the page lays it out: its head, and every piece up to the next head."""

    head: Atom
    user: str
    to: str | None
    pieces: list[tuple[int, str]]
    """What is said, each with its block."""
    marks: list[str]
    last: int
    """Index of its last block."""
    linked: int = 0
    """Characters of its text inside links."""
    said: str = field(default="")

    def close(self) -> None:
        """Write out what is said, one line a block, without the buttons behind it."""
        lines: dict[int, str] = {}
        for block, text in self.pieces:
            lines[block] = lines.get(block, "") + text
        self.said, behind = split_marks(
            "\n".join(filter(None, (" ".join(line.split()).lstrip(":：-–— ") for line in lines.values())))
        )
        self.marks.append(behind)

    @property
    def marked(self) -> bool:
        """It has its moment, a button, or calls another user."""
        profile = any(part in (self.head.link or "") for part in _PROFILES)
        return self.to is not None or profile or any(has_time(mark) or has_button(mark) for mark in self.marks)

    @property
    def voiced(self) -> bool:
        """It sounds like a comment, by its name or its text."""
        return is_handle(self.user) or is_informal(self.said)


def comment_lists(document: Document, atoms: list[Atom]) -> list[list[Remark]]:
    """Every list of comments, those that show most first; lists may overlap."""
    found, seen = [], set[tuple[int, ...]]()
    marks = [0, *accumulate(has_mark(atom.line) for atom in atoms)]
    for run in _runs(atoms):
        key = tuple(run.heads)
        if key not in seen and _promising(document, atoms, run, marks):
            best = _best(atoms, run)
            remarks = _cut(atoms, best)
            if _holds(document, best, remarks):
                found.append((sum(map(_shown, remarks)) - DOUBT * len(remarks), remarks))
        seen.add(key)
    return [remarks for _, remarks in sorted(found, key=lambda item: -item[0])]


def _runs(atoms: list[Atom]) -> Iterator[Run]:
    """The heads of one role in one container, for every role and every container that could hold a list."""
    roles: dict[tuple[object, ...], list[int]] = {}
    for at, atom in enumerate(atoms):
        if atom.first and read_head(atom.line):
            roles.setdefault(atom.role, []).append(at)
            if atom.leading:
                roles.setdefault((atom.role, "leading"), []).append(at)
    for role, places in roles.items():
        yield from _containers(atoms, places)
        if role[-1] != "leading":
            yield from (Run(alone, [at]) for at in places if (alone := _alone(atoms, at)) is not None)


def _containers(atoms: list[Atom], places: list[int]) -> Iterator[Run]:
    inside: dict[HtmlElement, list[int]] = {}
    for at in places:
        for element in atoms[at].around:
            inside.setdefault(element, []).append(at)
    nearest = (_nearest(atoms[one], atoms[other]) for one, other in pairwise(places))
    for container in dict.fromkeys(nearest):  # in the page's order: of two lists as good the first counts, in every process
        if container is not None:
            yield from _readings(atoms, container, inside[container])


def _readings(atoms: list[Atom], container: HtmlElement, heads: list[int]) -> Iterator[Run]:
    """The ways to read the short lines of a container as heads: each, those with a moment, every other one."""
    yield Run(container, heads)
    timed = [at for at in heads if has_mark(atoms[at].line)]
    if 2 <= len(timed) < len(heads):
        yield Run(container, timed)
    for start in heads[:2]:
        others = [at for at in heads if (atoms[at].block - atoms[start].block) % 2 == 0]
        if 2 <= len(others) < len(heads) and atoms[start].around[1] is container:
            yield Run(container, others)


def _promising(document: Document, atoms: list[Atom], run: Run, marks: list[int]) -> bool:
    """Whether a run is worth a closer look: not a menu, not an article, and something about it recalls comments."""
    heads, count = run.heads, len(run.heads)
    length = heads[-1] - heads[0] + 1
    if hinted(run.container):
        return True
    if count < 2 or length > _PIECES * count:
        return False
    lines = sum(":" in atoms[at].line or "：" in atoms[at].line for at in heads)
    if length < 1.5 * (count - 1) and lines < 0.5 * count:
        return False
    if marks[heads[-1] + 1] - marks[heads[0]] >= 0.5 * count:
        return True
    first = atoms[heads[0]].block
    if any(HEADING.match(document.blocks[index].text) for index in range(max(0, first - 2), first)):
        return True
    return count >= 3 and sum(_sounds(atoms, at) for at in heads) >= 0.75 * VOICED * count


def _sounds(atoms: list[Atom], at: int) -> bool:
    """Whether a head, or the piece behind it, sounds like a comment."""
    return is_handle(atoms[at].line) or any(is_informal(atom.line) for atom in atoms[at : at + 2])


def _best(atoms: list[Atom], run: Run) -> Run:
    """The stretch of a run that shows most: headings of the article above, or links below, may look like heads as well."""
    scores = {id(remark.head): _shown(remark) - DOUBT for remark in _cut(atoms, run)}
    best, total, start, stretch = 0.0, 0.0, 0, run.heads
    for at, head in enumerate(run.heads):
        if total <= 0:
            total, start = 0.0, at
        total += scores[id(atoms[head])]
        if total > best:
            best, stretch = total, run.heads[start : at + 1]
    if len(stretch) == len(run.heads):
        return run
    common = set.intersection(*(set(atoms[at].around) for at in stretch))
    around = next((element for element in atoms[stretch[0]].around if element in common), None) if len(stretch) > 1 else None
    return Run(run.container if around is None else around, stretch)


def _cut(atoms: list[Atom], run: Run) -> list[Remark]:
    """Cut a list into comments."""
    remarks: list[Remark] = []
    starts = set(run.heads)
    for at in range(run.heads[0], _end(atoms, run)):
        atom = atoms[at]
        head = read_head(atom.line) if atom.first else None
        if at in starts or (head is not None and head.to is not None):
            head = head or Head("")
            pieces = [(atom.block, head.text)] if head.text else []
            remarks.append(Remark(atom, head.user, head.to, pieces, [atom.line.removesuffix(head.text)], atom.block))
        else:
            _add(remarks[-1], atom)
    for remark in remarks:
        remark.close()
    return remarks


def _add(remark: Remark, atom: Atom) -> None:
    """Add a piece to a comment: a mark, a call to a user, or what is said."""
    remark.last = atom.block
    line = atom.line
    inline = bool(remark.pieces) and remark.pieces[-1][0] == atom.block
    if is_mark(line) and not (inline and not has_mark(line)):
        remark.marks.append(line)
    elif not remark.pieces and (mention := MENTION.match(line)):
        remark.to = mention["to"]
        remark.pieces.append((atom.block, mention["text"]))
    elif not remark.pieces and line.startswith("@") and has_button(remark.marks[-1]):
        remark.to = line.strip("@:： ")
    else:
        remark.pieces.append((atom.block, atom.text))
        remark.linked += len(line) if atom.link is not None else 0


def _end(atoms: list[Atom], run: Run) -> int:
    """Where the last comment ends: with its item; in a flat list after as many elements as the longest one before has."""
    first, last = run.heads[0], run.heads[-1]
    items = [_item(atoms[at], run.container) for at in range(first, last + 1)]
    room = max((len({*items[one - first : other - first]}) for one, other in pairwise(run.heads)), default=1)
    seen, at = {items[-1]}, last + 1
    while at < len(atoms):
        item = _item(atoms[at], run.container)
        seen.add(item)
        if item is None or len(seen) > room:
            break
        at += 1
    return at


def _item(atom: Atom, container: HtmlElement) -> HtmlElement | None:
    """The child of the container that holds a piece, the container itself when nothing is between, None outside of it."""
    try:
        at = atom.around.index(container)
    except ValueError:
        return None
    return atom.around[max(0, at - 1)]


def _nearest(one: Atom, other: Atom) -> HtmlElement | None:
    """The nearest element around two pieces."""
    around = set(one.around)
    return next((element for element in other.around if element in around), None)


def _alone(atoms: list[Atom], at: int) -> HtmlElement | None:
    """The largest element around a piece that is small enough to be one comment and stands in a place for comments."""
    found = None
    for element in atoms[at].around:
        if (at + _ALONE < len(atoms) and element in atoms[at + _ALONE].around) or (at and element in atoms[at - 1].around):
            break
        found = element
    return found if found is not None and hinted(found) else None


def _shown(remark: Remark) -> float:
    """What one comment shows of being one."""
    length = len(remark.said)
    return (
        1.5 * any(has_button(mark) for mark in remark.marks[1:])
        + 1.0 * any(has_time(mark) for mark in remark.marks)
        + 0.75 * (remark.head.link is not None and not remark.linked)
        + 0.75 * any(part in (remark.head.link or "") for part in _PROFILES)
        + 0.75 * is_handle(remark.user)
        + 1.5 * (remark.to is not None)
        + 0.75 * is_informal(remark.said)
        + (0.25 if remark.said else -0.25)
        - 2.0 * (remark.linked > 0.5 * length > 0)
        - 1.0 * remark.said.startswith(("“", '"', "「"))
        - 0.5 * (length > 300 and not remark.marked)
        - 0.75 * (length > 500 and not remark.marked)
        - 0.75 * (length > 800)
        - 2.0 * (length > 2000)
    )


def _holds(document: Document, run: Run, remarks: list[Remark]) -> bool:
    """Whether a list is one of comments, all things taken together."""
    first, count = remarks[0].head.block, len(remarks)
    announced = hinted(run.container) or any(
        HEADING.match(document.blocks[index].text) for index in range(max(0, first - 2), first)
    )
    marked, voiced, said = (
        sum(values) / count for values in zip(*((r.marked, r.voiced, bool(r.said)) for r in remarks), strict=True)
    )
    buttons = sum(any(has_button(mark) for mark in remark.marks[1:]) for remark in remarks) / count
    repeated = len({remark.user for remark in remarks}) < 0.6 * count and buttons < 0.5
    if sum(map(_shown, remarks)) < 2 * DOUBT * count or (repeated and not announced) or _unlike(remarks):
        return False
    named = any(is_handle(remark.user) for remark in remarks)
    if not announced and ((marked < MARKED and not named) or _embedded(remarks)) and _chosen(document, remarks) > BODY:
        return False
    if announced:
        amid = marked < 0.5 and _within(document, remarks)
        return bool(said > 0.15 and not amid and (count > 1 or marked > 0) and (marked >= 0.5 or voiced >= 0.35))
    sure = buttons >= 0.5 or (count >= 3 and marked >= 0.9 and voiced >= VOICED and sum(map(_shown, remarks)) >= SURE * count)
    if count < 2 or said < 0.7 or (not sure and _within(document, remarks)):
        return False
    if marked >= MARKED:
        return bool(voiced >= 0.75 * VOICED)
    titled = remarks[0].head.role[-2] in ("h1", "h2", "h3", "h4")
    return bool(
        count >= 3 and voiced >= (0.75 if titled else VOICED) and median(len(remark.said) for remark in remarks) <= SHORT
    )


def _unlike(remarks: list[Remark]) -> bool:
    """Whether a list reads like links, like a menu, or like an article cut up."""
    lengths = [len(remark.said) for remark in remarks]
    lines = sum(remark.said.count("\n") + 1 for remark in remarks if remark.said)
    linked = sum(remark.linked for remark in remarks) > 0.3 * sum(lengths)
    chopped = lines > 3 * len(remarks) and sum(lengths) < 20 * lines
    quoted = 2 * sum(remark.said.startswith(("“", '"', "「")) for remark in remarks) > len(remarks)
    return (
        quoted
        or (linked and any(lengths))
        or chopped
        or sum(lengths) > 900 * len(lengths)
        or (len(remarks) < 4 and max(lengths) > 1500)
    )


def _within(document: Document, remarks: list[Remark]) -> bool:
    """Whether a list stands inside the article: prose goes on behind it, or it is most of the text."""
    first, last = remarks[0].head.block, remarks[-1].last
    lengths = {index: len(document.blocks[index].text) for index in document.chosen}
    own = sum(length for index, length in lengths.items() if first <= index <= last)
    return sum(length > _PROSE for index, length in lengths.items() if index > last) >= 2 or own > 0.5 * sum(lengths.values())


def _embedded(remarks: list[Remark]) -> bool:
    """Whether most heads stand in pictures or in posts of other networks that the article shows."""
    return 2 * sum(any(map(_shows_post, remark.head.around)) for remark in remarks) > len(remarks)


def _shows_post(element: HtmlElement) -> bool:
    names = (element.get("class") or "").lower()
    return element.tag == "figure" or any(network in names for network in _NETWORKS)


def _chosen(document: Document, remarks: list[Remark]) -> float:
    """Which share of a list's characters was chosen for the body, 0 to 1."""
    blocks = {index for remark in remarks for index in range(remark.head.block, remark.last + 1)}
    sizes = {index: len(document.blocks[index].text) for index in blocks}
    return sum(size for index, size in sizes.items() if index in document.chosen) / max(1, sum(sizes.values()))


def hinted(container: HtmlElement) -> bool:
    """Whether the container, or what holds it closely, calls itself a place for comments."""
    for element in (container, container.getparent()):
        if element is not None and element.tag not in ("body", "html", "article", "main"):
            names = f"{element.get('class') or ''} {element.get('id') or ''}".lower()
            if _HINT.search(names):
                return True
    return False
