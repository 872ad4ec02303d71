"""Labelled pages: read them, clean them in two processes, say what came out."""

import gzip
import json
from collections.abc import Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import cleaners
from cleaners import CleanArticle
from crawler.evaluation.peers import PEERS
from crawler.exits import Exit, Mistake

WORKERS = 2


@dataclass(frozen=True, slots=True)
class Labelled:
    """A page and what a careful reader says it holds. ``path`` is its HTML, gzipped or not, or a ``.txt``."""

    page: str
    url: str
    path: Path
    language: str
    truth: Mapping[str, Any]


def read_index(index: Path, limit: int | None = None) -> list[Labelled]:
    """Read an index of one JSON object a line. Raises Mistake where it cannot be read."""
    try:
        with index.open(encoding="utf-8") as lines:
            rows = [json.loads(line) for line in islice(lines, limit) if line.strip()]
        pages = [
            Labelled(row["id"], row.get("url") or "", index.parent / row["html"], row.get("lang") or "", row["truth"])
            for row in rows
        ]
    except OSError as error:
        raise Mistake(f"cannot read {index}: {error.strerror}") from None
    except (ValueError, KeyError, TypeError) as error:
        raise Mistake(f"{index} is no index of labelled pages: {error!r}") from None
    missing = next((page.path for page in pages if not page.path.is_file()), None)
    if missing:
        raise Mistake(f"{index} names {missing}, which is not there")
    return pages


def clean_all(pages: list[Labelled], peer: str | None = None) -> Iterator[dict[str, Any]]:
    """Clean pages side by side, or let a peer of ours do it; predictions come in the order of the pages."""
    with ProcessPoolExecutor(WORKERS, mp_context=get_context("spawn")) as pool:
        try:
            yield from pool.map(partial(predict, peer=peer), pages, chunksize=4)
        except OSError as error:
            raise Mistake(f"cannot read a page: {error}", Exit.ERROR) from None


def predict(page: Labelled, peer: str | None = None) -> dict[str, Any]:
    """Clean one page, and write what came out as ``score.py`` reads it, with comments and captions besides."""
    raw = page.path.read_bytes()
    raw = gzip.decompress(raw) if raw.startswith(b"\x1f\x8b") else raw
    if peer:
        return PEERS[peer](raw, page.url)
    if ".txt" in page.path.suffixes:
        return prediction(cleaners.clean_text(raw.decode("utf-8", "replace"), url=page.url))
    return prediction(cleaners.clean_page(raw, url=page.url))


def prediction(article: CleanArticle) -> dict[str, Any]:
    """What an article says of the fields that labels know."""
    return {
        "text": article.body,
        "title": article.headline,
        "authors": list(article.authors),
        "date": article.date_published.date().isoformat() if article.date_published else None,
        "comments": [{"user": comment.user, "text": comment.text, "to": comment.to} for comment in article.comments],
        "captions": [{"text": caption.text, "credit": caption.credit} for caption in article.captions],
    }
