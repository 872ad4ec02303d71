"""What the characters of a page's blocks say about them, before their place on the page is looked at."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import numpy as np

from cleaners.body.places import Array
from cleaners.document import Document
from cleaners.markup.tree import Block
from cleaners.text.runs import runs_of

tokens_of = runs_of(r"\w", r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|[^\W\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+")
"""Finds words, and single Han characters or kana."""
_HAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_CLOSERS = frozenset('.!?。！？…"“”’』」》:;：;)')
_STOPS = frozenset('.!?。！？”"')
_KINDS = ("word", "han", "upper", "stop", "pause", "quote")
"""Kinds of character that are counted, one bit each: a stop ends a sentence by itself, a pause before white space."""
_MARKS = {"stop": "。！？", "pause": ".!?…", "quote": '"“”’'}
_ALIKE_LENGTH = 2
"""A block so many times as long as the page's title, or as short, cannot be it."""


def characters_of(blocks: Sequence[Block], title: str) -> dict[str, Array]:
    """Measure every block by its characters; ``title_alike`` by the words that it shares with the page's title."""
    texts = [block.text for block in blocks]
    lengths = np.array([len(text) for text in texts], float)
    count = _counted(texts, lengths.astype(np.intp))
    density = np.array([block.link_chars for block in blocks], float) / np.maximum(1, lengths)
    closed = np.array([text[-1:] in _CLOSERS for text in texts], float)
    weight = count["word"] + 0.6 * count["han"]
    return {
        "tokens": count["word"] + count["han"],
        "weight": weight,
        "length": lengths,
        "sentences": count["end"],
        "closed": closed,
        "stopped": np.array([text[-1:] in _STOPS for text in texts], float),
        "capitals": count["upper"] / np.maximum(1, lengths),
        "quotes": count["quote"],
        "link_density": density,
        "title_alike": _title_alike(texts, count["word"] + count["han"], title),
        "hidden": np.array([block.hidden for block in blocks], float),
        "prose": np.where((density < 0.4) & ((weight >= 12) | ((weight >= 6) & (closed > 0))), weight, 0.0),
    }


def _counted(texts: Sequence[str], lengths: np.ndarray[Any, np.dtype[np.intp]]) -> dict[str, Array]:
    """How many words, Han characters, capitals, ends of sentences and quotes each text holds, all counted at once."""
    codes = np.frombuffer(("\n".join(texts) + "\n").encode("utf-32-le", "surrogatepass"), np.uint32)
    kinds = _kinds_of_characters().take(codes, mode="clip")
    starts = np.zeros(len(texts), np.intp)
    np.cumsum(lengths[:-1] + 1, out=starts[1:])
    bit = {kind: np.uint8(1 << position) for position, kind in enumerate(_KINDS)}
    word, before = kinds & bit["word"] != 0, np.zeros(len(kinds), bool)
    before[1:] = word[:-1]
    space = np.ones(len(kinds), bool)
    space[:-1] = (codes[1:] == 32) | (codes[1:] == 10) | (kinds[1:] & bit["quote"] != 0)
    marks = {
        "word": word & ~before,
        "han": kinds & bit["han"] != 0,
        "upper": kinds & bit["upper"] != 0,
        "end": (kinds & bit["stop"] != 0) | ((kinds & bit["pause"] != 0) & space),
        "quote": kinds & bit["quote"] != 0,
    }
    return {kind: np.add.reduceat(mark, starts, dtype=np.int32).astype(float) for kind, mark in marks.items()}


@lru_cache(maxsize=1)
def _kinds_of_characters() -> np.ndarray[Any, np.dtype[np.uint8]]:
    """For every code point of the basic plane its kinds, as bits; all beyond it are like the last, of no kind."""
    plane = "".join(map(chr, range(0xFFFF)))
    bit = {kind: np.uint8(1 << position) for position, kind in enumerate(_KINDS)}
    kinds = np.zeros(len(plane) + 1, np.uint8)
    kinds[:-1] = np.fromiter(map(str.isalnum, plane), bool) * bit["word"]
    kinds[ord("_")] = bit["word"]
    kinds[[found.start() for found in _HAN.finditer(plane)]] = bit["han"]
    kinds[:-1] |= np.fromiter(map(str.isupper, plane), bool) * bit["upper"]
    for kind, marks in _MARKS.items():
        kinds[list(map(ord, marks))] |= bit[kind]
    return kinds


def _title_alike(texts: Sequence[str], tokens: Array, title: str) -> Array:
    """Of the words of each text and the title the share that they have in common."""
    own = frozenset(tokens_of(title.lower()))
    alike = np.zeros(len(texts))
    near = (tokens * _ALIKE_LENGTH >= len(own)) & (tokens <= _ALIKE_LENGTH * len(own))
    for at in np.nonzero(near)[0].tolist() if own else ():
        lowered = texts[at].lower()
        if not any(map(lowered.__contains__, own)):
            continue
        words = frozenset(tokens_of(lowered))
        alike[at] = len(words & own) / len(words | own)
    return alike


def told_title(document: Document) -> str:
    """The title that a page gives those who share it, else the one in its head, as it stands."""
    named = document.structured.first("og:title", "twitter:title")
    if named or document.tree is None:
        return named or ""
    return " ".join(document.title.text_content().split()) if document.title is not None else ""
