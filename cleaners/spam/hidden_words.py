"""Words that somebody hid inside a paragraph: against copying, or for search engines."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Set
from dataclasses import dataclass

from lxml.html import HtmlElement

from cleaners.document import Document
from cleaners.ledger import Repair, apart
from cleaners.markup.folding import folded
from cleaners.markup.tree import block_holder
from cleaners.spam.limits import limit
from cleaners.spam.pitch import pitch
from cleaners.spam.surroundings import strangeness
from cleaners.spam.words import words_of

_LONGEST = 80
"""Characters of a part that is hidden inside a line; what a click unfolds is longer."""
_SHORTEST = 4
_MOST = 50
"""Such parts looked at on a page."""
_WORDS = 2
"""Words of such a part at least: labels for machines have one."""
_HEARD = 0.5
"""Share of its telling words that the page may say elsewhere."""
_PITCHED = limit("hidden.words")
_SIGNS = 2
"""Letters and figures of what is strewn: templates hide a comma."""
_STREWN = 2
"""Places of a page within sentences where something hides, from which it was strewn, whatever it says."""
_MEANT = re.compile(r"[.!?。！？…][\"”’」』)]?$|\b(?:19|20)\d\d\b")
"""Sentences unfold, and dates are for machines."""
_SENTENCE = re.compile(r"[.!?。！？…；;][\"”’」』)]?$")
_PAINTED = re.compile(r"(?!.*(?:display|visib|opacity|font-size:0|left|right|top|indent)).*color", re.S | re.I)
"""A style that hides by colours alone: on a dark ground white letters are seen."""
_PARAGRAPH, _PARAGRAPH_HAN = 60, 25
"""Characters of a line beside what hides in it: in shorter ones, of a byline or a menu, honest templates hide words."""
_Part = tuple[HtmlElement, str]
"""The element that holds what hides, and its text."""


@dataclass(frozen=True, slots=True)
class _Hidden:
    """What hides in one block, where; whether it hides by more than its colour, and parts sentences."""

    index: int
    text: str
    cuts: tuple[Repair, ...]
    unseen: bool
    parting: bool


def hidden_words(document: Document) -> Mapping[int, tuple[Repair, ...]]:
    """Take out of the blocks what no reader of them sees: what nothing else on the page says, and what parts its sentences."""
    hidden = [(block_holder(element), folded(element.text_content()), element) for element in document.inlaid[:_MOST]]
    times = Counter((holder, text) for holder, text, _ in hidden if 0 < len(text) <= _LONGEST)
    if not times:
        return {}
    unseen = {(holder, text) for holder, text, element in hidden if element.tag != "a" and not _is_painted(element)}
    places = list(_places(document, times, unseen))
    strewn = sum(len(place.cuts) for place in places if place.parting) >= _STREWN
    asked = {place.text for place in places if _is_paragraph(document.blocks[place.index].text, place)}
    strange = frozenset(_strange(document, {text for _, text in times}, asked))
    found: dict[int, list[Repair]] = {}
    for place in places:
        if (place.text in strange and _is_paragraph(document.blocks[place.index].text, place)) or (strewn and place.unseen):
            found.setdefault(place.index, []).extend(place.cuts)
    return {index: tuple(apart(cuts, longest=True)) for index, cuts in found.items()}


def _is_paragraph(text: str, place: _Hidden) -> bool:
    return len(text) - len(place.text) * len(place.cuts) >= (_PARAGRAPH if text.isascii() else _PARAGRAPH_HAN)


def _is_painted(element: HtmlElement) -> bool:
    return _PAINTED.match(element.get("style") or "") is not None


def _places(document: Document, times: Counter[_Part], unseen: Collection[_Part]) -> Iterator[_Hidden]:
    """Where the parts hide, if there are as many as were hidden: one may be the beginning of another, so the longest counts."""
    held: dict[HtmlElement | None, list[str]] = {}
    for holder, text in sorted(times, key=lambda part: -len(part[1])):
        held.setdefault(holder, []).append(text)
    patterns = {holder: re.compile("|".join(map(re.escape, texts))) for holder, texts in held.items()}
    for index, block in enumerate(document.blocks):
        found: dict[str, list[Repair]] = {}
        for match in patterns[block.element].finditer(block.text) if block.element in patterns else ():
            found.setdefault(match.group(), []).append(_cut(match))
        for text, cuts in found.items():
            part = (block.element, text)
            if len(cuts) == times[part]:
                sure = part in unseen
                yield _Hidden(index, text, tuple(cuts), sure, sure and all(_is_within(block.text, cut) for cut in cuts))


def _is_within(text: str, cut: Repair) -> bool:
    """Whether words stand before and behind what hides, in a line that ends as sentences do."""
    before, after = text[: cut.start].rstrip(), text[cut.end :].lstrip()
    words = sum(map(str.isalnum, cut.before)) >= _SIGNS and before and not _SENTENCE.search(before[-2:])
    return bool(words) and after[:1].isalnum() and _SENTENCE.search(text[-2:]) is not None


def _strange(document: Document, texts: Collection[str], asked: Set[str]) -> Iterator[str]:
    """Those asked about of the hidden texts that are several words, and pitch, or hardly one of them is known to the page."""
    told = {
        text: words
        for text in texts
        if len(text) >= _SHORTEST and not _MEANT.search(text)
        if len(words := words_of(text)) >= _WORDS
    }
    asked = asked & told.keys()
    heard = dict.fromkeys(_heard(document, told), 1) if asked else {}
    return (text for text in asked if strangeness(told[text], heard) < _HEARD or pitch(text, told[text]) >= _PITCHED)


def _heard(document: Document, hidden: Collection[str]) -> frozenset[str]:
    """The words of the page less those of what is hidden inside its lines."""
    text = "\n".join(block.text for block in document.blocks)
    for part in sorted(hidden, key=lambda part: (-len(part), part)):
        text = text.replace(part, "\n")
    return frozenset(words_of(text))


def _cut(match: re.Match[str]) -> Repair:
    """The repair that takes out a part, with one of the spaces around it."""
    text, (start, end) = match.string, match.span()
    spaced = text[end : end + 1] == " " and (start == 0 or text[start - 1] == " ")
    return Repair(start, end + spaced, text[start : end + spaced], "", "injected.hidden_words")
