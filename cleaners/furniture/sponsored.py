"""Claim somebody's advertisement set as a story within the text: a box that begins with the words that the law asks for."""

import re
from collections.abc import Iterator
from itertools import islice

from lxml.html import HtmlElement

from cleaners.document import Document
from cleaners.ledger import Claim, Reason
from cleaners.markup.elements import outward

_LABEL = re.compile(
    r"\W{0,2}(?:(?:sponsored|promoted|paid)(?:\s(?:content|posts?|story|stories|partnership|promotion|by\s.{2,30}))?"
    r"|partner content|advertorial|(?:content )?in partnership with .{2,40}"
    r"|赞助(?:内容|推广)?|推广(?:内容|信息)?|软文|[贊赞]助內容|廣編特輯|廣編企劃)\W{0,2}",
    re.I,
)
"""A plain ``Advertisement`` stands above what no text has, and often right beside a paragraph."""
_LONGEST = 50
_AROUND, _BOXES, _PIECES = 3, 10, 100
"""How far around its label a box is looked for, how many there may be, and how many pieces of text tell how much one says."""
_MOST = 900
"""Characters that such a box says at most."""
_SHARE = 3
"""The share of the text, one in so many, that it may hold: whole stories are sponsored too, and then they are the article."""
_PAGE = frozenset(("body", "html", "main", "article"))


def sponsored_boxes(document: Document) -> Iterator[Claim]:
    """The chosen blocks in the boxes that such a label opens, the label too."""
    labels = (block for block in document.blocks if len(block.text) <= _LONGEST and _LABEL.fullmatch(block.text))
    opened = [_box(label.element, label.text) for label in islice(labels, _BOXES) if label.element is not None]
    boxes = dict.fromkeys(box for box in opened if box is not None)
    sizes = {index: len(document.blocks[index].text) for index in sorted(document.chosen)} if boxes else {}
    for box in boxes:
        within = set(box.iter())
        inside = [index for index in sizes if document.blocks[index].element in within]
        if _SHARE * sum(sizes[index] for index in inside) < sum(sizes.values()):
            yield from (Claim(index, Reason.PROMOTION, "promotion.box") for index in inside)


def _box(label: HtmlElement, says: str) -> HtmlElement | None:
    """The nearest element that the label opens and that says more; None where that is the page, or too much."""
    for element in outward(label, _AROUND):
        text = " ".join(" ".join(islice(element.itertext(), _PIECES)).split())
        if element.tag in _PAGE or len(text) > _MOST or not text.startswith(says):
            return None
        if len(text) > 2 * len(says):
            return element
    return None
