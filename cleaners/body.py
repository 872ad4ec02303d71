"""Choose the blocks of a page that make up its article. With what stands under it, the only importer of extractors."""

import re
from dataclasses import dataclass, replace

from trafilatura import bare_extraction

from cleaners.document import Document
from cleaners.tree import Block

_NOT_WORD = re.compile(r"\W+")


@dataclass(frozen=True, slots=True)
class Extraction:
    """The extracted text and the blocks it is made of, in order, each with its place in it. ``method`` names who chose."""

    text: str
    blocks: tuple[Block, ...]
    method: str


def extract_body(document: Document) -> Extraction:
    """Choose the article's blocks: those whose text trafilatura hands over as well."""
    wanted = _NOT_WORD.sub("", _trafilatura(document))
    chosen = [block for block in document.blocks if (key := _NOT_WORD.sub("", block.text)) and key in wanted]
    return assemble(chosen, "trafilatura")


def assemble(blocks: list[Block], method: str) -> Extraction:
    """Join blocks with blank lines and tell each its place."""
    placed, at = [], 0
    for block in blocks:
        placed.append(replace(block, start=at, end=at + len(block.text)))
        at += len(block.text) + 2
    return Extraction("\n\n".join(block.text for block in placed), tuple(placed), method)


def _trafilatura(document: Document) -> str:
    found = bare_extraction(document.tree, include_comments=False, favor_recall=True, with_metadata=False)
    return getattr(found, "text", None) or ""
