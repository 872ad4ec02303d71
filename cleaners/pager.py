"""Read where a page stands in an article of several pages."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice
from urllib.parse import SplitResult, parse_qsl, urlsplit

from lxml.html import HtmlElement

from cleaners.article import Found, Pager
from cleaners.document import Document
from cleaners.ledger import Reason, Removal
from cleaners.lines import lines_of
from cleaners.structured import absolute

MAX_PAGES = 200
"""Pages beyond this are no article's."""
_NEXT = re.compile(r"^(?:next(?: page)?|下一[页頁]|下[页頁]|后[一]?[页頁]|›|»|>|>>|→)$", re.I)
_ALL = re.compile(
    r"^(?:view (?:all|as one page|full article|single page)|single page|show all|one page|全文(?:阅读)?"
    r"|(?:在本页)?阅读全文|单页阅读|显示全文|余下全文)$",
    re.I,
)
_TOKEN = re.compile(
    r"(?:next(?: page)?|prev(?:ious)?(?: page)?|first|last|pages?|of|view all|single page|上一[页頁]|下一[页頁]"
    r"|上[页頁]|下[页頁]|首[页頁]|尾[页頁]|末[页頁]|第|共|[页頁]"
    r"|全文|单页阅读|阅读全文|\d{1,3}|\.\.\.|[…|/<>«»‹›→←\[\]()·\-])",
    re.I,
)
_TOTAL = re.compile(r"共\s?(\d{1,3})\s?[页頁]|(?:page\s+)?\d{1,3}\s?(?:of|/)\s?(\d{1,3})\b", re.I)
_ORDINAL = re.compile(r"^第\s?(\d{1,3})\s?[页頁]$")
_NUMBER = re.compile(r"\d{1,3}")
_EXTENSION = re.compile(r"(?:\.s?html?|\.php|\.aspx?)?/?$", re.I)
_SUFFIX = re.compile(r"(?:[_-](?:p|page)?|/(?:page|p)[/-]?)(\d{1,3})$", re.I)
_FOLDER = re.compile(r"/\d{1,3}$")
_QUERY = ("page", "p", "pagenum", "pn", "pageno", "paged", "currentpage", "pg")
_FILE = re.compile(r"(?:_(\d{1,3}))?(\.s?html?)$", re.I)


def read_pager(document: Document) -> Found[Pager | None]:
    """The pager of the article; None on an article of one page. All URLs are absolute."""
    for blocks in _rows(document):
        line = " ".join(document.blocks[index].text for index in blocks)
        pager = _linked(document, blocks, line) if document.tree is not None else _plain(document, line)
        if pager is not None:
            return Found(pager, (), tuple(blocks))
    return Found(_declared(document))


@lru_cache(maxsize=4096)
def is_pager_line(line: str) -> bool:
    """Whether a line is nothing but page numbers and the words around them.

    >>> is_pager_line("1 2 3 4 5 Next >>|"), is_pager_line("上一页 1 2 下一页"), is_pager_line("1917"), is_pager_line("Next")
    (True, True, False, False)
    """
    return (
        len(line) <= 160
        and _TOKEN.match(line.lstrip()) is not None
        and not _TOKEN.sub("", line).strip()
        and len(_TOKEN.findall(line)) >= 3
        and len(set(_NUMBER.findall(line))) >= 2
    )


def pager_lines(text: str) -> Iterator[Removal]:
    """Rows of page numbers that lead nowhere, so that no pager was read from them."""
    for line in lines_of(text):
        if is_pager_line(line.text) and any(map(str.isalpha, line.text)):
            yield line.removal(Reason.PAGER, "pager.line")


def _rows(document: Document) -> Iterator[list[int]]:
    """Neighbouring blocks from the article's start on that together make a row of page numbers."""
    row: list[int] = []
    for index in range(min(document.chosen, default=0), len(document.blocks) + 1):
        text = document.blocks[index].text if index < len(document.blocks) else "end"
        if len(text) <= 160 and (not text or _TOKEN.match(text)) and not _TOKEN.sub("", text).strip():
            row.append(index)
            continue
        if row and is_pager_line(" ".join(document.blocks[at].text for at in row)):
            yield row
        row = []


