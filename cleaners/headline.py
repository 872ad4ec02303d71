"""Find the headline on which the page agrees."""

import re

from cleaners.article import Candidate, Found
from cleaners.document import Document
from cleaners.structured import strings

_SEPARATOR = re.compile(r"\s+[|\-–—_·»]\s+|[|_]")


def read_headline(document: Document) -> Found[str | None]:
    """The h1 that the head's titles confirm, else the title without the site's name, else the first line of a plain text."""
    offers = [(origin, value) for origin, value in _offers(document) if value]
    value = next((value for origin, value in offers), None)
    return Found(value, tuple(Candidate("headline", origin, text, text == value) for origin, text in offers))


def _offers(document: Document) -> list[tuple[str, str]]:
    if document.tree is None:
        return [("first line", document.blocks[0].text)] if document.blocks else []
    titles = [" ".join(title.text_content().split()) for title in document.tree.iter("title")][:1]
    heads = [*document.structured.meta.get("og:title", ()), *titles]
    h1s = [" ".join(h1.text_content().split()) for h1 in document.tree.iter("h1")]
    confirmed = [("h1", h1) for h1 in h1s if any(h1 and h1 in head for head in heads)]
    linked = [("json-ld", text) for item in document.structured.articles for text in strings(item.get("headline"))]
    return [*confirmed, *linked, *(("title", _SEPARATOR.split(head)[0].strip()) for head in heads)]
