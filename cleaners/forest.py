"""Evaluate the models that a training script left as plain numbers."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from cleaners.places import Array, Indices

_ROWS = 2000
"""Rows evaluated at a time: bounds the memory that a page of a hundred thousand blocks takes."""


@dataclass(frozen=True, slots=True)
class Forest:
    """Boosted decision trees, all nodes in one row. A leaf leads to itself, so that every path has the same length."""

    columns: tuple[str, ...]
    """Names of the features, in the order of their numbers."""
    base: float
    roots: Indices
    feature: Indices
    threshold: Array
    children: Indices
    """At ``2 * node`` where to go when the feature is at most the threshold, at ``2 * node + 1`` where else."""
    value: Array
    depth: int

    def logits(self, features: Mapping[str, Array]) -> Array:
        """The log-odds of every row of a table of columns."""
        table = np.column_stack([features[name] for name in self.columns])
        parts = [self._some(table[start : start + _ROWS]) for start in range(0, len(table), _ROWS)]
        return np.concatenate(parts) if parts else np.zeros(0)

    def _some(self, table: Array) -> Array:
        flat, offset = table.ravel(), np.arange(len(table))[:, None] * table.shape[1]
        node = np.broadcast_to(self.roots, (len(table), len(self.roots)))
        for _ in range(self.depth):
            beyond = flat.take(offset + self.feature.take(node)) > self.threshold.take(node)
            node = self.children.take(2 * node + beyond)
        return np.asarray(self.base + self.value.take(node).sum(axis=1))


def read_forest(data: Mapping[str, Any]) -> Forest:
    """Build a forest from plain data: each tree a list of nodes, ``[feature, threshold, left, right]`` or ``[value]``."""
    roots: list[int] = []
    feature: list[int] = []
    threshold: list[float] = []
    children: list[int] = []
    value: list[float] = []
    for tree in data["trees"]:
        start = len(feature)
        roots.append(start)
        for position, node in enumerate(tree):
            leaf = len(node) == 1
            feature.append(0 if leaf else node[0])
            threshold.append(0.0 if leaf else node[1])
            children += [start + position] * 2 if leaf else [start + node[2], start + node[3]]
            value.append(node[0] if leaf else 0.0)
    return Forest(
        tuple(data["columns"]),
        data["base"],
        np.array(roots, np.intp),
        np.array(feature, np.intp),
        np.array(threshold, float),
        np.array(children, np.intp),
        np.array(value, float),
        data["depth"],
    )


@dataclass(frozen=True, slots=True)
class Clues:
    """A linear model over words."""

    base: float
    weights: Mapping[str, float]

    def logits(self, rows: Sequence[Iterable[str]]) -> Array:
        """The log-odds of every row of words.

        >>> Clues(1.0, {"share": -3.0}).logits([{"share", "this"}, set()]).tolist()
        [-2.0, 1.0]
        """
        weights, known = self.weights, self.weights.keys()
        return np.array([self.base + sum(map(weights.__getitem__, known & row)) for row in rows], float)


def read_clues(data: Mapping[str, Any]) -> Clues:
    """Build a linear model from plain data: hundredths by word, the base under the empty word."""
    weights = {word: hundredths / 100 for word, hundredths in data.items()}
    return Clues(weights.pop("", 0.0), weights)
