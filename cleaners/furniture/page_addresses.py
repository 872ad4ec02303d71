"""Tell by their addresses whether two pages belong to one article, and which page of it each is."""

import re
from collections.abc import Iterable
from urllib.parse import SplitResult, parse_qsl, urlsplit

MAX_PAGES = 200
"""Pages beyond this are no article's."""
_EXTENSION = re.compile(r"(?:\.s?html?|\.php|\.aspx?)?/?$", re.I)
_SUFFIX = re.compile(r"(?:[_-](?:p|page|seite)?|/(?:page|p|seite|pagina)[/-]?)(\d{1,3})$", re.I)
_SITE = re.compile(r"^www\.|:(?:80|443)$")
"""What two addresses of one site may differ in."""
_FOLDER = re.compile(r"/(\d{1,3})$")
_QUERY = (
    "page", "p", "pagenum", "pn", "pageno", "paged", "currentpage", "pg", "seite", "pagina", "part", "page_no", "pagenumber",
)  # fmt: skip


def together(home: str, url: str) -> bool:
    """Whether a URL is another page of the article at ``home``: a number behind the same name, nothing else.

    >>> together("https://a.org/n/12.html", "https://a.org/n/12_2.html"), together("https://a.org/n/12", "https://a.org/n/12/2")
    (True, True)
    >>> together("https://a.org/n?id=3", "https://a.org/n?id=3&page=2"), together("https://a.org/n/12.html", "https://a.org/n/13.html")
    (True, False)
    >>> together("https://A.org/n?id=3&l=en", "https://www.a.org:443/n?l=en&id=3&page=2"), together("https://a.org/?p=3", "https://a.org/?p=4")
    (True, False)
    """
    site, base, query = _parts(home)
    other_site, other, other_query = _parts(url)
    alike = _SUFFIX.sub("", base) in (other, _SUFFIX.sub("", other)) or base in (_SUFFIX.sub("", other), _FOLDER.sub("", other))
    return site == other_site and query == other_query and (alike or _FOLDER.sub("", base) == other)


def counted(home: str, url: str, number: int) -> bool:
    """Whether a URL, called by a number, ends in the folder of that number where the page's own ends in another's.

    >>> counted("https://a.org/n/boats/2", "https://a.org/n/boats/3", 3), counted("https://a.org/n/12", "https://a.org/n/13", 3)
    (True, False)
    """
    (site, base, query), (other_site, other, other_query) = _parts(home), _parts(url)
    folders = _FOLDER.sub("", base) == _FOLDER.sub("", other) and bool(_FOLDER.search(base))
    return (site, query) == (other_site, other_query) and folders and other.endswith(f"/{number}")


def begins(home: str, urls: Iterable[str]) -> bool:
    """Whether other pages are named by a number behind this one's whole name, so that a number at its end is no page's.

    >>> begins("https://a.org/n_12.html", ["https://a.org/n_12_2.html"]), begins("https://a.org/n_2.html", ["https://a.org/n_3.html"])
    (True, False)
    """
    base = _parts(home)[1]
    return any(base == _SUFFIX.sub("", other) != other for other in (_parts(url)[1] for url in urls))


def _parts(url: str) -> tuple[str, str, list[tuple[str, str]]]:
    """Site, path without its extension, and query without its page number."""
    parts = split(url)
    query = sorted((key, value) for key, value in parse_qsl(parts.query) if not _counts_pages(key, parts.path))
    return _SITE.sub("", parts.netloc.lower()), _EXTENSION.sub("", parts.path, count=1), query


def _counts_pages(key: str, path: str) -> bool:
    """Whether a query's key is that of a page; ``p`` alone is a young blog's key of its posts."""
    return key.lower() in _QUERY and not (key == "p" and path in ("", "/", "/index.php"))


def page_of(url: str) -> int | None:
    """The page that a URL names; None where it names none."""
    parts = split(url)
    numbers = [value for key, value in parse_qsl(parts.query) if _counts_pages(key, parts.path) and value.isdecimal()]
    numbers += _SUFFIX.findall(_EXTENSION.sub("", parts.path, count=1))
    return next((int(number) for number in numbers if 0 < int(number[:9]) <= MAX_PAGES), None)


def number_behind(home: str, url: str) -> int | None:
    """The page that a URL names, be it by a folder behind the article's own.

    >>> number_behind("https://a.org/n/boats", "https://a.org/n/boats/2/"), number_behind("https://a.org/n/1", "https://a.org/n/7")
    (2, None)
    """
    base, other = _parts(home)[1], _parts(url)[1]
    folder = _FOLDER.search(other)
    return page_of(url) or (int(folder[1]) if folder and other[: folder.start()] == base else None)


def split(url: str) -> SplitResult:
    """Take an address apart; one that is none has no parts."""
    try:
        return urlsplit(url)
    except ValueError:
        return urlsplit("")
