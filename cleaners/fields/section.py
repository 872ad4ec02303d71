"""Find where an article stands on its site: section, keywords, canonical URL."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import islice
from typing import Any

from lxml.html import HtmlElement

from cleaners.article import Candidate, Found
from cleaners.document import Document
from cleaners.markup.elements import outward
from cleaners.markup.masthead import Masthead
from cleaners.markup.structured import kinds, listed, main_articles, strings, text_of
from cleaners.markup.tree import Block, has_children
from cleaners.sites.sitenames import HOME, site_names
from cleaners.spam.spam import page_title, title_spam
from cleaners.spam.words import pieces_of
from cleaners.text.titles import key, tokens

_CRUMBS = re.compile(r"bread(?:-?_?(?:crumb|nav)|$|\s)|crumbs?(?:$|[\s_-])|mianbao|weizhi|dangqian", re.I)
"""Rows of breadcrumbs, by what their class, id or label says in English or Pinyin."""
_SAYING = ("class", "id", "aria-label", "itemtype")
_CRUMB_SIGNS = ("bread", "crumb", "mianbao", "weizhi", "dangqian")
_AROUND = 4
"""How many elements around a block may be marked as its row of breadcrumbs."""
_HOME = frozenset(
    "home homepage 首页 首頁 主页 主頁 正文 news新闻 youarehere 当前位置 frontpage start 网站首页 文章详情"
    " 新闻详情 详情 申请入驻".split()
)
_SPLIT = re.compile(r"\s*(?:[/>»›→]|&gt;|>>|\s-\s|::)\s*")
_CRUMB_LINE = re.compile(
    r"^\s*(?:home|首[页頁]|(?:您的|你的|您现在的)?(?:当前|目前)?位置[:：]?.{0,8}?)\s*[/>»›→].{1,80}$", re.I
)
_TEXT_CRUMBS = re.compile(r"(?:[^>»›→]{2,16}\s?[>»›→]\s?){1,4}\s?(?:正文|详细内容|阅读)\s*$")
"""A row of crumbs that ends in the word for the article itself, whatever it begins with."""
_ROW = re.compile(r"[^>»›→]{2,16}(?:[>»›→]{1,2}[^>»›→]{2,16}){1,4}")
"""A row that may be of crumbs: it is where one of its links leads to the front page."""
_MAX_CRUMBS = 5
_HEAD = 40
_KIT = 4
"""Keywords that a mirror's kit puts in at least; one or two odd words on an honest page prove nothing."""
_CUT = 5
"""Words, or Han characters, of a crumb that may be the headline's beginning."""
_TERMS = "taxonomy-category"
"""The class of the row in which WordPress's own blocks list a post's categories, each marked as a tag."""
_KICKED, _LONGEST_ROOM, _SMALL = 3, 30, 6
"""How many blocks above the headline may be its kicker, how long a room's name is, and how many elements it is made of."""
_NO_ROOM = re.compile(
    r"[\d.!?:：。@]|^(?:updated?|featured|exclusive|breaking|more|article|live|sponsored|promoted|by\s.*)$|\S+(?:\s\S+){4}",
    re.I,
)
_CATEGORY = re.compile(r"(?:^|[\s_-])categor(?:y|ies)(?:$|[\s_-])|(?:^|\s)cat(?:$|\s)", re.I)
_KICKER = re.compile(
    r"(?:^|[\s_-])(?:kicker|eye-?brow|over-?line|rubric|group-labels?|section-(?:label|name|link)|(?:article|primary|post)-tag)(?:$|[\s_-])",
    re.I,
)
_MENU = re.compile(r"menu|nav(?:$|[\s_-])|button|btn|filter", re.I)
"""What else bears such a class."""
_HERE = re.compile(r"^(?:您的|你的|您现在的|您所在的|所在)?(?:当前)?位置\s*[:：]\s*")


