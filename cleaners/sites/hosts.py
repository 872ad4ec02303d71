"""The registered domains of addresses, and those that a page gives as its own."""

import re
from collections.abc import Iterator
from contextlib import suppress
from functools import lru_cache

from tldextract import TLDExtract

from cleaners.document import Document

_HOST = re.compile(r"\s*(?:https?:)?//(?:[^/?#@\s]{0,100}@)?([^/?#:@\s\\]{1,255})", re.I)


def declared_urls(document: Document) -> Iterator[str]:
    """The addresses that a page calls its own."""
    yield from document.structured.links.get("canonical", ())[:1]
    yield from document.structured.meta.get("og:url", ())[:1]


def declared_domains(document: Document) -> set[str]:
    """The domains of those; a path that somebody wrote behind two slashes is none."""
    return {name for url in declared_urls(document) if "." in (name := registered(url)) and "%" not in name}


def own_domains(document: Document) -> set[str]:
    """The domain that a page has, and those that it calls its own."""
    return (declared_domains(document) | {registered(document.url)}) - {""}


def belongs_elsewhere(document: Document) -> bool:
    """Whether a page calls addresses its own that are all on another domain than it."""
    own, declared = registered(document.url), declared_domains(document)
    return bool(own and declared) and own not in declared


def registered(url: str) -> str:
    """The registered domain of an address, empty where there is none.

    >>> registered("https://film.example.co.uk/a"), registered("/a"), registered("https://例子.example/a")
    ('example.co.uk', '', 'xn--fsqu00a.example')
    """
    host = _HOST.match(url)
    return _domain(host[1].lower()) if host else ""


def leads_away(href: str, own: str) -> bool:
    """Whether a link gives a host, and one of another registered domain than a page's own.

    >>> leads_away("//cdn.film.example/a", "film.example"), leads_away("/a", ""), leads_away("//oars.example", "film.example")
    (True, False, True)
    """
    return "//" in href and registered(href) not in {"", own}


@lru_cache(maxsize=4096)
def _domain(host: str) -> str:
    with suppress(UnicodeError):
        host = host if host.isascii() else host.encode("idna").decode()
    return _extract().extract_str(host).top_domain_under_public_suffix or host


@lru_cache(maxsize=1)
def _extract() -> TLDExtract:
    return TLDExtract(suffix_list_urls=(), cache_dir=None)
