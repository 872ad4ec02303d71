"""Find the words of a text in a third of the time that a pattern takes, where one byte a character can write it."""

import re
from collections.abc import Callable

_WESTERN = "cp1252"
"""Has the letters of Western Europe, curly quotes and dashes: what English pages are written in."""


def runs_of(characters: str, otherwise: str = "") -> Callable[[str], list[str]]:
    r"""Make what finds all runs of characters of a class, the class as a pattern writes it.

    ``otherwise`` is the pattern for texts with other characters; it must find the same in Western ones, or less.

    >>> runs_of(r"[^\W\d_]")("The café’s 2nd crew"), runs_of(r"[^\W\d_]")("film 电影")
    (['The', 'café', 's', 'nd', 'crew'], ['film', '电影'])
    """
    kind, pattern = re.compile(characters), re.compile(otherwise or f"{characters}+")
    shown = bytes(range(256)).decode(_WESTERN, "replace")
    table = bytes(code if kind.match(char) else 32 for code, char in enumerate(shown))

    def runs(text: str) -> list[str]:
        try:
            return text.encode(_WESTERN).translate(table).decode(_WESTERN).split()
        except UnicodeEncodeError:
            return pattern.findall(text)

    return runs
