"""Readings that conversion scripts leave behind characters: 語(yǔ)."""

import re
from collections.abc import Iterator
from functools import lru_cache
from importlib.metadata import distribution
from itertools import islice, pairwise
from runpy import run_path

from opencc import OpenCC

from cleaners.ledger import Repair
from cleaners.text.page_text import MOST, PageText

_GLOSS = re.compile(r"([\u3400-\u9fff])([(（][a-zü\u00e0-\u00fcāēěīńňōūǎǐǒǔǖǘǚǜǹḿ]{1,6}[)）])")
_LESSON = re.compile(r"拼音|读音|讀音|注音|生字|多音字|读作|讀作|\b[Pp]inyin\b|pronounced")
_LEAST = 3
"""Glosses that a page must have before any is taken out: writers explain one rare character, scripts leave dozens."""


def glosses(text: str, page: PageText) -> Iterator[Repair]:
    """Take out the readings that a script left; readings that somebody meant stay.

    >>> page = PageText("國語(yǔ)片經(jīng)過數(shù)月")
    >>> [repair.before for repair in glosses(page.text, page)]
    ['(yǔ)', '(jīng)', '(shù)']
    """
    if _GLOSS.search(text) is None or page.ruby or not _left_by_script(page.text):
        return
    for match in _verified(text):
        if _everyday(match.group(1)):
            yield Repair(match.start(2), match.end(2), match.group(2), "", "damage.gloss")


def proven_glosses(page: PageText) -> Iterator[str]:
    """The glosses behind everyday Traditional characters, which nobody explains: they tell that a table was at work."""
    if page.ruby or _GLOSS.search(page.text) is None or _LESSON.search(page.text):
        return
    for match in _verified(page.text):
        if _everyday(match.group(1)) and not _simplified(match.group(1)):
            yield match.group()


def _left_by_script(text: str) -> bool:
    found = list(_verified(text))
    everyday = sum(_everyday(match.group(1)) for match in found)
    side_by_side = sum(right.start() == left.end() for left, right in pairwise(found))
    return everyday >= _LEAST and 2 * side_by_side < len(found) and _LESSON.search(text) is None


def _verified(text: str) -> Iterator[re.Match[str]]:
    for match in islice(_GLOSS.finditer(text), MOST):
        if match.group(2)[1:-1] in _readings().get(ord(match.group(1)), "").split(","):
            yield match


def _everyday(char: str) -> bool:
    """Whether a reader needs no help with a character: it, or its Simplified form, is among the first 3,755 of GB 2312."""
    return _simplified(char) or _simplified(_converter().convert(char))


def _simplified(char: str) -> bool:
    return b"\xb0" <= char.encode("gb2312", "ignore")[:1] <= b"\xd7"


@lru_cache(maxsize=1)
def _converter() -> OpenCC:
    return OpenCC("t2s")


@lru_cache(maxsize=1)
def _readings() -> dict[int, str]:
    """The readings of characters, alone: their package would load those of phrases as well, 25 MB and most of the time."""
    file = distribution("pypinyin").locate_file("pypinyin/pinyin_dict.py")
    readings: dict[int, str] = run_path(str(file))["pinyin_dict"]
    return readings
