"""The trained model of the body's blocks, read once from its data file. ``benchmarks/training/train_body.py`` writes it."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from cleaners.body.forest import Forest, read_forest
from cleaners.text.runs import runs_of

_WORD = re.compile(r"[A-Z]+[a-z]*|[a-z]+")
_lower_words = runs_of("[a-z]")
"""The same in names without a capital, as nine in ten are, in half the time."""
_LONGEST = 300
"""Characters of an element's names that are read."""


@dataclass(frozen=True, slots=True)
class BodyModel:
    """What the words in elements' names say of the body, and two looks that use it."""

    names: Mapping[str, float]
    """Log-odds by word, the base under the empty word."""
    first: Forest
    second: Forest


@lru_cache(maxsize=1)
def body_model() -> BodyModel:
    """The model that comes with the package."""
    return read_model(json.loads(files("cleaners").joinpath("data/body_model.json").read_text("utf-8")))


def read_model(data: Mapping[str, Any]) -> BodyModel:
    """A model from plain data."""
    return BodyModel(read_names(data["names"]), read_forest(data["first"]), read_forest(data["second"]))


def read_names(data: Mapping[str, Any]) -> Mapping[str, float]:
    """The weights of words from plain data: hundredths."""
    return {word: hundredths / 100 for word, hundredths in data.items()}


@lru_cache(maxsize=8192)
def names_weight(names: str) -> float:
    """What the names of an element say, in log-odds: the model's weights of their words."""
    weights, names = body_model().names, names[:_LONGEST]
    words = _lower_words(names) if names == names.lower() else map(str.lower, _WORD.findall(names))
    return sum({word: weights[word] for word in words if word in weights}.values())


def name_words(names: str) -> frozenset[str]:
    """The words in an element's class, id, role and itemprop.

    >>> sorted(name_words("relatedLinks side-bar x"))
    ['bar', 'links', 'related', 'side']
    """
    return frozenset(part.lower() for part in _WORD.findall(names[:_LONGEST]) if 2 < len(part) < 20)
