"""The formats of exports beside JSON lines: CSV for spreadsheets, Parquet for data frames, RSS for readers."""

import csv
import io
from collections.abc import Iterable, Iterator
from datetime import datetime
from importlib import import_module
from itertools import islice
from typing import Any, BinaryIO

from storage.export.rss import Item, rss
from storage.query.snippets import pieces

Record = dict[str, Any]

PLAIN = (
    "id url headline standfirst body authors publisher site source section keywords language "
    "date_published date_modified date_precision verdict"
).split()
"""The columns of flat formats, in their order; lists are joined by ``; ``."""

NEWEST = 50
"""Items of an RSS feed."""

GROUP = 2_000
"""Rows of a Parquet row group: memory does not grow with the database."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_csv(articles: Iterable[Record], file: BinaryIO) -> int:
    """One row an article, UTF-8 with a mark so that spreadsheets know it."""
    text = io.TextIOWrapper(file, encoding="utf-8-sig", newline="")
    table = csv.writer(text)
    table.writerow(PLAIN)
    count = 0
    for count, row in enumerate(_flat(articles), 1):  # noqa: B007 - the last number is the count
        table.writerow(map(cell, row.values()))
    text.flush()
    text.detach()
    return count


def write_parquet(articles: Iterable[Record], file: BinaryIO) -> int:
    """One row an article; moments are timestamps in UTC. Raises ImportError without the extra ``parquet``."""
    pa: Any = import_module("pyarrow")  # an extra, and untyped
    pq: Any = import_module("pyarrow.parquet")
    moments = {"date_published", "date_modified"}
    schema = pa.schema([(name, pa.timestamp("us", "UTC") if name in moments else pa.string()) for name in PLAIN])
    rows, count = _flat(articles), 0
    with pq.ParquetWriter(file, schema, compression="zstd") as writer:
        while group := list(islice(rows, GROUP)):
            writer.write_table(pa.Table.from_pylist(group, schema))
            count += len(group)
    return count


def write_rss(articles: Iterable[Record], file: BinaryIO) -> int:
    """The newest articles as RSS 2.0."""
    items = [_item(article) for article in islice(articles, NEWEST)]
    file.write(rss("Filmwire", "about:blank", "The newest film news, each story once", items))
    return len(items)


def _flat(articles: Iterable[Record]) -> Iterator[Record]:
    for article in articles:
        yield {name: "; ".join(value) if isinstance(value := article[name], list) else value for name in PLAIN}


def rfc3339(moment: datetime) -> str:
    """A moment as every format writes it.

    >>> rfc3339(datetime.fromisoformat("2026-11-21T08:00:00+00:00"))
    '2026-11-21T08:00:00Z'
    """
    return moment.isoformat().replace("+00:00", "Z")


def cell(value: object) -> str:
    """A value for a spreadsheet; one that begins like a formula gets an apostrophe.

    >>> cell(None), cell("=1+1")
    ('', "'=1+1")
    """
    if isinstance(value, datetime):
        return rfc3339(value)
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text


def _item(article: Record) -> Item:
    return Item(
        guid=article["id"],
        title=article["headline"] or article["url"],
        link=article["url"],
        description=article["standfirst"] or "".join(piece.text for piece in pieces(article["body"], None)),
        date=article["date_published"],
        source=article["publisher"] or article["site"],
        url=article["url"],
    )
