"""Lay the chosen and the claimed blocks out as one text that keeps account of what leaves it."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, replace

from cleaners.beyond import followers
from cleaners.body.body import Extraction
from cleaners.document import Document, with_text
from cleaners.ledger import Claim, Draft, Place, Repair, carried, cut, patch, remove, shifted
from cleaners.markup.tree import Block

Repairs = Mapping[int, tuple[Repair, ...]]
"""Repairs by the index of their block, with offsets in the text of that block."""

Repairer = Callable[[Document], Repairs]


@dataclass(frozen=True, slots=True)
class Sheet:
    """The text on its way, and where each block stands in it by its index in ``document.blocks``."""

    draft: Draft
    places: Mapping[int, Place]


def with_chosen(document: Document, extraction: Extraction) -> Document:
    """Mark the blocks that the body's choice took. One that the page has nowhere as a block (a body in a script) joins them."""
    blocks, chosen, at = list(document.blocks), set[int](), 0
    where = _by_identity(document.blocks, {id(block.element) for block in extraction.blocks})
    for block in extraction.blocks:
        index = next((index for index in where.get(_identity(block), ()) if index >= at), None)
        if index is None:
            index = len(blocks)
            blocks.append(block)
        else:
            at = index + 1
        chosen.add(index)
    return replace(document, blocks=tuple(blocks), chosen=frozenset(chosen))


def mend(document: Document, repairers: Iterable[Repairer]) -> tuple[Document, list[Repairs]]:
    """Repair the text of every block, one repairer after the other, and tell what each did."""
    steps = []
    for repairer in repairers:
        repairs = repairer(document)
        if repairs:
            steps.append(repairs)
            document = with_text(replace(document, blocks=tuple(_mended(document.blocks, repairs))))
    return document, steps


def page_sheet(document: Document, claimed: Set[int]) -> Sheet:
    """Join the chosen and the claimed blocks, in reading order, with blank lines; what is body beyond them comes last."""
    places, pieces, at = {}, [], 0
    for index in sorted(document.chosen | claimed):
        text = document.blocks[index].text
        places[index] = (at, at + len(text))
        pieces.append(text)
        at += len(text) + 2
    pieces += followers(document, document.chosen - claimed)
    return Sheet(Draft("\n\n".join(pieces)), places)


def text_sheet(document: Document, text: str) -> Sheet:
    """Take a text as it is, each block at its place."""
    return Sheet(Draft(text), {index: (block.start, block.end) for index, block in enumerate(document.blocks)})


def repaired(sheet: Sheet, steps: Iterable[Repairs]) -> Sheet:
    """Apply the repairs of blocks to the text that holds them; the places move along."""
    for repairs in steps:
        moved = [edit for index, place in sheet.places.items() for edit in shifted(repairs.get(index, ()), place[0])]
        places = carried(sheet.places.values(), moved)
        sheet = Sheet(patch(sheet.draft, moved), dict(zip(sheet.places, places, strict=True)))
    return sheet


def without(sheet: Sheet, claims: Iterable[Claim]) -> Draft:
    """Cut the claimed blocks in one step. Of two claims on one block the first counts."""
    first = {claim.block: claim for claim in reversed(tuple(claims)) if claim.block in sheet.places}
    text = sheet.draft.text
    return cut(sheet.draft, [remove(text, *sheet.places[index], claim.reason, claim.rule) for index, claim in first.items()])


def _mended(blocks: tuple[Block, ...], repairs: Repairs) -> Iterator[Block]:
    for index, block in enumerate(blocks):
        if index in repairs:
            text = patch(Draft(block.text), repairs[index]).text
            yield replace(block, text=text, link_chars=min(block.link_chars, len(text)))
        else:
            yield block


def _identity(block: Block) -> tuple[int, str]:
    return id(block.element), block.text


def _by_identity(blocks: tuple[Block, ...], elements: Container[int]) -> Mapping[tuple[int, str], list[int]]:
    """The indexes of the blocks that these elements hold, by what tells blocks apart."""
    where: dict[tuple[int, str], list[int]] = {}
    for index, block in enumerate(blocks):
        if id(block.element) in elements:
            where.setdefault(_identity(block), []).append(index)
    return where
