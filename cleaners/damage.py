"""Reverse damage to characters, where the reversal can be proved. What cannot be proved is left, and told by a judge."""

import re
from collections.abc import Callable, Iterable

from cleaners.article import Finding
from cleaners.document import Document
from cleaners.glosses import glosses, proven_glosses
from cleaners.invisible import escaped_tags, homoglyphs, invisible, wedged_emoji
from cleaners.ledger import Draft, Repair, patch
from cleaners.lost_letters import lost_letters, proven_losses
from cleaners.mojibake import mojibake
from cleaners.page_text import PageText
from cleaners.shifted import shifted_bytes

Mender = Callable[[str, PageText], Iterable[Repair]]

MENDERS: tuple[Mender, ...] = (
    mojibake,
    shifted_bytes,
    invisible,
    escaped_tags,
    wedged_emoji,
    homoglyphs,
    glosses,
    lost_letters,
)
"""In the order they run: bytes before characters, characters before words."""

_REPLACED = re.compile(r"\ufffd|锟斤拷")


def page_text(document: Document) -> PageText:
    """Gather what the menders may look at besides the text they mend."""
    structured = document.structured
    heads = [value for values in structured.meta.values() for value in values]
    lines = [*(block.text for block in document.blocks), *heads]
    tree = document.tree
    ruby = tree is not None and next(tree.iter("rt", "rp"), None) is not None
    code = tree is not None and next(tree.iter("code", "pre", "samp", "kbd"), None) is not None
    return PageText("\n".join(lines), ruby, code)


def mend(draft: Draft, page: PageText) -> Draft:
    """Mend a text, one step of the ledger for each kind of damage found."""
    for mender in MENDERS:
        if repairs := tuple(mender(draft.text, page)):
            draft = patch(draft, repairs)
    return draft


def mended(text: str, page: PageText) -> str:
    """Mend a short text that has no ledger of its own: a headline, a name, a caption."""
    return mend(Draft(text), page).text


LOSSY_LIMIT = 1
"""One proven loss tells that the page went through a poorer character set. 0 of 1,041 honest pages have one (2026-11)."""


def lossy_charset(page: PageText) -> Finding:
    """How many characters the page has provably lost: ``?`` inside known words, readings behind characters, replacements."""
    words = tuple(proven_losses(page.text, page))
    readings = tuple(proven_glosses(page))
    replaced = len(_REPLACED.findall(page.text))
    value = len(words) + len(readings) + (replaced if replaced >= 3 else 0)
    evidence = (*words, *readings, *((f"{replaced} replacement characters",) if replaced else ()))
    return Finding("lossy_charset", value, LOSSY_LIMIT, value >= LOSSY_LIMIT, evidence[:8])
