"""The limits of the model of pitches: how much a text pitches from which a rule acts.

They stand beside the model in ``cleaners/data/pitch_limits.json``, each with what it means and whom it is for, below what
strangers among honest texts come to. ``benchmarks/training/train_pitch.py`` moves them with that when it trains the model.
"""

import json
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Any


def limit(name: str) -> float:
    """The log-odds that are the limit of this name.

    >>> limit("title.offer") > limit("title.hint")
    True
    """
    return float(table()[name]["score"])


@lru_cache(maxsize=1)
def table() -> Mapping[str, dict[str, Any]]:
    """The limits that come with the package, by name."""
    text = files("cleaners").joinpath("data/pitch_limits.json").read_text("utf-8")
    limits: dict[str, dict[str, Any]] = json.loads(text)["limits"]
    return limits
