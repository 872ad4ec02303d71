"""Gather what a page says of its authors: beside the headline, below the text, and to machines."""

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from cleaners.authors.above import Offer, offers_above
from cleaners.authors.forms import credited, reporter_names
from cleaners.authors.forms_chinese import chinese_names
from cleaners.authors.han_names import is_han_name
from cleaners.authors.marks import LINE
from cleaners.authors.names import is_person, split_names
from cleaners.authors.spelling import in_order, is_full_name
from cleaners.document import Document
from cleaners.markup.masthead import Masthead, is_prose
from cleaners.markup.structured import kinds, listed, main_articles, strings

_DASHED = re.compile(
    r"\s*(?:[—–-]{1,2}\s?(?:[Bb]y\s)?|(?:Written\s)?[Bb]y\s)(?P<name>[A-Z][\w'’.-]+(?:\s[A-Z][\w'’.-]*){1,2})\s*"
)
_BRACKETED = re.compile(r"(?:(?<=[。！？”])\s?|^)[（(](?P<name>[\u4e00-\u9fff]{2,3})[）)]\s*$")
_TOLD = re.compile(r".{60}[.!?][\"”’)]*$", re.S)
"""How a paragraph ends."""
_META = (
    "author",
    "article:author",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "byl",
    "article:author_name",
    "citation_author",
    "cxenseparse:author",
    "article.author",
    "article_author",
    "authors",
)
_LISTED = frozenset(("dc.creator", "dcterms.creator", "citation_author"))
"""Where libraries list people, each by the last name first."""


def read_offers(document: Document, masthead: Masthead, nobody: Collection[str]) -> Iterator[Offer]:
    """Everybody whom the page offers as its authors, the house by its own name among them; some offers are empty.

    ``nobody`` holds the keys of the house's names: beside them, and not as one of them, a name is its author's.
    """
    for index in masthead.top:
        offers = offers_above(document, index, masthead.headline, nobody)
        answers = bool(masthead.prose) and index > masthead.prose[0]
        yield from (offer for offer in offers if offer.origin != "account" or not answers)
    for item in main_articles(document.structured) or _pages(document):
        people = [author for author in listed(item.get("author") or item.get("creator")) if not _is_house(author)]
        names = [name for person in people for text in _called(person) for name in split_names(in_order(text))]
        yield Offer("json-ld", tuple(dict.fromkeys(names)))
    for name in _META:
        values = (in_order(value, known=name in _LISTED) for value in document.structured.meta.get(name, ()))
        found = [person for value in values for person in split_names(value)]
        yield Offer("meta", tuple(dict.fromkeys(found)))
    yield from _labelled(document)
    if masthead.prose:
        first = masthead.prose[0]
        for index in (*range(max(0, first - 2), first), *masthead.prose[:2]):
            text = document.blocks[index].text
            reporter = reporter_names(text)
            yield from [Offer("lead", reporter.names, index, reporter.paper)] if reporter else ()
            if is_prose(document.blocks[index]):
                yield from (Offer("lead", byline.names, index, byline.paper) for byline in chinese_names(text[:40]))
    for index in masthead.tail:
        block = document.blocks[index]
        text = block.text[-40:] if is_prose(block) else block.text if len(block.text) < LINE else ""
        yield from (Offer("tail", byline.names, index, byline.paper) for byline in chinese_names(text))
        yield Offer("tail", credited(block.text)[0], index)
        yield Offer("tail", _dashed(document, masthead, index), index)


def _pages(document: Document) -> list[Mapping[str, Any]]:
    """The JSON-LD page, which plugins give the author of where they list no article."""
    return [item for item in document.structured.others if "WebPage" in kinds(item)]


def _dashed(document: Document, masthead: Masthead, index: int) -> tuple[str, ...]:
    """Who signs below the text with a dash, right below it with ``By``, or in brackets behind its last word.

    Nobody of whom the text tells.
    """
    block = document.blocks[index]
    if _signs_below(block.text):
        bylines = sum(_signs_below(document.blocks[other].text) for other in masthead.tail)
        if bylines > 1 or index == 0 or not _TOLD.search(document.blocks[index - 1].text):
            return ()
    match = (_DASHED.fullmatch(block.text) if len(block.text) < LINE else None) or _BRACKETED.search(block.text[-12:])
    name = match["name"] if match else ""
    told = name and any(
        name.split()[-1] in document.blocks[index].text.removesuffix(match[0] if match else "") for index in masthead.prose
    )
    return (name,) if name and not told and (is_full_name(name) or is_han_name(name)) and is_person(name) else ()


def _signs_below(text: str) -> bool:
    return text[:3].lower() == "by " or text[:10].lower() == "written by"


def _called(person: object) -> Iterator[str]:
    """The names of a JSON-LD person, whole or in its two parts."""
    if isinstance(person, dict) and not person.get("name"):
        whole = " ".join((*strings(person.get("givenName")), *strings(person.get("familyName"))))
        yield from (whole,) if whole else ()
    else:
        name = person.get("name") if isinstance(person, dict) else None
        yield from strings(name, "@value") if isinstance(name, dict) else strings(person, "name")


def _is_house(author: object) -> bool:
    """Whether JSON-LD types an author as an organisation."""
    return isinstance(author, dict) and any(kind.endswith("Organization") for kind in kinds(author))


def _labelled(document: Document) -> Iterator[Offer]:
    """The author in the card that SEO plugins write: ``twitter:label1`` says Written by, ``twitter:data1`` who."""
    meta = document.structured.meta
    for number in "12":
        label = " ".join(meta.get(f"twitter:label{number}", ())).lower()
        if "written by" in label or label in ("author", "by"):
            yield Offer("meta", tuple(name for value in meta.get(f"twitter:data{number}", ()) for name in split_names(value)))
