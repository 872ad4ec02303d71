"""Lay the ledger over the extracted text: what stayed, what left, what was rewritten, in reading order, for people's eyes."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from cleaners.ledger import Edit, Removal, Repair


@dataclass(frozen=True, slots=True)
class Mark:
    """A run of text with one fate. ``edit`` is None where it stayed; a repair's ``before`` is what stood there."""

    text: str
    before: str = ""
    edit: Edit | None = None

    @property
    def stayed(self) -> bool:
        """Whether the run is part of the clean text."""
        return not isinstance(self.edit, Removal)


def marked(extracted: str, ledger: Iterable[Edit]) -> tuple[Mark, ...]:
    """Replay the ledger on the extracted text and keep what it took out in its place.

    >>> from cleaners.ledger import Reason
    >>> [mark.text for mark in marked("News. Share", [Removal(5, 11, " Share", Reason.SHARE, "share")]) if mark.stayed]
    ['News.']
    """
    marks = [Mark(extracted)] if extracted else []
    for _, step in groupby(ledger, key=lambda edit: edit.step):
        marks = list(_replayed(marks, list(step)))
    return tuple(marks)


def _replayed(marks: list[Mark], edits: list[Edit]) -> Iterator[Mark]:
    """Apply one step: its offsets count only what the steps before left standing."""
    pieces = _split(marks, sorted({at for edit in edits for at in (edit.start, edit.end)}))
    at = 0
    for edit in edits:
        while pieces and (at < edit.start or not pieces[0].stayed):
            piece = pieces.pop(0)
            at += len(piece.text) if piece.stayed else 0
            yield piece
        taken: list[Mark] = []
        while pieces and at < edit.end:
            piece = pieces.pop(0)
            at += len(piece.text) if piece.stayed else 0
            taken.append(piece)
        yield from _edited(taken, edit)
    yield from pieces


def _edited(taken: list[Mark], edit: Edit) -> Iterator[Mark]:
    if isinstance(edit, Removal):
        yield from (replace(piece, edit=edit) if piece.stayed else piece for piece in taken)
        return
    yield Mark(edit.after, "".join(_original(piece) for piece in taken if piece.stayed), edit)
    yield from (piece for piece in taken if not piece.stayed)


def _original(piece: Mark) -> str:
    return piece.before if isinstance(piece.edit, Repair) else piece.text


def _split(marks: list[Mark], places: list[int]) -> list[Mark]:
    """Cut the runs that stayed wherever an edit begins or ends."""
    pieces: list[Mark] = []
    at = 0
    for mark in marks:
        if not mark.stayed:
            pieces.append(mark)
            continue
        inside = places[bisect_right(places, at) : bisect_left(places, at + len(mark.text))]
        edges = [0, *(place - at for place in inside), len(mark.text)]
        for index, (start, end) in enumerate(pairwise(edges)):
            pieces.append(replace(mark, text=mark.text[start:end], before=mark.before if index == 0 else ""))
        at += len(mark.text)
    return pieces
