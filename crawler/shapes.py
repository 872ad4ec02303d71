"""What kind of page a URL leads to, judged by its shape."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from urllib.parse import unquote, urlsplit, urlunsplit

from crawler.links import NO_PAGE

MAX_PREFIX = 4
"""Directories before a path that are taken off to see whether the rest is a story's address: languages, editions, traps."""

_PARAMETER = re.compile(r";[^/]*")
_TOKEN = re.compile(r"(?=[a-f]*\d)(?=\d*[a-f])[0-9a-f]{16,128}(?:;\w+=\w*)?|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.I)
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH = f"0[1-9]|1[0-2]|(?<=/)(?:{'|'.join(_MONTHS)})(?=/)"
_DATED = re.compile(rf"/(?:19|20)\d\d[-/]?(?:{_MONTH})(?:[-/]?(?:0[1-9]|[12]\d|3[01]))?(?=[/_.-])", re.I)
_IDENTIFIED = re.compile(r"(?:^|[/_.-])(?:[A-Za-z]{0,3}\d{5,}|(?=[A-Za-z]*\d)[0-9a-z]{12,})(?=$|[/_.-])", re.I)
_SPAN = re.compile(rf"[\d-]+|{'|'.join(_MONTHS)}", re.I)
_MIXED = re.compile(r"(?=[^a-z]*[a-z])(?=[^A-Z]*[A-Z])(?=\D*\d)\w{10,}", re.ASCII)
_NUMBER_BEFORE = re.compile(r"/\d{5,}/[^/]*[^\W\d_]-[^\W_][^/]*/?$")
_DAY = re.compile(rf"/((?:19|20)\d\d)[-/]?({_MONTH})[-/]?(0[1-9]|[12]\d|3[01])(?=[/_.-])", re.I)
_NUMBERED = re.compile(r"(?:^|&)(?:id|aid|nid|newsid|articleid|storyid|docid|cid|mid|p)=\w*\d{4}\w*(?:&|$)", re.I)
_SLUG = re.compile(r"(?:[^\W_]+-){3,}[^\W_]+", re.I)
_TOLD = re.compile(
    r"/(?:articles?|story|stories|posts?)/[^/]*\w-\w[^/]*/?$|/(?:news|blogs?|reviews?|features?|interviews?)/(?:[^\W_]+-){2}[^/]*/?$",
    re.I,
)
"""A slug that were too short to be a story's, in a directory of stories."""
_NO_STORY = re.compile(r"/(?:tags?|labels?|authors?|users?|profiles?|categor(?:y|ies)|search|login|wp-json|cart)/", re.I)
"""Directories of lists and of people, with names as long as headlines; a date behind them makes a story of it all the same."""
_FEED = re.compile(r"/(?:feed|rss|comments)/?$", re.I)
_HAN = re.compile(r"[\u3400-\u9fff]")
_HAN_SLUG = 8
"""Chinese characters that make a slug a headline; those of tags and films are fewer."""
_PAGER = re.compile(
    r"(?:[/_-](?:page|index|list|default)s?[/_-]?\d{1,4}(?:\.\w+)?/?$)|(?:[?&](?:page|p|pg|paged|pagenum)=\d{1,4}(?:&|$))", re.I
)


def originals(url: str) -> Iterator[str]:
    """The addresses of stories that a URL may be a copy of: without its query and parameters, without its first directories.

    >>> list(originals("https://film.example/a/2026/11/the-night;v=2?sort=old"))
    ['https://film.example/a/2026/11/the-night', 'https://film.example/2026/11/the-night']
    >>> list(originals("https://film.example/2026/11/the-night.html"))
    []
    """
    parts = urlsplit(url)
    path = _PARAMETER.sub("", parts.path)
    steps = path.strip("/").split("/")
    shorter = [path, *("/" + "/".join(steps[start:]) for start in range(1, min(len(steps), MAX_PREFIX + 1)))]
    for candidate in shorter:
        plain = urlunsplit((parts.scheme, parts.netloc, candidate, "", ""))
        if plain != url and looks_like_article(plain):
            yield plain


def only_token_more(url: str, original: str) -> bool:
    """Whether all that a URL has beyond another is a token that a server gave out, such as a session's.

    >>> only_token_more("https://film.example/a.html?v=9f86d081884c7d65", "https://film.example/a.html")
    True
    >>> only_token_more("https://film.example/a.html?page=2", "https://film.example/a.html")
    False
    """
    rest = url.removeprefix(f"{original}?")
    return rest != url and all(_TOKEN.fullmatch(pair.partition("=")[2]) for pair in rest.split("&"))


def looks_like_article(url: str) -> bool:
    """Whether the shape of a URL is that of one story: a date, a number or a long slug at its end, or a slug among stories.

    >>> looks_like_article("https://film.example/2026/11/21/the-lighthouse.html")
    True
    >>> looks_like_article("https://film.example/film/"), looks_like_article("https://film.example/film/page/2")
    (False, False)
    >>> looks_like_article("https://film.example/news/fog-rolls-in"), looks_like_article("https://film.example/tag/fog-rolls-in-again")
    (True, False)
    """
    path, query = urlsplit(url).path, urlsplit(url).query
    if NO_PAGE.search(path) or _FEED.search(path) or looks_like_pager(url):
        return False
    last = path.rstrip("/").rsplit("/", 1)[-1]
    if _is_dated(path):
        return True
    if _NO_STORY.search(path):
        return False
    named = _SLUG.search(last) or _IDENTIFIED.search(last) or _MIXED.fullmatch(last) or _TOLD.search(path)
    return bool(named or _NUMBER_BEFORE.search(path) or _NUMBERED.search(query) or _is_headline(last))


def looks_like_list(url: str) -> bool:
    """Whether the shape of a URL is that of a front page, a list or a person: who announces it makes no story of it.

    >>> [looks_like_list(f"https://film.example{path}") for path in ("/", "/tag/fog/", "/fog")]
    [True, True, False]
    """
    parts = urlsplit(url)
    front = parts.path in ("", "/") and not parts.query
    return front or looks_like_pager(url) or bool(_NO_STORY.search(parts.path) and not _is_dated(parts.path))


def _is_dated(path: str) -> bool:
    """Whether a path has a day or a month before its end, and something behind it."""
    last = path.rstrip("/").rsplit("/", 1)[-1]
    return bool(_DATED.search(path) and last and not _SPAN.fullmatch(last))


def _is_headline(slug: str) -> bool:
    """Whether a slug is a headline in Chinese."""
    return "%" in slug and len(_HAN.findall(unquote(slug))) >= _HAN_SLUG


def looks_like_pager(url: str) -> bool:
    """Whether a URL is that of a further page of a list.

    >>> looks_like_pager("https://film.example/news/page_2.html"), looks_like_pager("https://film.example/news?page=2")
    (True, True)
    """
    return bool(_PAGER.search(url))


def belongs_to_pager(url: str, listing: str) -> bool:
    """Whether a URL is a further page of this very list: the same place, apart from the number.

    >>> belongs_to_pager("https://film.example/news/page/2", "https://film.example/news/")
    True
    >>> belongs_to_pager("https://film.example/sport/page/2", "https://film.example/news/")
    False
    """
    return looks_like_pager(url) and _stem(url) == _stem(listing)


def _stem(url: str) -> str:
    parts = urlsplit(_PAGER.sub("", url))
    return f"{parts.netloc}{parts.path}".removesuffix("/index.html").removesuffix("/index.shtml").rstrip("/")


def url_date(url: str) -> datetime | None:
    """The day that a URL tells, as a moment in its middle that is right in every time zone but the farthest; None without.

    >>> url_date("https://film.example/2026/11/21/the-lighthouse.html")
    datetime.datetime(2026, 11, 21, 12, 0, tzinfo=datetime.timezone.utc)
    """
    found = _DAY.search(urlsplit(url).path)
    try:
        year, month, day = found.groups() if found else ("", "", "")
        number = _MONTHS.index(month.lower()) + 1 if month.isalpha() else int(month)
        return datetime(int(year), number, int(day), 12, tzinfo=UTC)
    except ValueError:
        return None
