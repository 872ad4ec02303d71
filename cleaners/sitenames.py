"""The names that a site calls itself, as titles and bylines repeat them."""

import re
from urllib.parse import urlsplit

from cleaners.document import Document
from cleaners.structured import kinds, strings

_SITES = {"WebSite", "Organization", "NewsMediaOrganization", "Corporation"}
_HOST_NOISE = frozenset("www m mobile wap amp com co org net edu gov ac uk us cn au ca in io news blog".split())


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
        owner = item.get("publisher")
        if not (isinstance(owner, dict) and "Person" in kinds(owner)):
            given += strings(owner, "name", "alternateName")
        if kinds(item) & _SITES and "Person" not in kinds(item):
            given += strings(item, "name")
    return frozenset(name for name in (*given, *host_names(document.url)) if name)


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
