"""Text that was decoded by the wrong character set and written down so. Decided paragraph by paragraph."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from cleaners.damage.anew import decoded_anew
from cleaners.damage.as_utf8 import FIRST, chain, gbk_as_utf8, shows_bytes
from cleaners.damage.cyrillic import ways_to_russian
from cleaners.damage.stretches import stretches
from cleaners.damage.ways import BEGINNING, CONTROL, FROM_HAN, FROM_LATIN, HAN, LETTERS, Way, strictly, ways_of
from cleaners.ledger import Repair
from cleaners.text.page_text import PageText, characters, tells_of_encodings
from cleaners.text.plausible import COMMON_HAN, plausibility

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
_INSIDE = re.compile(r"(?<=[A-Za-z])[\u3400-\u9fff]{1,3}(?=[a-z])")
_ODD = re.compile(f"{FIRST[:-1]}锛銆鐨鈥聽]|[a-z][{LETTERS}]")
"""Without any of these a line of common Han is as it was written."""
_SIGN = re.compile("[\u0080-\u009f\u00a1-\u00ffĂĹВГРСв√∂‚Γ├┬\u3400-\u9fff\ue000-\uf8ff]")
"""One of these stands in any paragraph worth a look: most English pages have none."""
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
        misread = misread or HAN.search(line) is not None
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
            after = decoded_anew(line)
            if after != line and after == chain(line):
                budget -= max(len(line) // _CHEAP, _LEAST // _CHEAP)
            elif after != line or shows_bytes(line):
                budget -= max(len(line) * (_BY_FTFY if after != line else _IN_VAIN), _LEAST)
            elif ways_of(line) or gbk_as_utf8(line) or ways_to_russian(line):
                budget -= _IN_VAIN * len(line)
            yield at, line, after
        at += len(line) + 1


def _is_chinese(line: str) -> bool:
    """Whether a line of Han is right as it is: many common ones, and nothing that shows bytes."""
    sample = line[:BEGINNING]
    return 5 * sum(map(COMMON_HAN.__contains__, sample)) >= 2 * len(sample) and _ODD.search(line) is None


def _way_of(line: str, after: str) -> tuple[Way, ...]:
    """The way in which a line was misread, if one way tells all of it."""
    ways = FROM_HAN if HAN.search(line) else FROM_LATIN
    return tuple(islice((way for way in ways if strictly(line, way) == after), 1))


def _as_others(left: Iterable[tuple[int, str]], ways: Iterable[Way], misread: bool) -> Iterator[Repair]:
    """Read the lines that are left in the ways in which others were misread; on a page of misread Han, stretches of them."""
    spare = _SPARE
    for at, line in left:
        if len(line) <= spare:
            spare -= len(line)
            after = next((after for way in ways if (after := strictly(line, way)) and _likelier(line, after)), None)
            if after:
                yield _narrow(at, line, after)
            elif misread and HAN.search(line):
                yield from stretches(line, at)


def _likelier(before: str, after: str) -> bool:
    """Whether a line is likelier another way, by much if it is Chinese both ways; inside Western words no Han is likely."""
    if after == before or CONTROL.search(after):
        return False
    western = not HAN.search(before) or not HAN.search(after)
    in_words = western and len(_INSIDE.findall(before)) == len(HAN.findall(before)) > 0
    return in_words or plausibility(after) > plausibility(before) + (0 if western else _LIKELIER)


def _narrow(at: int, before: str, after: str) -> Repair:
    """Leave what both share at their ends out of the repair."""
    left = next((i for i, (a, b) in enumerate(zip(before, after, strict=False)) if a != b), min(len(before), len(after)))
    most = min(len(before), len(after)) - left
    right = next((i for i in range(most) if before[-1 - i] != after[-1 - i]), most)
    end = len(before) - right
    return Repair(at + left, at + end, before[left:end], after[left : len(after) - right], "damage.mojibake")
