"""Links: how they are written down, and those of a page."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import lru_cache
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from lxml.html import HtmlElement

MAX_LINKS = 6000
"""Links read of one page: Heritrix's limit."""


class Kind(StrEnum):
    """What is expected behind a link, and so who reads it."""

    FEED = "feed"
    SITEMAP = "sitemap"
    LISTING = "listing"
    ARTICLE = "article"


@dataclass(frozen=True, slots=True)
class Link:
    """A URL worth fetching. ``headline`` and ``date`` (aware) are what the feed or sitemap said about it."""

    url: str
    kind: Kind
    headline: str | None = None
    date: datetime | None = None


_TRACKING = re.compile(
    r"^(?:utm_\w+|(?:fb|g|y)clid|msclkid|mc_[ce]id|spm|isappinstalled|srsltid|ref_?src|cmpid|ncid|igshid|replytocom|share)$",
    re.I,
)
_SESSION = re.compile(r"^(?:phpsessid|jsessionid|sid|sessionid|session_id|aspsessionid\w*)$", re.I)
_PATH_SESSION = re.compile(r";(?:jsessionid|phpsessid|sid)=[^/;]*|/\(S\(\w+\)\)(?=/)", re.I)
NO_PAGE = re.compile(
    r"\.(?:jpe?g|png|gif|webp|svg|ico|bmp|css|js|json|pdf|docx?|xlsx?|pptx?|zip|rar|gz|7z|apk|exe|mp[34]|m4[av]|mov|avi|wmv|flv|webm)$",
    re.I,
)
LONGEST = 2083
"""Characters of a URL that is fetched: browsers and servers take no longer ones for granted."""


def tidy(url: str) -> str | None:
    """Give a URL in the form we fetch and remember it; None for what is no page of the web.

    >>> tidy("https://User:pw@Film.example:443/a.html?utm_source=x&id=3#top")
    'https://film.example/a.html?id=3'
    >>> tidy("https://film.example/(S(abc123))/a.jsp;jsessionid=7F")
    'https://film.example/a.jsp'
    >>> tidy("http://film.example.:80/a"), tidy("https://電影.example/a")
    ('http://film.example/a', 'https://xn--p3t494j.example/a')
    >>> tidy("javascript:void(0)"), tidy("http://["), tidy("http://film.example:0/")
    (None, None, None)
    """
    if len(url) > LONGEST:
        return None
    try:
        parts = urlsplit(url.strip())
        host, port = parts.hostname, parts.port
    except ValueError:
        return None
    host = ascii_host((host or "").rstrip("."))
    if parts.scheme not in ("http", "https") or not host or port == 0 or any(ord(char) <= 32 for char in host):
        return None
    host = f"[{host}]" if ":" in host else host
    default = {"http": 80, "https": 443}[parts.scheme]
    netloc = host if port in (None, default) else f"{host}:{port}"
    kept = [(key, value) for key, value in parse_qsl(parts.query, keep_blank_values=True) if not _noise(key)]
    query = parts.query if len(kept) == parts.query.count("&") + 1 else urlencode(kept)
    return urlunsplit((parts.scheme, netloc, _PATH_SESSION.sub("", parts.path) or "/", query, ""))


@lru_cache(maxsize=1024)
def ascii_host(host: str) -> str:
    """A host as it is asked for; empty for what can be none. Two hosts that look alike are two.

    >>> ascii_host("film.example"), ascii_host("電影.example"), ascii_host("a" * 64 + ".example"), ascii_host("film..example")
    ('film.example', 'xn--p3t494j.example', '', '')
    """
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError:
        return ""


def _noise(key: str) -> bool:
    return bool(_TRACKING.match(key) or _SESSION.match(key))


def is_within(url: str, domains: Iterable[str]) -> bool:
    """Whether a URL's host is one of the domains or lies in one.

    >>> is_within("https://www.film.example/a", ["film.example"]), is_within("https://bigfilm.example/", ["film.example"])
    (True, False)
    """
    host = urlsplit(url).hostname or ""
    return any(host == domain or host.endswith(f".{domain}") for domain in map(ascii_host, domains))


def page_links(tree: HtmlElement, base: str) -> Iterator[str]:
    """The links of a page that lead to pages of the web, absolute and tidy, in order, each once, ``MAX_LINKS`` at most."""
    for slashed in tree.xpath('//*[@href[contains(., "\\")]]'):
        slashed.set("href", slashed.get("href").replace("\\", "/"))  # as browsers read them
    tree.make_links_absolute(base, handle_failures="discard")
    seen: set[str] = set()
    for href in tree.xpath("//a/@href | //area/@href"):
        url = tidy(href)
        if url and url not in seen and not NO_PAGE.search(urlsplit(url).path):
            seen.add(url)
            yield url
            if len(seen) >= MAX_LINKS:
                return


def any_match(patterns: Iterable[re.Pattern[str]], url: str) -> bool:
    """Whether one of the patterns is found in the URL."""
    return any(pattern.search(url) for pattern in patterns)
