"""Read the labelled pages that the body's model is trained on, and lay their blocks out in one row."""

import gzip
import json
import pickle
import random
from collections import Counter
from collections.abc import Callable, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import numpy as np
from tldextract import TLDExtract

from benchmarks.training.body_truth import align
from cleaners.body.blocks import Blocks, Columns, lay_out
from cleaners.body.places import Array, Marks
from cleaners.decode import decode
from cleaners.document import page_document

FOLDS = 5
DRAFT_WEIGHT = 0.7
"""Pages whose label began as another extractor's output count less."""
SET_WEIGHT: Mapping[str, float] = {"scrapinghub": 2.0, "gne": 2.0}
"""News pages count double: they are what the project reads."""

_registered = TLDExtract(suffix_list_urls=())


@dataclass
class Page:
    """A labelled page as the training sees it: without its tree."""

    set: str
    id: str
    host: str
    draft: bool
    truth: str
    blocks: Blocks
    labels: Marks


@dataclass
class Sample:
    """Every block of every page, in one row."""

    pages: list[Page]
    ends: list[int]
    wanted: Marks
    weights: Array
    fold: Array

    def parts(self) -> list[tuple[Page, slice]]:
        """Each page with its rows."""
        return list(zip(self.pages, map(slice, self.ends, self.ends[1:]), strict=True))

    def table(self, look: Callable[[Page, slice], Columns]) -> Columns:
        """The columns of all pages, one below the other."""
        parts = [look(page, rows) for page, rows in self.parts()]
        return {name: np.concatenate([part[name] for part in parts]).astype(np.float32) for name in parts[0]}


def load(folder: Path, cache: Path | None) -> list[Page]:
    """Read all labelled pages of a folder, or what an earlier run kept of them."""
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
    """Read one line of an index; None where there is no text, or no label for it."""
    folder, name, text = line
    row = json.loads(text)
    if not row["truth"].get("text"):
        return None
    html = decode(gzip.decompress((folder / name / row["html"]).read_bytes())).text
    document = page_document(html, url=row["url"] or "")
    blocks = lay_out(document)
    if blocks is None:
        return None
    return Page(
        set=name,
        id=row["id"],
        host=host_of(row["url"], document.tree),
        draft=(row.get("labels_from") or "").endswith("draft"),
        truth=row["truth"]["text"],
        blocks=without_tree(blocks),
        labels=np.array(align(row["truth"]["text"], [block.text for block in blocks.blocks])) >= 0.5,
    )


def without_tree(blocks: Blocks) -> Blocks:
    """The same, to be kept in a file."""
    return replace(blocks, blocks=tuple(replace(block, element=None) for block in blocks.blocks))


def host_of(url: str | None, tree: Any) -> str:
    """The registered domain of the page, else the one that most of its links lead to."""
    links = [url] if url else [anchor.get("href") for anchor in tree.iter("a") if (anchor.get("href") or "").startswith("http")]
    hosts = Counter(_registered(hostname(link)).top_domain_under_public_suffix for link in links)
    hosts.pop("", None)
    return hosts.most_common(1)[0][0] if hosts else hostname(url or "")


def hostname(url: str) -> str:
    """The host of an address; empty where it has none."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def gather(pages: list[Page]) -> Sample:
    """Deal the hosts into folds."""
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
    worth = SET_WEIGHT.get(page.set, 1.0) * (DRAFT_WEIGHT if page.draft else 1.0)
    return sizes / sizes.sum() * 200 * worth
