"""Set the limits of the model of pitches: each where as many honest texts reach it, held out, as did when it was chosen."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from cleaners.spam.limits import table

LIMITS = Path(__file__).parents[2] / "cleaners" / "data" / "pitch_limits.json"
_MILLION = 1_000_000

Limits = Mapping[str, dict[str, Any]]
Scores = Mapping[str, np.ndarray]
"""How much honest texts pitch, held out, by what they are."""


def moved(scores: Scores, limits: Limits | None = None) -> Limits:
    """The limits by a new model's scores."""
    return {name: row | {"score": _score(scores[row["of"]], row["in_a_million"])} for name, row in (limits or table()).items()}


def measured(scores: Scores) -> Limits:
    """The limits as they are, with how many honest texts reach each now: for one that was chosen by hand."""
    return {name: row | {"in_a_million": _reaching(scores[row["of"]], row["score"])} for name, row in table().items()}


def _reaching(scores: np.ndarray, score: float) -> int:
    return round(_MILLION * float((scores >= score).mean()))


def _score(scores: np.ndarray, reaching: int) -> float:
    """The score to a tenth that so many texts in a million come closest to reaching; of several the middle one."""
    steps = np.arange(-120, 60) / 10
    reach = np.array([_reaching(scores, step) for step in steps])
    off = np.abs(reach - reaching)
    return float(np.median(steps[off == off.min()]).round(1))


def write(limits: Limits) -> None:
    """Write the table, a line a limit."""
    rows = (f"  {json.dumps(name)}: {json.dumps(row, ensure_ascii=False)}" for name, row in limits.items())
    LIMITS.write_text("{\n" + ",\n".join(rows) + "\n}\n", encoding="utf-8")


def changes(limits: Limits) -> str:
    """What becomes of each limit, for people."""
    lines = (f"{name:24} {table()[name]['score']:5} {row['score']:5}  {row['in_a_million']:7}" for name, row in limits.items())
    return "\n".join(["limit                      was   is  in a million", *lines])
