"""Read labelled pages: a folder of sets, each with its ``index.jsonl`` and gzipped pages."""

import gzip
import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

Row = tuple[Path, dict[str, Any]]
"""A gzipped page, and what is known about it."""


def labelled_rows(folder: Path) -> list[Row]:
    """The pages of all sets, in the order of the sets and of their indexes."""
    return [row for rows in _sets(folder) for row in rows]


def drawn_rows(folder: Path, most: int, seed: int) -> Iterator[Row]:
    """As many pages of each set, drawn by the seed."""
    for rows in _sets(folder):
        yield from random.Random(seed).sample(rows, min(most, len(rows)))


def page_at(path: Path) -> bytes:
    """A page as it was fetched."""
    return gzip.decompress(path.read_bytes())


def _sets(folder: Path) -> Iterator[list[Row]]:
    for index in sorted(folder.glob("*/index.jsonl")):
        rows = (json.loads(line) for line in index.read_text(encoding="utf-8").split("\n") if line)
        yield [(index.parent / row["html"], row) for row in rows]
