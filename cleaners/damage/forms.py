"""Characters in forms that nobody types: accents apart from their letters, radicals for the characters that look like them."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import islice

from cleaners.ledger import Repair
from cleaners.text.page_text import MOST, PageText, characters, has_han

_APART = re.compile("[\u0300-\u0345]")
_WRITTEN_APART = re.compile("[A-Za-zÀ-ɏḀ-ỿ][\u0300-\u0345]{1,3}")
_SPARSE = 400
"""Characters of English to each article at most; it has one in a hundred."""
_RADICAL = re.compile("[\u2e80-\u2fd5]")
_AMONG_HAN = re.compile("(?<=[\u3400-\u9fff，。、《“])[\u2e80-\u2fd5]+|[\u2e80-\u2fd5]+(?=[\u3400-\u9fff，。、》”])")
_ABOUT_RADICALS = re.compile(r"部首|偏旁|康熙字典|\bradicals?\b", re.I)
_UPRIGHT = str.maketrans("︐︑︒︓︔︕︖︱︵︶︷︸︹︺︻︼︽︾﹁﹂﹃﹄", "，、。：；！？—（）｛｝〔〕【】《》「」『』")
"""What columns have for marks, and lines; not the colon, which is typed in Hong Kong."""
_COLUMN = f"[{''.join(map(chr, _UPRIGHT))}]{{1,2}}"
_TWICE = re.compile("[\uf900-\ufa0d]")
_IN_COLUMNS = re.compile(f"(?<=[\u3400-\u9fff]){_COLUMN}|{_COLUMN}(?=[\u3400-\u9fff])")
_FACE = "︿"
"""Whoever writes it draws faces with the others."""
_ALONE = r"[\u3400-\u9fff\d《》“”（）、，。：；！？…—] "
_SPACED = re.compile(rf"(?<!\S)(?<!{_ALONE})(?:{_ALONE}){{12,}}+(?:[\u3400-\u9fff》”）。！？…](?!\S))?")
_STOP = re.compile("[，。：；！？]")
"""A stop among characters tells that they are a sentence, not a list of characters to learn."""
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


def other_forms(text: str, page: PageText) -> Iterator[Repair]:
    """Put the usual character for one that another set had twice, and marks of lines for those of columns.

    >>> [repair.after for repair in other_forms("林嵐的\uf90a獎︵上︶︒", PageText())]
    ['金', '（', '）。']
    """
    written = characters(text)
    columns = _FACE not in written and any(ord(char) in _UPRIGHT for char in written)
    found = [*islice(_TWICE.finditer(text), MOST)] if _TWICE.search(written) else []
    found += islice(_IN_COLUMNS.finditer(text), MOST) if columns else ()
    for match in found:
        after = unicodedata.normalize("NFC", match.group()).translate(_UPRIGHT)
        if after != match.group():
            yield Repair(*match.span(), match.group(), after, "damage.other_form")


def spaced_characters(text: str, page: PageText) -> Iterator[Repair]:
    """Join Han characters that stand apart one by one, in sentences.

    >>> [repair.after for repair in spaced_characters("导 演 携 新 片 亮 相 ， 观 众 反 响 热 烈 。", PageText())]
    ['导演携新片亮相，观众反响热烈。']
    """
    for match in islice(_SPACED.finditer(text), MOST) if has_han(text) else ():
        before = match.group().rstrip()
        if _STOP.search(before):
            end = match.start() + len(before)
            yield Repair(match.start(), end, before, before.replace(" ", ""), "damage.spaced_characters")


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
