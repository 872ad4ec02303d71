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

Chain = tuple[HtmlElement, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Atom:
    """One text node."""

    text: str
    """White space folded, except at the ends."""
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

    @property
    def line(self) -> str:
        """Its text without white space at the ends."""
        return self.text.strip()


def atoms_of(document: Document, indexes: Iterable[int]) -> list[Atom]:
    """Take blocks apart, in reading order."""
    chains: dict[HtmlElement, Chain] = {}
    return [atom for index in indexes for atom in _atoms(document, index, chains)]


def _atoms(document: Document, index: int, chains: dict[HtmlElement, Chain]) -> Iterator[Atom]:
    block = document.blocks[index]
    holder = block.element
    if holder is None:
        return
    if holder not in chains:
        chains[holder] = (holder, *islice(holder.iterancestors(), _REACH))
    outer = chains[holder]
    role = tuple(element.tag for element in outer[:2])
    opening, leading = True, holder.getprevious() is None
    for text, inner in _pieces(holder, block.text):
        chain = (*inner, *outer)
        link = next((element.get("href") or "" for element in chain if element.tag == "a"), None)
        yield Atom(text, index, (*(element.tag for element in inner), *role), chain, link, opening, leading)
        opening = opening and is_mark(text.strip())


def _pieces(holder: HtmlElement, within: str) -> Iterator[tuple[str, Chain]]:
    """The text nodes of one block, each with the inline elements around it, the nearest first."""
    if len(within) > _LONG or not len(holder):
        yield within, ()
        return
    for text, inner in _texts(holder, ()):
        folded = " ".join(text.split())
        if folded and folded in within:
            yield " " * text[0].isspace() + folded + " " * text[-1].isspace(), inner


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
