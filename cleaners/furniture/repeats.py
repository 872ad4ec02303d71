"""Claim the blocks that only repeat: the headline again, a hidden copy, a pull quote, the bar above a plain text's headline."""

from collections.abc import Iterator
from itertools import zip_longest

from cleaners.article import Found
from cleaners.document import Document
from cleaners.ledger import Claim, Reason
from cleaners.markup.elements import outward
from cleaners.markup.tree import Block
from cleaners.quality import states, weight

_ABOVE = 10
"""Lines above the headline of a plain text at most: title, channels, breadcrumb."""
_ENDS = tuple('.。!！?？”"')
_QUOTES = frozenset(("blockquote", "aside", "q"))
_LONGEST_QUOTE = 300
"""Characters of a pull quote at most."""
_LEAST, _QUOTED = 25, 40
"""How much one says at least, and how many of a text are looked at."""
_MARKS = " .…!?。！？,，\"'“”‘’「」『』«»"
_BAR = 160
"""Characters of such a line."""


def repeated_blocks(document: Document, headline: Found[str | None]) -> Iterator[Claim]:
    """The blocks of the choice that leave the text because something else says the same."""
    yield from _headlines(document, headline.value)
    yield from _hidden_copies(document)
    yield from _pull_quotes(document)
    if document.tree is None:
        yield from _above(document, headline)


def _headlines(document: Document, headline: str | None) -> Iterator[Claim]:
    wanted = "".join(_letters(headline or ""))
    for index in sorted(document.chosen):
        if wanted and _says(document.blocks[index].text, wanted):
            yield Claim(index, Reason.HEADLINE, "headline.repeated")


def _hidden_copies(document: Document) -> Iterator[Claim]:
    """Hidden blocks that open as a visible one does: templates keep a copy of the standfirst for those who share."""
    hidden = [index for index in document.chosen if document.blocks[index].hidden]
    visible = [document.blocks[index].text for index in document.chosen if not document.blocks[index].hidden] if hidden else []
    for index in hidden:
        text = document.blocks[index].text
        if any(other.startswith(text) for other in visible):
            yield Claim(index, Reason.HIDDEN, "hidden.copy")


def _pull_quotes(document: Document) -> Iterator[Claim]:
    """What a box sets in large type and another paragraph says word by word."""
    quotes = [index for index in sorted(document.chosen) if _is_quoted(document.blocks[index])][:_QUOTED]
    said = [document.blocks[index].text for index in document.chosen.difference(quotes)] if quotes else []
    for index in quotes:
        words = document.blocks[index].text.strip(_MARKS)
        if weight(words) >= _LEAST and any(words in other for other in said):
            yield Claim(index, Reason.REPETITION, "quote.repeated")


def _is_quoted(block: Block) -> bool:
    if block.element is None or len(block.text) > _LONGEST_QUOTE or not block.text.endswith(_ENDS):
        return False
    return any(one.tag in _QUOTES or "pull" in (one.get("class") or "").lower() for one in outward(block.element, 2))


def _above(document: Document, headline: Found[str | None]) -> Iterator[Claim]:
    """What stands above the headline of a plain text: the page's title, channels, a breadcrumb."""
    first = min(headline.blocks, default=0)
    if first <= _ABOVE and not any(len(block.text) > _BAR or states(block.text) for block in document.blocks[:first]):
        for index in range(first):
            yield Claim(index, Reason.NAVIGATION, "headline.above")


def _says(text: str, letters: str) -> bool:
    """Whether a text has these letters and figures and no others: mostly its first tells that it has not."""
    return all(own == other for own, other in zip_longest(_letters(text), letters))


def _letters(text: str) -> Iterator[str]:
    return filter(str.isalnum, text.casefold())
