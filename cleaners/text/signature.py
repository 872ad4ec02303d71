"""What a text is known by: the hash of its words, the hashes of its shingles, and a sample of those to find likenesses by.

A shingle is three tokens in a row: words, or single characters where the script is Han. Tokens have no case, width,
script or punctuation.
"""

import unicodedata
from functools import lru_cache

import numpy as np
import xxhash
from numpy.typing import NDArray

from cleaners.text.runs import runs_of
from cleaners.text.simplified import simplified

VERSION = 1
"""Stored beside every fingerprint; a change of any constant or step below raises it."""

SIZE = 3
"""Tokens a shingle, in every script. Four Han characters lose texts with a fifth of their characters replaced (2026-11)."""

SAMPLED = np.uint64((1 << 64) // 16 - 1)
FEWEST, MOST = 8, 256
"""Fingerprints an article: the hashes up to SAMPLED, and never fewer or more than these where there are as many."""

_HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f"
_runs = runs_of(r"[^\W_]", rf"[{_HAN}]|[^\W_{_HAN}]+")

Hashes = NDArray[np.uint64]
_FACTORS = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9], np.uint64)
"""Odd numbers, one for each place in a shingle."""


def tokens(text: str) -> list[str]:
    """The words of a text as they are compared; a Han character is a word.

    >>> tokens("Ｔhe 電影, 2026!")
    ['the', '电', '影', '2026']
    """
    return list(_tokens(text))


@lru_cache(maxsize=4)
def _tokens(text: str) -> tuple[str, ...]:
    return tuple(_runs(simplified(unicodedata.normalize("NFKC", text).casefold())))


@lru_cache(maxsize=4)
def _words(text: str) -> list[bytes]:
    """Kept for the next questions about the same text: its hash, its shingles."""
    words = _tokens(text)
    return "\x00".join(words).encode(errors="replace").split(b"\x00") if words else []


def text_hash(text: str) -> bytes | None:
    """Sixteen bytes that two texts share when they have the same words in the same order; None where there are none.

    >>> text_hash("It is out.") == text_hash("IT IS OUT"), text_hash("...")
    (True, None)
    """
    words = _words(text)
    return xxhash.xxh3_128_digest(b"\x00".join(words)) if words else None


def shingles(text: str) -> Hashes:
    """The hashes of a text's shingles, each once, in ascending order.

    >>> len(shingles("one two three four")), len(shingles("one two")), len(shingles("冬日海港首映"))
    (2, 0, 4)
    """
    return _shingles(text)[1]


def shingles_in_order(text: str) -> Hashes:
    """The hashes of a text's shingles as they follow each other.

    >>> len(shingles_in_order("one two three one two three"))
    4
    """
    return _shingles(text)[0]


@lru_cache(maxsize=4)
def _shingles(text: str) -> tuple[Hashes, Hashes]:
    """As they follow each other, and each once."""
    words = _words(text)
    codes = np.fromiter(map(xxhash.xxh3_64_intdigest, words), np.uint64, len(words))
    places = max(0, len(words) - SIZE + 1)
    rolled = sum(codes[at : at + places] * factor for at, factor in enumerate(_FACTORS))
    in_order = _mixed(np.asarray(rolled, np.uint64))
    once = _each_once(in_order)
    for hashes in (in_order, once):
        hashes.setflags(write=False)
    return in_order, once


def fingerprints(hashes: Hashes) -> list[int]:
    """The sample of a text's shingles by which others are found; positive and below 2**63, as databases count.

    >>> len(fingerprints(shingles("one two three four five six")))
    4
    """
    sampled = int(np.searchsorted(hashes, SAMPLED, side="right"))
    return [int(value) for value in hashes[: min(max(sampled, FEWEST), MOST)] >> np.uint64(1)]


def _each_once(values: Hashes) -> Hashes:
    """In ascending order, as ``numpy.unique`` gives them at ten times the cost."""
    values = np.sort(values)
    return values[np.concatenate(([True], values[1:] != values[:-1]))] if len(values) else values


def _mixed(values: Hashes) -> Hashes:
    """MurmurHash3's finaliser: neighbouring sums become unrelated numbers."""
    values = (values ^ (values >> np.uint64(33))) * np.uint64(0xFF51AFD7ED558CCD)
    values = (values ^ (values >> np.uint64(33))) * np.uint64(0xC4CEB9FE1A85EC53)
    return values ^ (values >> np.uint64(33))
