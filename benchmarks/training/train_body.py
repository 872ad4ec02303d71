"""Train the model that chooses the body's blocks, and report on hosts that it has not seen.

    OMP_NUM_THREADS=1 python -m benchmarks.training.train_body FOLDER [--out FILE] [--cache FILE] [--folds FILE]

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

from benchmarks.material.text_score import score_texts
from benchmarks.training.body_fit import boost, weigh_names
from benchmarks.training.body_pages import Sample, gather, load
from cleaners.body.blocks import first_look
from cleaners.body.body import NEVER, chance, kept
from cleaners.body.company import second_look
from cleaners.body.places import Array


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--out", type=Path, default=Path("cleaners/data/body_model.json"))
    parser.add_argument("--cache", type=Path, help="keep the pages as read here, for the next run")
    parser.add_argument("--folds", type=Path, help="write the models of the folds here, for benchmarks.body_held_out")
    arguments = parser.parse_args()
    sample = gather(load(arguments.folder, arguments.cache))
    models, report = train(sample)
    text = json.dumps(models[-1] | {"held_out": report}, separators=(",", ":"), ensure_ascii=False)
    arguments.out.write_text(text + "\n", "utf-8")
    if arguments.folds:
        fold = {f"{page.set}/{page.id}": int(sample.fold[rows][0]) for page, rows in sample.parts()}
        arguments.folds.write_text(json.dumps({"fold": fold, "models": models[:-1]}), "utf-8")


def train(sample: Sample) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    """Train all stages without each fold and on all pages, last of all; each hands its held-out output on."""
    words, held_out = weigh_names(sample)
    names = dict(zip(map(id, sample.pages), held_out, strict=True))
    columns = sample.table(lambda page, rows: first_look(page.blocks, names[id(page)]))
    first, logits = boost(sample, columns, np.ones(len(sample.wanted), bool))
    report = {"first look": measure(sample, chance(logits))}
    print(json.dumps(report), flush=True)
    live = logits > NEVER
    columns |= sample.table(lambda page, rows: second_look(page.blocks, logits[rows]))
    second, odds = boost(sample, columns, live)
    report["both looks"] = measure(sample, np.where(live, chance(odds), 0.0))
    print(json.dumps(report, indent=1), flush=True)
    stages = zip(words, first, second, strict=True)
    return [{"names": names, "first": one, "second": two} for names, one, two in stages], report


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
