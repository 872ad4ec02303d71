"""How likely Chinese characters are, alone and side by side: what tells writing from bytes that were read one off."""

import re
from functools import lru_cache
from importlib.resources import files

from cleaners.text.simplified import simplified

_ALIKE = dict(zip("「」『』〈〉", "“”‘’《》", strict=True))
_RANKED = re.compile(r"(\d+)(\D+)")
_BESIDE = re.compile("([A-Z])([^A-Z]+)")
_ZERO = ord("B")
"""The letter of pairs that are as common as chance has it."""
_OTHERS = {"0": 4.0, "a": 4.5, "|": 4.0, " ": 5.0}
"""Digits, Latin letters, the end of a line and white space among Chinese text."""
_UNKNOWN = 13.0
_STRANGERS = -1.0


def likelihood(char: str) -> float:
    """The logarithm of how often a character stands in Chinese text.

    >>> likelihood("的") > likelihood("饰") > likelihood("耙")
    True
    """
    return -_costs().get(_plain(char), _UNKNOWN)


def affinity(left: str, right: str) -> float:
    """By how much more often two characters stand side by side than by chance, in logarithms; both empty at a line's ends.

    >>> affinity("電", "影") > 2 > 0 > affinity("電", "語")
    True
    """
    return _behind(_plain(left)).get(_plain(right), _STRANGERS)


@lru_cache(maxsize=8192)
def _plain(char: str) -> str:
    """A character as the table has it: Simplified, all digits and all letters the same, line ends as one sign."""
    if char in {"", "\n"}:
        return "|"
    if char.isascii() and char.isalnum():
        return "0" if char.isdigit() else "a"
    return _ALIKE.get(char) or simplified(char)


@lru_cache(maxsize=1)
def _table() -> list[str]:
    """The lines that ``benchmarks.training.han_pairs`` wrote: characters by their costs, then one for each first of a pair."""
    return (files("cleaners") / "data" / "han_pairs.txt").read_text("utf-8").splitlines()


@lru_cache(maxsize=1)
def _costs() -> dict[str, float]:
    return {char: int(cost) / 2 for cost, chars in _RANKED.findall(_table()[0]) for char in chars} | _OTHERS


@lru_cache(maxsize=1)
def _lines() -> dict[str, str]:
    """The lines by the first character of their pairs."""
    return {line[0]: line[1:] for line in _table()[1:]}


@lru_cache(maxsize=8192)
def _behind(left: str) -> dict[str, float]:
    """What the table has behind a character: to read all of it takes a tenth of a second, and a page needs little of it."""
    beside = _BESIDE.findall(_lines().get(left, ""))
    return {char: (ord(level) - _ZERO) / 2 for level, chars in beside for char in chars}
