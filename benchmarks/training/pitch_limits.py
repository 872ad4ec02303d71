"""Move the limits of the model of pitches with it: what strangers among honest texts come to tells how far."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.training.pitch_texts import Honest
from cleaners.spam.limits import table
from cleaners.spam.surroundings import characteristic
from cleaners.spam.words import words_of

LIMITS = Path(__file__).parents[2] / "cleaners" / "data" / "pitch_limits.json"
SHARES = (0.5, 0.9, 0.99, 0.999)
"""Of the strangers, how many pitch less than each of the scores that stand beside the limits."""
STRANGE, WORDS = 0.45, 2
"""Share of its telling words that a stranger's page says elsewhere at most; such words of one at least."""

Limits = Mapping[str, dict[str, Any]]
Reach = Mapping[str, list[float]]
"""What the shares of the strangers come to at most, by what they are."""


def reached(told: Honest, scores: Mapping[str, np.ndarray]) -> Reach:
    """What strangers among the honest texts come to."""
    strangers = {
        kind: np.array([share < STRANGE and len(characteristic(words_of(text))) >= WORDS for _, text, share in texts])
        for kind, texts in told.kinds.items()
    }
    return {kind: np.quantile(scores[kind][chosen], SHARES).round(2).tolist() for kind, chosen in strangers.items()}


def moved(reach: Reach, was: Reach | None = None, limits: Limits | None = None) -> Limits:
    """The limits, each as far above or below what strangers come to now as it was before."""
    old = was or json.loads(LIMITS.read_text("utf-8"))["strangers"]
    rows = (limits or table()).items()
    return {name: row | {"score": _moved(row["score"], old[row["of"]], reach[row["of"]])} for name, row in rows}


def _moved(score: float, old: list[float], new: list[float]) -> float:
    """A score between what the same shares came to before and do now; beyond them as far away.

    >>> _moved(-3.0, [-8, -4, -2], [-9, -4, -1]), _moved(0.5, [-8, -4, -2], [-9, -4, -1]), _moved(-9, [-8, -4], [-9, -4])
    (-2.5, 1.5, -10.0)
    """
    inside = min(max(score, old[0]), old[-1])
    return round(float(np.interp(inside, old, new)) + score - inside, 1) + 0.0  # never -0.0


def write(reach: Reach, limits: Limits) -> None:
    """Write the table, a line a limit."""
    rows = (f"    {json.dumps(name)}: {json.dumps(row, ensure_ascii=False)}" for name, row in limits.items())
    own = "{\n" + ",\n".join(rows) + "\n  }"
    LIMITS.write_text(f'{{\n  "strangers": {json.dumps(reach)},\n  "limits": {own}\n}}\n', encoding="utf-8")


def changes(limits: Limits) -> str:
    """What becomes of each limit, for people."""
    lines = (f"{name:24} {table()[name]['score']:5} {row['score']:5}" for name, row in limits.items())
    return "\n".join(["limit                      was   is", *lines])