def read_section(document: Document, masthead: Masthead, headline: str | None) -> Found[tuple[str, ...]]:
    """The sections from the general to the particular: the breadcrumbs that readers see, else what machines are told."""
    skip = _HOME | {key(name) for name in site_names(document)} | {key(headline or "")}
    for origin, crumbs, block in _offers(document, masthead):
        rooms = crumbs[:-1] if len(crumbs) > 1 and _begins(crumbs[-1], headline) else crumbs
        names = tuple(dict.fromkeys(name for name in map(_tidy, rooms) if name and key(name) not in skip and len(name) <= 40))
        if names:
            return Found(names, (Candidate("section", origin, " / ".join(names), True),), () if block is None else (block,))
    return Found(())


def _begins(crumb: str, headline: str | None) -> bool:
    """Whether a row's last crumb is the headline, cut."""
    return tokens(crumb).total() >= _CUT and key(headline or "").startswith(key(crumb))


def _of_spam_title(words: tuple[str, ...], document: Document) -> bool:
    """Whether the keywords are phrases of a title that is spam."""
    title = page_title(document)
    said = {key(piece) for piece in pieces_of(title)} & set(map(key, words))
    return len(said) >= 2 and title_spam(title, document).certain


def read_keywords(document: Document) -> Found[tuple[str, ...]]:
    """The page's own keywords, in its order; those of a mirror's kit are refused as its title is."""
    structured = document.structured
    told = [word for item in main_articles(structured) for word in strings(item.get("keywords"), "name")]
    lists = [("json-ld", told), ("meta", list(structured.meta.get("article:tag", ())))]
    lists += [("meta", list(structured.meta.get(name, ()))) for name in ("news_keywords", "keywords", "parsely-tags")]
    origin, words = next(((origin, words) for origin, words in lists if words), ("", []))
    names = [word for text in words for word in (re.split(r"\s*[,;，、；|]\s*", text) if len(words) == 1 else [text])]
    value = tuple(dict.fromkeys(name.strip() for name in names if name.strip()))
    spam = (len(value) >= _KIT and title_spam(", ".join(value), document).certain) or _of_spam_title(value, document)
    return Found(() if spam else value, tuple(Candidate("keywords", origin, word, not spam) for word in value))


def read_canonical_url(document: Document) -> Found[str | None]:
    """The canonical URL that the page declares; None when it declares none."""
    offers = [("link", url) for url in document.structured.links.get("canonical", ())]
    offers += [("og", url) for url in document.structured.meta.get("og:url", ())]
    offers = [(origin, url) for origin, url in offers if re.match(r"https?://[^/\s]+", url)]
    value = offers[0][1] if offers else None
    return Found(value, tuple(Candidate("canonical_url", origin, url, at == 0) for at, (origin, url) in enumerate(offers)))


def _offers(document: Document, masthead: Masthead) -> Iterator[tuple[str, list[str], int | None]]:
    """Origin, crumbs and, in a plain text, the block that holds them."""
    structured = document.structured
    for item in structured.others:
        if "BreadcrumbList" in kinds(item):
            yield "json-ld breadcrumbs", list(_listed(item))[:_MAX_CRUMBS], None
    for row in _rows(document, masthead):
        links = [link for link in row.iter("a") if not HOME.fullmatch(link.get("href") or "")]
        yield "breadcrumbs", [text_of(link) for link in links][:_MAX_CRUMBS], None
    for index, block in enumerate(document.blocks[:_HEAD]):
        home = _homes(block) if _ROW.fullmatch(block.text) else set()
        if home or _CRUMB_LINE.match(block.text):
            home = home or _homes(block)
            first, *rest = _SPLIT.split(block.text)
            yield "breadcrumb line", [*([] if _tidy(first) in home else [first]), *rest], index
        elif _TEXT_CRUMBS.match(block.text):
            yield "breadcrumb line", _SPLIT.split(block.text)[1:], index
    for item in main_articles(structured):
        yield "json-ld", list(strings(item.get("articleSection"))), None
    yield "category", list(_categories(document, masthead)), None
    yield "meta", list(structured.meta.get("article:section", ())[:2]), None
    yield "meta", [name for name in structured.meta.get("section", ())[:1] if name.lower() != "article"], None
    yield "marked", list(_marked(document, masthead)), None


