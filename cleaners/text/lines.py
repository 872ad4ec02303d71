"""Take whole lines out of a text: what the cleaners of lines share."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from cleaners.ledger import Reason, Removal
from cleaners.text.simplified import simplified

MOST = 3_000
"""Paragraphs of a text that are looked at: as many as blocks of a page."""
_LABEL = 80
"""Longest line that is read in simplified characters, as the rules are written: those of Traditional pages are short."""


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """Lines that match from end to end leave the text. ``longest`` bounds what is looked at, and so the time."""

    name: str
    reason: Reason
    pattern: re.Pattern[str]
    longest: int = 200

    def takes(self, line: str) -> bool:
        """Whether the rule takes a line."""
        return len(line) <= self.longest and self.pattern.fullmatch(line) is not None


def rule(name: str, reason: Reason, *patterns: str, longest: int = 200) -> Rule:
    """Build a rule of several patterns, any of which may match; case does not count.

    A range of Han is best shielded by ``(?-i:...)``: to fold its thousands of characters takes milliseconds at every start.
    """
    return Rule(name, reason, re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.I), longest)


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of a text and its place."""

    text: str
    start: int

    def removal(self, reason: Reason, rule: str) -> Removal:
        """Take the line out."""
        return Removal(self.start, self.start + len(self.text), self.text, reason, rule)


@lru_cache(maxsize=2)
def lines_of(text: str) -> tuple[Line, ...]:
    """The paragraphs of a text whose white space is even."""
    lines, at = [], 0
    for line in text.split("\n", 2 * MOST)[: 2 * MOST]:
        if line:
            lines.append(Line(line, at))
        at += len(line) + 1
    return tuple(lines)


def taken(text: str, rules: Iterable[Rule]) -> Iterator[Removal]:
    """The lines that any of the rules takes, under the first that does."""
    rules = tuple(rules)
    longest = max(rule.longest for rule in rules)
    for line in lines_of(text):
        if len(line.text) <= longest and (found := first(rules, line.text)) is not None:
            yield line.removal(found.reason, found.name)


@lru_cache(maxsize=4096)
def first(rules: tuple[Rule, ...], line: str) -> Rule | None:
    """The first rule that takes a line; kept, for each text is read again until nothing more is found."""
    at_once, longest = _at_once(rules)
    size = len(line)
    line = _as_written(line) if size <= _LABEL and not line.isascii() else line
    if size > longest or at_once.fullmatch(line) is not None:
        for rule in rules:
            if size <= rule.longest and rule.pattern.fullmatch(line) is not None:
                return rule
    return None


_as_written = lru_cache(maxsize=4096)(simplified)
"""Kept, for every set of rules asks for it."""


@lru_cache(maxsize=64)
def _at_once(rules: tuple[Rule, ...]) -> tuple[re.Pattern[str], int]:
    """All the rules as one, so that the many lines which none takes cost one question, and how long a line may be for it."""
    pattern = "|".join(f"(?:{rule.pattern.pattern})" for rule in rules)
    return re.compile(pattern, re.I), min(rule.longest for rule in rules)
