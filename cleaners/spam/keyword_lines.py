"""Keywords that stand in the text for search engines: in a line, one a line, as hashtags."""

import re
from collections.abc import Iterator
from itertools import chain, groupby, islice

from cleaners.document import Document
from cleaners.language import HAN
from cleaners.spam.surroundings import Part, Surroundings, part_of
from cleaners.spam.words import pieces_of, shared_words, words_of

_LEAST, _THE_SAME = 5, 3
"""Keywords of a line at least; fewer where all of them are the same."""
_SHORTEST, _LONGEST = 12, 3_000
_MOST = 60
"""Such lines looked at on a page."""
_PIECE = 60
"""Characters of one keyword at most."""
_PIECE_HAN = 16
"""The same of Han: commas part the clauses of a sentence as well."""
_NO_KEYWORDS = re.compile(r"[.。!！?？…:：;；][\"”’」』)]?\s*$")
_CODE = re.compile(r"[#{}<>=()\[\]`$\\]")
_QUOTES = frozenset('"“„«「『')
_PARTING = (",", "|", ";", "_", "/", " -", " I ", " ~")
"""What parts the pieces of an ASCII line: one with less than two of it, as most are, is in no three pieces."""
_HASHTAGS = re.compile(r"\s*(?:#\w{2,40}\s*){3,60}")


def keyword_lines(document: Document, around: Surroundings) -> Iterator[Part]:
    """Lines of keywords, and runs of short lines: most share a word that nothing else has; no sentences, hardly a figure."""
    for part, shared in islice(chain(_lines(document, around), _lists(document, around)), _MOST):
        if not shared & around.elsewhere(part) and not around.says(shared, part.text):
            yield part


def _lines(document: Document, around: Surroundings) -> Iterator[tuple[Part, set[str]]]:
    for index in around.within:
        text = document.blocks[index].text
        if _SHORTEST <= len(text) <= _LONGEST and not _NO_KEYWORDS.search(text[-3:]) and (tags := _keywords(text)):
            yield Part((index,), text), tags


def shared_by_most(pieces: list[str]) -> set[str]:
    """The words that three in five of the pieces have in common."""
    return {word for word in shared_words(pieces) if 5 * sum(word in piece.lower() for piece in pieces) >= 3 * len(pieces)}


def _keywords(text: str) -> set[str]:
    """What the keywords of a line share; nothing where it is no line of such."""
    if "#" in text and _HASHTAGS.fullmatch(text):
        return {tag.lower() for tag in re.findall(r"\w+", text)}
    if len(text.split()) >= _THE_SAME and len(set(text.lower().split())) == 1:
        return words_of(text)
    if (text.isascii() and sum(map(text.count, _PARTING)) < _THE_SAME - 1) or text[0] in _QUOTES or _CODE.search(text):
        return set()
    pieces = pieces_of(text)
    same = len(pieces) >= _THE_SAME and len({piece.lower() for piece in pieces}) == 1
    longest = max(map(len, pieces), default=0)
    too_long = longest > (_PIECE_HAN if HAN.search(text) else _PIECE)
    if (len(pieces) < _LEAST and not same) or too_long or 2 * sum(map(_has_figure, pieces)) > len(pieces):
        return set()
    return shared_by_most(pieces)


def _lists(document: Document, around: Surroundings) -> Iterator[tuple[Part, set[str]]]:
    short = (index for index in around.within if _is_keyword(document.blocks[index].text))
    for _, run in groupby(enumerate(short), key=lambda pair: pair[1] - pair[0]):
        indexes = [index for _, index in run]
        if len(indexes) < _LEAST:
            continue
        shared = shared_words([document.blocks[index].text for index in indexes])
        holding = [index for index in indexes if shared & around.said(index)] if shared else []
        if len(holding) >= _LEAST and holding[-1] - holding[0] < len(holding):
            part = part_of(document, holding)
            common = shared_by_most([document.blocks[index].text for index in holding])
            if common:
                yield part, common


def _is_keyword(text: str) -> bool:
    return len(text) <= _PIECE and not _NO_KEYWORDS.search(text[-3:]) and not _has_figure(text) and not _CODE.search(text)


def _has_figure(text: str) -> bool:
    return any(char.isdigit() for char in text)
