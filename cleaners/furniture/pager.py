"""Read where a page stands in an article of several pages."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from lxml.html import HtmlElement

from cleaners.article import Found, Pager
from cleaners.document import Document
from cleaners.furniture.page_addresses import MAX_PAGES, begins, counted, number_behind, page_of, split, together
from cleaners.ledger import Reason, Removal
from cleaners.markup.structured import absolute
from cleaners.markup.tree import Block
from cleaners.text.lines import lines_of

_NEXT = re.compile(
    r"^(?:next(?: page)?|下一?[页頁]|后一?[页頁]|nächste(?: seite)?|weiter|(?:page )?suivante?|(?:página )?siguiente"
    r"|次の?ページ(?:へ)?|次へ|›|»|>|>>|→)$",
    re.I,
)
_ALL = re.compile(
    r"^(?:view (?:all|as (?:one|single) page|full article|single page)|single page|show all|one page|全文(?:阅读)?"
    r"|(?:在本页)?阅读全文|单页阅读|显示全文|(?:余下|查看)全文)$",
    re.I,
)
_TOKEN = re.compile(
    r"(?:next(?: page)?|prev(?:ious)?(?: page)?|first|last|pages?|part|of|view all|(?:view as )?(?:one|single) page"
    r"|seiten?|nächste|vorige|weiter|zurück|suivante?|précédente?|siguiente|anterior|página"
    r"|[次前]の?ページ(?:へ)?|[次前]へ|上一[页頁]|下一[页頁]"
    r"|上[页頁]|下[页頁]|首[页頁]|尾[页頁]|末[页頁]|第|共|[页頁]"
    r"|(?:余下|查看)?全文|单页阅读|阅读全文|\d{1,3}|\.\.\.|[…|/<>«»‹›→←\[\]()（）:：·\-])",
    re.I,
)
_PART = re.compile(rf"(?>{_TOKEN.pattern}|\s)++", re.I)
"""Nothing but tokens; never looked at twice, as ``next page`` may be read in two ways."""
_OPENS = frozenset("0123456789npflovwszaéNPFLOVWSZAÉ上下首尾末第共页頁余查全单阅次前.…|/<>«»‹›→←[]()（）:：·-")
"""With which characters a token begins: most blocks begin with others."""
_TOTAL = re.compile(r"共\s?(\d{1,3})\s?[页頁]|(?:page\s+)?\d{1,3}\s?(?:of|/)\s?(\d{1,3})\b", re.I)
_ORDINAL = re.compile(r"^(?:第\s?|page |part |seite )?(\d{1,3})(?:\s?[页頁])?$", re.I)
_TITLED = re.compile(r"(第\s?\d{1,3}\s?[页頁])\s?[:：].*")
"""``第2页：演员``: a page by its number and title."""
_ONWARD = re.compile(
    r"\b(?:next page|(?:go |continue |continue reading |read |more )(?:to|on) page \d|page \d{1,3}|nächste seite"
    r"|page suivante|página siguiente)\b|下一?[页頁]|后一?[页頁]|第\s?\d{1,3}\s?[页頁]|次の?ページ",
    re.I,
)
"""What a link to the next page says that stands alone."""
_PAGE = ("age", "AGE", "页", "頁", "eite", "ページ", "ágina")
_NEAR = 40
"""Blocks behind the article's last in which such a link may stand."""
_NUMBER = re.compile(r"\d{1,3}")
_HINT = re.compile(r"[（(]?(?:提示[:：])?支持键盘.{0,24}[)）]?|[（(]?本(?:新闻|文)共\s?有?\s?\d{1,3}\s?[页頁].{0,24}[)）]?")
_BEGINS = _OPENS.union(" 提支本")
"""With which characters such lines begin."""
_LONE = 60
"""Characters of such a link's line at most."""
_FILE = re.compile(r"(?:_(\d{1,3}))?(\.s?html?)$", re.I)


def read_pager(document: Document) -> Found[Pager | None]:
    """The pager of the article; None on an article of one page. All URLs are absolute."""
    for blocks in _rows(document):
        line = " ".join(_said(document.blocks[index]) for index in blocks)
        pager = _linked(document, blocks, line) if document.tree is not None else _plain(document, line)
        if pager is not None:
            return Found(pager, (), tuple(blocks))
    return _lone(document) or Found(_declared(document))


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
        if line.text[0] not in _BEGINS:
            continue
        if (is_pager_line(line.text) and any(map(str.isalpha, line.text))) or _HINT.fullmatch(line.text, 0, 60):
            yield line.removal(Reason.PAGER, "pager.line")


def _rows(document: Document) -> Iterator[list[int]]:
    """Neighbouring blocks from the article's start on that together make a row of page numbers."""
    row: list[int] = []
    for index in range(min(document.chosen, default=0), len(document.blocks) + 1):
        if index < len(document.blocks) and _is_part(document.blocks[index]):
            row.append(index)
            continue
        if row and is_pager_line(" ".join(_said(document.blocks[at]) for at in row)):
            yield row
        row = []


def _is_part(block: Block) -> bool:
    text = block.text
    if len(text) > 160 or (text and text[0] not in _OPENS):
        return False
    return not text or _PART.fullmatch(_TITLED.sub(r"\1", text) if text[0] == "第" else text) is not None


