"""The trained model of the body's blocks, read once from its data file. ``benchmarks/train_body.py`` writes it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from cleaners.forest import Clues, Forest, read_clues, read_forest


@dataclass(frozen=True, slots=True)
class BodyModel:
    """Two linear models over words, and two looks that use them."""

    clues: Mapping[str, Clues]
    first: Forest
    second: Forest


def read_model(data: Mapping[str, Any]) -> BodyModel:
    """Build the model from plain data."""
    return BodyModel(
        {kind: read_clues(weights) for kind, weights in data["clues"].items()},
        read_forest(data["first"]),
        read_forest(data["second"]),
    )


@lru_cache(maxsize=1)
def body_model() -> BodyModel:
    """The model that comes with the package."""
    return read_model(json.loads(files("cleaners").joinpath("data/body_model.json").read_text("utf-8")))
