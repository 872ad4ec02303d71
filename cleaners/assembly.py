"""Lay the chosen and the claimed blocks out as one text that keeps account of what leaves it."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from cleaners.beyond import followers
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


def with_chosen(document: Document, body: Sequence[Block]) -> Document:
    """Mark the blocks that the body's choice took. Those that the page has nowhere (of a body in a script) join its own."""
    own = {id(block) for block in document.blocks}
    blocks = (*document.blocks, *(block for block in body if id(block) not in own))
    taken = {id(block) for block in body}
    return replace(document, blocks=blocks, chosen=frozenset(at for at, block in enumerate(blocks) if id(block) in taken))


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
            breaks = _carried_breaks(block, repairs[index]) if block.breaks else ()
            yield replace(block, text=text, link_chars=min(block.link_chars, len(text)), breaks=breaks)
        else:
            yield block


def _carried_breaks(block: Block, repairs: Iterable[Repair]) -> tuple[int, ...]:
    """Where a block's breaks stand after its repairs; those within one are lost."""
    within = {at for repair in repairs for at in block.breaks if repair.start <= at < repair.end}
    places = [(at, at) for at in block.breaks if at not in within]
    return tuple(start for start, _ in carried(places, repairs))
