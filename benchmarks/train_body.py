"""Train the model that chooses the body's blocks, and report on hosts that it has not seen.

    OMP_NUM_THREADS=1 python -m benchmarks.train_body FOLDER [--out FILE] [--cache FILE]

FOLDER holds sets of labelled pages (``SET/index.jsonl``: id, url, html, truth.text). Needs scikit-learn; takes minutes.
Hosts are dealt into five folds. Every stage sees, for a page, only what models gave that were trained without its host, so the
report under ``held_out`` and the second stage's training are both honest; the model written is then trained on all pages.
"""

import argparse
import gzip
import json
import pickle
import random
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import numpy as np
from scipy import sparse
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression
from tldextract import TLDExtract

from benchmarks.body_truth import align
from benchmarks.text_score import score_texts
from cleaners.blocks import Blocks, Columns, clues, first_look, lay_out, second_look, vote_of
from cleaners.body import DOUBT, NEVER, chance, doubt, kept, second_opinion
from cleaners.decode import decode
from cleaners.document import page_document
from cleaners.forest import read_forest
from cleaners.places import Array

FOLDS = 5
DRAFT_WEIGHT = 0.7
"""Pages whose label began as another extractor's output count less."""
MIN_HOSTS = {"names": 6, "words": 12}
"""A word is a clue when it stands on so many hosts."""
STRENGTH = {"names": 0.1, "words": 0.1}
LEAST_WEIGHT = {"names": 0.1, "words": 0.25}
"""Weaker clues are left out of the file."""
SET_WEIGHT = {"scrapinghub": 2.0, "gne": 2.0}
"""News pages count double: they are what the project reads."""


SHAPE = {
    "max_iter": 120,
    "max_leaf_nodes": 24,
    "max_depth": 7,
    "learning_rate": 0.1,
    "max_features": 0.4,
    "min_samples_leaf": 40,
}

_registered = TLDExtract(suffix_list_urls=())

Rows = np.ndarray[Any, np.dtype[np.bool_]]
Model = Mapping[str, Any]


@dataclass
class Page:
    """A labelled page as the training sees it: without its tree."""

    set: str
    id: str
    host: str
    draft: bool
    truth: str
    blocks: Blocks
    clues: dict[str, list[frozenset[str]]]
    vote: Array
    labels: Rows


@dataclass
class Sample:
    """Every block of every page, in one row."""

    pages: list[Page]
    ends: list[int]
    wanted: Rows
    weights: Array
    fold: Array

    def parts(self) -> list[tuple[Page, slice]]:
        """Each page with its rows."""
        return list(zip(self.pages, map(slice, self.ends, self.ends[1:]), strict=True))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--out", type=Path, default=Path("cleaners/data/body_model.json"))
    parser.add_argument("--cache", type=Path, help="keep the pages as read here, for the next run")
    parser.add_argument("--chances", type=Path, help="write the held-out likelihoods of every page here")
    arguments = parser.parse_args()
    sample = gather(load(arguments.folder, arguments.cache))
    model, report, chances = train(sample)
    arguments.out.write_text(
        json.dumps(model | {"held_out": report}, separators=(",", ":"), ensure_ascii=False) + "\n", "utf-8"
    )
    if arguments.chances:
        named = {f"{page.set}/{page.id}": chances[rows].round(3).tolist() for page, rows in sample.parts()}
        arguments.chances.write_text(json.dumps(named))


def load(folder: Path, cache: Path | None) -> list[Page]:
    if cache and cache.exists():
        found: list[Page] = pickle.loads(cache.read_bytes())  # noqa: S301
        return found
    lines = [(folder, index.parent.name, line) for index in sorted(folder.glob("*/index.jsonl")) for line in index.open()]
    with ProcessPoolExecutor(2) as pool:
        pages = [page for page in pool.map(read_page, lines, chunksize=16) if page is not None]
    if cache:
        cache.write_bytes(pickle.dumps(pages))
    return pages


