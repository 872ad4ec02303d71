"""Find the headline of a page whose titles are spam: what stands above its text and has the words of it."""

import re
from collections.abc import Iterator

from cleaners.document import Document
from cleaners.spam import words_of
from cleaners.titles import key, likeness, plain, slug_words
from cleaners.tree import Block

_ABOVE = 25
"""How many blocks above the first paragraph may hold the headline."""
_KNOWN = 0.4
"""Least share of the line's words that the text or the address says again."""
_SHORTEST, _LONGEST = 5, 200
_WIDEST = 60
"""Characters of a Chinese headline at most."""
_TOP = 8
"""How far into the chosen blocks the first paragraph may stand."""
_PROSE = 20_000
_DATE = re.compile(
    r"(?:19|20)\d\d\s?[-/.年]\s?\d\d?\b|\b(?:19|20)\d\d\b.{0,12}\d\d?:\d\d|(?:[A-Z][a-z]{2,8} \d{1,2}, |\d )(?:19|20)\d\d"
)
_TITLE_CLASS = re.compile(r"(?:^|[\s_-])(?:title|headline|biaoti|tit|bt)(?:$|[\s_-])", re.I)
_SENTENCE = re.compile(r".{30}[.。][\s\"”’」』)]*$", re.S)
_SPOKEN = re.compile(r"[.。!！?？…][\s\"”’」』)]*$")


def rescued_headline(document: Document, not_ours: set[str]) -> str | None:
    """The heading or line above the text that text and address confirm best; None where nothing is confirmed."""
    first = _first_paragraph(document)
    prose = "\n".join(document.blocks[index].text for index in sorted(document.chosen) if index >= first)[:_PROSE].lower()
    slug = slug_words(document.url)
    scores: dict[str, float] = {}
    for index in range(max(0, first - _ABOVE), first):
        block = document.blocks[index]
        text = plain(block.text)
        if key(text) in not_ours or not _could_be(block, text):
            continue
        words = words_of(text)
        known = sum(word in prose for word in words) / max(1, len(words))
        told = max(known, likeness(text, slug))
        if told >= _KNOWN and len(words) >= 2:
            dated = any(_DATE.search(below.text) for below in document.blocks[index + 1 : index + 4] if len(below.text) < 120)
            away = 0.02 * (first - index) + 0.5 * (block.link_density > 0.9)
            scores[text] = told + sum(_marks(block)) + 0.4 * dated + 0.2 * (index not in document.chosen) - away
    return max(scores, key=lambda text: scores[text], default=None)


def _first_paragraph(document: Document) -> int:
    """The block that begins the text: the first chosen one that speaks in sentences, if it is among the first."""
    chosen = sorted(document.chosen)
    spoken = (index for index in chosen[:_TOP] if _is_spoken(document.blocks[index]))
    return next(spoken, chosen[min(1, len(chosen) - 1)] if chosen else 0)


def _is_spoken(block: Block) -> bool:
    long = len(block.text) >= (25 if block.text[:30].isascii() is False else 60)
    return long and block.tag not in ("h1", "h2", "h3") and _SPOKEN.search(block.text) is not None and not _marked(block)


def _could_be(block: Block, text: str) -> bool:
    widest = _LONGEST if text.isascii() else _WIDEST + text.count(" ") * 8
    heading = block.tag in ("h1", "h2", "h3")
    return (
        _SHORTEST <= len(text) <= widest
        and (heading or block.link_density < 0.5)
        and not (_SENTENCE.search(text) and not heading)
    )


def _marks(block: Block) -> Iterator[float]:
    """What speaks for a block besides its words."""
    yield {"h1": 0.5, "h2": 0.3, "h3": 0.2}.get(block.tag, 0.0)
    yield 0.3 if _marked(block) else 0.0


def _marked(block: Block) -> bool:
    element = block.element
    return element is not None and bool(_TITLE_CLASS.search(f"{element.get('class') or ''} {element.get('id') or ''}"))
