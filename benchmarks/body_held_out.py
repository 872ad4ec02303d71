"""Measure the bodies that the whole chain gives on hosts that its model has not seen.

    python -m benchmarks.training.train_body FOLDER --out MODEL --folds FOLDS
    python -m benchmarks.body_held_out FOLDER FOLDS [--every N] [--out FILE]

Every page of FOLDER is cleaned with the model of FOLDS that was trained without its host. Pages whose label another extractor
drafted are told apart. ``--out`` keeps each page's true text and body as JSON lines.
"""

import argparse
import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unittest.mock import Mock, patch

from benchmarks.material.labelled import labelled_rows, page_at
from benchmarks.material.text_score import score_texts
from cleaners import clean_page
from cleaners.body import body
from cleaners.body import model as body_model


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("folds", type=Path)
    parser.add_argument("--every", type=int, default=1, help="of the rows of the indexes only every so many")
    parser.add_argument("--out", type=Path)
    arguments = parser.parse_args()
    found = list(cleaned(arguments.folder, json.loads(arguments.folds.read_text("utf-8")), arguments.every))
    texts = defaultdict(list)
    for page in found:
        texts[page["set"]].append((page["truth"], page["body"]))
    for name, pairs in texts.items():
        print(name, json.dumps(score_texts(pairs)))
    if arguments.out:
        arguments.out.write_text("".join(json.dumps(page, ensure_ascii=False) + "\n" for page in found), "utf-8")


def cleaned(folder: Path, folds: dict[str, Any], every: int) -> Iterator[dict[str, str]]:
    """Clean the pages fold by fold."""
    rows = [(path.parents[1].name, path, row) for path, row in labelled_rows(folder)[::every] if row["truth"].get("text")]
    for fold, data in enumerate(folds["models"]):
        given = Mock(return_value=body_model.read_model(data))
        body_model.names_weight.cache_clear()
        with patch.object(body, "body_model", given), patch.object(body_model, "body_model", given):
            for name, path, row in rows:
                if folds["fold"].get(f"{name}/{row['id']}") == fold:
                    draft = " draft" * (row.get("labels_from") or "").endswith("draft")
                    text = clean_page(page_at(path), url=row["url"] or "").body
                    yield {"set": name + draft, "id": row["id"], "truth": row["truth"]["text"], "body": text}
    body_model.names_weight.cache_clear()


if __name__ == "__main__":
    main()
