"""The formats of exports beside JSON lines: CSV for spreadsheets, Parquet for data frames, RSS for readers."""

import csv
import io
from collections.abc import Iterable, Iterator
from datetime import datetime
from email.utils import format_datetime
from importlib import import_module
from itertools import islice
from typing import Any, BinaryIO
from xml.sax.saxutils import escape, quoteattr

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
    """One row an article, UTF-8 with a mark so that spreadsheets know; a cell that begins like a formula gets an apostrophe."""
    text = io.TextIOWrapper(file, encoding="utf-8-sig", newline="")
    table = csv.writer(text)
    table.writerow(PLAIN)
    count = 0
    for count, row in enumerate(_flat(articles), 1):  # noqa: B007 - the last number is the count
        table.writerow([_cell(value) for value in row.values()])
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
    head = "<title>Filmwire</title><link>about:blank</link><description>The newest film news, each story once</description>"
    feed = f'<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0"><channel>{head}\n{"".join(items)}</channel></rss>\n'
    file.write(feed.encode())
    return len(items)


def _flat(articles: Iterable[Record]) -> Iterator[Record]:
    for article in articles:
        yield {name: "; ".join(value) if isinstance(value := article[name], list) else value for name in PLAIN}


def _cell(value: object) -> str:
    if isinstance(value, datetime):
        return value.isoformat().replace("+00:00", "Z")
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text


def _item(article: Record) -> str:
    moment = article["date_published"]
    lines = [
        f"<title>{_xml(article['headline'] or article['url'])}</title>",
        f"<link>{_xml(article['url'])}</link>",
        f'<guid isPermaLink="false">{article["id"]}</guid>',
        f"<description>{_xml(article['standfirst'] or article['body'][:500])}</description>",
        f"<source url={quoteattr(_printable(article['url']))}>{_xml(article['publisher'] or article['site'])}</source>",
        f"<pubDate>{format_datetime(moment)}</pubDate>" if moment else "",
    ]
    return f"<item>{''.join(lines)}</item>\n"


def _xml(text: str) -> str:
    return escape(_printable(text))


def _printable(text: str) -> str:
    """Without the control characters that XML has no place for."""
    return "".join(c for c in text if c >= " " or c in "\t\n")
