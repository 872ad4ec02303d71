"""Text that was decoded by the wrong character set and written down so. Decided paragraph by paragraph."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice

from cleaners.damage.by_ftfy import HIGH_RUN, by_ftfy
from cleaners.damage.cyrillic import cyrillic
from cleaners.damage.neighbours import turns_neighbour
from cleaners.damage.shown_spaces import with_spaces
from cleaners.damage.stretches import stretches
from cleaners.ledger import Repair
from cleaners.text.alphabets import WINDOWS
from cleaners.text.page_text import PageText, characters, tells_of_encodings
from cleaners.text.plausible import COMMON_HAN, common_share, plausibility

_BUDGET = 40_000
_LEAST = 200
"""Characters read anew, and what a paragraph counts at least."""

_BY_FTFY = 2
"""What a character counts that ftfy reads: a thousand of its worst input take 2 ms (2026-11)."""

_IN_VAIN = 3
"""What a character counts that was read anew for nothing."""

_LOOKED_AT = 8
"""What a line counts at least, whatever it says."""

_CHEAP = 4
"""How many of the characters count as one of those that are UTF-8 throughout: ftfy need not see them."""

_SPARE = 10_000
"""Characters of lines looked through for stretches: of the worst they take 30 ms (2026-11)."""

_ROUNDS = 3
"""How often a text may have been read wrongly, one time on top of the other."""

_AFTER = rf"\u0080-\u00bf{WINDOWS}"
_FIRST = "[Â-ôВГРСв√∂‚Γ├┬\u0080-\u009f]"
_LATIN_FIRST = re.compile(_FIRST)
_LATIN_SIGN = re.compile(
    rf"{_FIRST}(?:(?<=[Â-ô])[{_AFTER}]|(?<=[ВГРС])[©§Ё°іјў«®Ђ-џ]|(?<=в)Ђ|(?<=[√∂])[^\s\d(]|(?<=‚)Ä|(?<=Ã)\s|(?<=[ΓÔ])Ç|(?<=[├┬])\S"
    r"|(?<=[\u0080-\u009f]))"
)
"""The first two bytes of a UTF-8 character as the sets of Windows, Macintosh and DOS show them. Cheap; ftfy decides."""

_GONE = re.compile("([”\ufffd]+)")
"""A character that lost a byte, and the quote that was put for one."""
_HAN = re.compile(r"[\u3400-\u9fff\ue000-\uf8ff]")
_INSIDE = re.compile(r"(?<=[A-Za-z])[\u3400-\u9fff]{1,3}(?=[a-z])")
_IN_WORD = re.compile(r"(?<=[A-Za-z0-9)\].,;:!?%])[\u3400-\u9fff]{1,3}|[\u3400-\u9fff](?=\d)")
_SYLLABLE = re.compile("[\uac00-\ud7a3]")
_FACE = "馃"
"""The first two bytes of any emoji, as GBK shows them."""

_ASCII_LETTER = re.compile("[A-Za-z]")
_CONTROL = re.compile("[\u0080-\u009f]")
_LETTERS = "".join(bytes((0xC3, byte)).decode("gbk", "ignore") for byte in range(0x80, 0xC0))
_GBK_SIGN = re.compile(rf"[a-z][{_LETTERS}](?![\u3400-\u9fff])|鈥[\u3400-\u9fff\ufffd?€]|锛|銆|鐨")
"""An accented letter inside a Latin word, a curly quote, a Chinese comma, stop or 的, as GBK shows their UTF-8 bytes."""

_ODD = re.compile(f"{_FIRST[:-1]}锛銆鐨鈥聽]|[a-z][{_LETTERS}]")
"""Without any of these a line of common Han is as it was written."""
_BEGINNING = 120
"""Characters of a line by which it is told."""

_SIGN = re.compile("[\u0080-\u009f\u00a1-\u00ffВГРС√‚├┬\u3400-\u9fff\ue000-\uf8ff]")
"""One of these stands in any paragraph worth a look: most English pages have none."""

Way = tuple[str, str]
"""The character set that shows the text, and the one that was meant: the first gives the bytes back, the second reads them."""

_FROM_HAN: tuple[Way, ...] = (
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
_FROM_LATIN: tuple[Way, ...] = tuple(
    (shown, meant) for meant in ("gb18030", "big5", "cp932", "euc_jp", "cp949") for shown in ("sloppy-windows-1252", "latin-1")
)
"""Without controls both give the same bytes, or the second none."""
_WAYS = 2
"""Ways in which a page is misread that are tried on the lines which prove none themselves."""
_LIKELIER = 0.4
"""By how much such a line must be likelier, if it is Chinese both ways."""


def mojibake(text: str, page: PageText) -> Iterator[Repair]:
    """Decode damaged paragraphs anew, where the result is far likelier to be writing.

    >>> [repair.after for repair in mojibake("The cafÃ© opens.\\n鐢靛奖鑺傚紑骞曚簡", PageText())]
    ['é', '电影节开幕了']
    """
    if _SIGN.search(characters(text)) is None:
        return
    misread, ways, left = False, dict[Way, None](), list[tuple[int, str]]()
    for at, line, after in _lines_anew(text):
        if after == line:
            left.append((at, line))
            continue
        if tells_of_encodings(page):
            return
        misread = misread or _HAN.search(line) is not None
        ways |= dict.fromkeys(_way_of(line, after)) if len(ways) < _WAYS else {}
        yield _narrow(at, line, after)
    yield from _as_others(left, ways, misread) if ways or misread else ()


def _lines_anew(text: str) -> Iterator[tuple[int, str, str]]:
    """The lines worth a look, where they stand and what they are once decoded anew, as far as the budget goes."""
    at, budget = 0, _BUDGET
    for line in text.split("\n"):
        if not line.isascii() and len(line) <= _CHEAP * budget and _SIGN.search(line):
            budget -= _LOOKED_AT
            if _is_chinese(line):
                yield at, line, line
                at += len(line) + 1
                continue
            after = _decoded_anew(line)
            if after != line and after == _chain(line):
                budget -= max(len(line) // _CHEAP, _LEAST // _CHEAP)
            elif after != line or _shows_bytes(line):
                budget -= max(len(line) * (_BY_FTFY if after != line else _IN_VAIN), _LEAST)
            elif _ways(line) or _as_utf8(line):
                budget -= _IN_VAIN * len(line)
            yield at, line, after
        at += len(line) + 1


def _is_chinese(line: str) -> bool:
    """Whether a line of Han is right as it is: many common ones, and nothing that shows bytes."""
    sample = line[:_BEGINNING]
    return 5 * sum(map(COMMON_HAN.__contains__, sample)) >= 2 * len(sample) and _ODD.search(line) is None


def _decoded_anew(line: str) -> str:
    after = line
    for _ in range(_ROUNDS):
        before, after = after, _bytes_anew(after)
        if after == before:
            break
    return with_spaces(after)


def _bytes_anew(line: str) -> str:
    if chain := _chain(line):
        return chain
    after = _as_utf8(line)
    if after is not None and _read_as_gbk(line, after):
        return after
    if len(line) > _BUDGET:
        return line
    if _has_run(line) and (told := cyrillic(line)):
        return told
    readings = [after for way in _ways(line) if (after := _reread(line, *way)) is not None and _proven(line, after)]
    if readings:
        return max(readings, key=plausibility)
    return by_ftfy(line) if _shows_bytes(line) else line


@lru_cache(maxsize=4)
def _ways(line: str) -> tuple[tuple[str, str], ...]:
    """The ways in which a line may have been misread that are worth a try."""
    if _has_han(line):
        return _FROM_HAN if _GBK_SIGN.search(line) or _rare(line) else ()
    return _FROM_LATIN[:: 1 if _CONTROL.search(line) else 2] if _has_run(line) else ()


@lru_cache(maxsize=4)
def _has_han(line: str) -> bool:
    return _HAN.search(line) is not None


@lru_cache(maxsize=4)
def _has_run(line: str) -> bool:
    return HIGH_RUN.search(line) is not None


@lru_cache(maxsize=4)
def _chain(line: str) -> str | None:
    """A line read as UTF-8 as often as all of it is: twice, or with many bytes, no writing is by chance."""
    after, rounds, long = line, 0, 0
    while rounds < _ROUNDS and (once := _as_utf8(after) or _western_as_utf8(after)):
        if _HAN.search(after) is None:
            long = max(long, len(once.encode()) - len(once))
        after, rounds = once, rounds + 1
    proven = rounds >= 2 or long >= 2
    return after if proven and not HIGH_RUN.search(after) and not _CONTROL.search(after) else None


@lru_cache(maxsize=4)
def _western_as_utf8(line: str) -> str | None:
    """The same of its Western bytes."""
    if not _shows_bytes(line):
        return None
    for shown in ("sloppy-windows-1252", "latin-1", "cp437", "cp850"):
        try:
            return "".join(part if at % 2 else part.encode(shown).decode("utf-8") for at, part in enumerate(_GONE.split(line)))
        except UnicodeError:
            continue
    return None


@lru_cache(maxsize=4)
def _shows_bytes(line: str) -> bool:
    return _LATIN_FIRST.search(line) is not None and _LATIN_SIGN.search(line) is not None


def _way_of(line: str, after: str) -> tuple[Way, ...]:
    """The way in which a line was misread, if one way tells all of it."""
    ways = _FROM_HAN if _HAN.search(line) else _FROM_LATIN
    return tuple(islice((way for way in ways if _strictly(line, way) == after), 1))


def _as_others(left: Iterable[tuple[int, str]], ways: Iterable[Way], misread: bool) -> Iterator[Repair]:
    """Read the lines that are left in the ways in which others were misread; on a page of misread Han, stretches of them."""
    spare = _SPARE
    for at, line in left:
        if len(line) <= spare:
            spare -= len(line)
            after = next((after for way in ways if (after := _strictly(line, way)) and _likelier(line, after)), None)
            if after:
                yield _narrow(at, line, after)
            elif misread and _HAN.search(line):
                yield from stretches(line, at)


def _likelier(before: str, after: str) -> bool:
    """Whether a line is likelier another way, by much if it is Chinese both ways; inside Western words no Han is likely."""
    if after == before or _CONTROL.search(after):
        return False
    western = not _HAN.search(before) or not _HAN.search(after)
    in_words = western and len(_INSIDE.findall(before)) == len(_HAN.findall(before)) > 0
    return in_words or plausibility(after) > plausibility(before) + (0 if western else _LIKELIER)


def _strictly(line: str, way: Way) -> str | None:
    """A line's bytes as one way tells them; None where they are not all of a character."""
    try:
        return line.encode(way[0]).decode(way[1])
    except UnicodeError:
        return None


