"""The ways in which bytes are read in the wrong character set, and what reads them anew."""

import re
from functools import lru_cache

from cleaners.damage.by_ftfy import HIGH_RUN
from cleaners.text.plausible import common_share

Way = tuple[str, str]
"""The character set that shows the text, and the one that was meant: the first gives the bytes back, the second reads them."""

FROM_HAN: tuple[Way, ...] = (
    ("gb18030", "utf-8"),
    ("gb18030", "big5"),
    ("big5", "gb18030"),
    ("big5", "utf-8"),
    ("cp932", "utf-8"),
    ("cp932", "gb18030"),
    ("gb18030", "cp932"),
    ("cp949", "gb18030"),
    ("cp949", "utf-8"),
)
FROM_LATIN: tuple[Way, ...] = tuple(
    (shown, meant) for meant in ("gb18030", "big5", "cp932", "euc_jp", "cp949") for shown in ("sloppy-windows-1252", "latin-1")
)
"""Without controls both give the same bytes, or the second none."""

HAN = re.compile(r"[\u3400-\u9fff\ue000-\uf8ff]")
CONTROL = re.compile("[\u0080-\u009f]")
LETTERS = "".join(bytes((0xC3, byte)).decode("gbk", "ignore") for byte in range(0x80, 0xC0))
_GBK_SIGN = re.compile(rf"[a-z][{LETTERS}](?![\u3400-\u9fff])|鈥[\u3400-\u9fff\ufffd?€]|锛|銆|鐨")
"""An accented letter inside a Latin word, a curly quote, a Chinese comma, stop or 的, as GBK shows their UTF-8 bytes."""
BEGINNING = 120
"""Characters of a line by which it is told."""


@lru_cache(maxsize=4)
def ways_of(line: str) -> tuple[Way, ...]:
    """The ways in which a line may have been misread that are worth a try."""
    if has_han(line):
        return FROM_HAN if _GBK_SIGN.search(line) or _rare(line) else ()
    return FROM_LATIN[:: 1 if CONTROL.search(line) else 2] if has_run(line) else ()


def _rare(line: str) -> bool:
    """Whether a line of Han has hardly a common one among them."""
    sample = line[:BEGINNING]
    return len(HAN.findall(sample)) >= 4 and common_share(sample) < 0.4


@lru_cache(maxsize=4)
def has_han(line: str) -> bool:
    """Whether Han characters stand in a line, or what is in no set."""
    return HAN.search(line) is not None


@lru_cache(maxsize=4)
def has_run(line: str) -> bool:
    """Whether four Western signs stand side by side."""
    return HIGH_RUN.search(line) is not None


def strictly(line: str, way: Way) -> str | None:
    """A line's bytes as one way tells them; None where they are not all of a character."""
    try:
        return line.encode(way[0]).decode(way[1])
    except UnicodeError:
        return None


def reread(line: str, shown: str, meant: str) -> str | None:
    """Read a line's bytes again; a byte that is gone for good becomes one replacement character."""
    try:
        raw = line.replace("\ufffd", "\x1a").encode(shown)
    except UnicodeEncodeError:
        return None
    return re.sub("\ufffd*\x1a\ufffd*|\ufffd+", "\ufffd", raw.decode(meant, "replace"))
