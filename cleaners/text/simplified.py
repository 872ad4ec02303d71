"""The simplified form of Chinese text, character by character, so that both scripts compare and search alike."""

import re
from functools import cache

import opencc

_SPANS = ((0x3400, 0xA000), (0x20000, 0x2A6E0))
"""CJK Unified Ideographs, Extension A and Extension B."""

_HAN = re.compile("[" + "".join(f"{chr(first)}-{chr(end - 1)}" for first, end in _SPANS) + "]")


def simplified(text: str) -> str:
    """Traditional characters in their simplified form; nothing moves, so offsets stay good.

    >>> simplified("電影節 at Cannes")
    '电影节 at Cannes'
    """
    if text.isascii() or _HAN.search(text) is None:
        return text
    for char in sorted(_traditional().intersection(text)):  # a table takes ten times as long: most characters are not in it
        text = text.replace(char, _table()[char])
    return text


@cache
def _traditional() -> frozenset[str]:
    return frozenset(_table())


@cache
def _table() -> dict[str, str]:
    """OpenCC's own readings of single characters."""
    characters = [chr(code) for span in _SPANS for code in range(*span)]
    readings = opencc.OpenCC("t2s").convert("\n".join(characters)).split("\n")
    return {old: new for old, new in zip(characters, readings, strict=True) if old != new and len(new) == 1}