def _rare(line: str) -> bool:
    """Whether a line of Han has hardly a common one among them."""
    sample = line[:_BEGINNING]
    return len(_HAN.findall(sample)) >= 4 and common_share(sample) < 0.4


def _read_as_gbk(line: str, after: str) -> bool:
    """Whether a line's GBK bytes are UTF-8 throughout: three characters do not come so by chance, nor rare ones in words."""
    odd = {char for char in line if char > "\x7f"}
    in_words = sum(map(len, _IN_WORD.findall(line))) == sum(char > "\x7f" for char in line)
    english = in_words and not odd & COMMON_HAN and len(_ASCII_LETTER.findall(line)) >= 15
    return plausibility(after) > plausibility(line) and (len(odd) >= 3 or english or _FACE in odd)


@lru_cache(maxsize=4)
def _as_utf8(line: str) -> str | None:
    """A line's GBK bytes as UTF-8, None where they are not."""
    return _strictly(line, _FROM_HAN[0]) if _has_han(line) else None


def _reread(line: str, shown: str, meant: str) -> str | None:
    """Read a line's bytes again; a byte that is gone for good becomes one replacement character."""
    try:
        raw = line.replace("\ufffd", "\x1a").encode(shown)
    except UnicodeEncodeError:
        return None
    return re.sub("\ufffd*\x1a\ufffd*|\ufffd+", "\ufffd", raw.decode(meant, "replace"))


def _proven(before: str, after: str) -> bool:
    lost = after.count("\ufffd")
    if lost > before.count("\ufffd") and lost * 8 > len(after):
        return False
    gain = plausibility(after.replace("\ufffd", "")) - plausibility(before)
    if gain > 0.4 and turns_neighbour(before, after):
        return True
    if len(_HAN.findall(after)) >= 3:
        return gain > 0.4 and common_share(after) >= 0.5 and _SYLLABLE.search(after) is None
    english = not _HAN.search(after) and len(_ASCII_LETTER.findall(after)) > len(before) // 2
    return gain > 0.4 and english and lost <= before.count("\ufffd")  # a Japanese name amid English lost its characters


def _narrow(at: int, before: str, after: str) -> Repair:
    """Leave what both share at their ends out of the repair."""
    left = next((i for i, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), min(len(before), len(after)))
    most = min(len(before), len(after)) - left
    right = next((i for i in range(most) if before[-1 - i] != after[-1 - i]), most)
    end = len(before) - right
    return Repair(at + left, at + end, before[left:end], after[left : len(after) - right], "damage.mojibake")
