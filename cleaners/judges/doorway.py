"""Tell pages that were made for search engines: doorways and farms of questions."""

import re
from itertools import accumulate

from cleaners.article import CleanArticle, Finding
from cleaners.document import Document
from cleaners.judges.touting import sells
from cleaners.language import HAN
from cleaners.spam.refrains import refrains
from cleaners.spam.spam import page_title
from cleaners.spam.surroundings import said_on
from cleaners.spam.words import SEPARATORS, SMALL_CHANGE, is_han, pieces_of, shared_words
from cleaners.text.titles import key, tokens

_SENTENCE = re.compile(r"[.。!！?？…][\"”’」』)]?(?:\s|$)|[。！？]")
PAGE_LIMIT = 3
"""Points from which a whole page is spam. Of 1,041 honest pages none has as many (2026-11)."""

_STUFFED = 0.15
"""Share of a page's text that its own keywords make up, from which it was written around them. Honest pages stay below 0.1."""
_STUFFED_AT_LEAST = 0.11
"""The same where the pieces of the title share a word. Of 1,041 honest pages the highest share is 0.07 (2026-11)."""
_ASKED, _ASKED_HAN = 3, 5
"""Words, or Han characters, that a piece of a farm's title has at least; the names of sections have fewer."""


def spam_page(article: CleanArticle, document: Document) -> Finding:
    """Whether the page is a doorway: keywords over and over with hardly a sentence, a farm of unlike questions, all pitches."""
    title = page_title(document)
    text = "\n".join(block.text for block in document.blocks)[:40_000]
    share, distinct = _stuffing(title, text, document)
    silent = share > _STUFFED_AT_LEAST and not _speaks(document, 0.2 * len(text))
    stuffed = share if distinct or (silent and share > 2 * _STUFFED) else 0.0
    limit = _STUFFED_AT_LEAST if shared_words(pieces_of(title)) - SMALL_CHANGE else _STUFFED
    points = 2 * (stuffed > limit) + (stuffed > 2 * _STUFFED)
    listed = len(pieces_of(title)) >= 3
    farm = PAGE_LIMIT * _is_farm(title, document)
    refrain = refrains(title, document)
    selling = tuple(sells(title, article, said_on(document.written)))
    value = max(points + silent + listed if points else 0, farm, PAGE_LIMIT * bool(refrain or selling))
    told = (f"keywords make up {stuffed:.0%} of the text", *(("no sentences",) if silent else ()))
    evidence = (*(told if points else ()), *(("a title of unlike questions, each on the page",) if farm else ()))
    evidence += (*((refrain,) if refrain else ()), *selling)
    return Finding("spam_page", value, PAGE_LIMIT, value >= PAGE_LIMIT, evidence if value else ())


def _speaks(document: Document, much: float) -> bool:
    """Whether so many characters of the page stand in blocks of two sentences and more."""
    spoken = accumulate(len(block.text) for block in document.blocks if len(_SENTENCE.findall(block.text)) >= 2)
    return any(size >= much for size in spoken)


def _is_farm(title: str, document: Document) -> bool:
    """Whether the title lists four phrases and more that share no word and stand on the page as lines of their own."""
    least = _ASKED_HAN if is_han(title) else _ASKED
    pieces = [piece for piece in pieces_of(title) if tokens(piece).total() >= least]
    if len(pieces) < 4 or shared_words(pieces) - SMALL_CHANGE:
        return False
    lines = {key(block.text) for block in document.blocks if len(block.text) < 80}
    return 4 * sum(key(piece) in lines for piece in pieces) >= 3 * len(pieces)


def _stuffing(title: str, text: str, document: Document) -> tuple[float, bool]:
    """Share of the text that repetitions of the page's keywords make up, those that stand in it four times and more.

    And whether that is no one phrase of a longer title.
    """
    given = " , ".join([title, *document.structured.meta.get("keywords", ())[:1]])
    lowered = text.lower()
    counts = {}
    for piece in dict.fromkeys(piece.strip().lower() for piece in SEPARATORS.split(given)[:40]):
        if len(piece) >= (4 if HAN.search(piece) else 8) and (number := lowered.count(piece)) >= 4:
            counts[piece] = number * len(piece)
    return min(1.0, sum(counts.values()) / max(1, len(text))), len(counts) >= 2 or len(tokens(title)) <= 3
