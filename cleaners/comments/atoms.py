"""The smallest pieces of text on a page: the text nodes of its blocks, each with its role in the markup."""

from collections.abc import Iterable, Set
from dataclasses import dataclass
from typing import NamedTuple

from lxml.html import HtmlElement

from cleaners.comments.wording import is_mark
from cleaners.document import Document
from cleaners.markup.tree import Block, has_children, is_inline

_LONG = 600
"""Characters above which a block is prose: nothing in it is looked at piece by piece."""
_REACH = 10
"""How many elements around a piece are looked at; comment lists nest their parts less deep than this."""

_AHEAD = 50
"""Text nodes looked past to find the first of a block."""

Chain = tuple[HtmlElement, ...]


class Atom(NamedTuple):
    """One text node. A page has hundreds: a named tuple is made in a third of the time of a frozen dataclass."""

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
    role: tuple[str, ...]
    link: str | None
    leading: bool
    inner: bool
    """It has elements inside."""
    texts: list[tuple[str, Chain]] | None = None
    at: int = 0

    def pieces(self, within: str, unseen: Set[HtmlElement]) -> list[tuple[str, Chain]]:
        """The next text nodes that make up a block, each with the inline elements around it; what is ``unseen`` may be gone."""
        found: list[tuple[str, Chain]] = []
        if self.texts is None:
            self.texts = []
            _gather(self.around[0], (), self.texts)
        for at in range(self.at, len(self.texts)):
            text, inner = self.texts[at]
            folded = " ".join(text.split())
            if folded and folded in within:
                found.append((" " * text[0].isspace() + folded + " " * text[-1].isspace(), inner))
                self.at = at + 1
            elif folded and (found or at - self.at > _AHEAD) and unseen.isdisjoint(inner):
                break
        return found


def atoms_of(document: Document, indexes: Iterable[int]) -> list[Atom]:
    """Take blocks apart, in reading order."""
    holders: dict[HtmlElement, Holder] = {}
    chains: dict[HtmlElement, Chain] = {}
    atoms: list[Atom] = []
    unseen = frozenset(document.inlaid)
    for index in indexes:
        block = document.blocks[index]
        if block.element is not None:
            if (holder := holders.get(block.element)) is None:
                holder = holders[block.element] = _holder(block, block.element, chains)
            _take_apart(block.text, index, holder, unseen, atoms)
    return atoms


def _take_apart(whole: str, index: int, holder: Holder, unseen: Set[HtmlElement], atoms: list[Atom]) -> None:
    pieces = holder.pieces(whole, unseen) if holder.inner and len(whole) <= _LONG else []
    if not pieces:
        atoms.append(Atom(whole, whole.strip(), index, holder.role, holder.around, holder.link, True, holder.leading))
    opening, before = True, ""
    for text, inner in pieces:
        opening = opening and (not before or is_mark(before))
        before = text.strip()
        if inner:
            tags = [element.tag for element in inner]
            link = inner[tags.index("a")].get("href") or "" if "a" in tags else holder.link
            unlinked = [tag for tag in tags if tag != "a"]  # some users have a profile, some have none
            role, chain = (*unlinked, *holder.role), (*inner, *holder.around)
            atoms.append(Atom(text, before, index, role, chain, link, opening, holder.leading))
        else:
            atoms.append(Atom(text, before, index, holder.role, holder.around, holder.link, opening, holder.leading))


def _holder(block: Block, element: HtmlElement, chains: dict[HtmlElement, Chain]) -> Holder:
    around = _chain(element, chains)
    role = (block.tag, around[1].tag) if len(around) > 1 else (block.tag,)
    linked = block.link_chars or not block.text  # where no character of it stands in a link, none is around it
    link = next((above.get("href") or "" for above in around if above.tag == "a"), None) if linked else None
    return Holder(around, role, link, element.getprevious() is None, has_children(element))


def _chain(element: HtmlElement, chains: dict[HtmlElement, Chain]) -> Chain:
    """An element and those around it; what several have in common is looked up once."""
    new: list[HtmlElement] = []
    above: HtmlElement | None = element
    while above is not None and above not in chains:
        new.append(above)
        above = above.getparent()
    chain = () if above is None else chains[above]
    for one in reversed(new):
        chain = chains[one] = (one, *chain[:_REACH])
    return chain


def _gather(element: HtmlElement, inner: Chain, texts: list[tuple[str, Chain]]) -> None:
    """Gather the text nodes of an element, those inside other blocks left out."""
    if (text := element.text) and not text.isspace():
        texts.append((text, inner))
    for child in element:
        if is_inline(child) and child.tag not in ("script", "style") and len(inner) < _REACH:
            _gather(child, (child, *inner), texts)
        if (tail := child.tail) and not tail.isspace():
            texts.append((tail, inner))
