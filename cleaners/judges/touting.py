"""Tell a page that sells from its first paragraph to its last, whatever its keywords and whatever its language."""

import re
from collections.abc import Iterator
from math import inf

from cleaners.article import CleanArticle
from cleaners.language import HAN
from cleaners.ledger import Reason, Removal
from cleaners.spam.limits import limit
from cleaners.spam.offers import pitch_here, sentences
from cleaners.spam.pitch import SPOKEN
from cleaners.spam.surroundings import Said

_MOST = 20_000
"""Characters of a text that are read."""
_PARAGRAPH, _PARAGRAPH_HAN = 60, 25
"""Characters of a paragraph that is asked, and of a sentence half as many."""
_SELLING, _FAINT, _HONEST = (limit(f"page.{name}") for name in ("selling", "faint", "honest"))
"""Of 1,041 honest pages the one whose paragraphs pitch most has -6.4 (2026-11)."""
_TITLE = 0.3
"""What a title's pitch counts beside that of its page's paragraphs."""
_SENTENCES, _DENSE = 8, 0.08
"""Sentences that all name one thing, and the share of the text that it makes up."""
_NUMBER = re.compile(
    r"\+\d[\d\s().-]{7,17}\d|(?<![\w-])(?:1[\s.-])?\(?\d{3,4}\)?[\s.-]\d{3,4}[\s.-]\d{3,4}(?![\w-])|(?<![\w.-])\d{10,11}(?![\w.-])"
)
"""A telephone number as titles write it; of 1,256 honest pages no title has one."""
_CALLS = 3
"""How often a text gives the number that is there to have it called."""


def sells(title: str, article: CleanArticle, said: Said) -> Iterator[str]:
    """What shows that a page is there to sell; nothing for one that tells of those who do, or has something on offer once.

    A name in every sentence, as some writers of fan pages have it too, counts where the model of pitches reads no language.
    ``said`` holds the words of the page's texts.
    """
    taken = (edit.text for edit in article.ledger if isinstance(edit, Removal) and edit.reason is Reason.SPAM)
    text = "\n".join([article.body, *taken])[:_MOST]
    number = _telephone(title)
    if number and "".join(filter(str.isdigit, text)).count(number) >= _CALLS:
        yield "its title's telephone number, over and over"
    if _pitched(title, article.body[:_MOST], said) >= _FAINT and _pitched(title, text, said) >= _SELLING:
        yield "title and paragraphs pitch"
    elif article.language not in SPOKEN and (name := _named_throughout(title, text, said)):
        yield f"every sentence names {name}"


def _telephone(title: str) -> str:
    """The figures of the first telephone number of a title."""
    match = _NUMBER.search(title)
    return "".join(filter(str.isdigit, match[0])) if match else ""


def _pitched(title: str, text: str, said: Said) -> float:
    """How much title and paragraphs pitch together; not at all if one is honest, and most pages' longest paragraph is."""
    paragraphs = sorted((piece for piece in text.split("\n") if _is_long(piece, 1)), key=len, reverse=True)
    total = 0.0
    for paragraph in paragraphs:
        pitched = pitch_here(paragraph, said[paragraph])
        if pitched < _HONEST:
            return -inf
        total += pitched
    return total / len(paragraphs) + _TITLE * pitch_here(title, said[title]) if paragraphs else -inf


def _named_throughout(title: str, text: str, said: Said) -> str | None:
    """The word that a title says twice and every sentence of a text once at least."""
    lowered, written, least = text.lower(), title.lower(), _DENSE * len(text)
    twice = {word for word in said[title] if written.count(word) >= 2}
    names = sorted(word for word in twice if lowered.count(word) * len(word) >= least)
    spoken = [line[start:end] for line in lowered.split("\n") for start, end in sentences(line)] if names else []
    spoken = [sentence for sentence in spoken if _is_long(sentence, 2)]
    return next((name for name in names if len(spoken) >= _SENTENCES and all(name in one for one in spoken)), None)


def _is_long(text: str, part: int) -> bool:
    size = len(text) * part
    return size >= _PARAGRAPH or (size >= _PARAGRAPH_HAN and HAN.search(text) is not None)
