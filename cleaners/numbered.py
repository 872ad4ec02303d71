"""Write out the numbers that a browser shows before the items of an ordered list: a list of ten films is lost without them."""

from collections.abc import Iterator
from dataclasses import replace

from lxml.html import HtmlElement

from cleaners.document import Document

_UNNUMBERED = ("none", "disc", "circle", "square", "alpha", "roman", "latin", "greek")
"""Words in an inline style that show something else than figures."""


def numbered(document: Document) -> Document:
    """Put its number before the first block of every chosen item that has none written out."""
    blocks, numbers, begun = list(document.blocks), dict[HtmlElement, dict[HtmlElement, int]](), set[HtmlElement]()
    for index in sorted(document.chosen):
        item = _item(blocks[index].element)
        if item is None or item in begun:
            continue
        begun.add(item)
        items = item.getparent()
        if items not in numbers:
            numbers[items] = dict(_numbers(items))
        if item in numbers[items] and not blocks[index].text[:1].isdigit():
            blocks[index] = replace(blocks[index], text=f"{numbers[items][item]}. {blocks[index].text}")
    return replace(document, blocks=tuple(blocks)) if begun else document


def _item(element: HtmlElement | None) -> HtmlElement | None:
    """The item of an ordered list that an element is, or begins."""
    for _ in range(3):
        if element is None:
            return None
        parent = element.getparent()
        if element.tag == "li":
            return element if parent is not None and parent.tag == "ol" else None
        element = parent
    return None


def _numbers(items: HtmlElement) -> Iterator[tuple[HtmlElement, int]]:
    """What a browser counts each item as, where it shows figures and counts up."""
    style = items.get("style") or ""
    if items.get("type", "1") != "1" or items.get("reversed") is not None or any(word in style for word in _UNNUMBERED):
        return
    number = _whole(items.get("start"), 1) - 1
    for item in items.iterchildren("li"):
        number = _whole(item.get("value"), number + 1)
        yield item, number


def _whole(value: str | None, otherwise: int) -> int:
    """A whole number as markup writes it.

    >>> _whole("3", 1), _whole("three", 1), _whole(None, 1)
    (3, 1, 1)
    """
    return int(value) if value and value.isascii() and value.isdigit() and len(value) < 6 else otherwise
