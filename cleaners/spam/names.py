"""Tell names that somebody planted in what a page tells machines of itself: authors and publishers that pitch."""

import re

from cleaners.document import Document
from cleaners.spam.limits import limit
from cleaners.spam.pitch import pitch
from cleaners.spam.spam import page_title
from cleaners.spam.words import words_of

_HINTS = limit("title.hint")
_STRANGE = 0.34
"""Share of its words that the page says elsewhere, below which a name that pitches is planted: of 1,833 names of 521 honest
pages two have less, both ``Homepage`` (2026-11)."""
_HOST = re.compile(r"(?<![\w.-])[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,10}(?![\w-])", re.I)
_TOP = re.compile(r"(?<=[a-z0-9])\.[a-z]{2,10}\b", re.I)
"""The end of an address, which many have."""


def is_planted(name: str, document: Document) -> bool:
    """Whether a name pitches or tells an address, and readers see hardly a word of it on the page."""
    host = _HOST.search(name)
    words = words_of(_TOP.sub("", name))
    if host is None and pitch(name, words, _HINTS) < _HINTS:
        return False
    shown = words_of("\n".join([page_title(document), document.url, *(block.text for block in document.blocks)]))
    return len(words & shown) < _STRANGE * len(words)