def read_page(line: tuple[Path, str, str]) -> Page | None:
    folder, name, text = line
    row = json.loads(text)
    if not row["truth"].get("text"):
        return None
    document = page_document(decode(gzip.decompress((folder / name / row["html"]).read_bytes())).text, url=row["url"] or "")
    blocks = lay_out(document)
    if not blocks.count:
        return None
    return Page(
        set=name,
        id=row["id"],
        host=host_of(row["url"], document.tree),
        draft=(row.get("labels_from") or "").endswith("draft"),
        truth=row["truth"]["text"],
        blocks=replace(blocks, blocks=tuple(replace(block, element=None) for block in blocks.blocks)),
        clues={kind: [frozenset(own) for own in rows] for kind, rows in clues(blocks).items()},
        vote=vote_of(blocks, second_opinion(document)),
        labels=np.array(align(row["truth"]["text"], [block.text for block in blocks.blocks])) >= 0.5,
    )


def host_of(url: str | None, tree: Any) -> str:
    """The registered domain of the page, else the one that most of its links lead to."""
    links = [url] if url else [anchor.get("href") for anchor in tree.iter("a") if (anchor.get("href") or "").startswith("http")]
    hosts = Counter(_registered(hostname(link)).top_domain_under_public_suffix for link in links)
    hosts.pop("", None)
    return hosts.most_common(1)[0][0] if hosts else hostname(url or "")


