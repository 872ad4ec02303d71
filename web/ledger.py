"""Lay a ledger out on its text: the clean text with everything that was removed or repaired in its place."""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Protocol


class EditRow(Protocol):
    """A stored line of the ledger; ``after`` is None where the span was removed."""

    position: int
    step: int
    start: int
    stop: int
    before: str
    after: str | None
    reason: str | None
    rule: str


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of the extracted text. ``edit`` is what happened to it, None if nothing did; ``now`` is what is left of it."""

    text: str
    now: str
    edit: EditRow | None = None

    @property
    def visible(self) -> bool:
        """Whether the edit is worth showing; changes of white space are not."""
        return self.edit is not None and bool(self.text.strip() or self.now.strip()) and self.text.split() != self.now.split()


def marked_text(body: str, ledger: Sequence[EditRow]) -> list[Span]:
    """Undo the ledger step by step and remember what each step did: the texts make up the extraction, the nows the body."""
    spans = [Span(body, body)]
    for _, step in groupby(reversed(ledger), key=lambda edit: edit.step):
        spans = _undo(spans, list(step)[::-1])
    return [span for span in spans if span.text or span.now]


def _undo(spans: list[Span], step: list[EditRow]) -> list[Span]:
    """Put back what one step took. Its offsets are those of the text before it: they shift by what was taken so far."""
    rest, result, at, shift = deque(spans), list[Span](), 0, 0
    for edit in step:
        start, after = edit.start + shift, edit.after or ""
        result += _take(rest, start - at)
        result.append(_undone(edit, _take(rest, len(after))))
        at = start + len(after)
        shift += len(after) - len(edit.before)
    return [*result, *rest]


def _undone(edit: EditRow, kept: list[Span]) -> Span:
    """The span that an edit found. Where a later step removed what was left of it, that step says why it is gone."""
    now = "".join(span.now for span in kept)
    removals = (span.edit for span in kept if span.edit and span.edit.after is None)
    return Span(edit.before, now, edit if now else next(removals, edit))


def _take(rest: deque[Span], length: int) -> list[Span]:
    """Take that many characters off the front, cutting a span in two where need be."""
    taken = []
    while rest and length > 0:
        span = rest.popleft()
        if len(span.text) > length:
            head, tail = span.text[:length], span.text[length:]
            rest.appendleft(Span(tail, tail) if span.edit is None else replace(span, text=tail, now=""))
            span = Span(head, head) if span.edit is None else replace(span, text=head)
        taken.append(span)
        length -= len(span.text)
    return taken
