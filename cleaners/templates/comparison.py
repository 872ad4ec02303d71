"""Compare what two ways of cleaning made of one page."""

from collections.abc import Collection, Iterator
from dataclasses import fields

from cleaners.article import CleanArticle
from cleaners.quality import weight
from cleaners.templates.template import digest

COMPARED = tuple(
    field.name
    for field in fields(CleanArticle)
    if field.name not in {"body", "ledger", "provenance", "findings", "canonical_url"}
)
"""What two ways must read alike to the letter."""


ALIKE = 0.05
"""Share of a text's weight in paragraphs that only one of two has, up to which they count as alike: a doubtful line or two."""


def differences(short: CleanArticle, general: CleanArticle, repeated: Collection[str] = ()) -> Iterator[tuple[str, object]]:
    """What differs, with what the general way has; ``repeated`` names the blocks that only the short way may leave out."""
    ours, theirs = short.body.split("\n\n"), [text for text in general.body.split("\n\n") if digest(text) not in repeated]
    apart = weight("".join(set(ours) ^ set(theirs)))
    if apart > ALIKE * weight(general.body):
        yield "body", general.body
    if short.flags != general.flags:
        yield "finding", general.flags
    for field in COMPARED:
        if getattr(short, field) != getattr(general, field) and not _only_more_captions(field, short, general):
            yield field, getattr(general, field)


def _only_more_captions(field: str, short: CleanArticle, general: CleanArticle) -> bool:
    """Whether the short way found the same captions and others: furniture in between hides them from the general way."""
    return field == "captions" and set(general.captions) < set(short.captions)
