"""Find lists of readers' comments on a page, whatever the markup: no class name is needed.

A comment list repeats a head (a short name that stands in one role of the markup) and what follows it. Every role of the
page's later part is tried as the heads' role; what decides is evidence: buttons, moments, answers to users, profile
links, names as only the net gives them, texts that speak as readers do, a heading above.
"""

from collections.abc import Iterator
from itertools import accumulate, pairwise

from lxml.html import HtmlElement

from cleaners.comments.atoms import Atom
from cleaners.comments.cutting import cut_up, item_of, past_marks
from cleaners.comments.evidence import DOUBT, VOICED, Run, holds
from cleaners.comments.places import Hints
from cleaners.comments.remark import Remark
from cleaners.comments.user_names import is_handle, is_heading
from cleaners.comments.voice import is_informal
from cleaners.comments.wording import (
    has_mark,
    is_mark,
    read_head,
)
from cleaners.document import Document

_ALONE = 12
"""Pieces of text that a comment standing alone has at most."""
_SIGNED = ("Posted by", "posted by", "Comment by", "Submitted by")
"""How a name begins that stands below a comment, in its last line."""
_PIECES = 16
"""Pieces of text that a comment has on average at most: user, badges, moment, paragraphs, buttons, counts."""


def comment_lists(document: Document, atoms: list[Atom]) -> list[list[Remark]]:
    """Every list of comments, those that show most first; lists may overlap."""
    found, seen = [], set[tuple[int, ...]]()
    marked, hints = [has_mark(atom.line) for atom in atoms], Hints()
    marks, sounding = [0, *accumulate(marked)], _Sounding(atoms)
    for run in _runs(atoms, marked, hints):
        key = tuple(run.heads)
        if key not in seen and _promising(document, sounding, run, marks, hints):
            best, remarks = _best(atoms, run)
            if holds(document, best, remarks):
                found.append((sum(remark.shown for remark in remarks) - DOUBT * len(remarks), remarks))
        seen.add(key)
    return [remarks for _, remarks in sorted(found, key=lambda item: -item[0])]


def _runs(atoms: list[Atom], marked: list[bool], hints: Hints) -> Iterator[Run]:
    """The heads of one role in one container, for every role and every container that could hold a list."""
    roles: dict[tuple[tuple[str, ...], str], list[int]] = {}
    for at, atom in enumerate(atoms):
        if (atom.first or atom.line.startswith(_SIGNED)) and (head := read_head(atom.line)) and head.user:
            roles.setdefault((atom.role, ""), []).append(at)
            if atom.leading:
                roles.setdefault((atom.role, "leading"), []).append(at)
            if atom.link is not None:
                roles.setdefault((atom.role, "linked"), []).append(at)
    headings = [at for at, atom in enumerate(atoms) if is_heading(atom.line) and not is_mark(atom.line)]
    for (role, part), places in roles.items():
        if part and len(places) == len(roles[role, ""]):
            continue
        yield from _containers(atoms, places, headings, marked)
        if not part:
            yield from (Run(alone, [at]) for at in places if (alone := _alone(atoms, at, hints)) is not None)


def _containers(atoms: list[Atom], places: list[int], headings: list[int], marked: list[bool]) -> Iterator[Run]:
    nearest = (_nearest(atoms[one], atoms[other]) for one, other in pairwise(places))
    inside: dict[HtmlElement | None, list[int]] = {container: [] for container in nearest if container is not None}
    for at in places if inside else ():
        for element in atoms[at].around:
            if element in inside:
                inside[element].append(at)
    for container, heads in inside.items():  # in the page's order: of two lists as good the first counts, in every process
        announced = [at for at in heads if headings and at > headings[-1]]
        fewer = 2 <= len(announced) < len(heads)
        signing = announced if fewer else heads  # above the heading the article may be signed in the same way
        if _sign_below(atoms, container, signing):
            yield Run(container, signing, below=True)
            continue
        yield from _readings(atoms, container, heads, marked)
        if fewer:
            yield Run(container, announced)


