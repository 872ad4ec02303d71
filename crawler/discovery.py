"""Read what a site announces: feeds and sitemaps."""

import calendar
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from feedparser.api import parse as parse_feed
from lxml import etree

from crawler.links import Kind, Link

MAX_ENTRIES = 50_000
"""Entries read of one file: the limit of the sitemap protocol."""


def read_feed(body: bytes, url: str) -> Iterator[Link]:
    """The articles that an RSS, Atom or RDF feed announces, in its order. A broken feed gives what can be read of it."""
    feed = parse_feed(BytesIO(body), response_headers={"content-location": url}, sanitize_html=False)
    for entry in feed.entries[:MAX_ENTRIES]:
        if entry.get("link"):
            yield Link(entry.link, Kind.ARTICLE, entry.get("title") or None, _moment(entry))


def read_sitemap(body: bytes, url: str) -> Iterator[Link]:
    """The articles and further sitemaps that a sitemap announces. Entities are left alone, nothing is fetched."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, remove_comments=True, huge_tree=False)
    root = etree.fromstring(body, parser) if body.strip() else None
    if root is None:
        return
    kind = Kind.SITEMAP if etree.QName(root).localname == "sitemapindex" else Kind.ARTICLE
    for entry in list(root)[:MAX_ENTRIES]:
        said = {etree.QName(node).localname: (node.text or "").strip() for node in entry.iter("{*}*")}
        if said.get("loc"):
            yield Link(said["loc"], kind, said.get("title") or None, _iso(said.get("publication_date") or said.get("lastmod")))


def _moment(entry: Any) -> datetime | None:
    parsed = entry.get("published_parsed") or entry.get("updated_parsed")
    try:
        return datetime.fromtimestamp(calendar.timegm(parsed), UTC) if parsed else None
    except (ValueError, OverflowError):
        return None


def _iso(text: str | None) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text) if text else None
    except ValueError:
        return None
    return moment.replace(tzinfo=moment.tzinfo or UTC) if moment else None
