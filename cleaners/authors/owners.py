"""Tell whose a personal site is: a page there that names no author was written by its owner."""

import re
from collections.abc import Iterator
from itertools import islice

from cleaners.authors.names import is_person
from cleaners.authors.spelling import is_full_name, is_given
from cleaners.document import Document
from cleaners.markup.structured import text_of
from cleaners.sites.sitenames import host_names, site_names
from cleaners.text.titles import key, parts

_OWNER = re.compile(
    r"(?P<name>[A-Z]\w+(?:\s[A-Z][\w.]+){1,2})['’]s (?:web)?(?:blog|log|site|website|journal|notes|newsletter)", re.I
)
_THOUGHTS = re.compile(r"(?P<name>[A-Z]\w+\s[A-Z][\w.]+)['’]s (?:thoughts|notes|reviews|musings|ramblings|blog) (?:on|about)\b")
"""How a blog introduces itself in its head."""
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)\W{0,3}(?:(?:19|20)\d\d\W{0,3}){0,2}(?:by\s)?(?P<name>[^\W\d_][^.,|•·]{3,40}?)\s*(?:$|[.,|•·])", re.I
)
_HOME = re.compile(r"/?|(?:https?:)?//[^/]+/?")
_LINKS, _FOOT = 6, 25
"""How many links to the front page, and how many blocks at the page's end are read."""
_HEAD, _LINKED, _ABOUT = 40, 0.9, 40
_TELLING = 5
"""Least letters of a first or last name that a host may consist of."""


def owners(document: Document) -> Iterator[str]:
    """Names that the site gives itself and that are a person's: Ada Fenwick's blog, or the Ada Fenwick of fenwick.com."""
    yield from (match["name"] for name in sorted(site_names(document)) if (match := _OWNER.fullmatch(name)))
    yield from (match["name"] for block in document.blocks[:_HEAD] if (match := _THOUGHTS.match(block.text)))
    labels = {key(label) for host in host_names(document.url)[:1] for label in host.split(".")}
    people = (name for name in _given(document) if is_full_name(name) and is_given(name) and is_person(name))
    yield from islice((name for name in people if any(_bears(label, name) for label in labels)), 1)


def _bears(label: str, name: str) -> bool:
    """Whether a host's telling label is a name or one long part of it.

    >>> _bears("adafenwick", "Ada Fenwick"), _bears("fenwick", "Ada Fenwick"), _bears("film", "Film Ada")
    (True, True, False)
    """
    return label == key(name) or any(len(word) >= _TELLING and label == key(word) for word in name.split())


def _given(document: Document) -> Iterator[str]:
    """What stands behind the page's title, in links to the front page, and in the copyright line."""
    yield from parts(text_of(document.title))[1:] if document.title is not None else ()
    homes = (link for link in document.elements.of("a") if _HOME.fullmatch(link.get("href") or "-"))
    yield from (text_of(link) for link in islice(homes, _LINKS))
    links = (block.text for block in document.blocks if block.link_density > _LINKED)
    yield from (text.removeprefix("About ") for text in links if text.startswith("About ") and len(text) < _ABOUT)
    for block in document.blocks[-_FOOT:]:
        if (match := _COPYRIGHT.search(block.text[:200])) is not None:
            yield match["name"].strip()