def _readings(atoms: list[Atom], container: HtmlElement, heads: list[int], marked: list[bool]) -> Iterator[Run]:
    """The ways to read the short lines of a container as heads: each, those with a moment, every other one."""
    yield Run(container, heads)
    timed = [at for at in heads if marked[at]]
    if 2 <= len(timed) < len(heads):
        yield Run(container, timed)
    for start in heads[:2]:
        if atoms[start].around[1] is container:
            others = [at for at in heads if (atoms[at].block - atoms[start].block) % 2 == 0]
            if 2 <= len(others) < len(heads):
                yield Run(container, others)


def _sign_below(atoms: list[Atom], container: HtmlElement, heads: list[int]) -> bool:
    """Whether each name ends its item and has text above it, as in ``Loved it! / Posted by: Ada at 10:47 PM``."""
    before = -1
    for at, following in zip(heads, [*heads[1:], None], strict=True):
        above = at - 1
        while above > before and is_mark(atoms[above].line):
            above -= 1
        if above == before or (item := item_of(atoms[above], container)) is not item_of(atoms[at], container):
            return False
        if item is container:
            return False
        behind = past_marks(atoms, at)
        nested = following is not None and item_of(atoms[following], container) is item
        if not nested and behind < len(atoms) and item_of(atoms[behind], container) is item:
            return False
        before = at
    return True


class _Sounding(dict[int, bool]):
    """Whether a head, or the piece behind it, sounds like a comment: asked once however many runs the head is in."""

    def __init__(self, atoms: list[Atom]) -> None:
        self.atoms = atoms

    def __missing__(self, at: int) -> bool:
        head, behind = self.atoms[at].line, self.atoms[at + 1].line if at + 1 < len(self.atoms) else ""
        self[at] = sounds = is_handle(head) or is_informal(head) or is_informal(behind)
        return sounds


def _promising(document: Document, sounding: _Sounding, run: Run, marks: list[int], hints: Hints) -> bool:
    """Whether a run is worth a closer look: not a menu, not an article, and something about it recalls comments."""
    atoms, heads, count = sounding.atoms, run.heads, len(run.heads)
    length = heads[-1] - heads[0] + 1
    if hints.at(run.container):
        return True
    if count < 2 or length > _PIECES * count:
        return False
    if length < 1.5 * (count - 1) and sum(":" in atoms[at].line or "：" in atoms[at].line for at in heads) < 0.5 * count:
        return False
    if marks[heads[-1] + 1] - marks[heads[0]] >= 0.5 * count:
        return True
    first = atoms[heads[0]].block
    if any(is_heading(document.blocks[index].text) for index in range(max(0, first - 2), first)):
        return True
    return count >= 3 and sum(map(sounding.__getitem__, heads)) >= 0.75 * VOICED * count


def _best(atoms: list[Atom], run: Run) -> tuple[Run, list[Remark]]:
    """The stretch of a run that shows most: headings of the article above, or links below, may look like heads as well."""
    whole = cut_up(atoms, run)
    scores = {id(remark.head): remark.shown - DOUBT for remark in whole}
    best, total, start, stretch = 0.0, 0.0, 0, run.heads
    for at, head in enumerate(run.heads):
        if total <= 0:
            total, start = 0.0, at
        total += scores[id(atoms[head])]
        if total > best:
            best, stretch = total, run.heads[start : at + 1]
    if len(stretch) == len(run.heads):
        return run, whole
    common = set.intersection(*(set(atoms[at].around) for at in stretch))
    around = next((element for element in atoms[stretch[0]].around if element in common), None) if len(stretch) > 1 else None
    run = Run(run.container if around is None else around, stretch, run.below)
    return run, cut_up(atoms, run)


def _nearest(one: Atom, other: Atom) -> HtmlElement | None:
    """The nearest element around two pieces."""
    around = one.around
    return around[0] if around is other.around else next((element for element in other.around if element in around), None)


def _alone(atoms: list[Atom], at: int, hints: Hints) -> HtmlElement | None:
    """The largest element around a piece that is small enough to be one comment and stands in a place for comments."""
    found = None
    if not hints.near(atoms[at].around[0]):
        return None
    before = atoms[at - 1].around if at else ()
    behind = atoms[at + _ALONE].around if at + _ALONE < len(atoms) else ()
    for element in atoms[at].around:
        if element in behind or element in before:
            break
        found = element
    return found if found is not None and hints.at(found) else None
