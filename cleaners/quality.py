"""Judges of the text itself. A judge measures and never edits."""

from cleaners.article import Finding
from cleaners.language import HAN

MIN_WEIGHT = 250
"""Least weight of an article: a Latin letter or a figure counts 1, a Han character 3 (a Chinese text says the same in about a
third of the characters). 2026-11, the shortest honest articles in 1,041 labelled pages."""


def weight(text: str) -> int:
    """How much a text says, whatever its script; white space and punctuation count nothing.

    >>> weight("电影"), weight("film 4")
    (6, 5)
    """
    han = len(HAN.findall(text))
    return sum(char.isalnum() for char in text) + 2 * han


def too_short(text: str) -> Finding:
    """Whether there is too little text for an article."""
    value = weight(text)
    return Finding("too_short", value, MIN_WEIGHT, value < MIN_WEIGHT)
