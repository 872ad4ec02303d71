"""Words that somebody hid inside a paragraph: against copying, or for search engines."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping

from cleaners.document import Document
from cleaners.ledger import Repair, apart
from cleaners.markup.tree import block_holder, folded
from cleaners.spam.spam import words_of
from cleaners.spam.surroundings import strangeness

_LONGEST = 80
"""Characters of a part that is hidden inside a line; what a click unfolds is longer."""
_SHORTEST = 4
_MOST = 50
"""Such parts looked at on a page."""
_WORDS = 2
"""Words of such a part at least: labels for machines have one."""
_HEARD = 0.5
"""Share of its telling words that the page may say elsewhere."""
_MEANT = re.compile(r"[.!?。！？…][\"”’」』)]?$|\b(?:19|20)\d\d\b")
"""Sentences unfold, and dates are for machines."""
_PARAGRAPH, _PARAGRAPH_HAN = 60, 25
"""Characters of a line beside what hides in it: in shorter ones, of a byline or a menu, honest templates hide words."""


def hidden_words(document: Document) -> Mapping[int, tuple[Repair, ...]]:
    """Take out of the blocks what no reader of them sees and nothing else on the page says."""
    parts = [(block_holder(element), folded(element.text_content())) for element in document.inlaid[:_MOST]]
    parts = [(holder, text) for holder, text in parts if _SHORTEST <= len(text) <= _LONGEST and not _MEANT.search(text)]
    if not parts:
        return {}
    heard, times = dict.fromkeys(_heard(document, {text for _, text in parts}), 1), Counter(parts)
    holders = {holder for holder, _ in parts}
    found: dict[int, tuple[Repair, ...]] = {}
    for index, block in enumerate(document.blocks):
        if block.element in holders:
            here = [(text, number) for (holder, text), number in times.items() if holder is block.element]
            several = ((text, number, words) for text, number in here if len(words := words_of(text)) >= _WORDS)
            strange = ((text, number) for text, number, words in several if strangeness(words, heard) < _HEARD)
            cuts = [cut for text, number in strange for cut in _cuts(block.text, text, number)]
            if cuts:
                found[index] = tuple(apart(cuts, longest=True))
    return found


def _heard(document: Document, hidden: Collection[str]) -> frozenset[str]:
    """The words of the page less those of what is hidden inside its lines."""
    text = "\n".join(block.text for block in document.blocks)
    for part in sorted(hidden, key=lambda part: (-len(part), part)):
        text = text.replace(part, "\n")
    return frozenset(words_of(text))


def _cuts(text: str, part: str, number: int) -> Iterator[Repair]:
    """A part's places in a line, if there are as many as were hidden, each with one of the spaces around it."""
    places = [match.span() for match in re.finditer(re.escape(part), text)]
    left = len(text) - len(part) * number
    if len(places) != number or left < (_PARAGRAPH if text.isascii() else _PARAGRAPH_HAN):
        return
    for start, end in places:
        spaced = text[end : end + 1] == " " and (start == 0 or text[start - 1] == " ")
        yield Repair(start, end + spaced, text[start : end + spaced], "", "injected.hidden_words")
