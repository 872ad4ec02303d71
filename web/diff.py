"""How two texts differ, paragraph by paragraph and, inside changed ones, word by word (for Chinese: character by character)."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from storage.articles.alike import are_comparable

_WORD = re.compile(r"(?:[\u3400-\u9fff]|[^\W\u3400-\u9fff]+|[^\w\s])\s*|\s+")
"""A word, a Chinese character or a mark, with the space after it."""
ALIKE = 0.5
"""The share of common words below which a paragraph is shown as written anew: single words would be confetti."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How two texts are alike: words (Chinese characters) that both have, and those that only one has, whatever their order."""

    both: int
    first_only: int
    second_only: int

    @property
    def share(self) -> float:
        """The part of all their words that both have."""
        return 2 * self.both / max(1, 2 * self.both + self.first_only + self.second_only)


def likeness(first: str, second: str) -> Likeness:
    """Compare the words of two texts, in time that grows with their length.

    >>> likeness("a red roof", "a blue roof and a door")
    Likeness(both=2, first_only=1, second_only=4)
    """
    old, new = (Counter(word.strip() for word in _WORD.findall(text) if word[0].isalnum()) for text in (first, second))
    both = (old & new).total()
    return Likeness(both, old.total() - both, new.total() - both)


@dataclass(frozen=True, slots=True)
class Change:
    """A run of text that both have (``same``), only the first (``gone``) or only the second (``came``)."""

    kind: str
    text: str


def differences(first: str, second: str) -> list[list[Change]]:
    """The changes, one list a paragraph.

    >>> differences("A red roof.", "A blue roof.")[0][1:3]
    [Change(kind='gone', text='red '), Change(kind='came', text='blue ')]
    """
    old, new = first.split("\n\n"), second.split("\n\n")
    paragraphs: list[list[Change]] = []
    for kind, i, j, k, m in _steps(old, new):
        if kind == "equal":
            paragraphs += [[Change("same", text)] for text in old[i:j]]
            continue
        pairs = min(j - i, m - k)
        paragraphs += [list(_words(a, b)) for a, b in zip(old[i : i + pairs], new[k : k + pairs], strict=True)]
        paragraphs += [[Change("gone", text)] for text in old[i + pairs : j]]
        paragraphs += [[Change("came", text)] for text in new[k + pairs : m]]
    return paragraphs


def _steps(old: list[str], new: list[str]) -> Sequence[tuple[str, int, int, int, int]]:
    """What became of the paragraphs; where too many are the same, each is set against its like."""
    if not are_comparable(old, new):
        return [("replace", 0, len(old), 0, len(new))]
    return SequenceMatcher(a=old, b=new).get_opcodes()


def _words(first: str, second: str) -> Iterator[Change]:
    old, new = _WORD.findall(first), _WORD.findall(second)
    matcher = SequenceMatcher(a=old, b=new, autojunk=False)
    if not are_comparable(old, new) or matcher.ratio() < ALIKE:
        yield from (Change("gone", first), Change("came", second))
        return
    for kind, i, j, k, m in matcher.get_opcodes():
        if kind == "equal":
            yield Change("same", "".join(old[i:j]))
            continue
        if j > i:
            yield Change("gone", "".join(old[i:j]))
        if m > k:
            yield Change("came", "".join(new[k:m]))
