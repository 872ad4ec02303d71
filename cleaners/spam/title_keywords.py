"""Take keywords off a headline that somebody hung on it."""

import re
from collections.abc import Collection, Sequence
from functools import lru_cache
from itertools import takewhile

from cleaners.document import Document
from cleaners.spam.limits import limit
from cleaners.spam.pitch import pitch
from cleaners.spam.words import BARS, SMALL_CHANGE, words_of
from cleaners.text.titles import key

_PITCHES, _SURELY = limit("title.piece"), limit("title.pieces")
_SOME = 0.5
"""Share of a keyword's words that the page may say."""
_PARTS = re.compile(rf"{BARS.pattern}|(?<=[\u3400-\u9fffA-Za-z])[-–—](?=[\u3400-\u9fff])")
"""What parts keywords from a title: no dash inside a word, but one before Han."""
_BRACKETED = re.compile(r"\s*[【\[]([^【】\[\]]{2,40})[】\]]\s*(?=[^\s])")
_OWN = 0.25
"""Least share of its words that the page says of what is left as the headline."""


@lru_cache(maxsize=4)
def without_keywords(title: str, document: Document) -> str:
    """A title less the keywords at its ends: pieces that pitch, or several that share a word, strangers to the page."""
    title = _unbracketed(title, document)
    cuts = [match.span() for match in _PARTS.finditer(title) if match.start() > 0 and match.end() < len(title)]
    if not cuts:
        return title
    starts, ends = [0, *(end for _, end in cuts)], [*(start for start, _ in cuts), len(title)]
    pieces = [title[start:end] for start, end in zip(starts, ends, strict=True)]
    behind = _keywords(pieces[::-1], document)
    rest = pieces[: len(pieces) - behind]
    before = _keywords(rest, document) or _names(rest, pieces[len(rest) :])
    return title[starts[before] : ends[-behind - 1]]


def _unbracketed(title: str, document: Document) -> str:
    """A title less a keyword in brackets before it."""
    match = _BRACKETED.match(title)
    if match is None or pitch(match[1], words_of(match[1]), _PITCHES) < _PITCHES:
        return title
    heard = _heard([match[1]], document)
    keyword = _share(words_of(match[1]), heard) <= _SOME and _share(words_of(title[match.end() :]), heard) >= _OWN
    return title[match.end() :] if keyword else title


def _names(rest: Sequence[str], keywords: Sequence[str]) -> bool:
    """Whether the first of several pieces says nothing but what the keywords behind them say, too: whom they tout."""
    own = words_of(rest[0])
    return len(rest) > 1 and bool(own) and own <= set[str]().union(*map(words_of, keywords))


def _keywords(pieces: Sequence[str], document: Document) -> int:
    """How many of the pieces are keywords, from the first on; never all."""
    said = [words_of(piece) for piece in pieces]
    alike, shared = _alike(said)
    pitching = [pitch(piece, words, _PITCHES) >= _PITCHES for piece, words in zip(pieces, said, strict=True)]
    if not alike and not any(pitching):
        return 0
    heard = _heard(pieces, document)
    selling = [pitches and _share(words, heard) <= _SOME for pitches, words in zip(pitching, said, strict=True)]
    together = (end for end, sells in enumerate(selling, 1) if sells and _sell_together(pieces[:end], heard))
    leading = max(sum(takewhile(bool, selling)), *together, 0)
    number = max(alike if heard.isdisjoint(shared - SMALL_CHANGE) else 0, leading)
    return number if 0 < number < len(pieces) and _share(set[str]().union(*said[number:]), heard) >= _OWN else 0


def _sell_together(pieces: Sequence[str], heard: Collection[str]) -> bool:
    """Whether several pieces surely pitch as one text, though one of them by itself is but a name."""
    text = " ".join(pieces)
    words = words_of(text)
    return len(pieces) > 1 and pitch(text, words) >= _SURELY and _share(words, heard) <= _SOME


def _alike(said: Sequence[set[str]]) -> tuple[int, set[str]]:
    """How many pieces, from the first on, share a word that none of the others has; and what they share."""
    shared = said[0]
    for number in range(1, len(said)):
        if number >= 2 and not shared & set[str]().union(*said[number:]):
            return number, shared
        shared = shared & said[number]
        if not shared:
            break
    return 0, set()


def _share(words: set[str], heard: Collection[str]) -> float:
    """Share of words that the page says."""
    told = words - SMALL_CHANGE
    return sum(word in heard for word in told) / max(1, len(told))


def _heard(pieces: Sequence[str], document: Document) -> set[str]:
    """The words of a page beside its titles: of all that does not begin or end with the piece at the title's end, and more."""
    end = key(pieces[0])
    values = [value for given in document.structured.meta.values() for value in given]
    articles = [str(item.get("headline") or "") for item in document.structured.articles]
    texts = [document.url, *values, *articles, *(block.text for block in document.blocks)]
    return words_of("\n".join(text for text in texts if not _holds(key(text), end)))


def _holds(text: str, end: str) -> bool:
    """Whether a title has a piece at one of its ends, and more than that."""
    return len(text) > len(end) and (text.startswith(end) or text.endswith(end))
