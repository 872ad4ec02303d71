"""Evaluate the models that a training script left as plain numbers."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from cleaners.places import Array, Indices, Marks

_ROWS = 2000
"""Rows evaluated at a time: bounds the memory that a page of a hundred thousand blocks takes."""


@dataclass(frozen=True, slots=True)
class Forest:
    """Boosted oblivious trees: one question for each level of a tree, and the answers together number its leaf."""

    columns: tuple[str, ...]
    """Names of the features, in the order of their numbers."""
    base: float
    features: Indices
    """For each level and tree the feature asked about ..."""
    thresholds: Array
    """... and what it must be above."""
    values: Array
    """Of every leaf, tree after tree."""

    def logits(self, features: Mapping[str, Array], rows: Marks | None = None) -> Array:
        """The log-odds of the rows marked, of all where none is told, of a table of columns."""
        table = np.array([features[name] for name in self.columns], np.float32)
        table = table if rows is None else table[:, rows]
        parts = [self._some(table[:, start : start + _ROWS]) for start in range(0, table.shape[1], _ROWS)]
        return np.concatenate(parts) if parts else np.zeros(0)

    def _some(self, table: np.ndarray[Any, np.dtype[np.float32]]) -> Array:
        depth, trees = self.features.shape
        leaf = np.zeros((trees, table.shape[1]), np.uint8)
        for level in range(depth):
            above = table[self.features[level]] > self.thresholds[level][:, None]
            leaf |= above.view(np.uint8) << np.uint8(level)
        first = (np.arange(trees) << depth)[:, None]
        return np.asarray(self.base + self.values.take(leaf + first).sum(axis=0))


def read_forest(data: Mapping[str, Any]) -> Forest:
    """Build a forest from plain data: the leaves' values are in thousandths."""
    return Forest(
        tuple(data["columns"]),
        data["base"],
        np.array(data["features"], np.intp),
        np.array(data["thresholds"], np.float32),
        np.array(data["values"], np.float32).ravel() / 1000,
    )
