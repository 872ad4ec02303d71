"""Show where an article answers a search: a part of its text, in pieces, the words that were asked for marked."""

import re
from collections import defaultdict, deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from storage.query.analyser import analyse
from storage.query.query_language import Phrase, Tree, wanted

LENGTH, BEFORE = 160, 40
"""Characters of a snippet at most, and those of them that stand before the first mark."""
FIRST_HAN = "\u2e80"


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a snippet; ``marked``: it is what was asked for."""

    text: str
    marked: bool = False


def pieces(text: str, tree: Tree | None) -> tuple[Piece, ...]:
    """The part of a text where the first phrase of ``tree`` stands, or its beginning; on one line.

    >>> from storage.query.query_language import parse
    >>> [piece.text for piece in pieces("The winter films of 2026", parse("film")) if piece.marked]
    ['films']
    """
    phrases = [phrase for phrase in wanted(tree) if not phrase.title] if tree else []
    places = spans(text, phrases)
    first = next(places, None)
    start = _word_start(text, max(0, first[0] - BEFORE), first[0]) if first else 0
    stop = _word_end(text, start, start + LENGTH)
    cuts, at = [Piece("…")] if start else [], start
    for left, right in _merged(first, places, stop):
        cuts += [Piece(text[at:left]), Piece(text[max(left, at) : min(right, stop)], marked=True)]
        at = min(right, stop)
    cuts += [Piece(text[at:stop]), Piece("…" if stop < len(text) else "")]
    lines = (Piece(re.sub(r"\s+", " ", piece.text), piece.marked) for piece in cuts)
    return tuple(piece for piece in lines if piece.text)


def _word_start(text: str, at: int, latest: int) -> int:
    """Where the next word begins, so that a snippet does not begin within one; Chinese has no spaces to look for."""
    if at == 0 or text[at] >= FIRST_HAN or text[at - 1].isspace():
        return at
    space = text.find(" ", at, latest)
    return at if space < 0 else space + 1


def _word_end(text: str, start: int, at: int) -> int:
    """Where the last whole word before ``at`` ends."""
    if at >= len(text):
        return len(text)
    space = at if text[at].isspace() or text[at] >= FIRST_HAN else text.rfind(" ", start + LENGTH // 2, at)
    return at if space < 0 else space


def spans(text: str, phrases: list[Phrase]) -> Iterator[tuple[int, int]]:
    """Where the phrases stand in a text, by their ends; they may overlap."""
    ends: defaultdict[str, list[Phrase]] = defaultdict(list)
    for phrase in phrases:
        ends[phrase.tokens[-1]].append(phrase)
    last: deque[tuple[str, int, int]] = deque(maxlen=max((len(phrase.tokens) for phrase in phrases), default=0))
    for found in analyse(text) if phrases else ():
        last.append(found)
        if found[0] in ends or found[0][0] in ends:
            yield from _ending(ends, list(last))


def _ending(ends: Mapping[str, list[Phrase]], row: list[tuple[str, int, int]]) -> Iterator[tuple[int, int]]:
    """The places of the phrases that end where the tokens of ``row`` do."""
    token, _, stop = row[-1]
    for phrase in (*ends.get(token, ()), *(one for one in ends.get(token[0], ()) if one.open and token[1:])):
        places = row[-len(phrase.tokens) :]
        if tuple(word for word, _, _ in places[:-1]) == phrase.tokens[:-1]:
            yield places[0][1], row[-1][1] + 1 if phrase.open else stop


def _merged(first: tuple[int, int] | None, rest: Iterator[tuple[int, int]], end: int) -> Iterator[tuple[int, int]]:
    """The spans before ``end``, those that touch or overlap as one."""
    if first is None:
        return
    left, right = first
    for start, stop in rest:
        if stop > end:
            break
        if start > right:
            yield left, right
            left = start
        left, right = min(left, start), max(right, stop)
    yield left, right
