"""Characters in forms that nobody types: accents apart from their letters, radicals for the characters that look like them."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import islice

from cleaners.ledger import Repair
from cleaners.text.page_text import MOST, PageText, characters

_APART = re.compile("[\u0300-\u0345]")
_WRITTEN_APART = re.compile("[A-Za-zÀ-ɏḀ-ỿ][\u0300-\u0345]{1,3}")
_SPARSE = 400
"""Characters of English to each article at most; it has one in a hundred."""
_RADICAL = re.compile("[\u2e80-\u2fd5]")
_AMONG_HAN = re.compile("(?<=[\u3400-\u9fff，。、《“])[\u2e80-\u2fd5]+|[\u2e80-\u2fd5]+(?=[\u3400-\u9fff，。、》”])")
_ABOUT_RADICALS = re.compile(r"部首|偏旁|康熙字典|\bradicals?\b", re.I)
_SUPPLEMENT = dict(
    zip(
        "⺁⺠⺩⺼⻁⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻪⻬⻮⻰⻳",
        "厂民王月虎西见角贝车长门青韦页风飞食马骨鬼鱼鸟麦黄黾齐齿龙龟",
        strict=True,
    )
)
"""Those of the supplement that look like a character: Unicode says it of two of them only."""


def decomposed(text: str, page: PageText) -> Iterator[Repair]:
    r"""Put letter and accent together in English pages, where one character is both; other languages may write so throughout.

    >>> page = PageText("All of the cafe\u0301s")
    >>> [repair.after for repair in decomposed(page.text, page)]
    ['é']
    """
    if _APART.search(characters(text)) is None or _SPARSE * page.text.count(" the ") < len(page.text):
        return
    for match in islice(_WRITTEN_APART.finditer(text), 4 * MOST):
        after = unicodedata.normalize("NFC", match.group())
        if after != match.group():
            yield Repair(*match.span(), match.group(), after, "damage.decomposed")


def radicals(text: str, page: PageText) -> Iterator[Repair]:
    """Put characters for the radicals that look like them, as printed pages have them copied; who tells of radicals means them.

    >>> [repair.after for repair in radicals("影⼈与⻔票", PageText())]
    ['人', '门']
    """
    if _RADICAL.search(characters(text)) is None or _ABOUT_RADICALS.search(text):
        return
    for match in islice(_AMONG_HAN.finditer(text), MOST):
        after = "".join(_SUPPLEMENT.get(char) or unicodedata.normalize("NFKC", char) for char in match.group())
        if after != match.group():
            yield Repair(*match.span(), match.group(), after, "damage.radical")
