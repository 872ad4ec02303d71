"""Tell a list of articles from an article."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from lxml.html import HtmlElement

from cleaners.article import CleanArticle, Finding
from cleaners.document import Document
from cleaners.markup.elements import outward
from cleaners.markup.tree import HEADINGS, Block
from cleaners.quality import weight
from cleaners.sites.hosts import own_domains, registered

LIST_LIMIT = 0.5
"""Share of the text that is teasers above which a page is a list."""
_TEASER_WEIGHT = 500
"""Most weight of the text between two linked headlines for it to be a teaser: some 80 words."""
_HEADLINE_WEIGHTS = (12, 300)
_HEADS = frozenset((*HEADINGS, "dt"))
_ITEM = 3
"""How far around a linked line the item is looked for that it heads: no further than its text is."""
_LINKED = 0.8
"""Share of a block's text inside links from which it is one."""
_SEVERAL, _ROW = 3, 200
"""Stories whose text goes on elsewhere, and characters of the row that leads there."""
_ONWARD = re.compile(r"\W{0,3}(?:continue|keep|read|more|阅读|閱讀|继续|繼續|查看)", re.I)
_MONTH = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
_DAY = re.compile(
    r"\d{1,4}[-/.年]\s?\d{1,2}(?:[-/.月]|(?!\d))|\d月\d|\b\d{1,2}:\d\d\b|\d\s?(?:minutes?|hours?|days?|min|h) ago"
    rf"|\d\s?(?:分钟|小时|天)前|\b{_MONTH}[a-z]{{0,6}}\.?\s\d{{1,2}}\b|\b\d{{1,2}}\.?\s{_MONTH}",
    re.I,
)
_BESIDE = 22
"""Most characters that stand beside a linked headline in its line: when it was published. Films have a year there."""
_FEW = 5
"""Linked headlines that any article may carry in its text."""


def list_page(article: CleanArticle, document: Document) -> Finding:
    """Share of the page's chosen text that is teasers: short pieces, each under a headline that is a link, or all a link."""
    texts = [document.blocks[index] for index in sorted(document.chosen)]
    headlines = _headlines(document)
    if continued := _continued(document):
        return Finding("list_page", 1.0, LIST_LIMIT, True, continued[:3])
    linked = [block for block in texts if _is_link(block)]
    if max(len(headlines), len(linked)) <= _FEW and any(any(map(str.isalnum, block.text)) for block in texts):
        return Finding("list_page", 0.0, LIST_LIMIT, False, ())
    whole = sum(weight(block.text) for block in texts)
    all_links = sum(weight(block.text) for block in linked) if len(linked) > _FEW else 0
    share = round(max(_teasers(document, headlines), all_links) / whole, 3) if whole else float(len(headlines) > _FEW)
    shown = [document.blocks[index] for index in headlines] or linked
    evidence = tuple(block.text for block in shown[:3])
    return Finding("list_page", share, LIST_LIMIT, share > LIST_LIMIT, evidence if share > LIST_LIMIT else ())


def _continued(document: Document) -> tuple[str, ...]:
    """The headings that lead where a row below their text does that says so, ``Continue reading``, 阅读全文; if several do, and
    most of the chosen text stands between: below an article stand teasers of others."""
    blocks, chosen = document.blocks, document.chosen
    linked = ((index, block) for index, block in enumerate(blocks) if block.link_chars and block.tag in _HEADS)
    heads = [(index, _target(block)) for index, block in linked if block.link_density > _LINKED]
    if len(heads) < _SEVERAL:
        return ()
    short = ((index, block) for index, block in enumerate(blocks) if block.link_chars and len(block.text) <= _ROW)
    rows = {_target(block): at for at, block in short if _ONWARD.match(block.text) and block.link_density > _LINKED}
    ends = [index for index, _ in heads[1:]] + [len(blocks)]
    found = [
        (index, min(end, rows[to])) for (index, to), end in zip(heads, ends, strict=True) if to and rows.get(to, -1) > index
    ]
    if len(found) < _SEVERAL:
        return ()
    inside = sum(weight(blocks[at].text) for start, end in found for at in range(start, end) if at in chosen)
    whole = sum(weight(blocks[at].text) for at in chosen)
    return tuple(blocks[index].text for index, _ in found) if 2 * inside > whole else ()


def _target(block: Block) -> str:
    """Where the first link of a block leads, without the place on that page."""
    links = block.element.iter("a") if block.element is not None else ()
    return next((link.get("href") or "" for link in links), "").split("#")[0]


def _teasers(document: Document, headlines: Sequence[int]) -> int:
    """How much the short pieces behind the headlines weigh; 0 where these are so few that any article may have them."""
    if document.tree is None or len(headlines) <= _FEW:
        return 0
    pieces = []
    for start, end in zip(headlines, [*headlines[1:], len(document.blocks)], strict=True):
        below = [document.blocks[index] for index in range(start, end) if index in document.chosen]
        pieces.append(sum(weight(block.text) for block in below if block.element is not None))  # else it stood in a script
    return sum(piece for piece in pieces if piece <= _TEASER_WEIGHT)


def _headlines(document: Document) -> list[int]:
    """The blocks that head a piece and lead to another page of the site: headings, else lines that head an item."""
    chosen, blocks = document.chosen, enumerate(document.blocks)
    asked = ((index, block) for index, block in blocks if block.tag in _HEADS or index + 1 in chosen)  # no menu is
    linked = [index for index, block in asked if _is_linked_line(block)]
    headings = [index for index in linked if document.blocks[index].tag in _HEADS]
    found = headings if len(headings) > _FEW or len(linked) <= _FEW else _heads_of_items(document, linked)
    if len(found) <= _FEW:
        return found
    home = own_domains(document)
    return [index for index in found if _stays(document.blocks[index], home)]


def _heads_of_items(document: Document, linked: Iterable[int]) -> list[int]:
    """The linked lines that stand in an element of their own with text behind them; links between paragraphs do not."""
    items = {index: item for index in linked if (item := _item_of(document, index)) is not None}
    times = Counter(items.values())
    return [index for index, item in items.items() if times[item] == 1]


def _item_of(document: Document, index: int) -> HtmlElement | None:
    """The nearest element around a line that also holds the text behind it; None where that is a link."""
    line, behind = (document.blocks[at].element if at < len(document.blocks) else None for at in (index, index + 1))
    if line is None or behind is None or document.blocks[index + 1].link_density > _LINKED:
        return None
    around = set(outward(behind, _ITEM))
    return next((element for element in outward(line, _ITEM) if element in around), None)


def _stays(block: Block, home: Collection[str]) -> bool:
    """Whether a headline leads to another page of the same site: one that leads away heads a piece of a survey or a digest."""
    href = _target(block)
    return not home or not registered(href) or registered(href) in home


def _is_linked_line(block: Block) -> bool:
    low, high = _HEADLINE_WEIGHTS
    return _is_link(block) and low <= weight(block.text) <= high


def _is_link(block: Block) -> bool:
    """Whether a block is all link, or a link and the day beside it."""
    if block.link_density > _LINKED:
        return True
    beside = len(block.text) - block.link_chars
    if not 0 < beside <= min(_BESIDE, 2 * block.link_chars):
        return False
    return _DAY.search(block.text[:_BESIDE]) is not None or _DAY.search(block.text[-_BESIDE:]) is not None
