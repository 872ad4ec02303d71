"""The smallest pieces of text on a page: the text nodes of its blocks, each with its role in the markup."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from lxml.html import HtmlElement

from cleaners.document import Document
from cleaners.remarks import is_mark
from cleaners.tree import block_holder

_LONG = 600
"""Characters above which a block is prose: nothing in it is looked at piece by piece."""
_REACH = 10
"""How many elements around a piece are looked at; comment lists nest their parts less deep than this."""

_AHEAD = 50
"""Text nodes looked past to find the first of a block."""

Chain = tuple[HtmlElement, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Atom:
    """One text node."""

    text: str
    """White space folded, except at the ends."""
    line: str
    """The text without white space at the ends."""
    block: int
    role: tuple[str, ...]
    """The same for pieces that the markup treats alike."""
    around: Chain
    """The elements around it, the nearest first."""
    link: str | None
    """Where the link around it leads; None outside of links."""
    first: bool
    """It opens its block, or nothing but marks stands before it."""
    leading: bool
    """Its block opens the element that holds it."""


@dataclass(slots=True)
class Holder:
    """An element with text, read once however many blocks it holds: ``<br><br>`` parts one element into many."""

    around: Chain
    texts: list[tuple[str, Chain]]
    at: int = 0

    def pieces(self, within: str) -> list[tuple[str, Chain]]:
        """The next text nodes that make up a block, each with the inline elements around it."""
        found: list[tuple[str, Chain]] = []
        if len(within) <= _LONG and len(self.texts) > 1:
            for at in range(self.at, len(self.texts)):
                text, inner = self.texts[at]
                folded = " ".join(text.split())
                if folded and folded in within:
                    found.append((" " * text[0].isspace() + folded + " " * text[-1].isspace(), inner))
                    self.at = at + 1
                elif folded and (found or at - self.at > _AHEAD):
                    break
        return found or [(within, ())]


def atoms_of(document: Document, indexes: Iterable[int]) -> list[Atom]:
    """Take blocks apart, in reading order."""
    holders: dict[HtmlElement, Holder] = {}
    return [atom for index in indexes for atom in _atoms(document, index, holders)]


def _atoms(document: Document, index: int, holders: dict[HtmlElement, Holder]) -> Iterator[Atom]:
    block = document.blocks[index]
    holder = block.element
    if holder is None:
        return
    if holder not in holders:
        holders[holder] = Holder((holder, *islice(holder.iterancestors(), _REACH)), list(_texts(holder, ())))
    outer = holders[holder].around
    role = tuple(element.tag for element in outer[:2])
    opening, before, leading = True, "", holder.getprevious() is None
    for text, inner in holders[holder].pieces(block.text):
        opening = opening and is_mark(before)
        chain = (*inner, *outer)
        link = next((element.get("href") or "" for element in chain if element.tag == "a"), None)
        line = text.strip()
        yield Atom(text, line, index, (*(element.tag for element in inner), *role), chain, link, opening, leading)
        before = line


def _texts(element: HtmlElement, inner: Chain) -> Iterator[tuple[str, Chain]]:
    if element.text:
        yield element.text, inner
    for child in element:
        if (
            isinstance(child.tag, str)
            and child.tag not in ("script", "style")
            and block_holder(child) is not child
            and len(inner) < _REACH
        ):
            yield from _texts(child, (child, *inner))
        if child.tail:
            yield child.tail, inner
