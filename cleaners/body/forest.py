"""Evaluate the models that a training script left as plain numbers."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Any

import numpy as np

from cleaners.body.places import Array, Indices, Marks

_ROWS = 2000
"""Rows evaluated at a time: bounds the memory that a page of a hundred thousand blocks takes."""


@dataclass(frozen=True, slots=True)
class Forest:
    """Boosted oblivious trees: one question for each level of a tree, and the answers together number its leaf.

    Trees ask the same questions again and again: each is answered once, and the trees look its answers up.
    """

    columns: tuple[str, ...]
    """Names of the features, in the order of their numbers."""
    base: float
    features: Indices
    """For each question the feature asked about ..."""
    thresholds: Array
    """... and what it must be above."""
    questions: Indices
    """For each level and tree the number of its question."""
    values: Array
    """Of every leaf, tree after tree."""

    def logits(self, features: Mapping[str, Array], rows: Marks | None = None) -> Array:
        """The log-odds of the rows marked, of all where none is told, of a table of columns."""
        table = np.array([features[name] for name in self.columns], np.float32)
        table = table if rows is None else table[:, rows]
        parts = [self._some(table[:, start : start + _ROWS]) for start in range(0, table.shape[1], _ROWS)]
        return np.concatenate(parts) if parts else np.zeros(0)

    def _some(self, table: np.ndarray[Any, np.dtype[np.float32]]) -> Array:
        depth, trees = self.questions.shape
        answers = (table.take(self.features, axis=0, mode="clip") > self.thresholds[:, None]).view(np.uint8)
        leaf = answers.take(self.questions[-1], axis=0, mode="clip")
        for level in self.questions[-2::-1]:
            leaf += leaf
            leaf += answers.take(level, axis=0, mode="clip")
        at = leaf + (np.arange(trees) << depth)[:, None]
        return np.asarray(self.base + self.values.take(at, mode="clip").sum(axis=0))


def read_forest(data: Mapping[str, Any]) -> Forest:
    """Build a forest from plain data: the leaves' values are in thousandths."""
    asked = [[*zip(*level, strict=True)] for level in zip(data["features"], data["thresholds"], strict=True)]
    numbers = {question: number for number, question in enumerate(sorted({*chain.from_iterable(asked)}))}
    features, thresholds = zip(*numbers, strict=True)
    return Forest(
        tuple(data["columns"]),
        data["base"],
        np.array(features, np.intp),
        np.array(thresholds, np.float32),
        np.array([[numbers[question] for question in level] for level in asked], np.intp),
        np.array(data["values"], np.float32).ravel() / 1000,
    )
