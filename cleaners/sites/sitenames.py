"""The names that a site calls itself, as titles and bylines repeat them."""

import re
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from cleaners.document import Document
from cleaners.markup.structured import kinds, listed, strings, text_of

_SITES = {"WebSite", "Organization", "NewsMediaOrganization", "Corporation"}
HOME = re.compile(r"(?:https?:)?(?://[^/]+)?/?(?:(?:en|zh|cn)/?)?(?:index\.\w{3,5})?(?<=.)")
"""An address that leads to a site's front page."""
_HOST_NOISE = frozenset("www m mobile wap amp com co org net edu gov ac uk us cn au ca in io news blog".split())


@lru_cache(maxsize=2)
def site_names(document: Document) -> frozenset[str]:
    """Every name that hints, JSON-LD, meta elements and the host give the site."""
    structured = document.structured
    given = [document.hints.publisher or ""]
    given += [
        value
        for name in ("og:site_name", "application-name", "apple-mobile-web-app-title", "al:android:app_name", "al:ios:app_name")
        for value in structured.meta.get(name, ())
    ]
    for item in (*structured.articles, *structured.others):
        given += strings(item.get("publisher"), "name", "alternateName")
        if kinds(item) & _SITES:
            given += strings(item, "name")
    given += _headed(document)
    return frozenset(name for name in (*given, *host_names(document.url)) if name)


def _headed(document: Document) -> Iterator[str]:
    """What headings say that link to the site's front page: there blogs set their name, often as an ``h1``."""
    for heading in document.titles:
        link = next(heading.iterdescendants("a"), None) if len(heading) else None
        link = heading.getparent() if link is None and len(heading) == 0 else link
        if link is not None and link.tag == "a" and HOME.fullmatch(link.get("href") or "-"):
            yield text_of(heading)


def people_named(document: Document) -> frozenset[str]:
    """The names that JSON-LD or microdata type as a person's: a site may bear its owner's name."""
    structured = document.structured
    items = [*structured.articles, *structured.others]
    items += [
        one for item in items for name in ("author", "publisher") for one in listed(item.get(name)) if isinstance(one, dict)
    ]
    persons = [item for item in items if "Person" in kinds(item)]
    marked = document.elements.having.get("itemprop", ()) if document.tree is not None else ()
    typed = (one for one in marked if one.get("itemprop") == "author" and (one.get("itemtype") or "").endswith("Person"))
    return frozenset(name for item in persons for name in strings(item, "name")) | frozenset(map(_name_of, typed))


def _name_of(person: HtmlElement) -> str:
    """What an element of microdata calls a person: its own name, or all it says."""
    named = next((one for one in person.iterdescendants() if one.get("itemprop") == "name"), person)
    return text_of(named)


@lru_cache(maxsize=64)
def host_names(url: str) -> tuple[str, ...]:
    """The host, with and without its front, and its telling label.

    >>> host_names("https://www.example-film.co.uk/a")
    ('www.example-film.co.uk', 'example-film.co.uk', 'co.uk', 'example-film')
    """
    try:
        host = (urlsplit(url).hostname or "").lower()
    except ValueError:
        return ()
    bare = re.sub(r"^(?:www|m|wap|amp)\.", "", host)
    label = next((part for part in reversed(bare.split(".")[:-1]) if part not in _HOST_NOISE), "")
    labels = bare.split(".")
    suffixes = [".".join(labels[at:]) for at in range(1, len(labels) - 1)]
    return tuple(dict.fromkeys(filter(None, (host, bare, *suffixes, label))))