def _listed(item: Mapping[str, Any]) -> Iterator[str]:
    """The names in a JSON-LD breadcrumb list."""
    for element in listed(item.get("itemListElement")):
        if isinstance(element, dict):
            yield from strings(element.get("name")) if element.get("name") else strings(element.get("item"), "name")


def _rows(document: Document, masthead: Masthead) -> Iterator[HtmlElement]:
    """The rows of breadcrumbs in which a block above the first paragraph stands."""
    seen, told = set(), set[HtmlElement | None]((None,))
    for block in document.blocks[: masthead.prose[0] if masthead.prose else _HEAD]:
        for element in _around(block.element) if block.element not in told else ():
            if element in seen:
                continue
            seen.add(element)
            says = [said for said in map(element.get, _SAYING) if said]
            if says and _says_crumbs(" ".join(says).lower()):
                yield element
                break
        else:
            told.add(block.element)


@lru_cache(maxsize=4096)
def _says_crumbs(says: str) -> bool:
    """Whether class, id and label call an element a row of breadcrumbs; a site's pages have the same few hundred."""
    return any(map(says.__contains__, _CRUMB_SIGNS)) and _CRUMBS.search(says) is not None


def _categories(document: Document, masthead: Masthead) -> Iterator[str]:
    """The categories to which the first block beside the headline links, as WordPress marks them."""
    rels = (element.get("rel") or "" for element in document.elements.having.get("rel", ()))
    if not any("category" in rel or "tag" in rel for rel in rels):
        return
    for index in masthead.top:
        element = document.blocks[index].element
        near = (*islice(element.iterancestors("a"), 1), *islice(element.iter("a"), _MAX_CRUMBS)) if element is not None else ()
        terms = "tag" if element is not None and _TERMS in (element.get("class") or "") else "category"
        names = [text_of(link) for link in near if terms in (link.get("rel") or "").split()]
        if names:
            yield from names
            return


def _marked(document: Document, masthead: Masthead) -> Iterator[str]:
    """The short line beside the headline that its class calls a category, or, where it is a link, a kicker."""
    at = masthead.headline
    near = (*range(at - 1, max(-1, at - 1 - _KICKED), -1), at + 1, at + 2) if at is not None else ()
    for index in near:
        block = document.blocks[index] if index < len(document.blocks) else None
        if block is None or block.element is None or len(block.text) > _LONGEST_ROOM or _NO_ROOM.search(block.text):
            continue
        around = (*outward(block.element, 1), *islice(block.element.iterdescendants(), 3))
        says = " ".join(one.get("class") or "" for one in around if _holds_only(one, block.text))
        if not _MENU.search(says) and (_CATEGORY.search(says) or (block.link_density > 0.5 and _KICKER.search(says))):
            yield block.text
            return


def _holds_only(element: HtmlElement, text: str) -> bool:
    """Whether an element with a class says a few words and nothing else."""
    if not element.get("class") or next(islice(element.iter(), _SMALL, None), None) is not None:
        return False
    return text_of(element) == text


def _homes(block: Block) -> set[str]:
    """The words of a row that link to the site's front page."""
    links = block.element.iter("a") if block.element is not None else ()
    return {text_of(link) for link in links if HOME.fullmatch(link.get("href") or "")}


def _around(element: HtmlElement) -> list[HtmlElement]:
    inside = islice(element.iterdescendants("span", "nav"), 2) if has_children(element) else ()
    return [*inside, *outward(element, _AROUND)]


def _tidy(crumb: str) -> str:
    """A crumb without separators and without "You are here:" before it.

    >>> _tidy("您的位置：首页 >")
    '首页'
    """
    return re.sub(r"^[\s/>»›|:：]+|[\s/>»›|:：]+$", "", _HERE.sub("", crumb.strip()))
