"""Tell a list of articles from an article."""

from collections.abc import Collection

from cleaners.article import CleanArticle, Finding
from cleaners.document import Document
from cleaners.markup.tree import HEADINGS, Block
from cleaners.quality import weight
from cleaners.sites.hosts import own_domains, registered

LIST_LIMIT = 0.5
"""Share of the text that is teasers above which a page is a list."""
_TEASER_WEIGHT = 500
"""Most weight of the text between two linked headlines for it to be a teaser: some 80 words."""
_HEADLINE_WEIGHTS = (12, 300)
_FEW = 5
"""Linked headlines that any article may carry in its text."""


def list_page(article: CleanArticle, document: Document) -> Finding:
    """Share of the page's chosen text that is teasers: short pieces, each under a heading that is a link."""
    headlines = [index for index, block in enumerate(document.blocks) if _is_linked_headline(block)]
    if len(headlines) > _FEW:
        home = own_domains(document)
        headlines = [index for index in headlines if _stays(document.blocks[index], home)]
    teasers = 0.0
    if len(headlines) <= _FEW and any(any(map(str.isalnum, document.blocks[index].text)) for index in document.chosen):
        return Finding("list_page", 0.0, LIST_LIMIT, False, ())
    if document.tree is not None and len(headlines) > _FEW:
        for start, end in zip(headlines, [*headlines[1:], len(document.blocks)], strict=True):
            below = [document.blocks[index] for index in range(start, end) if index in document.chosen]
            piece = sum(weight(block.text) for block in below if block.element is not None)  # else it stood in a script
            teasers += piece if piece <= _TEASER_WEIGHT else 0
    whole = sum(weight(document.blocks[index].text) for index in document.chosen)
    share = round(teasers / whole, 3) if whole else float(len(headlines) > _FEW)
    evidence = tuple(document.blocks[index].text for index in headlines[:3])
    return Finding("list_page", share, LIST_LIMIT, share > LIST_LIMIT, evidence if share > LIST_LIMIT else ())


def _stays(block: Block, home: Collection[str]) -> bool:
    """Whether a headline leads to another page of the same site: one that leads away heads a piece of a survey or a digest."""
    links = block.element.iter("a") if block.element is not None else ()
    href = next((link.get("href") or "" for link in links), "")
    return not home or not registered(href) or registered(href) in home


def _is_linked_headline(block: Block) -> bool:
    low, high = _HEADLINE_WEIGHTS
    return block.tag in HEADINGS and block.link_density > 0.8 and low <= weight(block.text) <= high
