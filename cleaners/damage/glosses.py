"""Readings that conversion scripts leave behind characters: 語(yǔ)."""

import re
from collections.abc import Iterator
from functools import lru_cache
from importlib.metadata import distribution
from itertools import islice, pairwise
from runpy import run_path
from unicodedata import normalize

from cleaners.ledger import Repair
from cleaners.text.page_text import MOST, PageText, has_han
from cleaners.text.simplified import simplified

_LATIN = "A-ZÜ\u00c0-\u00dcĀĒĚĪŃŇŌŪǍǏǑǓa-zü\u00e0-\u00fcāēěīńňōūǎǐǒǔǖǘǚǜǹḿ"
_SPACE = "[ \xa0\u200b\ufeff]?"
_GLOSS = re.compile(
    rf"([\u3400-\u9fff])({_SPACE}[(（\[【〔<{{［｛〈《「|/]{_SPACE}([{_LATIN}ａ-ｚ\u0300-\u030c]{{1,8}}[1-5]?|[\u3105-\u312fˊˇˋ˙]{{1,5}})"
    rf"{_SPACE}[)）\]】〕>}}］｝〉》」|/])"
)
_PLAIN = re.compile("[A-Za-z]+")
"""A reading without its tone."""
_LIGHT = re.compile("^(˙)(.*)")
"""The light tone, which zhuyin marks in front: 嗎(˙ㄇㄚ)."""
_LESSON = re.compile(r"拼音|读音|讀音|注音|生字|多音字|读作|讀作|\b[Pp]inyin\b|pronounced")
_LEAST = 3
"""Glosses that a page must have before any is taken out: writers explain one rare character, scripts leave dozens."""
_LEAST_PLAIN = 5
"""The same where all are without tones: they may be initials, or what somebody calls himself."""


def glosses(text: str, page: PageText) -> Iterator[Repair]:
    """Take out the readings that a script left; readings that somebody meant stay.

    >>> page = PageText("國語(yǔ)片經[jīng]過數(ㄕㄨˋ)月")
    >>> [repair.before for repair in glosses(page.text, page)]
    ['(yǔ)', '[jīng]', '(ㄕㄨˋ)']
    """
    if not has_han(text) or _GLOSS.search(text) is None or page.ruby or not _left_by_script(page.text):
        return
    for match in _verified(text):
        if _everyday(match.group(1)):
            yield Repair(match.start(2), match.end(2), match.group(2), "", "damage.gloss")


def proven_glosses(page: PageText) -> Iterator[str]:
    """The glosses behind everyday Traditional characters, which nobody explains: they tell that a table was at work."""
    if page.ruby or not has_han(page.text) or _GLOSS.search(page.text) is None or _LESSON.search(page.text):
        return
    for match in _verified(page.text):
        if _everyday(match.group(1)) and not _is_common(match.group(1)) and not _PLAIN.fullmatch(match.group(3)):
            yield match.group()


def _left_by_script(text: str) -> bool:
    found = list(_verified(text))
    everyday = [match for match in found if _everyday(match.group(1))]
    plain = all(_PLAIN.fullmatch(match.group(3)) for match in everyday)
    side_by_side = sum(right.start() == left.end() for left, right in pairwise(found))
    enough = len(everyday) >= (_LEAST_PLAIN if plain else _LEAST)
    return enough and 2 * side_by_side < len(found) and _LESSON.search(text) is None


def _verified(text: str) -> Iterator[re.Match[str]]:
    for match in islice(_GLOSS.finditer(text), MOST):
        if _is_reading(match.group(1), normalize("NFKC", match.group(3).lower())):
            yield match


def _is_reading(char: str, gloss: str) -> bool:
    """Whether a character is read so. Most are in the table, and 影(IMAX) begins and ends as none: neither is converted."""
    toned = _readings().get(ord(char), "").split(",")
    if max(gloss) > "\u3100":
        return _LIGHT.sub(r"\2\1", gloss) in _readings_of(char)
    likely = any(_ends(gloss) == _ends(reading) for reading in toned if reading)
    return gloss in toned or (likely and gloss in _readings_of(char))


def _ends(text: str) -> list[str]:
    """The first letter and the last, without a tone; v is written for ü. Nothing of a tone's mark alone."""
    letters = [letter for letter in normalize("NFD", text.replace("v", "u")) if letter.isalpha()]
    return letters[:1] + letters[-1:]


@lru_cache(maxsize=1024)
def _readings_of(char: str) -> frozenset[str]:
    """How a character may be read: with and without its tones, with numbers for them, in zhuyin."""
    from pypinyin import Style  # noqa: PLC0415  loads the readings of phrases: for the few glosses that ask for it
    from pypinyin.style import convert  # noqa: PLC0415

    toned = _readings().get(ord(char), "").split(",")
    styles = (Style.NORMAL, Style.TONE3, Style.BOPOMOFO)
    return frozenset((*toned, *(convert(reading, style, strict=False) for reading in toned for style in styles)))


def _everyday(char: str) -> bool:
    """Whether a reader needs no help with a character: it, or its Simplified form, is among the first 3,755 of GB 2312."""
    return _is_common(char) or _is_common(simplified(char))


def _is_common(char: str) -> bool:
    return b"\xb0" <= char.encode("gb2312", "ignore")[:1] <= b"\xd7"


@lru_cache(maxsize=1)
def _readings() -> dict[int, str]:
    """The readings of characters, alone: their package would load those of phrases as well, 25 MB and most of the time."""
    file = distribution("pypinyin").locate_file("pypinyin/pinyin_dict.py")
    readings: dict[int, str] = run_path(str(file))["pinyin_dict"]
    return readings
