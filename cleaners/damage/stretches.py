"""Stretches inside a line that were read in the wrong character set, the rest of it rightly: what stands between two tags."""

import re
from collections.abc import Iterator

from cleaners.ledger import Repair
from cleaners.text.plausible import COMMON_HAN

_RUN = re.compile(r"[^\x00-\x7f]{2,}")
_MARKS = frozenset("，。、；：？！（）《》“”‘’—…·")
_SURE = frozenset("鈥锛銆")
"""How GBK shows the first bytes of a curly quote or dash, of a full-width comma, of a Chinese stop: hardly else written."""
_SHORTEST = 3
"""Characters of a stretch at least that has none of those: two of UTF-8 in three of GBK."""
_LONGEST = 90
"""Characters of a stretch at most."""
_FIRST = frozenset((*range(0xE2, 0xEA), 0xEF))
"""With which bytes a Chinese character, a quote or a dash begins in UTF-8: common characters of GBK begin with lower ones."""
_COMMON = 0.6
"""Share of common characters and marks in what it says."""


def stretches(line: str, at: int) -> Iterator[Repair]:
    """Read stretches of GBK as UTF-8, on a page that has whole lines of such.

    >>> [repair.after for repair in stretches("2016骞达紝他来到娉曞緥系", 0)]
    ['年，', '法律']
    """
    for run in _RUN.finditer(line):
        text, start = run.group(), 0
        while start < len(text) - 1:
            end, after = _longest(text, start)
            if after:
                yield Repair(at + run.start() + start, at + run.start() + end, text[start:end], after, "damage.mojibake")
            start = end


def _longest(text: str, start: int) -> tuple[int, str]:
    """The end of the longest stretch from a place on whose bytes are UTF-8, and what it says; the next place where none is."""
    raw, ends = b"", [0]
    for char in text[start : start + _LONGEST]:
        raw += char.encode("gb18030", "replace")
        ends.append(len(raw))
        if raw[0] not in _FIRST or not 0x80 <= raw[1] < 0xC0 or _broken(raw):
            break
    while len(ends) > _SHORTEST - 1:
        try:
            after = raw[: ends[-1]].decode("utf-8")
        except UnicodeDecodeError:
            ends.pop()
            continue
        if not _is_good(after[-1]):
            ends.pop()
            continue
        size = len(ends) - 1
        return (start + size, after) if _says_something(text[start : start + size], after) else (start + 1, "")
    return start + 1, ""


def _broken(raw: bytes) -> bool:
    """Whether bytes are no UTF-8, and will be none whatever follows."""
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.reason != "unexpected end of data"
    return False


def _is_good(char: str) -> bool:
    return char in COMMON_HAN or char in _MARKS or char.isascii()


def _says_something(before: str, after: str) -> bool:
    good = sum(map(_is_good, after))
    odd = sum(char in COMMON_HAN for char in before)
    sure = before[0] in _SURE or len(before) >= _SHORTEST
    return sure and after.isprintable() and good >= _COMMON * len(after) and 2 * odd <= len(before)
