"""Cut text into the words that are searched: the one analyser behind both databases.

A Latin word is folded and stemmed; a run of Han characters becomes its pairs and its last character alone, so that a
phrase of pairs finds any word of two or more characters and a prefix finds any single one. The n-th token stands at
position n, on SQLite and on PostgreSQL alike.
"""

import re
import unicodedata
from collections.abc import Iterator
from operator import add

from Stemmer import Stemmer

from cleaners.text.runs import runs_of
from cleaners.text.simplified import simplified

VERSION = "3"
"""Kept in the database; when it differs, ``scrapy db rebuild`` makes the index of words anew."""

HAN = "\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f"
"""Scripts written without spaces: Han characters and kana."""

LONGEST = 255
"""Characters of a word that count: PostgreSQL takes no token of 2 KB."""

_OF = r"(?:['’]s\b)?"
_RUN = re.compile(rf"[{HAN}]+|[^\W_{HAN}]+{_OF}")
_WORD = re.compile(rf"[^\W_]+{_OF}")
"""The same where there is no Han."""
_stretches = runs_of(r"[\w'’]")
"""Finds the stretches of letters and apostrophes that hold the words: the same ones come again and again."""
_REMEMBERED = 200_000
"""Stretches whose tokens are remembered."""
_HAN = re.compile(f"[{HAN}]")
_STEMMER = Stemmer("english")


def analyse(text: str) -> Iterator[tuple[str, int, int]]:
    """Each token with the span of the text that it stands for.

    >>> [token for token, _, _ in analyse("The Oscars’ 電影節")]
    ['the', 'oscar', '电影', '影节', '节']
    """
    for match in _RUN.finditer(text):
        if is_han(match[0]):
            yield from _pairs(simplified(match[0]), match.start())
        elif token := _spelled[match[0]]:
            yield token, match.start(), match.end()


def words(text: str, most: int) -> list[str]:
    """The tokens alone, at most so many: what ``analyse`` gives, at a quarter of its cost.

    >>> words("The Oscars’ 電影節", 4)
    ['the', 'oscar', '电影', '影节']
    """
    if not _HAN.search(text):
        return " ".join(map(_spelled.__getitem__, _stretches(text))).split()[:most]
    tokens: list[str] = []
    for run in _RUN.findall(simplified(text)):
        if is_han(run):
            tokens += map(add, run, [*run[1:], ""])
        elif token := _spelled[run]:
            tokens.append(token)
        if len(tokens) >= most:
            break
    return tokens[:most]


def is_han(token: str) -> bool:
    """Whether a token comes from a script without spaces.

    >>> is_han("电影"), is_han("oscar")
    (True, False)
    """
    return token >= HAN[0] and _HAN.match(token) is not None


class _Spellings(dict[str, str]):
    """The tokens of each stretch, between blanks; nearly always one. It answers in half the time of an ``lru_cache``."""

    def __missing__(self, stretch: str) -> str:
        if len(self) >= _REMEMBERED:
            self.clear()
        words = (stretch,) if stretch.isalnum() else _WORD.findall(stretch)
        tokens = self[stretch] = " ".join(filter(None, map(folded, words)))
        return tokens


_spelled = _Spellings()


def folded(word: str) -> str:
    """A word without case, width and accents, its English ending off, and the 's of what belongs to somebody.

    >>> folded("Ｆilms"), folded("Amélie"), folded("Amélie’s")
    ('film', 'ameli', 'ameli')
    """
    word = word[:-2] if word.endswith(("'s", "’s")) else word
    if word.isascii() and word.isalnum():  # most words by far: nothing to take off, at a tenth of the cost
        return str(_STEMMER.stemWord(word.lower()))[:LONGEST]
    bare = "".join(c for c in unicodedata.normalize("NFKD", word.casefold()) if not unicodedata.combining(c))
    plain = re.sub(r"[\W_]", "", unicodedata.normalize("NFKC", bare))
    return (str(_STEMMER.stemWord(plain)) if plain.isascii() else plain)[:LONGEST]


def _pairs(run: str, start: int) -> Iterator[tuple[str, int, int]]:
    for at in range(len(run) - 1):
        yield run[at : at + 2], start + at, start + at + 2
    yield run[-1], start + len(run) - 1, start + len(run)
