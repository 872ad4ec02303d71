"""What a page's bytes say without a parse: that it is a list, and which stories its paragraphs link to."""

import re
from collections.abc import Iterable, Iterator
from html import unescape
from itertools import islice

from cleaners.markup.structured import absolute
from crawler.links import tidy

FEW = 2
"""Stories that a story's own data may name, itself and what it is about; a list names more, or none."""
PARAGRAPH = 5000
"""Bytes read of one paragraph: the longest honest one in the samples had 4,000."""
MAX_PARAGRAPHS = 5000
"""Paragraphs of a page that are read for links."""
HEAD = 16_384
"""Bytes in which a page may say where its relative links begin: it does so among the first elements of its head."""
MAX_TAGS = 100_000
"""Tags read of a listing: a page of 8 MiB may have three million, which take 500 MB and eight seconds as a tree."""

_LIST = re.compile(
    rb'"@type"\s{0,9}:\s{0,9}(?:\[[^\[\]]{0,200})?"(?:CollectionPage|SearchResultsPage)"'
    rb"|itemtype\s?=\s?[\"']?https?://schema\.org/(?:CollectionPage|SearchResultsPage)\b"
)
_STORY = re.compile(rb'"@type"\s{0,9}:\s{0,9}(?:\[[^\[\]]{0,200})?"[A-Za-z]{0,20}(?:Article|BlogPosting|Review)"')
_TAG = re.compile(rb"<")
_BASE = re.compile(rb"<base\s[^<>]{0,500}?\bhref\s?=\s?[\"']?([^\"'\s<>]{1,500})", re.I)
_ANCHOR = re.compile(rb"<a\s[^<>]{0,500}?\bhref\s?=\s?[\"']?([^\"'\s<>]{1,500})", re.I)


def says_it_is_a_list(html: bytes) -> bool:
    """Whether a page declares itself a collection or the results of a search, and no story; no labelled story (1,041) does.

    >>> says_it_is_a_list(b'{"@type": ["CollectionPage", "WebPage"]}'), says_it_is_a_list(b'{"@type": "NewsArticle"}')
    (True, False)
    """
    named = b"CollectionPage" in html or b"SearchResultsPage" in html  # a tenth of what the pattern costs
    return named and bool(_LIST.search(html)) and not 0 < len(_STORY.findall(html)) <= FEW


def bounded(body: bytes, most: int = MAX_TAGS, mark: re.Pattern[bytes] = _TAG) -> bytes:
    """The beginning of a body, up to so many marks, which are tags where nothing else is said; nearly always the whole.

    >>> bounded(b"<ul><li>a<li>b</ul>", 2)
    b'<ul><li>a'
    """
    beyond = next(islice(mark.finditer(body), most, None), None)
    return body[: beyond.start()] if beyond else body


def links_in_text(html: bytes, base: str, domains: Iterable[str] = ()) -> Iterator[str]:
    """The pages of the web that a page's paragraphs link to, absolute and tidy, in order, each once.

    Where ``domains`` are named, links that name none of them need not be given.

    >>> list(links_in_text(b'<base href="/film/"><p><a href="a.html">a</a>', "https://film.example/c/d.html"))
    ['https://film.example/film/a.html']
    >>> page = b'<nav><a href="/tv/">TV</a></nav><p>As <a href="/a.html?p=1&amp;q=2">we told</a>.</p><a href="/">b</a>'
    >>> list(links_in_text(page, "https://film.example/c.html"))
    ['https://film.example/a.html?p=1&q=2']
    """
    seen, named = {base}, _spellings(domains)
    if declared := _BASE.search(html, 0, HEAD):
        base = absolute(base, unescape(declared[1].decode("utf-8", "replace")))
    for piece in re.split(rb"<[pP][\s>]", html, maxsplit=MAX_PARAGRAPHS)[1:]:
        paragraph = piece[:PARAGRAPH].partition(b"</p")[0].partition(b"</P")[0]
        for href in _ANCHOR.findall(paragraph):
            if b"//" in href and not any(name in href.lower() for name in named):
                continue  # most links lead elsewhere: told at a tenth of what it costs to join them
            url = tidy(absolute(base, unescape(href.decode("utf-8", "replace"))))
            if url and url not in seen:
                seen.add(url)
                yield url


def _spellings(domains: Iterable[str]) -> tuple[bytes, ...]:
    """How links name the domains; those beyond ASCII are spelled in many ways, so that any link may."""
    named = tuple(domain.encode() for domain in domains)
    return named if named and all(name.isascii() and b"xn--" not in name for name in named) else (b"",)
