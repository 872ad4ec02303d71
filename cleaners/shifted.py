"""GBK text that lost one byte: every character after it is made of two halves, until a pair makes none."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate, islice, pairwise, takewhile
from math import log

from opencc import OpenCC

from cleaners.ledger import Repair
from cleaners.page_text import MOST, PageText
from cleaners.plausible import COMMON_HAN_RANKS

_SITE = re.compile(r"\?(?=[^\x00-\x7f\ufffd]{2})")
_RUN = re.compile(r"[^\x00-\x7f\ufffd]{1,80}")
_OPENING = "“‘《〈「『【（—…·、。！，：；？"
"""Marks that a run may begin with: a script drops a byte there because it looked like the beginning of one."""

_GAIN = 9.0
_GAIN_EACH = 1.8
"""Least gain of a restored run in logarithms of likelihood, in all and for each character. Honest runs never gain: their
characters are common as they stand. 2026-11, 1,041 labelled texts: see ``python -m benchmarks.repairs``."""

_LAST = 4
"""What a last character that is clear counts for the gain."""

_SAMPLE = 20_000
"""Characters of the page whose pairs are counted."""
_NEAR = 5.0
"""How far from the best end of a run others are tried, in logarithms of likelihood without regard to neighbours."""
_CLEAR = 6.0
"""By how much the best reading of a character whose second half is gone must beat the next."""
_MOST = 100
"""Runs that make no sense looked at on a page."""


def shifted_bytes(text: str, page: PageText) -> Iterator[Repair]:
    """Put the lost byte back before a run of Chinese that makes no sense, where sense comes of it.

    A character whose second byte is gone for good becomes a replacement character, unless one alone fits.

    >>> [repair.after for repair in shifted_bytes("?耙粠б宦贰苯ㄔO", PageText())]
    ['“一帶一路”建設']
    """
    past = 0
    sites = (match.end() for match in islice(_SITE.finditer(text), MOST))
    for at in islice((at for at in sites if _senseless(text[at : at + 4])), _MOST):
        if at > past and (found := _restored(text, at, page)):
            past, after = found
            yield Repair(at - 1, past, text[at - 1 : past], after, "damage.shifted_bytes")


def _senseless(text: str) -> bool:
    return sum(map(_weight, text)) < -7.0 * len(text)


def _restored(text: str, at: int, page: PageText) -> tuple[int, str] | None:
    """Where a shifted run ends and what was meant; None where nothing better comes of it."""
    run = _RUN.match(text, at)
    raw = run.group().encode("gbk", "ignore") if run else b""
    lead = _lead(raw[:1], page)
    shown = run.group()[: len(raw) // 2] if run and lead else ""
    if run is None or not lead or len(shown) < 1 or shown.encode("gbk", "ignore") != raw[: 2 * len(shown)]:
        return None
    meant = lead + raw
    chars = list(takewhile(bool, (_read(meant[2 * i : 2 * i + 2]) for i in range(len(shown)))))
    gains = list(accumulate((_weight(char) - _weight(was) for char, was in zip(chars, shown, strict=False)), initial=0.0))
    if max(gains) < _GAIN - _LAST:
        return None
    told = text[run.end() : run.end() + 1] == "\ufffd" and len(chars) == len(run.group())
    ends = [len(chars)] if told else [size for size, gain in enumerate(gains) if size and gain > max(gains) - _NEAR]
    tried = ((size, *_last(text, at + size, meant[2 * size : 2 * size + 1], "".join(chars[:size]), page)) for size in ends)
    size, end, last, _ = max(tried, key=lambda trial: gains[trial[0]] + trial[3], default=(0, 0, "", 0.0))
    if size == 0 or gains[size] < _GAIN_EACH * size or gains[size] + (_LAST if last else 0) < _GAIN:
        return None
    return end, "".join(chars[:size]) + (last or "\ufffd")


def _lead(trail: bytes, page: PageText) -> bytes:
    """The first byte that makes a mark of the second, by the page's own habit where there are two."""
    marks = {lead: _read(lead + trail) for lead in (b"\xa3", b"\xa1")}
    known = {lead: mark for lead, mark in marks.items() if mark and mark in _OPENING}
    return max(known, key=lambda lead: page.text.count(known[lead], 0, _SAMPLE), default=b"")


def _last(text: str, end: int, lead: bytes, before: str, page: PageText) -> tuple[int, str, float]:
    """The character whose first half ends a run: with the letter behind it, or with a byte that broke; empty where unclear.

    With it comes where the run ends, and how well this end fits its surroundings.
    """
    following = text[end : end + 1]
    if "@" <= following <= "~" and (char := _read(lead + following.encode())):
        return end + 1, char, _fit(before, char, text[end + 1 : end + 2], page)
    end += following == "\ufffd"
    following = text[end : end + 1]
    choices = _second_halves(lead, following.encode("gbk", "ignore")[:1])
    ranked = sorted(((_fit(before, char, following, page), char) for char in choices if char), reverse=True)
    if not ranked:
        return end, "", -20.0
    clear = len(ranked) == 1 or ranked[0][0] - ranked[1][0] >= _CLEAR
    return end, ranked[0][1] if clear else "", ranked[0][0]


@lru_cache(maxsize=4096)
def _second_halves(lead: bytes, behind: bytes) -> tuple[str, ...]:
    """The characters that begin with one byte and whose second breaks against the byte behind it."""
    trails = (bytes((trail,)) for trail in range(0x80, 0xFF))
    return tuple(_read(lead + trail) for trail in trails if not behind or not _read(trail + behind))


def _fit(before: str, char: str, following: str, page: PageText) -> float:
    """How well a character stands between two others, in logarithms; 0 for an average one."""
    fits = _pair(before[-1:] + char, page) + _pair(char + (following or "\n"), page)
    return _weight(char) + 8.0 + fits


def _pair(pair: str, page: PageText) -> float:
    plain = _converter().convert(pair)
    known = 1.7 if plain in _words() else -0.5
    return known + 2.0 * log(1 + _pairs(page.text)[pair])


@lru_cache(maxsize=4)
def _pairs(text: str) -> Counter[str]:
    """How often each two characters of the page stand side by side."""
    return Counter(map("".join, pairwise(text[:_SAMPLE])))


@lru_cache(maxsize=1)
def _words() -> frozenset[str]:
    """The pairs of characters in the phrases of a dictionary, Simplified."""
    from pypinyin.phrases_dict import phrases_dict  # noqa: PLC0415  large, for the few pages that need it

    return frozenset("".join(pair) for phrase in phrases_dict for pair in pairwise(phrase))


@lru_cache(maxsize=1)
def _converter() -> OpenCC:
    return OpenCC("t2s")


@lru_cache(maxsize=8192)
def _weight(char: str) -> float:
    """Logarithm of how often a character stands in Chinese text, roughly."""
    if char in COMMON_HAN_RANKS:
        return -log(COMMON_HAN_RANKS[char] + 25.0)
    if char in _OPENING or char in "”’》〉」』】）":
        return -4.0
    raw = char.encode("gbk", "ignore")
    if raw and b"\xb0" <= raw[:1] <= b"\xd7" and raw[1:] >= b"\xa1":
        return -8.5
    return -10.5 if "\u4e00" <= char <= "\u9fff" else -12.0


@lru_cache(maxsize=65536)
def _read(raw: bytes) -> str:
    try:
        return raw.decode("gbk")
    except UnicodeDecodeError:
        return ""
