"""Read what a site announces: feeds and sitemaps."""

import calendar
import json
import re
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime
from html import unescape
from io import BytesIO
from itertools import islice
from typing import Any

from feedparser.api import parse as parse_feed
from lxml import etree

from cleaners.decode import decode
from cleaners.markup.structured import absolute
from crawler.discovery.hypertext import bounded
from crawler.links import Kind, Link

_WHITE = b"\xef\xbb\xbf \t\r\n"
_MARKUP = re.compile(r"<[a-z/!]|&#?\w+;", re.I)
_TITLE = 1000
"""Characters of a title that are read: no headline has as many."""
MAX_ENTRIES = 50_000
"""Entries read of one sitemap: the limit of the protocol."""
MAX_TAGS = 12
"""Tags read for each of them, ends included: a place, a day, how often it changes and how much it matters take ten."""
MAX_ITEMS = 5000
"""Entries read of one feed: feedparser takes half a second for them, and eight times that for three times as many."""
MAX_FEED = 2 * 1024 * 1024
"""Bytes read of a feed; a JSON feed beyond them gives nothing. The largest honest one seen had 1.3 MB."""
MAX_SITEMAP = 16 * 1024 * 1024
"""Bytes read of a sitemap, unpacked."""
EARLIEST = 1990
"""No page of the web was published before; clocks that were never set say 1970."""
_HEAD = 4096
"""Bytes in which a file has said what it is."""
_ROOT = re.compile(rb"<(?:[\w.-]{1,30}:)?(urlset|sitemapindex|rss|feed|rdf)[\s>]", re.I)
_SITEMAPS = frozenset((b"urlset", b"sitemapindex"))
_ITEM = re.compile(rb"<(?:[a-z]{1,20}:)?(?:item|entry)[\s>]", re.I)
_ENCODING = re.compile(r"(<\?xml\s[^<>]{0,99}?)\sencoding\s?=\s?[\"'][\w:.-]{1,40}[\"']", re.I)
"""What a feed says of its encoding, which is not always so; once it is read there is nothing left to say."""
_DOCTYPE = re.compile(rb"<!DOCTYPE[^\[>]{0,1000}\[.*?\]\s{0,99}>", re.S | re.I)
"""One with a subset of its own, where entities are made: no honest feed needs them, and not every XML library bounds them."""


def read_announced(kind: Kind, body: bytes, url: str, content_type: str = "") -> Iterator[Link]:
    """What a feed or a sitemap announces, packed or not; its own first words tell which it is, whatever it was taken for."""
    text = unpacked(body, MAX_SITEMAP)
    if root := _ROOT.search(text[:_HEAD]):
        kind = Kind.SITEMAP if root[1].lower() in _SITEMAPS else Kind.FEED
    elif kind is Kind.SITEMAP and b"<" not in text[:_HEAD]:
        return _text_sitemap(text)
    return read_sitemap(text, url) if kind is Kind.SITEMAP else read_feed(text, url, content_type)


def _text_sitemap(text: bytes) -> Iterator[Link]:
    """One address a line, as sitemaps.org allows."""
    lines = (line.strip() for line in islice(text.decode("utf-8-sig", "replace").splitlines(), MAX_ENTRIES))
    return (Link(line, Kind.ARTICLE) for line in lines if line.startswith(("http://", "https://")))


def read_feed(body: bytes, url: str, content_type: str = "") -> Iterator[Link]:
    """The articles that an RSS, Atom, RDF or JSON feed announces, in its order. A broken one gives what can be read of it."""
    if body.lstrip(_WHITE).startswith(b"{"):
        yield from _json_feed(body, url)
        return
    told = bounded(_DOCTYPE.sub(b"", body[:MAX_FEED], count=1), MAX_ITEMS, _ITEM)
    text = _ENCODING.sub(r"\1", decode(told, content_type).text, count=1)
    feed = parse_feed(BytesIO(text.encode(errors="replace")), response_headers={"content-location": url}, sanitize_html=False)
    for entry in feed.entries[:MAX_ITEMS]:
        if link := entry.get("feedburner_origlink") or entry.get("link"):
            yield Link(link, Kind.ARTICLE, _headline(entry.get("title")), _moment(entry))


