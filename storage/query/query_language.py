"""Read what people type into a search box, and say it to SQLite's FTS5 and to PostgreSQL's tsquery.

Words must all occur; ``"a phrase"`` in a row, ``OR`` either, ``NOT`` or a minus before it never, ``title:`` in the headline;
brackets group. OR binds loosest. ``film:"A Title"`` narrows all of it to articles that name the film. Nothing is an error:
what has no meaning as a sign is read as words or left out, so that a text never fails to find an article that holds its words.
"""

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import TypeAlias

from cleaners.fields.films import film_key
from storage.query.analyser import HAN, analyse, is_han

LONGEST = 1_000
"""Characters that are read of a text: more would make a query that no engine takes."""

DEEPEST = 5
"""Brackets within brackets; deeper ones are left out. FTS5's parser has a stack of a hundred places."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens in a row; a word is a phrase of one. ``title``: in the headline."""

    tokens: tuple[str, ...]
    title: bool = False

    @property
    def open(self) -> bool:
        """Whether it ends in a lone Han character: every place of it begins a token, so a prefix finds it."""
        return len(self.tokens[-1]) == 1 and is_han(self.tokens[-1])


@dataclass(frozen=True, slots=True)
class AllOf:
    """Every one of ``parts`` (there is one at least) and none of ``without``."""

    parts: tuple["Tree", ...]
    without: tuple["Tree", ...] = ()


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one of the parts."""

    parts: tuple["Tree", ...]


Tree: TypeAlias = Phrase | AllOf | AnyOf


class _Sign(Enum):
    AND, OR, NOT, TITLE, OPEN, CLOSE = (auto() for _ in range(6))


_Item: TypeAlias = Tree | _Sign | None
"""None: something without a word; a sign before it has no meaning."""

_LEXEME = re.compile(
    r'(?P<sign>[(（)）]|(?<![^\s(（])(?:AND|OR|NOT)(?![^\s()（）"“”])|(?<![^\s(（])-(?=[^\s-])|\b(?i:title)[:：](?=\S))'
    r'|["“”](?P<phrase>[^"“”]*)["“”]'
    r'|(?P<word>[^\s"“”()（）]+)'
)
_SIGNS = {
    "AND": _Sign.AND, "OR": _Sign.OR, "NOT": _Sign.NOT, "-": _Sign.NOT,
    "(": _Sign.OPEN, "（": _Sign.OPEN, ")": _Sign.CLOSE, "）": _Sign.CLOSE,
}  # fmt: skip

_FILM = re.compile(r"""(?<![^\s(（])(?i:film)[:：]\s?(?:["“”]([^"“”]+)["“”]|《([^》]+)》|([^\s"“”()（）《》]+))""")
"""A film, by its title: which article names it is known beside the index of words."""

_SPACE = re.compile(rf"(?<=[{HAN}])\s+(?=[{HAN}])")
"""Between Han characters it parts no words."""


def parse(text: str) -> Tree | None:
    """What a text asks for; None where it has no word. Text of nothing but signs is read as words.

    >>> parse("box office") == AllOf((Phrase(("box",)), Phrase(("offic",))))
    True
    >>> parse("title:电影节 -harbour") == AllOf((Phrase(("电影", "影节"), title=True),), (Phrase(("harbour",)),))
    True
    >>> parse("AND"), parse("!?")
    (Phrase(tokens=('and',), title=False), None)
    """
    text = text[:LONGEST]
    return _either(deque(_items(text))) or _all_of(_words(text))


def without_films(text: str) -> tuple[str, tuple[str, ...]]:
    """A text without its ``film:"Title"``, and the keys of the films that were asked for.

    >>> without_films('harbour film:"The Salt Line" film:《冬日海港》')
    ('harbour', ('saltline', '冬日海港'))
    """
    text = text[:LONGEST]
    keys = (film_key(next(filter(None, match.groups()))) for match in _FILM.finditer(text))
    return " ".join(_FILM.sub(" ", text).split()), tuple(key for key in keys if key)


def in_title(tree: Tree) -> Tree:
    """The same, asked of the headline."""
    match tree:
        case Phrase():
            return replace(tree, title=True)
        case AllOf(parts, without):
            return AllOf(tuple(map(in_title, parts)), tuple(map(in_title, without)))
        case AnyOf(parts):
            return AnyOf(tuple(map(in_title, parts)))


def wanted(tree: Tree) -> Iterator[Phrase]:
    """The phrases that an article may be found by, in the order of the text."""
    if isinstance(tree, Phrase):
        yield tree
    else:
        for part in tree.parts:
            yield from wanted(part)


def excludes(tree: Tree) -> bool:
    """Whether something must not occur."""
    if isinstance(tree, Phrase):
        return False
    return bool(isinstance(tree, AllOf) and tree.without) or any(map(excludes, tree.parts))


def to_match(tree: Tree, *, lead: bool = False) -> str:
    """The operand of FTS5's MATCH; with ``lead``, what does not ask for the headline is asked of headline and lead.

    >>> to_match(parse('harbour OR "winter film" NOT title:港'))
    '("harbour" OR (("winter film") NOT (title : "港" *)))'
    """
    match tree:
        case Phrase(tokens, title):
            place = "title : " if title else "{title lead} : " if lead else ""
            return f'{place}"{" ".join(tokens)}"{" *" if tree.open else ""}'
        case AnyOf(parts):
            return f"({' OR '.join(to_match(part, lead=lead) for part in parts)})"
        case AllOf(parts, without):
            every = f"({' AND '.join(to_match(part, lead=lead) for part in parts)})"
            return f"({every} NOT ({' OR '.join(to_match(part, lead=lead) for part in without)}))" if without else every


def to_tsquery(tree: Tree, *, lead: bool = False) -> str:
    """The text of a tsquery over vectors whose headline has weight A and whose lead has B.

    >>> to_tsquery(parse('harbour OR "winter film" NOT title:港'))
    "('harbour' | (('winter' <-> 'film') & !('港':A*)))"
    """
    match tree:
        case Phrase(tokens, title):
            weight = "A" if title else "AB" if lead else ""
            labels = [weight] * (len(tokens) - 1) + [f"{weight}{'*' if tree.open else ''}"]
            lexemes = [f"'{token}'{label and ':'}{label}" for token, label in zip(tokens, labels, strict=True)]
            return f"({' <-> '.join(lexemes)})" if len(lexemes) > 1 else lexemes[0]
        case AnyOf(parts):
            return f"({' | '.join(to_tsquery(part, lead=lead) for part in parts)})"
        case AllOf(parts, without):
            tests = [to_tsquery(part, lead=lead) for part in parts]
            return f"({' & '.join([*tests, *(f'!({to_tsquery(part, lead=lead)})' for part in without)])})"


def _items(text: str) -> Iterator[_Item]:
    """The signs and the words of a text, brackets in pairs: one too many is left out."""
    depth = 0
    for lexeme in _LEXEME.finditer(text):
        if lexeme["sign"]:
            sign = _SIGNS.get(lexeme["sign"], _Sign.TITLE)
            step = (sign is _Sign.OPEN) - (sign is _Sign.CLOSE)
            if 0 <= depth + step <= DEEPEST:
                depth += step
                yield sign
        elif lexeme["word"]:
            yield _all_of(_words(lexeme["word"]))
        else:
            yield _row(lexeme["phrase"])


def _either(items: deque[_Item]) -> Tree | None:
    """Read up to the bracket that closes, or the end."""
    parts = [_every(items)]
    while items and items[0] is _Sign.OR:
        items.popleft()
        parts.append(_every(items))
    found = tuple(part for part in parts if part)
    return AnyOf(found) if len(found) > 1 else next(iter(found), None)


def _every(items: deque[_Item]) -> Tree | None:
    """Read what must all occur. An exclusion that leaves nothing to exclude from is read as words."""
    parts: list[Tree] = []
    without: list[Tree] = []
    signs: set[_Sign] = set()
    while items and items[0] not in {_Sign.OR, _Sign.CLOSE}:
        item = items.popleft()
        if isinstance(item, _Sign) and item is not _Sign.OPEN:
            signs.add(item)
            continue
        if tree := _group(items) if isinstance(item, _Sign) else item:
            (without if _Sign.NOT in signs else parts).append(in_title(tree) if _Sign.TITLE in signs else tree)
        signs = set()
    return _all_of(tuple(parts), tuple(without)) if parts else _all_of(tuple(without))


def _group(items: deque[_Item]) -> Tree | None:
    tree = _either(items)
    if items:
        items.popleft()
    return tree


def _all_of(parts: tuple[Tree, ...], without: tuple[Tree, ...] = ()) -> Tree | None:
    """The simplest tree of that meaning: what must all occur side by side, one part alone as itself."""
    flat: list[Tree] = []
    for part in parts:
        flat += part.parts if isinstance(part, AllOf) and not part.without else (part,)
    return AllOf(tuple(flat), without) if without or len(flat) > 1 else next(iter(flat), None)


def _words(text: str) -> tuple[Phrase, ...]:
    """What plain words ask for: each of them, and each run of Han characters as its pairs in a row."""
    phrases: list[tuple[str, ...]] = []
    end = -1
    for token, start, stop in analyse(text):
        if is_han(token) and start < end:
            if len(token) > 1:
                phrases[-1] += (token,)
        else:
            phrases.append((token,))
        end = stop
    return tuple(map(Phrase, phrases))


def _row(text: str) -> Phrase | None:
    """The tokens of a phrase. A run of Han characters may go on in an article, so its last one alone is no part of it."""
    found = list(analyse(_SPACE.sub("", text)))
    if len(found) > 1 and is_han(found[-1][0]) and found[-1][1] < found[-2][2]:
        found.pop()
    return Phrase(tuple(token for token, _, _ in found)) if found else None