def _said(block: Block) -> str:
    """What a part of a row says, its links apart: style sheets part them, not white space."""
    text = block.text
    if block.link_chars and block.element is not None and len(text) <= 160:
        apart = " ".join(" ".join(block.element.itertext()).split())
        text = apart if apart.replace(" ", "") == text.replace(" ", "") else text
    return _TITLED.sub(r"\1", text) if ":" in text or "：" in text else text


def _linked(document: Document, blocks: list[int], line: str) -> Pager | None:
    """A row of links to the article's other pages. A row that leads elsewhere is a list's or the comments'.

    Of the numbers one alone is no link: where more are, they count slides.
    """
    links: dict[str, str] = {}
    for element in dict.fromkeys(document.blocks[index].element for index in blocks[:MAX_PAGES]):
        for anchor in islice(element.iter("a"), MAX_PAGES) if element is not None else ():
            target = (anchor.get("href") or "").strip()
            if target and not target.startswith(("#", "javascript:")):
                links.setdefault(_label(anchor), absolute(document.base, target))
    home = document.url or next((url for text, url in links.items() if text.isdecimal()), "")
    counting = all(together(home, url) or counted(home, url, int(text)) for text, url in links.items() if text.isdecimal())
    own = {
        text: url for text, url in links.items() if together(home, url) or _ALL.match(text) or (counting and text.isdecimal())
    }
    if not any(text.isdecimal() or _NEXT.match(text) for text in own):
        return None
    linked = {int(text) for text in own if text.isdecimal() and 0 < int(text) <= MAX_PAGES}
    named = [int(number) for number in _NUMBER.findall(line)]
    total = next((int(match[1] or match[2]) for match in [_TOTAL.search(line)] if match), None)
    if total is None and len({number for number in named if number <= MAX_PAGES} - linked) > 1:
        return None
    unlinked = next((number for number in named if number not in linked and number <= MAX_PAGES), 1)
    page = unlinked if begins(document.url, own.values()) else page_of(document.url) or unlinked
    following = next((url for text, url in own.items() if _NEXT.match(text)), None) or own.get(str(page + 1))
    whole = next((url for text, url in own.items() if _ALL.match(text)), None)
    return Pager(page, total or max(linked | {page}), following, whole)


def _label(anchor: HtmlElement) -> str:
    """What a link of a row says, without what it stands in: ``[2]`` and ``第2页`` say ``2``."""
    text = " ".join(anchor.text_content().split()) or anchor.get("aria-label", "")
    text = _TITLED.sub(r"\1", text).strip("[]()（）【】 ")
    text = text.strip("›»→>‹«←< ") or text
    return _ORDINAL.sub(r"\1", re.sub(r"\s?[(（]\d{1,3}/\d{1,3}[)）]?$", "", text))


def _lone(document: Document) -> Found[Pager | None] | None:
    """A link to the next page without a row of numbers: its address is this one's with the next number behind it."""
    home, start = document.url, min(document.chosen, default=0)
    for index in range(start, min(len(document.blocks), max(document.chosen, default=0) + _NEAR) if home else start):
        block = document.blocks[index]
        if not block.link_chars or len(block.text) > _LONE or not _goes_on(block.text) or block.element is None:
            continue
        for anchor in islice(block.element.iter("a"), MAX_PAGES):
            url = absolute(document.base, (anchor.get("href") or "").strip())
            here = 1 if begins(home, [url]) else page_of(home) or 1
            if url != home and together(home, url) and number_behind(home, url) == here + 1:
                return Found(Pager(here, None, url), (), (index,))
    return None


def _goes_on(text: str) -> bool:
    """Whether a text sends its reader to another page; most that do not lack all of the words that say page."""
    return any(map(text.__contains__, _PAGE)) and _ONWARD.search(text) is not None


def _plain(document: Document, line: str) -> Pager | None:
    """A row in a plain text: the next URL follows the way that static files are numbered, ``_2.html`` after ``.html``."""
    numbers = [int(number) for number in _NUMBER.findall(line)]
    if numbers[:3] != [1, 2, 3] and not any(map(str.isalpha, line)):
        return None  # how many may play, a score, a span of years
    page = page_of(document.url)
    if page is None and re.search(r"prev|上一[页頁]", line, re.I):
        return None
    pages = max(numbers)
    page = page if page in numbers else 1
    onward = re.search(r"next|下一[页頁]", line, re.I) is not None and page < pages <= MAX_PAGES
    file = _FILE.search(split(document.url).path) if onward else None
    following = (
        f"{document.url[: len(document.url) - len(file[0])]}_{page + 1}{file[2]}"
        if file and document.url.endswith(file[0])
        else None
    )
    return Pager(page, pages, following) if pages <= MAX_PAGES else None


def _declared(document: Document) -> Pager | None:
    """The next page that the head declares, where it is the same article's: blogs name the next article the same way."""
    for url in document.structured.links.get("next", ()):
        if document.url and together(document.url, url) and page_of(url) == (page_of(document.url) or 1) + 1:
            return Pager(page_of(document.url) or 1, None, url)
    return None
