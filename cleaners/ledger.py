"""Every edit made to a text, kept in order, so that it can be explained and undone.

A chain works in steps. All edits of one step carry offsets into the text as that step found it, so a step is applied and
undone in one pass, however many edits it has. ``restore`` walks the steps backwards to the character.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import accumulate, groupby
from typing import TypeVar


class Reason(StrEnum):
    """Why a span left the text: the words shown to readers and stored with each removal."""

    BOILERPLATE = "boilerplate"
    BYLINE = "byline"
    CAPTION = "caption"
    COMMENT = "comment"
    COPYRIGHT = "copyright"
    DATELINE = "dateline"
    HEADLINE = "headline"
    HIDDEN = "hidden"
    NAVIGATION = "navigation"
    NEWSLETTER = "newsletter"
    PAGER = "pager"
    PROMOTION = "promotion"
    RELATED = "related"
    REPETITION = "repetition"
    SHARE = "share"
    SOURCE = "source"
    SPAM = "spam"
    STANDFIRST = "standfirst"


@dataclass(frozen=True, slots=True)
class Removal:
    """A span taken out: ``text == before[start:end]``, in characters, end exclusive, of the text of its step."""

    start: int
    end: int
    text: str
    reason: Reason
    rule: str
    step: int = 0


@dataclass(frozen=True, slots=True)
class Repair:
    """A span replaced: ``before == text[start:end]`` became ``after``, offsets in the text of its step."""

    start: int
    end: int
    before: str
    after: str
    rule: str
    step: int = 0


Edit = Removal | Repair
E = TypeVar("E", Removal, Repair, Removal | Repair)
Place = tuple[int, int]
"""Where something stands in a text: start and end, in characters, end exclusive."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A whole block that leaves the text, by its index in ``document.blocks``."""

    block: int
    reason: Reason
    rule: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A text on its way through the chain, with all that was done to it so far."""

    text: str
    ledger: tuple[Edit, ...] = ()

    @property
    def next_step(self) -> int:
        """The number that the next step's edits carry."""
        return self.ledger[-1].step + 1 if self.ledger else 0


def remove(text: str, start: int, end: int, reason: Reason, rule: str) -> Removal:
    """Build the removal of ``text[start:end]``.

    >>> remove("a, b", 1, 3, Reason.PAGER, "pager.comma").text
    ', '
    """
    return Removal(start, end, text[start:end], reason, rule)


def cut(draft: Draft, removals: Iterable[Removal]) -> Draft:
    """Apply one step of removals: the only code that deletes.

    Raises ValueError when a span does not match the text or two spans overlap: a cleaner that errs must not do harm.
    """
    return _apply(draft, removals)


def patch(draft: Draft, repairs: Iterable[Repair]) -> Draft:
    """Apply one step of repairs: the only code that rewrites. Raises ValueError as ``cut`` does."""
    return _apply(draft, repairs)


def restore(text: str, ledger: Iterable[Edit]) -> str:
    """Give back the text as it was before the first step.

    >>> draft = cut(Draft("News. Share"), [Removal(5, 11, " Share", Reason.SHARE, "share.word")])
    >>> draft.text, restore(draft.text, draft.ledger)
    ('News.', 'News. Share')
    """
    for _, step in groupby(reversed(tuple(ledger)), key=lambda edit: edit.step):
        text = _undo(text, tuple(step)[::-1])
    return text


def apart(repairs: Iterable[Repair], *, longest: bool = False) -> Iterator[Repair]:
    """Repairs in order; of two of one place the first counts, and of two that begin together the shorter, or the longer."""
    end = 0
    for repair in sorted(repairs, key=lambda repair: (repair.start, -repair.end if longest else repair.end)):
        if repair.start >= end:
            yield repair
            end = repair.end


def shifted(edits: Iterable[E], offset: int) -> Iterator[E]:
    """Move edits found in a part of a text to their place in the whole."""
    for edit in edits:
        yield replace(edit, start=edit.start + offset, end=edit.end + offset)


def carried(places: Iterable[Place], edits: Iterable[Edit]) -> list[Place]:
    """Tell where places stand after one step of edits, none of which crosses the edge of a place.

    >>> carried([(0, 2), (4, 9)], [Repair(0, 2, "ab", "abc", "rule"), Repair(4, 4, "", "“", "rule")])
    [(0, 3), (5, 11)]
    """
    ordered = sorted(edits, key=lambda edit: edit.start)
    starts, ends = [edit.start for edit in ordered], [edit.end for edit in ordered]
    shifts = [0, *accumulate(len(_after(edit)) - len(_before(edit)) for edit in ordered)]
    return [(start + shifts[bisect_left(starts, start)], end + shifts[bisect_right(ends, end)]) for start, end in places]


def _apply(draft: Draft, edits: Iterable[Edit]) -> Draft:
    step = draft.next_step
    ordered = tuple(replace(edit, step=step) for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)))
    if not ordered:
        return draft
    pieces, at = [], 0
    for edit in ordered:
        if edit.start < at or draft.text[edit.start : edit.end] != _before(edit):
            raise ValueError(f"edit does not fit the text at {edit.start}-{edit.end}: {edit.rule}")
        pieces += [draft.text[at : edit.start], _after(edit)]
        at = edit.end
    pieces.append(draft.text[at:])
    return Draft("".join(pieces), draft.ledger + ordered)


def _undo(text: str, step: tuple[Edit, ...]) -> str:
    pieces, at, shift = [], 0, 0
    for edit in step:
        start = edit.start + shift
        pieces += [text[at:start], _before(edit)]
        at = start + len(_after(edit))
        shift += len(_after(edit)) - len(_before(edit))
    pieces.append(text[at:])
    return "".join(pieces)


def _before(edit: Edit) -> str:
    return edit.text if isinstance(edit, Removal) else edit.before


def _after(edit: Edit) -> str:
    return "" if isinstance(edit, Removal) else edit.after