def _linked(document: Document, blocks: list[int], line: str) -> Pager | None:
    """A row of links to the article's other pages. A row that leads elsewhere is a list's or the comments'.

    Of the numbers one alone is no link: where more are, they count slides.
    """
    links: dict[str, str] = {}
    for element in dict.fromkeys(document.blocks[index].element for index in blocks[:MAX_PAGES]):
        for anchor in islice(element.iter("a"), MAX_PAGES) if element is not None else ():
            target = (anchor.get("href") or "").strip()
            if target and not target.startswith(("#", "javascript:")):
                links.setdefault(_label(anchor), absolute(document.url, target))
    home = document.url or next((url for text, url in links.items() if text.isdigit()), "")
    own = {text: url for text, url in links.items() if _together(home, url) or _ALL.match(text)}
    if not any(text.isdigit() or _NEXT.match(text) for text in own):
        return None
    linked = {int(text) for text in own if text.isdigit() and 0 < int(text) <= MAX_PAGES}
    named = [int(number) for number in _NUMBER.findall(line)]
    total = next((int(match[1] or match[2]) for match in [_TOTAL.search(line)] if match), None)
    if total is None and len({number for number in named if number <= MAX_PAGES} - linked) > 1:
        return None
    unlinked = next((number for number in named if number not in linked and number <= MAX_PAGES), 1)
    page = unlinked if _begins(document.url, own.values()) else _page_of(document.url) or unlinked
    following = next((url for text, url in own.items() if _NEXT.match(text)), None) or own.get(str(page + 1))
    whole = next((url for text, url in own.items() if _ALL.match(text)), None)
    return Pager(page, total or max(linked | {page}), following, whole)


def _label(anchor: HtmlElement) -> str:
    """What a link of a row says, without what it stands in: ``[2]`` and ``第2页`` say ``2``."""
    text = " ".join(anchor.text_content().split()).strip("[]()（）【】 ")
    return _ORDINAL.sub(r"\1", text)


def _plain(document: Document, line: str) -> Pager | None:
    """A row in a plain text: the next URL follows the way that static files are numbered, ``_2.html`` after ``.html``."""
    numbers = [int(number) for number in _NUMBER.findall(line)]
    if numbers[:3] != [1, 2, 3] and not any(map(str.isalpha, line)):
        return None  # how many may play, a score, a span of years
    page = _page_of(document.url)
    if page is None and re.search(r"prev|上一[页頁]", line, re.I):
        return None
    pages = max(numbers)
    page = page if page in numbers else 1
    onward = re.search(r"next|下一[页頁]", line, re.I) is not None and page < pages <= MAX_PAGES
    file = _FILE.search(_split(document.url).path) if onward else None
    following = (
        f"{document.url[: len(document.url) - len(file[0])]}_{page + 1}{file[2]}"
        if file and document.url.endswith(file[0])
        else None
    )
    return Pager(page, pages, following) if pages <= MAX_PAGES else None


def _declared(document: Document) -> Pager | None:
    """The next page that the head declares, where it is the same article's: blogs name the next article the same way."""
    for url in document.structured.links.get("next", ()):
        if document.url and _together(document.url, url) and _page_of(url) == (_page_of(document.url) or 1) + 1:
            return Pager(_page_of(document.url) or 1, None, url)
    return None


def _together(home: str, url: str) -> bool:
    """Whether a URL is another page of the article at ``home``: a number behind the same name, nothing else.

    >>> _together("https://a.org/n/12.html", "https://a.org/n/12_2.html"), _together("https://a.org/n/12", "https://a.org/n/12/2")
    (True, True)
    >>> _together("https://a.org/n?id=3", "https://a.org/n?id=3&page=2"), _together("https://a.org/n/12.html", "https://a.org/n/13.html")
    (True, False)
    """
    site, base, query = _parts(home)
    other_site, other, other_query = _parts(url)
    alike = _SUFFIX.sub("", base) in (other, _SUFFIX.sub("", other)) or base in (_SUFFIX.sub("", other), _FOLDER.sub("", other))
    return site == other_site and query == other_query and (alike or _FOLDER.sub("", base) == other)


def _begins(home: str, urls: Iterable[str]) -> bool:
    """Whether other pages are named by a number behind this one's whole name, so that a number at its end is no page's.

    >>> _begins("https://a.org/n_12.html", ["https://a.org/n_12_2.html"]), _begins("https://a.org/n_2.html", ["https://a.org/n_3.html"])
    (True, False)
    """
    base = _parts(home)[1]
    return any(base == _SUFFIX.sub("", other) != other for other in (_parts(url)[1] for url in urls))


def _parts(url: str) -> tuple[str, str, list[tuple[str, str]]]:
    """Site, path without its extension, and query without its page number."""
    parts = _split(url)
    query = [(key, value) for key, value in parse_qsl(parts.query) if key.lower() not in _QUERY]
    return parts.netloc.removeprefix("www."), _EXTENSION.sub("", parts.path, count=1), query


def _page_of(url: str) -> int | None:
    """The page that a URL names; None where it names none."""
    parts = _split(url)
    numbers = [value for key, value in parse_qsl(parts.query) if key.lower() in _QUERY and value.isdigit()]
    numbers += _SUFFIX.findall(_EXTENSION.sub("", parts.path, count=1))
    return next((int(number) for number in numbers if 0 < int(number[:9]) <= MAX_PAGES), None)


def _split(url: str) -> SplitResult:
    try:
        return urlsplit(url)
    except ValueError:
        return urlsplit("")
