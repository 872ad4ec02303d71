"""Write out the numbers that a browser shows before the items of an ordered list: a list of ten films is lost without them."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from lxml.html import HtmlElement

from cleaners.assembly import Repairs
from cleaners.document import Document
from cleaners.ledger import shifted
from cleaners.markup.tree import Block

_UNNUMBERED = re.compile(r"list-style[^;]*(?:none|disc|circle|square|alpha|roman|latin|greek)")
"""An inline style that shows something else than figures."""


def numbers_of(document: Document) -> Mapping[int, str]:
    """The number that belongs before the first block of every chosen item that has none written out, by the block's index."""
    found, counted, begun = dict[int, str](), dict[HtmlElement, dict[HtmlElement, int]](), set[HtmlElement]()
    for index in sorted(document.chosen):
        item = _item(document.blocks[index].element)
        if item is None or item in begun:
            continue
        begun.add(item)
        items = item.getparent()
        if items not in counted:
            counted[items] = dict(_numbers(items))
        text = document.blocks[index].text
        if item in counted[items] and text and not text[0].isdigit():
            found[index] = f"{counted[items][item]}. "
    return found


def numbered(document: Document, numbers: Mapping[int, str]) -> Document:
    """Put numbers before the blocks that they belong to."""
    if not numbers:
        return document
    blocks = (_behind(numbers[index], block) if index in numbers else block for index, block in enumerate(document.blocks))
    return replace(document, blocks=tuple(blocks))


def _behind(number: str, block: Block) -> Block:
    return replace(block, text=number + block.text, breaks=tuple(at + len(number) for at in block.breaks))


def moved(steps: Iterable[Repairs], numbers: Mapping[int, str]) -> list[Repairs]:
    """The repairs of blocks, behind the numbers that were put before some of them."""
    return [
        {index: tuple(shifted(edits, len(numbers[index]))) if index in numbers else edits for index, edits in step.items()}
        for step in steps
    ]


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
    if items.get("type", "1") != "1" or items.get("reversed") is not None or _UNNUMBERED.search(style):
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
