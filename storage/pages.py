"""Keep every page as it came: bytes once, compressed; each fetch a row."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import zstandard
from sqlalchemy import bindparam, insert, select
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.exc import NoResultFound
from sqlalchemy.orm import Session

from cleaners.article import SiteHints
from storage.crawls.templates import load_template
from storage.models import RawBytes, StoredPage, table_of
from storage.prepared import Prepared
from storage.urls import site_of

LEVEL = 3
"""Of zstd: 34.1 KB a page in .4 ms, where 6 gives 31.6 in 1.3 and 1 36.3 in .3 (300 article pages, 2026-11). A dictionary
trained on a site's earlier pages, or one of those, saves 13 % (38 pages of the sites with six or more): too little to read one
page for another."""

MAX_LENGTH = 1 << 30
"""Bytes that a stored page may unpack to."""


_RAW, _PAGES = table_of(RawBytes), table_of(StoredPage)
_KEPT = Prepared(select(_RAW.c.length).where(_RAW.c.sha256 == bindparam("digest")))
_KEEP = Prepared(upsert(_RAW).on_conflict_do_nothing())
_ENTER = Prepared(insert(_PAGES).returning(_PAGES.c.id), [column.name for column in _PAGES.c if column.name != "id"])
_WHOLE = Prepared(
    select(*_PAGES.c, _RAW.c.data)
    .join_from(_PAGES, _RAW, _RAW.c.sha256 == _PAGES.c.sha256)
    .where(_PAGES.c.id == bindparam("this"))
)
_HINTS = Prepared(select(_PAGES.c.hints, _PAGES.c.fetched_at).where(_PAGES.c.id == bindparam("this")))


@dataclass(frozen=True, slots=True)
class Page:
    """An answer of a server. ``url`` was asked for, ``final_url`` answered after redirects."""

    url: str
    final_url: str
    body: bytes
    status: int
    content_type: str
    headers: tuple[tuple[str, str], ...]
    fetched_at: datetime
    """Aware."""
    spider: str


def keep_page(session: Session, page: Page, run_id: int | None = None, hints: SiteHints | None = None) -> int:
    """Store a page and its bytes, and what the crawl knew beside it; give the id of its row."""
    digest = hashlib.sha256(page.body).digest()
    connection = session.connection()
    if not _KEPT.rows(connection, {"digest": digest}):
        data = zstandard.ZstdCompressor(level=LEVEL).compress(page.body)
        raw = {"sha256": digest, "codec": "zstd", "dictionary": None, "length": len(page.body), "data": data}
        _KEEP.many(connection, [raw])
    fetch = {
        "run_id": run_id,
        "url": page.url,
        "final_url": page.final_url,
        "site": site_of(page.final_url),
        "status": page.status,
        "content_type": page.content_type,
        "headers": page.headers,
        "fetched_at": page.fetched_at,
        "spider": page.spider,
        "sha256": digest,
        "hints": hints and _told(hints),
    }
    return int(_ENTER.rows(connection, fetch)[0].id)


def load_page(session: Session, page_id: int) -> Page:
    """Give a page back as it came. Raises sqlalchemy.exc.NoResultFound where there is none."""
    row = _one(session, _WHOLE, page_id)
    return Page(
        url=row.url,
        final_url=row.final_url,
        body=zstandard.ZstdDecompressor().decompress(row.data, max_output_size=MAX_LENGTH),
        status=row.status,
        content_type=row.content_type,
        headers=tuple((name, value) for name, value in row.headers),
        fetched_at=row.fetched_at,
        spider=row.spider,
    )


def load_hints(session: Session, page_id: int) -> SiteHints:
    """What the crawl knew beside a page; at least when it was fetched.

    A date without a headline is none that a feed told: the day of an address was once kept as such.
    """
    row = _one(session, _HINTS, page_id)
    kept = dict(row.hints or {})
    if "feed_headline" not in kept:
        kept.pop("feed_date", None)
    by = kept.pop("template", None)
    told: dict[str, Any] = {name: _READ.get(name, str)(value) for name, value in kept.items()}
    told["template"] = load_template(session, *by) if by else None
    return replace(SiteHints(fetched_at=row.fetched_at), **told)


def _one(session: Session, statement: Prepared, page_id: int) -> Any:
    for row in statement.rows(session.connection(), {"this": page_id}):
        return row
    raise NoResultFound(f"no page {page_id}")


_READ: dict[str, Callable[[Any], Any]] = {
    "fetched_at": datetime.fromisoformat,
    "feed_date": datetime.fromisoformat,
    "opt_outs": tuple,
}
"""How a hint that is no text is read back."""


def _told(hints: SiteHints) -> dict[str, object]:
    """The hints that say something: moments as text, a template by its name."""
    told = {name: value for name in SiteHints.__slots__ if (value := getattr(hints, name)) not in (None, ())}
    if hints.template is not None:
        told["template"] = [hints.template.site, hints.template.version]
    return {name: value.isoformat() if isinstance(value, datetime) else value for name, value in told.items()}
