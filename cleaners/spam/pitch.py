"""Tell how much a text pitches: bids its reader buy, bet, borrow, meet or join, as what is planted in pages does.

A linear model of words, trained on pitches written for it against the honest paragraphs of the labelled pages.
``benchmarks/training/train_pitch.py`` wrote its weights. It never decides alone: honest reports tell of casinos, loans, prices.
"""

import json
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import repeat
from math import fsum

LONGEST = 1_500
"""Characters of a text that are looked at."""
_STRONG = 0.5
"""Weight of a word from which it speaks for a pitch by itself."""
_TELLTALE = 0.8
"""Weight of a word that tells what is pitched."""
SPOKEN = frozenset(("en", "zh"))
"""Languages whose honest paragraphs the model has read enough of to know their small words."""
NEVER = -5.1
"""Log-odds of a text's words below which no signs make it a pitch."""
HONEST = -6.0
"""Log-odds of a text's words below which it is none in any language: one of which the model knows no word has more."""
_SIGNS = {
    "*reached": re.compile(
        r"(?:telegram|whats ?app|we ?chat|skype|line|微\s?信|[加扣]\s?[Qq扣]|Q\s?Q|电报|热线|电话|\bcall\b)[^\n.。]{0,14}[\d@+]"
        r"|\+?\d[\d -]{8,16}\d|(?<![\w.])@[a-z]\w{4,30}"
        r"|(?<![\w.@/-])(?:www\.)?[a-z0-9-]{3,40}\.(?:com|net|org|cc|vip|top|xyz|club|online|site|win|bet|info|biz|shop|example)\b",
        re.I,
    ),
    "*percent": re.compile(r"\d ?%|百分之"),
    "*money": re.compile(r"[$€£¥]\s?\d|\d\s?[元万]"),
    "*cry": re.compile(r"[!！]"),
    "*quoted": re.compile(r"[“”\"「『‘’']"),
    "*year": re.compile(r"\b(?:19|20)\d\d\b"),
    "*named": re.compile(r"(?<=[a-z,] )[A-Z][a-z]+ [A-Z][a-z]+"),
}
"""What a text has of other things than words, by the name of its weight: ways to reach somebody, promises in figures; quotes,
years and people's names, which reports have."""


@dataclass(frozen=True, slots=True)
class Pitches:
    """The model: log-odds by word or sign, and where they start."""

    weights: Mapping[str, float]
    start: float
    gains: Mapping[str, float]
    """The weights of the words that speak for a pitch."""
    strong: frozenset[str]
    """The words that a text without any of is no pitch."""
    lift: float
    """What all signs together add at most: mostly they tell reports."""


@lru_cache(maxsize=1)
def pitches() -> Pitches:
    """The model that comes with the package."""
    data = json.loads(files("cleaners").joinpath("data/pitch.json").read_text("utf-8"))
    weights = {word: hundredths / 100 for word, hundredths in data["weights"].items()}
    gains = {word: weight for word, weight in weights.items() if weight > 0 and word[0] != "*"}
    strong = frozenset(word for word, weight in gains.items() if weight >= _STRONG)
    lift = sum(weight for word, weight in weights.items() if word[0] == "*" and weight > 0)
    return Pitches(weights, data["start"] / 100, gains, strong, lift)


@lru_cache(maxsize=1)
def telltale() -> frozenset[str]:
    """The words that tell most of all: few honest pages have several."""
    return frozenset(word for word in pitches().strong if pitches().weights[word] >= _TELLTALE)


def pitch(text: str, words: Collection[str], least: float = NEVER) -> float:
    """The log-odds that a text pitches; ``words`` are its words of three letters and more, and its pairs of Han.

    Where no signs can bring it to ``least`` they are not looked for: they take three times as long as the words.

    >>> from cleaners.spam.words import words_of
    >>> text = "Spin the best slots at our casino and claim your free bonus!"
    >>> pitch(text, words_of(text)) > 0 > pitch("She filmed at a casino.", words_of("She filmed at a casino."))
    True
    """
    model, said = pitches(), told(words)
    return said + sum(model.weights.get(sign, 0.0) for sign in signs(text)) if said + model.lift >= least else said


def told(words: Collection[str]) -> float:
    """The log-odds that a text's words alone give: exact, so in any order of them."""
    model = pitches()
    return model.start + fsum(map(model.weights.get, words, repeat(0.0)))


def at_most(words: Collection[str]) -> float:
    """The most that any part of a text with these words pitches: what speaks for it alone."""
    model = pitches()
    return model.start + model.lift + fsum(map(model.gains.get, words, repeat(0.0)))


def signs(text: str) -> Iterator[str]:
    """What a text has of other things than words."""
    part = text[:LONGEST]
    return (name for name, sign in _SIGNS.items() if sign.search(part))
