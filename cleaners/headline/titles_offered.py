"""The titles that a page offers for its headline: to machines in its head, to readers in its headings."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from cleaners.document import Document
from cleaners.markup.parsing import writable
from cleaners.markup.structured import strings, text_of
from cleaners.text.titles import plain, without_channel, without_names

LEAST, LONGEST = 5, 300
VISIBLE = frozenset(("h1", "headline", "h2", "line"))
"""Origins that readers see."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A title or heading, where it stood, and its text less the site's names."""

    origin: str
    text: str
    raw: str


def offer_of(origin: str, text: str, names: Collection[str]) -> Offer:
    """What a title or heading offers, less the names of site and channel."""
    raw = plain(text)
    bare = without_names(raw, names)
    return Offer(origin, without_channel(bare) if origin == "title" else bare, raw)


def remainders(heads: list[Offer]) -> frozenset[str]:
    """What one title of the head adds before or behind another is the name of site or column.

    A page's ``og:title`` is mostly its headline alone, its ``title`` element the headline and the site.
    """
    pairs = [(one.text, other.raw) for one in heads for other in heads if len(one.text) >= LEAST and one.text != other.raw]
    return frozenset(
        re.sub(r"^\W+|\W+$", "", other.removeprefix(one).removesuffix(one))
        for one, other in pairs
        if other.startswith(one) or other.endswith(one)
    )


def titles_told(document: Document) -> Iterator[tuple[str, str]]:
    """The titles that machines are given, most trusted first."""
    structured = document.structured
    if document.hints.feed_headline:
        yield "feed", writable(document.hints.feed_headline)
    for item in structured.articles[:2]:
        yield from (("json-ld", text) for text in strings(item.get("headline") or item.get("name")))
    yield from (("og", text) for text in structured.meta.get("og:title", ())[:1])
    yield from (("meta", text) for name in ("title", "dc.title", "headline") for text in structured.meta.get(name, ())[:1])
    title = document.title
    yield from (("title", text) for text in (text_of(title) if title is not None else "",) if text)
    yield from (("twitter", text) for text in structured.meta.get("twitter:title", ())[:1])


def headings_seen(document: Document) -> Iterator[tuple[str, str]]:
    """The headings that readers see, in the page's order."""
    for element in document.titles:
        text = text_of(element) if element.tag != "title" else ""
        if 0 < len(text) <= LONGEST:
            yield "headline" if (element.get("itemprop") or "").lower() == "headline" else str(element.tag), text
