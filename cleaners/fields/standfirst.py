"""Find the standfirst: the sentence or two between headline and text that sum the story up."""

import re
from itertools import islice

from lxml.html import HtmlElement

from cleaners.article import Candidate, Found
from cleaners.document import Document
from cleaners.fields.captions import is_caption
from cleaners.markup.elements import outward
from cleaners.markup.masthead import Masthead
from cleaners.markup.structured import main_articles, strings
from cleaners.markup.tree import Block
from cleaners.text.titles import key, likeness, tokens

_SUBHEADING = 8
"""Words of a heading between headline and byline, fewer of which may name a room."""
_LEAST, _MOST = 6, 80
"""Length in words; a Han character counts one."""
_CLASS = re.compile(
    r"standfirst|(?:^|[\s_-])(?:dek|deck|sub-?title|sub-?head(?:line|ing)?|stand-first|summary|abstract|lede|excerpt"
    r"|desc(?:ription)?|teaser|strap(?:-?line)?|chapo|bajada|entradilla|vorspann|zhaiyao|daodu)(?:$|[\s_-])",
    re.I,
)
_LATE = re.compile(
    r"stand-?first|(?:^|[\s_-])(?:dek|deck|sub-?title|sub-?head(?:line|ing)?|strap(?:-?line)?|zhaiyao|daodu)(?:$|[\s_-])", re.I
)
_LEADS = re.compile(r"(?:^|[\s_-])(?:lead|lede|teaser|intro(?:duction)?|summary|abstract|excerpt)(?:$|[\s_-])", re.I)
"""What first paragraphs are called as well: a standfirst only where it describes the page to machines and ends in no stop."""
_INTRODUCES = re.compile(r"(?:^|[\s_-])intro(?:$|[\s_-])", re.I)
"""What Chinese portals call it; elsewhere first paragraphs are called so, and there as well who wrote it."""
_HAN_SENTENCE = re.compile(r"[\u4e00-\u9fff].*[。！？…]$", re.S)
_INSIDE = re.compile(r"[a-z]{2}[.!?][\"”’]?\s[A-Z]")
"""The end of a sentence that another follows."""
_SENTENCE = re.compile(r"[.!?。！？…][\"”’」』)）]?$")
_NOT = re.compile(
    r"^\s*(?:(?:words |text |written )?by\s|share"
    r"|.{0,30}(?:published|updated)\s?:|published|updated|advertisement|photo|.{0,20}\bminutes?\sread|.{0,60}\baffiliate\b|记者|来源|作者|责任编辑|功能介绍)|\d[-/.月]\d\d?日?\s?\d\d?:\d\d|©|\[.*\]$"
    r"|\b(?:/|out of)\s?\d\d?\sstars\b",
    re.I,
)
_CALLED = "(?:摘要|导读|導讀|导语|核心提示|提要)"
_LABEL = re.compile(rf"^\s*(?:{_CALLED}\s*[:：]|[【\[]{_CALLED}[】\]])\s*")
_ABOVE = 2
"""Sentences that stand between headline and byline at most."""
_SAME = 0.85


def read_standfirst(document: Document, masthead: Masthead, byline: tuple[int, ...]) -> Found[str | None]:
    """The line between headline and byline that its class, its heading or the page's description marks as a standfirst."""
    if masthead.headline is None:
        return Found(None)
    descriptions = [*document.structured.meta.get("og:description", ()), *document.structured.meta.get("description", ())]
    descriptions += [text for item in main_articles(document.structured) for text in strings(item.get("description"))]
    first = masthead.prose[0] if masthead.prose else len(document.blocks)
    end = min((index for index in byline if index > masthead.headline), default=first)
    leads = end in byline and _leads(document, masthead.headline, end)
    for index in range(
        masthead.headline + 1, min(max(end, masthead.headline + 2), masthead.headline + 8, len(document.blocks))
    ):
        origin = _origin(document, index, index < end and leads, descriptions)
        if origin and key(document.blocks[index].text) != key(document.blocks[masthead.headline].text):
            text = _LABEL.sub("", document.blocks[index].text)
            return Found(text, (Candidate("standfirst", origin, text, True),), (index,))
    for index in range(end, min(first, masthead.headline + 8)):
        block = document.blocks[index]
        says = (block.element.get("class") or "") if block.element is not None else ""
        leads = _is_lead(block, descriptions)
        late = leads or _LATE.search(says) or _INTRODUCES.search(says) or _LABEL.match(block.text)
        origin = _origin(document, index, False, descriptions if leads else []) if late else None
        if origin in ("class", "label"):
            text = _LABEL.sub("", block.text)
            return Found(text, (Candidate("standfirst", origin, text, True),), (index,))
    return Found(None)


def _leads(document: Document, headline: int, byline: int) -> bool:
    """Whether a byline opens the article, with a standfirst above it at most: one at its end has the whole text above."""
    above, below = (
        (block for block in blocks if _SENTENCE.search(block.text))
        for blocks in (document.blocks[headline + 1 : byline], document.blocks[byline + 1 :])
    )
    said = sum(1 for _ in above)
    return said <= _ABOVE and next(islice(below, said, None), None) is not None


def _origin(document: Document, index: int, above_byline: bool, descriptions: list[str]) -> str | None:
    """What marks a block as the standfirst; None for any other block."""
    block = document.blocks[index]
    if (
        not _LEAST <= tokens(block.text).total() <= _MOST
        or _NOT.search(block.text)
        or block.link_density > 0.5
        or is_caption(block)
    ):
        return None
    if _LABEL.match(block.text):
        return "label"
    if block.element is not None:
        says = _near(block)
        introduces = _HAN_SENTENCE.search(block.text) and _INTRODUCES.search(says)
        if _CLASS.search(says) or introduces or _is_lead(block, descriptions):
            return "class"
        below = above_byline and document.blocks[index - 1].tag == "h1" and tokens(block.text).total() >= _SUBHEADING
        if block.tag in {"h2", "h3", "h4"} and (below or _SENTENCE.search(block.text) or _told(block, descriptions)):
            return "subheading"
    long = document.tree is None and tokens(block.text).total() >= _SUBHEADING
    stated = long or _SENTENCE.search(block.text) is not None or _told(block, descriptions)
    if above_byline and (stated or _opens(document, index)):
        return "above byline"
    return None


def _opens(document: Document, index: int) -> bool:
    """Whether a paragraph right below the heading says more than a sentence, though no stop ends it."""
    block = document.blocks[index]
    below = block.tag == "p" and document.blocks[index - 1].tag == "h1" and not block.link_chars
    return below and tokens(block.text).total() >= _SUBHEADING and _INSIDE.search(block.text) is not None


def _near(block: Block) -> str:
    """What a block's element and the one around it are called."""
    near = outward(block.element, 1) if block.element is not None else ()
    return " ".join(f"{one.get('class') or ''} {_named(one)}" for one in near)


def _named(element: HtmlElement) -> str:
    """What microdata call an element; Blogger calls the article itself ``description articleBody``."""
    name = element.get("itemprop") or element.get("data-gu-name") or ""
    return "" if "articleBody" in name else name


def _is_lead(block: Block, descriptions: list[str]) -> bool:
    """Whether a block is called a lead, and is one."""
    return _SENTENCE.search(block.text) is None and _LEADS.search(_near(block)) is not None and _told(block, descriptions)


def _told(block: Block, descriptions: list[str]) -> bool:
    """Whether machines are told the same of the page."""
    return any(likeness(block.text, text) > _SAME for text in descriptions)
