"""Train the model that chooses the body's blocks, and report on hosts that it has not seen.

    OMP_NUM_THREADS=1 python -m benchmarks.train_body FOLDER [--out FILE] [--cache FILE] [--chances FILE]

FOLDER holds sets of labelled pages (``SET/index.jsonl``: id, url, html, truth.text). Needs scikit-learn and catboost; takes
minutes. Hosts are dealt into five folds. Every stage sees, for a page, only what models gave that were trained without its
host, so the report under ``held_out`` and the second look's training are both honest; the model written is then trained on all.
"""

import argparse
import json
from collections import defaultdict
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.body_fit import boost, weigh_names
from benchmarks.body_pages import Sample, gather, load
from benchmarks.text_score import score_texts
from cleaners.blocks import first_look
from cleaners.body import NEVER, chance, kept
from cleaners.company import second_look
from cleaners.places import Array


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--out", type=Path, default=Path("cleaners/data/body_model.json"))
    parser.add_argument("--cache", type=Path, help="keep the pages as read here, for the next run")
    parser.add_argument("--chances", type=Path, help="write the held-out likelihoods of every page here")
    arguments = parser.parse_args()
    sample = gather(load(arguments.folder, arguments.cache))
    model, report, chances = train(sample)
    text = json.dumps(model | {"held_out": report}, separators=(",", ":"), ensure_ascii=False)
    arguments.out.write_text(text + "\n", "utf-8")
    if arguments.chances:
        own = [(page, rows) for page, rows in sample.parts() if not page.spoilt]
        named = {f"{page.set}/{page.id}": chances[rows].round(3).tolist() for page, rows in own}
        arguments.chances.write_text(json.dumps(named))


def train(sample: Sample) -> tuple[dict[str, Any], dict[str, Any], Array]:
    """Train all stages on all pages, and each stage's held-out input on the way."""
    model: dict[str, Any] = {}
    model["names"], held_out = weigh_names(sample)
    names = dict(zip(map(id, sample.pages), held_out, strict=True))
    first = sample.table(lambda page, rows: first_look(page.blocks, names[id(page)]))
    model["first"], logits = boost(sample, first, np.ones(len(sample.wanted), bool))
    report = {"first look": measure(sample, chance(logits))}
    print(json.dumps(report), flush=True)
    live = logits > NEVER
    columns = first | sample.table(lambda page, rows: second_look(page.blocks, logits[rows]))
    model["second"], second = boost(sample, columns, live)
    chances = np.where(live, chance(second), 0.0)
    report["both looks"] = measure(sample, chances)
    print(json.dumps(report, indent=1), flush=True)
    return model, report, chances


def measure(sample: Sample, chances: Array) -> dict[str, dict[str, float]]:
    """4-gram F1 and share of pages exactly right, by set; wcxb's drafts and spoilt copies are told apart."""
    texts = defaultdict(list)
    for page, rows in sample.parts():
        keep = np.nonzero(kept(page.blocks, chances[rows]))[0]
        text = "\n".join(page.blocks.blocks[at].text for at in keep)
        texts[page.set + " draft" * page.draft + " spoilt" * page.spoilt].append((page.truth, text))
    return {name: score_texts(pairs) for name, pairs in texts.items()}


if __name__ == "__main__":
    main()
