"""What changed from one version of an article to the next, and of what kind the change is."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from difflib import unified_diff
from enum import StrEnum
from itertools import islice

from cleaners.text.signature import tokens
from storage.articles.alike import are_comparable, in_order
from storage.models import Article, Version

TYPO, CORRECTION = 0.97, 0.6
"""Texts at least this alike, word by word, differ by a slip of the pen, by a correction."""
COMPARED = 20_000
"""Words of each text; comparing takes their square, .04 s for so many."""


class Change(StrEnum):
    """What an editor did, as far as two texts tell."""

    FIRST = "first"
    HEADLINE = "headline"
    TYPO = "typo"
    ADDED = "paragraph added"
    REMOVED = "paragraph removed"
    CORRECTION = "correction"
    REWRITTEN = "rewritten"
    RULES = "new cleaning rules"


@dataclass(frozen=True, slots=True)
class Step:
    """A version in an article's history: how it came from the one before, and the diff of the two."""

    fetched_at: datetime
    headline: str | None
    body: str
    change: Change
    diff: tuple[str, ...]
    current: bool


def history(article: Article, versions: Sequence[Version]) -> list[Step]:
    """Every text that an article had, oldest first, the current one last."""
    texts: list[Article | Version] = [*sorted(versions, key=lambda version: (version.fetched_at, version.position)), article]
    return [_step(texts[at - 1] if at else None, text, current=text is article) for at, text in enumerate(texts)]


def change_of(before: tuple[str | None, str], after: tuple[str | None, str]) -> Change:
    """Of what kind the change from one (headline, body) to another is.

    >>> change_of((None, "He said no."), (None, "He said no.\\n\\nLater he said yes."))
    <Change.ADDED: 'paragraph added'>
    """
    if before[1] == after[1]:
        return Change.HEADLINE
    old, new = before[1].split("\n\n"), after[1].split("\n\n")
    if _in_order(old, new):
        return Change.ADDED
    if _in_order(new, old):
        return Change.REMOVED
    first, second = tokens(before[1])[:COMPARED], tokens(after[1])[:COMPARED]
    likeness = 2 * in_order(first, second) / max(1, len(first) + len(second))
    if likeness >= TYPO:
        return Change.TYPO
    return Change.CORRECTION if likeness >= CORRECTION else Change.REWRITTEN


def _step(before: Article | Version | None, after: Article | Version, *, current: bool) -> Step:
    if before is None:
        change, diff = Change.FIRST, tuple[str, ...]()
    else:
        replayed = before.page_id == after.page_id
        change = Change.RULES if replayed else change_of((before.headline, before.body), (after.headline, after.body))
        diff = tuple(_diff(_lines(before), _lines(after)))
    return Step(after.fetched_at, after.headline, after.body, change, diff, current)


def _diff(old: list[str], new: list[str]) -> Iterable[str]:
    """The lines that differ; all of them where the same lines stand in both over and over."""
    if are_comparable(old, new):
        return islice(unified_diff(old, new, lineterm="", n=0), 2, None)
    return (*(f"-{line}" for line in old), *(f"+{line}" for line in new))


def _lines(text: Article | Version) -> list[str]:
    return [text.headline or "", *text.body.splitlines()]


def _in_order(few: list[str], many: list[str]) -> bool:
    """Whether the paragraphs of one text all stand in another, in their order."""
    rest = iter(many)
    return all(paragraph in rest for paragraph in few)
