"""Fit the stages of the body's model, and predict every row by a model that has not seen its host."""

import json
from collections import defaultdict
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
from catboost import CatBoostClassifier
from scipy import sparse
from sklearn.linear_model import LogisticRegression

from benchmarks.training.body_pages import FOLDS, Sample
from cleaners.body.blocks import Columns
from cleaners.body.forest import read_forest
from cleaners.body.model import name_words
from cleaners.body.places import Array, Marks

MIN_HOSTS = 6
"""A word in names is a clue when it stands on so many hosts."""
STRENGTH = 0.1 / 200
LEAST_WEIGHT = 0.1
"""Weaker clues are left out of the file."""
SHAPE = {
    "iterations": 220,
    "depth": 6,
    "learning_rate": 0.12,
    "l2_leaf_reg": 5,
    "rsm": 0.4,
    "border_count": 64,
    "leaf_estimation_iterations": 1,
    "bootstrap_type": "No",
    "boosting_type": "Plain",
}


def weigh_names(sample: Sample) -> tuple[list[dict[str, int]], list[Array]]:
    """A linear model over the words in names: its weights in hundredths, and for each page those of its names, held out.

    A block's names are those of its holder and of the element above. The weights come fold by fold, those of all pages last.
    """
    hosts: dict[str, set[str]] = defaultdict(set)
    for page in sample.pages:
        for name in page.blocks.places.names:
            for word in name_words(name):
                hosts[word].add(page.host)
    words = sorted(word for word, where in hosts.items() if len(where) >= MIN_HOSTS)
    number = {word: column for column, word in enumerate(words)}
    matrix = sparse.vstack([_blocks_by_words(page.blocks.places, number) for page in sample.pages]).tocsr()

    def weights(rows: Marks) -> dict[str, int]:
        linear = LogisticRegression(C=STRENGTH, max_iter=200)
        linear.fit(matrix[rows], sample.wanted[rows], sample.weights[rows])
        pairs = zip(words, linear.coef_[0], strict=True)
        return {word: round(100 * value) for word, value in pairs if abs(value) >= LEAST_WEIGHT}

    by_fold = [weights(sample.fold != fold) for fold in range(FOLDS)]
    held_out = [
        np.array([sum(by_fold[int(sample.fold[rows][0])].get(word, 0) for word in name_words(name)) / 100 for name in names])
        for page, rows in sample.parts()
        for names in [page.blocks.places.names]
    ]
    return [*by_fold, weights(np.ones(len(sample.wanted), bool))], held_out


def _blocks_by_words(places: Any, number: dict[str, int]) -> sparse.csr_matrix:
    """How often each word stands in the names of each block's holder and the element above."""
    own = [[number[word] for word in name_words(name) if word in number] for name in places.names]
    counts = np.repeat(np.arange(len(own)), [len(row) for row in own])
    flat = np.array([column for row in own for column in row], int)
    by_name = sparse.csr_matrix((np.ones(len(flat), np.float32), (counts, flat)), (len(own), len(number)))
    return by_name[places.named[places.ways[0]]] + by_name[places.named[places.ways[1]]]


def boost(sample: Sample, columns: Columns, live: Marks) -> tuple[list[dict[str, Any]], Array]:
    """Boosted oblivious trees over the live rows: the forests as plain data, that of all pages last; the held-out log-odds."""
    names = list(columns)
    matrix = np.column_stack([columns[name] for name in names])

    def forest(rows: Marks) -> dict[str, Any]:
        rows = rows & live
        trees = CatBoostClassifier(**SHAPE, random_seed=1, verbose=0, allow_writing_files=False)
        return plain(trees.fit(matrix[rows], sample.wanted[rows], sample_weight=sample.weights[rows]), names)

    forests = [forest(sample.fold != fold) for fold in range(FOLDS + 1)]
    logits = np.zeros(len(sample.fold))
    for fold in range(FOLDS):
        rows = sample.fold == fold
        logits[rows] = read_forest(forests[fold]).logits({name: matrix[rows, column] for column, name in enumerate(names)})
    return forests, logits


def plain(trees: CatBoostClassifier, names: list[str]) -> dict[str, Any]:
    """The forest as lists of numbers, rounded to what matters; features that no tree asks for are left out."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "forest.json"
        trees.save_model(str(path), format="json")
        data = json.loads(path.read_text("utf-8"))
    depth = max(len(tree["splits"]) for tree in data["oblivious_trees"])
    whole = [tree for tree in data["oblivious_trees"] if len(tree["splits"]) == depth]
    asked = [[split["float_feature_index"] for split in tree["splits"]] for tree in whole]
    used = sorted({feature for tree in asked for feature in tree})
    return {
        "columns": [names[feature] for feature in used],
        "base": round(data["scale_and_bias"][1][0], 4),
        "features": np.searchsorted(used, asked).T.tolist(),
        "thresholds": [[float(f"{tree['splits'][level]['border']:.5g}") for tree in whole] for level in range(depth)],
        "values": [[round(1000 * value) for value in tree["leaf_values"]] for tree in whole],
    }