def _json_feed(body: bytes, url: str) -> Iterator[Link]:
    """As https://www.jsonfeed.org/version/1.1/ has it."""
    try:
        feed = json.loads(body if len(body) <= MAX_FEED else b"{}")
    except (ValueError, RecursionError):
        return
    items = feed.get("items")
    for item in items[:MAX_ITEMS] if isinstance(items, list) else ():
        if isinstance(item, dict) and isinstance(link := item.get("url") or item.get("external_url") or _address(item), str):
            title, moment = (item.get(name) for name in ("title", "date_published"))
            yield Link(absolute(url, link), Kind.ARTICLE, _headline(title), _iso(_text(moment)))


def _address(item: dict[str, Any]) -> str | None:
    """An item's name where that is its address, as the format wishes."""
    name = item.get("id")
    return name if isinstance(name, str) and name.startswith(("http://", "https://")) else None


def _headline(title: object) -> str | None:
    """A title as readers see it: feeds wrap film titles in markup, often escaped.

    >>> _headline("Review: <i>Salt &amp;amp; Lanterns</i>")
    'Review: Salt & Lanterns'
    """
    text = _text(title[:_TITLE]) if isinstance(title, str) else None
    if not text or not _MARKUP.search(text):
        return text
    from bs4 import BeautifulSoup  # noqa: PLC0415 - few feeds need it

    return BeautifulSoup(unescape(text), "lxml").get_text(" ", strip=True) or None


def _text(value: object) -> str | None:
    return (value.strip() or None) if isinstance(value, str) else None


def read_sitemap(body: bytes, url: str) -> Iterator[Link]:
    """The articles and further sitemaps that a sitemap announces. Entities are left alone, nothing is fetched."""
    text = bounded(_DOCTYPE.sub(b"", unpacked(body, MAX_SITEMAP), count=1), MAX_TAGS * MAX_ENTRIES)
    for entry in islice(_entries(text), MAX_ENTRIES):
        kind = Kind.SITEMAP if _name(entry) == "sitemap" else Kind.ARTICLE
        said = {_name(node): (node.text or "").strip() for node in _own(entry)}
        if said.get("loc"):
            yield Link(said["loc"], kind, said.get("title") or None, _iso(said.get("publication_date") or said.get("lastmod")))


def _own(entry: etree._Element) -> Iterator[etree._Element]:
    """What an entry says of its page, and its news extension of the story: pictures and films have addresses, too."""
    for node in entry.iterchildren("{*}*"):
        yield from node.iterchildren("{*}*") if _name(node) == "news" else (node,)


def _name(node: etree._Element) -> str:
    """The name of an element, whether its prefix is declared or not."""
    return str(node.tag).rpartition("}")[2].rpartition(":")[2]


def _entries(text: bytes) -> Iterator[etree._Element]:
    """The children of the root one after another, each forgotten before the next: the tree of a whole file is ten times it."""
    steps = etree.iterparse(
        BytesIO(text), events=("start", "end"), resolve_entities=False, no_network=True, recover=True, remove_comments=True
    )
    try:
        _, root = next(steps)
        for event, node in steps:
            if event == "end" and node.getparent() is root:
                yield node
                node.clear()
                del root[: root.index(node)]
    except (etree.XMLSyntaxError, StopIteration):
        return


def unpacked(body: bytes, most: int) -> bytes:
    """The beginning of a file, ``most`` bytes of it, unpacked where it is a gzip file (``sitemap.xml.gz``) or damaged one.

    >>> import gzip
    >>> unpacked(gzip.compress(b"film" * 9), 8), unpacked(b"<urlset>", 99)
    (b'filmfilm', b'<urlset>')
    """
    if not body.startswith(b"\x1f\x8b"):
        return body[:most]
    try:
        return zlib.decompressobj(31).decompress(body, most)
    except zlib.error:
        return b""


def _moment(entry: Any) -> datetime | None:
    """When an entry was published; feedparser makes the first of the month of a Chinese day, and warns where there is none."""
    told = dict[str, Any](entry)
    name = "published" if told.get("published_parsed") else "updated"
    parsed = told.get(f"{name}_parsed")
    try:
        moment = datetime.fromtimestamp(calendar.timegm(parsed), UTC) if parsed and "年" not in told.get(name, "") else None
    except (ValueError, OverflowError):
        return None
    return moment if moment and moment.year >= EARLIEST else None


def _iso(text: str | None) -> datetime | None:
    """A moment in UTC; None for none, which some write as 0001-01-01T00:00:00+08:00 or 1970-01-01."""
    try:
        moment = datetime.fromisoformat(text) if text else None
        return moment.replace(tzinfo=moment.tzinfo or UTC).astimezone(UTC) if moment and moment.year >= EARLIEST else None
    except (ValueError, OverflowError):
        return None
