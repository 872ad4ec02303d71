"""Tell whether two addresses lead to one article."""

import hashlib
import re
from functools import cache
from urllib.parse import urlsplit

import tldextract
from w3lib.url import canonicalize_url, url_query_cleaner

_TRACKING = ("utm_source", "utm_medium", "utm_campaign", "utm_term", "utm_content", "fbclid", "gclid", "spm")
_MOBILE = re.compile(r"^(?:www|m|amp|wap|mobile)\.(?=[^.]+\.)")


def canonical_url(url: str, declared: str | None = None) -> str:
    """The address to show for an article: the page's own canonical link where it stays on the site, no tracking, no fragment.

    >>> canonical_url("http://news.example/a?utm_source=x&id=7#top")
    'http://news.example/a?id=7'
    """
    if declared and site_of(declared) == site_of(url):
        url = declared
    return str(canonicalize_url(url_query_cleaner(url, _TRACKING, remove=True, unique=False)))


def url_key(url: str) -> str:
    """What all addresses of one article share.

    >>> url_key("http://www.news.example/a/") == url_key("https://m.news.example/a")
    True
    """
    parts = urlsplit(canonical_url(url))
    return f"{_MOBILE.sub('', parts.netloc)}{parts.path.rstrip('/')}" + (f"?{parts.query}" if parts.query else "")


def public_id(url: str) -> str:
    """Sixteen letters and digits that name the article in every database.

    >>> public_id("https://news.example/a")
    '64443cb662e74d7f'
    """
    return hashlib.blake2b(url_key(url).encode(errors="replace"), digest_size=8).hexdigest()


def site_of(url: str) -> str:
    """The registered domain of an address, or its host where there is none.

    >>> site_of("https://ent.chinadaily.com.cn/a/1.html"), site_of("http://127.0.0.1:8000/")
    ('chinadaily.com.cn', '127.0.0.1')
    """
    host = urlsplit(url).hostname or ""
    return _suffixes()(host).top_domain_under_public_suffix or host


@cache
def _suffixes() -> tldextract.TLDExtract:
    """The list that travels inside the library: nothing is fetched."""
    return tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)
