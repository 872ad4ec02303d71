"""Take titles and lines apart as spam does it: into pieces between separators, words, and pairs of Han characters."""

import re
from collections import Counter
from itertools import chain
from operator import add

from cleaners.text.runs import runs_of
from cleaners.text.titles import key

SEPARATORS = re.compile(
    r"\s*[,，、|｜丨;；_/·•・【】★☆»«›‹\u2190-\u21ff\u25a0-\u25ff\u2600-\u27bf\U0001f000-\U0001faff]+\s*|\s+[-–—I~]+\s+"
    r"|(?<=[\u3400-\u9fffA-Za-z])[-–—](?=[\u3400-\u9fff])|\s+(?=[\u3400-\u9fff])"
)
"""What stands between keywords: the separators of real ones, symbols, and dashes and spaces between Han."""
BARS = re.compile(r"\s*[|｜丨;；_/·•・★☆]+\s*|\s+[-–—]\s+")
"""What parts phrases for certain: a comma may stand in a headline."""
_HAN = re.compile(r"[\u3400-\u9fff]+")
_PAIRED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]+")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]+")
_letters = runs_of(r"[^\W\d_]", r"[^\W\d_\u3040-\u30ff\u3400-\u9fff]{3,}")
_WORD = 3
"""Letters of a word that is looked at."""
_VOWELS = re.compile("[\u064b-\u0652\u0900-\u0dff\u1000-\u109f\u1780-\u17d3]")
"""Scripts that write vowels as signs, which count as no letters of a word."""
_SIGNED_OR_PAIRED = re.compile(f"{_VOWELS.pattern[:-1]}{_PAIRED.pattern[1:]}")
_SIGNED_WORD = re.compile(
    r"(?:[^\W\d_\u3040-\u30ff\u3400-\u9fff]|[\u064b-\u0652\u0900-\u0963\u0970-\u0dff\u1000-\u109f\u1780-\u17d3]){3,}"
)
SMALL_CHANGE = frozenset(
    "怎么 么办 什么 是什 么样 么做 如何 为什 哪些 哪个 哪里 多少 多久 可以 能不 不能 我们 他们 一个 没有 有什 意思 方法"
    " the and for with you how what why when does best are can from your this that".split()
)
"""Words that tell nothing when title and text share them: those of questions."""


def pieces_of(text: str) -> list[str]:
    """The pieces between separators.

    >>> pieces_of("星月网址,星月入口_星月下载")
    ['星月网址', '星月入口', '星月下载']
    """
    return [piece for piece in SEPARATORS.split(text) if len(key(piece)) > 1]


def shared_words(pieces: list[str]) -> set[str]:
    """The words and pairs of Han characters that at least half of the pieces, three or more, have in common."""
    words = Counter(chain.from_iterable(map(words_of, pieces)))
    least = max(3, len(pieces) / 2)
    return {word for word, number in words.items() if number >= least}


def words_of(text: str) -> set[str]:
    """Words of three letters and more in any script, and pairs of Han characters or kana."""
    words = {word for word in _letters(text.lower()) if len(word) >= _WORD}
    if text.isascii() or _SIGNED_OR_PAIRED.search(text) is None:
        return words
    if _VOWELS.search(text):
        words = set(_SIGNED_WORD.findall(text.lower()))
    han = "".join(_PAIRED.findall(text))
    return words.union(map(add, han, han[1:]))


def is_han(text: str) -> bool:
    """Whether a text has more Han characters than words of Latin letters."""
    return sum(map(len, _HAN.findall(text[:2000]))) > len(_LATIN.findall(text[:2000]))


def thrice(pieces: list[str]) -> set[str]:
    """The words of more than three letters that stand in a title three times."""
    words = Counter(word.lower() for piece in pieces for word in _letters(piece) if len(word) >= _WORD)
    return {word for word, number in words.items() if number >= 3 and len(word) > 3}
