"""Lines whose bytes are UTF-8 throughout, whatever set shows them: no writing is so by chance."""

import re
from functools import lru_cache

from cleaners.damage.by_ftfy import HIGH_RUN
from cleaners.damage.ways import FROM_HAN, HAN, has_han, reread, strictly
from cleaners.text.alphabets import WINDOWS

ROUNDS = 3
"""How often a text may have been read wrongly, one time on top of the other."""
_AFTER = rf"\u0080-\u00bf{WINDOWS}"
FIRST = "[Â-ôĂĹВГРСв√∂‚Γ├┬\u0080-\u009f]"
_LATIN_FIRST = re.compile(FIRST)
_LATIN_SIGN = re.compile(
    rf"{FIRST}(?:(?<=[Â-ôĂĹ])[{_AFTER}ˇ˘Łłş]|(?<=[ВГРС])[©§±µЁ°іјў«®Ђ-џ]|(?<=в)Ђ|(?<=[√∂])[^\s\d(]|(?<=‚)Ä|(?<=Ã)\s|(?<=[ΓÔ])Ç|(?<=[├┬])\S"
    r"|(?<=[\u0080-\u009f]))"
)
"""The first two bytes of a UTF-8 character as the sets of Windows, Macintosh and DOS show them. Cheap; ftfy decides."""

_TORN = "”"
"""The quote that was put for one of whose bytes one has no character in Western Windows."""
_SHOWN = ("sloppy-windows-1252", "latin-1", "sloppy-windows-1250", "sloppy-windows-1251", "cp437", "cp850", "mac-roman")
_NO_TEXT = re.compile("[\u0080-\u009f\ue000-\uf8ff]")


@lru_cache(maxsize=4)
def chain(line: str) -> str | None:
    """A line read as UTF-8 as often as all of it is: twice, or with many bytes, no writing is by chance."""
    after, rounds, long = line, 0, 0
    while rounds < ROUNDS and (once := gbk_as_utf8(after) or _western_as_utf8(after)):
        if HAN.search(after) is None:
            long = max(long, len(once.encode()) - len(once))
        after, rounds = once, rounds + 1
    proven = rounds >= 2 or long >= 2
    return after if proven and not HIGH_RUN.search(after) and not _NO_TEXT.search(after) else None


@lru_cache(maxsize=4)
def gbk_as_utf8(line: str) -> str | None:
    """A line's GBK bytes as UTF-8, None where they are not."""
    return strictly(line, FROM_HAN[0]) if has_han(line) else None


@lru_cache(maxsize=4)
def _western_as_utf8(line: str) -> str | None:
    """The same of its Western bytes."""
    if not shows_bytes(line):
        return None
    for shown in _SHOWN:
        parts = [_from_western(part, shown) for part in line.split(_TORN)]
        if None not in parts:
            return _TORN.join(part or "" for part in parts)
    return None


def _from_western(text: str, shown: str) -> str | None:
    if "\ufffd" not in text:
        return strictly(text, (shown, "utf-8"))
    after = reread(text, shown, "utf-8")
    return after if after is not None and after.count("\ufffd") <= text.count("\ufffd") else None


@lru_cache(maxsize=4)
def shows_bytes(line: str) -> bool:
    """Whether a Western line has what looks like a character of UTF-8."""
    return _LATIN_FIRST.search(line) is not None and _LATIN_SIGN.search(line) is not None
