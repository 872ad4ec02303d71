"""Claim what stands in a box with a field for the reader's e-mail address: it asks to subscribe, whatever it says."""

from collections.abc import Iterator

from lxml.html import HtmlElement

from cleaners.document import Document
from cleaners.ledger import Claim, Reason
from cleaners.markup.elements import outward
from cleaners.markup.tree import Block

_AROUND = 4
"""How many elements around the form may be its box."""
_MOST = 400
"""Characters that a box says at most: of 600 labelled pages (2026-11) such boxes held 9 chosen blocks, and no label one."""
_INSIDE = 8
"""How far up from a block its box is looked for."""
_PAGE = frozenset(("body", "html", "main", "article"))
_SAYS = ("type", "name", "id", "placeholder")


def sign_up_boxes(document: Document) -> Iterator[Claim]:
    """The chosen blocks in such boxes; none where these hold most of the text."""
    boxes = {box for form in document.elements.of("form") if _asks_mail(form) and (box := _box(form)) is not None}
    inside = [index for index in sorted(document.chosen) if boxes and _stands_in(boxes, document.blocks[index])]
    said = sum(len(document.blocks[index].text) for index in inside)
    if said and 2 * said < sum(len(document.blocks[index].text) for index in document.chosen):
        yield from (Claim(index, Reason.NEWSLETTER, "newsletter.box") for index in inside)


def _stands_in(boxes: set[HtmlElement], block: Block) -> bool:
    return block.element is not None and not boxes.isdisjoint(outward(block.element, _INSIDE))


def _asks_mail(form: HtmlElement) -> bool:
    return any("mail" in " ".join(filter(None, map(field.get, _SAYS))).lower() for field in form.iter("input"))


def _box(form: HtmlElement) -> HtmlElement | None:
    """The largest element around a form that says little and holds no headline; None where the form itself says more."""
    return next(reversed([*_small(form)]), None)


def _small(form: HtmlElement) -> Iterator[HtmlElement]:
    for element in outward(form, _AROUND):
        if element.tag in _PAGE or _says_more(element) or next(element.iter("h1"), None) is not None:
            return
        yield element


def _says_more(element: HtmlElement) -> bool:
    size = 0
    for text in element.itertext():
        size += len(text.strip())
        if size > _MOST:
            return True
    return False
