"""GBK text that lost one byte: every character after it is made of two halves, until a pair makes none.

All that may have been meant is weighed against what is shown, by how likely each character is behind the one before it. The
table of that knows none of the texts measured on (``python -m benchmarks.repairs``, 58 Chinese texts, 2026-11): precision
1.000, recall .94.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, islice, pairwise
from math import log

from cleaners.damage.han_pairs import affinity, likelihood
from cleaners.ledger import Repair
from cleaners.text.page_text import PageText, has_han

_SITE = re.compile(r"\?(?=[^\x00-\x7f\ufffd])")
_RUN = re.compile(r"[^\x00-\x7f\ufffd]{1,80}")
_OPENING = "“‘《〈「『【（—…·、。！，：；？"
"""Marks that a run may begin with: a script drops a byte there because it looked like the beginning of one."""
_MARKS = frozenset(_OPENING + "”’》〉」』】）")
_PAIRED = ("“”", "‘’", "《》", "（）", "「」", "『』", "【】")

_GAIN = 1.0
_GAIN_SHORT = 8.0
"""By how much likelier, in logarithms, what was meant must be than what is shown; the latter where it is one mark only. Of 57
honest texts in both scripts with question marks put for their marks, or for every eighth character, none gains as much."""
_END = 2.5
_END_WHOLE = 6.0
"""By how much the best end of a run must beat another one, and one at which nothing else is lost."""
_CLEAR = 4.0
_CLEAR_MARK = 7.0
"""By how much the best reading of a character whose second half is gone must beat the next; marks do for one another."""
_LOST = 4.0
"""What it counts against a reading that a second byte was lost."""
_UNMATCHED = 7.0
"""What it counts against a reading that a quote or a bracket in its line has no other half."""

_AROUND = 120
"""Characters before and behind a run in which its quotes are matched."""
_SAMPLE = 20_000
"""Characters of the page whose pairs are counted."""
_SEEN, _SEEN_AGAIN = 2.0, 1.5
"""How much a pair that the page has elsewhere belongs together at least, and by how much more each time it doubles."""
_MOST = 40
"""Question marks before Chinese looked at on a page."""


@dataclass(frozen=True, slots=True)
class _Reading:
    """What may have been meant, and how much likelier it is than what is shown."""

    gain: float
    end: int
    """Where the run ends in the text."""
    text: str
    last: str
    """The last character, of which the second byte may be gone; it counts as known if no other fits as well."""
    lost: bool


def shifted_bytes(text: str, page: PageText) -> Iterator[Repair]:
    """Put the lost byte back before a run of Chinese that makes no sense, where sense comes of it.

    A character whose second byte is gone for good becomes a replacement character, unless one alone fits.

    >>> [repair.after for repair in shifted_bytes("?耙粠б宦贰苯ㄔO", PageText())]
    ['“一帶一路”建設']
    """
    past = 0
    for at in islice((match.end() for match in _SITE.finditer(text)), _MOST) if has_han(text) else ():
        if at > past and (found := _restored(text, at, page)):
            past, after = found
            yield Repair(at - 1, past, text[at - 1 : past], after, "damage.shifted_bytes")


def _restored(text: str, at: int, page: PageText) -> tuple[int, str] | None:
    """Where a shifted run ends and what was meant; None where nothing better comes of it, or two things as good."""
    run = _RUN.match(text, at)
    shown = run.group() if run else ""
    raw = shown.encode("gbk", "ignore")
    leads = _leads(raw[:1]) if len(raw) == 2 * len(shown) else ()
    readings = [reading for lead in leads for reading in _readings(text, at, lead + raw, page)]
    if not readings:
        return None
    best = max(readings, key=lambda reading: reading.gain)
    if best.gain < (_GAIN if len(best.text) > 1 else _GAIN_SHORT):
        return None
    clear = True
    for other in readings:
        lead = best.gain - other.gain
        if (other.end, other.text) != (best.end, best.text):
            if lead < (_END if other.lost else _END_WHOLE):
                return None
        elif other.last != best.last and best.lost:
            clear = clear and lead >= (_CLEAR_MARK if best.last in _MARKS else _CLEAR)
    return best.end, best.text + (best.last if clear else "\ufffd")


def _leads(trail: bytes) -> tuple[bytes, ...]:
    """The first bytes that make a mark of the second."""
    return tuple(lead for lead in (b"\xa3", b"\xa1") if (mark := _read(lead + trail)) and mark in _OPENING)


def _readings(text: str, at: int, meant: bytes, page: PageText) -> Iterator[_Reading]:
    """Every end that the run at a place may have, with every character whose first half stands there."""
    before = text[max(0, at - 2) : at - 1]
    stop = at + len(meant) // 2
    told = text[stop : stop + 1] == "\ufffd"
    said, gain = "", -_step(before, "?", page)
    for end in range(at, stop + 1):
        first = 2 * (end - at)
        if said and (end == stop or not told):
            following = text[end : end + 3]
            was = [0.0, *accumulate(_step(a, b, page) for a, b in pairwise((text[end - 1], *following[:2].ljust(2, "\n"))))]
            matched = _unmatched(text, at, end, said)
            for last, taken, lost in _lasts(meant[first : first + 1], following):
                alone = _unmatched(text, at, end, said + last) if last in _MARKS else matched
                fits = _step(said[-1], last, page) + _step(last, following[taken : taken + 1], page) - was[taken + 1]
                yield _Reading(gain + fits - _LOST * lost - _UNMATCHED * alone, end + taken, said, last, lost)
        char = _read(meant[first : first + 2])
        if end == stop or not char:
            return
        gain += _step(said[-1:] or before, char, page) - _step(text[end - 1], text[end], page)
        said += char


def _lasts(lead: bytes, following: str) -> Iterator[tuple[str, int, bool]]:
    """The characters that may end a run, how many of the shown ones they take in, and whether a byte of them is gone."""
    if lead < b"\x80":
        yield lead.decode(), 0, False
        return
    if "@" <= following[:1] <= "~" and (char := _read(lead + following[:1].encode())):
        yield char, 1, False
    taken = int(following[:1] == "\ufffd")
    behind = following[taken : taken + 1].encode("gbk", "ignore")[:1]
    for char in _second_halves(lead, behind):
        yield char, taken, True


@lru_cache(maxsize=4096)
def _second_halves(lead: bytes, behind: bytes) -> tuple[str, ...]:
    """The characters that begin with one byte and whose second breaks against the byte behind it."""
    trails = (bytes((trail,)) for trail in range(0x80, 0xFF))
    return tuple(char for trail in trails if (char := _read(lead + trail)) and (not behind or not _read(trail + behind)))


def _unmatched(text: str, at: int, end: int, said: str) -> int:
    """How many quotes and brackets around a run have no other half, once something is said in its place."""
    start = max(text.rfind("\n", 0, at) + 1, at - _AROUND)
    stop = text.find("\n", end, end + _AROUND)
    line = text[start : at - 1] + said + text[end : end + _AROUND if stop < 0 else stop]
    alone = 0
    for opening, closing in map(tuple, _PAIRED):
        opened = False
        for char in line if opening in line or closing in line else "":
            if char == opening:
                alone += opened
                opened = True
            elif char == closing:
                alone += not opened
                opened = False
        alone += opened
    return alone


def _step(left: str, char: str, page: PageText) -> float:
    """How likely a character is behind another, in logarithms."""
    beside = affinity(left, char)
    if seen := _pairs(page.text)[left + char]:
        beside = max(beside, _SEEN) + _SEEN_AGAIN * log(1 + seen)
    return likelihood(char) + beside


@lru_cache(maxsize=4)
def _pairs(text: str) -> Counter[str]:
    """How often each two characters of the page stand side by side."""
    return Counter(map("".join, pairwise(text[:_SAMPLE])))


@lru_cache(maxsize=65536)
def _read(raw: bytes) -> str:
    try:
        return raw.decode("gbk")
    except UnicodeDecodeError:
        return ""