def hostname(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def gather(pages: list[Page]) -> Sample:
    hosts = sorted({page.host for page in pages})
    random.Random(7).shuffle(hosts)
    fold = {host: number % FOLDS for number, host in enumerate(hosts)}
    return Sample(
        pages,
        [0, *np.cumsum([page.blocks.count for page in pages]).tolist()],
        np.concatenate([page.labels for page in pages]),
        np.concatenate([page_weights(page) for page in pages]),
        np.concatenate([np.full(page.blocks.count, fold[page.host]) for page in pages]),
    )


def page_weights(page: Page) -> Array:
    """Every page weighs the same, whatever its length; within it a block by its tokens, a short one not much less."""
    sizes = np.minimum(page.blocks.sizes, 80) + 4
    return sizes / sizes.sum() * 200 * SET_WEIGHT.get(page.set, 1.0) * (DRAFT_WEIGHT if page.draft else 1.0)


def train(sample: Sample) -> tuple[dict[str, Any], dict[str, Any], Array]:
    """Train all stages on all pages, and each stage's held-out input on the way."""
    model: dict[str, Any] = {"clues": {}}
    logits: dict[str, Array] = {}
    for kind in MIN_HOSTS:
        model["clues"][kind], logits[kind] = weigh_words(sample, kind)
    first = table(sample, lambda page, rows: first_look(page.blocks, logits["names"][rows], logits["words"][rows]))
    everything = np.ones(len(sample.wanted), bool)
    model["first"], logits["first"] = boost(sample, first, everything)
    report = {"first look": measure(sample, chance(logits["first"]))}
    print(report, flush=True)
    live = logits["first"] > NEVER
    alone = first | table(sample, lambda page, rows: second_look(page.blocks, logits["first"][rows], None))
    voted = first | table(sample, lambda page, rows: second_look(page.blocks, logits["first"][rows], page.vote))
    both = {name: np.concatenate((alone[name], voted[name])) for name in alone}
    model["second"], logits["second"] = boost(twice(sample), both, np.concatenate((live, live)))
    chances = np.where(np.concatenate((live, live)), chance(logits["second"]), 0.0)
    without, with_vote = chances[: len(live)], chances[len(live) :]
    asked = np.concatenate([np.full(p.blocks.count, doubt(p.blocks, without[rows]) > DOUBT) for p, rows in sample.parts()])
    report |= {"alone": measure(sample, without), "always asked": measure(sample, with_vote)}
    final = np.where(asked, with_vote, without)
    share = float(np.mean([asked[rows][0] for _, rows in sample.parts()]))
    report |= {"as shipped": measure(sample, final), "share of pages asked": round(share, 3)}
    print(json.dumps(report, indent=1), flush=True)
    return model, report, final


def twice(sample: Sample) -> Sample:
    return replace(
        sample,
        wanted=np.tile(sample.wanted, 2),
        weights=np.tile(sample.weights, 2) / 2,
        fold=np.tile(sample.fold, 2),
    )


def table(sample: Sample, look: Callable[[Page, slice], Columns]) -> Columns:
    """The columns of all pages, one below the other."""
    parts = [look(page, rows) for page, rows in sample.parts()]
    return {name: np.concatenate([part[name] for part in parts]).astype(np.float32) for name in parts[0]}


def weigh_words(sample: Sample, kind: str) -> tuple[dict[str, int], Array]:
    """A linear model over words: its weights in hundredths, and the held-out logits."""
    hosts: dict[str, set[str]] = defaultdict(set)
    for page in sample.pages:
        for word in frozenset().union(*page.clues[kind]):
            hosts[word].add(page.host)
    words = sorted(word for word, where in hosts.items() if len(where) >= MIN_HOSTS[kind])
    number = {word: column for column, word in enumerate(words)}
    own = [[number[word] for word in row if word in number] for page in sample.pages for row in page.clues[kind]]
    indices, ends = np.concatenate([np.array(row, int) for row in own]), np.cumsum([0] + [len(row) for row in own])
    matrix = sparse.csr_matrix((np.ones(len(indices), np.float32), indices, ends), (len(own), len(words)))

    def weights(rows: Rows) -> dict[str, int]:
        linear = LogisticRegression(C=STRENGTH[kind] / 200, max_iter=200)
        linear.fit(matrix[rows], sample.wanted[rows], sample.weights[rows])
        kept = {
            word: round(100 * value)
            for word, value in zip(words, linear.coef_[0], strict=True)
            if abs(value) >= LEAST_WEIGHT[kind]
        }
        return {"": round(100 * linear.intercept_[0])} | kept

    def logits(data: dict[str, int], rows: Rows) -> Array:
        vector = np.array([data.get(word, 0) / 100 for word in words])
        return np.asarray(matrix[rows] @ vector + data[""] / 100)

    return weights(np.ones(len(own), bool)), out_of_fold(sample, weights, logits)


def boost(sample: Sample, columns: Columns, live: Rows) -> tuple[dict[str, Any], Array]:
    """Boosted trees over the live rows: the forest as plain data, and the held-out logits."""
    names = list(columns)
    matrix = np.column_stack([columns[name] for name in names])

    def forest(rows: Rows) -> dict[str, Any]:
        rows = rows & live
        trees = HistGradientBoostingClassifier(**SHAPE, max_bins=64, l2_regularization=5, early_stopping=False, random_state=1)
        trees.fit(matrix[rows], sample.wanted[rows], sample.weights[rows])
        return plain(trees, names)

    def logits(data: dict[str, Any], rows: Rows) -> Array:
        return read_forest(data).logits({name: matrix[rows, column].astype(float) for column, name in enumerate(names)})

    return forest(np.ones(len(live), bool)), out_of_fold(sample, forest, logits)


def plain(trees: HistGradientBoostingClassifier, names: list[str]) -> dict[str, Any]:
    """The forest as lists of numbers, rounded to what matters; features that no tree asks for are left out."""
    nodes = [predictor.nodes for (predictor,) in trees._predictors]
    used = sorted({int(node["feature_idx"]) for tree in nodes for node in tree if not node["is_leaf"]})
    number = {feature: position for position, feature in enumerate(used)}
    return {
        "columns": [names[feature] for feature in used],
        "base": round(float(trees._baseline_prediction.ravel()[0]), 4),
        "depth": max(int(tree["depth"].max()) for tree in nodes),
        "trees": [
            [
                [round(float(node["value"]), 3)]
                if node["is_leaf"]
                else [
                    number[int(node["feature_idx"])],
                    float(f"{node['num_threshold']:.4g}"),
                    int(node["left"]),
                    int(node["right"]),
                ]
                for node in tree
            ]
            for tree in nodes
        ],
    }


def out_of_fold(sample: Sample, fit: Callable[[Rows], Any], predict: Callable[[Any, Rows], Array]) -> Array:
    """Predict every row by a model that has not seen its host."""
    found = np.zeros(len(sample.fold))
    for fold in range(FOLDS):
        held = sample.fold == fold
        found[held] = predict(fit(~held), held)
    return found


def measure(sample: Sample, chances: Array) -> dict[str, dict[str, float]]:
    """4-gram F1 and share of pages exactly right, by set; wcxb's drafts are told apart."""
    texts = defaultdict(list)
    for page, rows in sample.parts():
        keep = np.nonzero(kept(page.blocks, chances[rows]))[0]
        text = "\n".join(page.blocks.blocks[at].text for at in keep)
        texts[page.set + " draft" * page.draft].append((page.truth, text))
    return {name: score_texts(pairs) for name, pairs in texts.items()}


if __name__ == "__main__":
    main()
