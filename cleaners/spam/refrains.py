"""Measure how far a page is written around its title: how often it says the title's phrases, how alike its sentences are."""

import re
from collections import Counter
from itertools import pairwise

from cleaners.document import Document
from cleaners.spam.words import SMALL_CHANGE
from cleaners.text.runs import words_and_han
from cleaners.text.titles import key

_SMALL = (SMALL_CHANGE | frozenset("a an of in on to is at by as it its".split())) - {"best"}
_SENTENCE = re.compile(r"[.!?。！？\n]+\s*")
_LEAST = 400
"""Characters of a page on which refrains are counted: of shorter ones, menus and buttons that name them are too much."""
_MOST = 40_000
_FAR = 3
"""A text so many times as long as the title is no part of it."""
_PHRASES = 40
_GRAM = 4
_OFTEN, _ALIKE = 0.1, 0.9
"""Share of the text in the title's phrases, and of sentences like others, that a doorway has both of. Of 1,041 honest pages
seven have as many phrases, and the likest sentences of those are 0.65 (2026-11)."""
_EVERYWHERE = 0.35
"""Share of the text in the title's phrases that a doorway has however unlike its sentences; the highest honest one is 0.27."""
_SENTENCES = 10
_PASSAGE, _TIMES, _SHARED = 4, 3, 0.3
"""Sentences are alike that have three tenths of their passages of four words in common with two others."""


def refrains(title: str, document: Document) -> str | None:
    """How a page shows that it was written around its title; None where it does not."""
    own, phrases = key(title), _phrases(title)
    far = _FAR * len(title)
    texts = [block.text for block in document.blocks]
    whole = "\n".join(texts).lower()
    if _said(phrases, whole) <= _OFTEN * min(_MOST, sum(len(text) for text in texts if len(text) > far)):
        return None  # however little stands beside the long texts
    text = "\n".join(text for text in texts if len(text) > far or key(text) not in own)[:_MOST].lower()
    often = _said(phrases, text) / len(text) if len(text) >= _LEAST else 0.0
    if often > _EVERYWHERE:
        return f"phrases of its title make up {often:.0%} of the text"
    if often > _OFTEN and (alike := _likeness(text)) > _ALIKE:
        return f"phrases of its title make up {often:.0%} of the text, and {alike:.0%} of its sentences are alike"
    return None


def _phrases(title: str) -> set[str]:
    """Pairs of neighbouring words, and runs of Han characters."""
    words = words_and_han(title.lower())[:_PHRASES]
    pairs = {f"{a} {b}" for a, b in pairwise(words) if not {a, b} & _SMALL and max(a, b) < "\u2e80"}
    runs = (words[at : at + _GRAM] for at in range(len(words) - _GRAM + 1))
    return pairs | {"".join(run) for run in runs if min(run) > "\u2e80"}


def _said(phrases: set[str], text: str) -> int:
    """How many characters of the text phrases make up; of runs of Han, which overlap, each tells one character."""
    return sum((len(phrase) if " " in phrase else 1) * text.count(phrase) for phrase in phrases)


def _likeness(text: str) -> float:
    """Share of the longer sentences whose passages others have; 0 where there are few."""
    tokens = [words_and_han(sentence) for sentence in _SENTENCE.split(text)]
    passages = [{tuple(words[at : at + _PASSAGE]) for at in range(len(words) - _PASSAGE + 1)} for words in tokens]
    passages = [found for found in passages if len(found) >= _TIMES]
    times = Counter(passage for found in passages for passage in found)
    alike = sum(sum(times[passage] >= _TIMES for passage in found) >= _SHARED * len(found) for found in passages)
    return alike / len(passages) if len(passages) >= _SENTENCES else 0.0
