"""Where the blocks of a page stand in its tree: their ancestors, what these hold, and what looks alike."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

import numpy as np
from lxml.html import HtmlElement

from cleaners.markup.tree import Block

Array = np.ndarray[Any, np.dtype[np.float64]]
Marks = np.ndarray[Any, np.dtype[np.bool_]]
Indices = np.ndarray[Any, np.dtype[np.intp]]

ANCESTORS = ("nav", "header", "footer", "aside", "article", "main", "form", "figure", "ul", "ol", "table", "blockquote")
"""Elements whose presence above a block tells something."""
LEVELS = 6
"""How far up a block's ancestors are looked at, its holder first."""

_BIT = {tag: 1 << position for position, tag in enumerate(ANCESTORS)}


@dataclass(frozen=True, slots=True)
class Places:
    """The part of the tree above the blocks. Elements are numbered so that a parent comes before its children."""

    looks: Indices
    """What each element looks like to a style sheet: tag and class, numbered."""
    tags: Indices
    """Its tag alone, numbered."""
    names: tuple[str, ...]
    """Every class, id, role and itemprop that there is, ..."""
    named: Indices
    """... and the number of each element's own."""
    parents: Indices
    """The number of each element's parent; the root is its own."""
    depths: Indices
    flags: Indices
    """Which of ``ANCESTORS`` each element is or stands in, one bit each."""
    articles: Indices
    """The ``article`` that each element is or stands in; -1 for none."""
    starts: Indices
    """The first block under each element; reading order makes of all blocks under it one run ..."""
    ends: Indices
    """... that ends before this."""
    holders: Indices
    """For each block the number of the element that holds it."""
    ways: Indices
    """For each level and each block its ancestor so many levels up, but never the root itself where there is more below it."""

    def sums(self, values: Array) -> Array:
        """For each element the sum of the values of all blocks under it."""
        running = running_sum(values)
        return np.asarray(running[self.ends] - running[self.starts])

    def without(self, gone: Marks) -> "Places":
        """The same less the marked blocks and the elements that hold no others."""
        kept, above = self.holders[~gone].tolist(), self.parents.tolist()
        ends, starts = _ends(above, kept), len(kept) - _ends(above, kept[::-1])
        stay = np.nonzero(ends)[0]
        stay = stay[np.lexsort((self.depths[stay], starts[stay]))]
        number = np.zeros(len(ends), np.intp)
        number[stay] = np.arange(len(stay))
        parents, holders, articles = number[self.parents[stay]], number[kept], self.articles[stay]
        return Places(
            looks=self.looks[stay],
            tags=self.tags[stay],
            names=self.names,
            named=self.named[stay],
            parents=parents,
            depths=self.depths[stay],
            flags=self.flags[stay],
            articles=np.where(articles >= 0, number[articles], -1),
            starts=starts[stay],
            ends=ends[stay],
            holders=holders,
            ways=_ways(parents, holders),
        )

    def signatures(self) -> Indices:
        """For each block what it looks like to a style sheet: tags and classes of its holder and two above."""
        one = self.parents[self.holders]
        return groups(self.looks[self.holders], self.looks[one], self.looks[self.parents[one]])

    def siblings(self) -> Indices:
        """For each block its tag, class and parent: rows of one list have it in common."""
        return groups(self.looks[self.holders], self.parents[self.holders])


def place(blocks: Sequence[Block]) -> Places:
    """Number the elements above the blocks."""
    numbers: dict[HtmlElement | None, int] = {}
    looks: dict[tuple[str, str | None], int] = {}
    names: dict[str, int] = {"": 0}
    rows: list[tuple[int, int, int, int, int, int, int]] = []
    holders: list[int] = []
    for at, block in enumerate(blocks):
        new, element = [], block.element
        while element is not None and element not in numbers:
            new.append(element)
            element = element.getparent()
        above = numbers[element] if element is not None else 0
        for element in reversed(new):
            tag, own = element.tag, element.get("class")
            _, _, _, depth, flags, article, _ = rows[above] if rows else (0, 0, 0, -1, 0, -1, 0)
            number = len(rows)
            look, name = looks.setdefault((tag, own), len(looks)), _name(element, own)
            article = number if tag == "article" else article
            rows.append((look, names.setdefault(name, len(names)), above, depth + 1, flags | _BIT.get(tag, 0), article, at))
            above = numbers[element] = number
        holders.append(above)
    columns = np.ascontiguousarray(np.fromiter(chain.from_iterable(rows), np.intp).reshape(-1, 7).T)
    parents, held = columns[2], np.array(holders, np.intp)
    return Places(
        looks=columns[0],
        tags=_tags(looks)[columns[0]],
        names=tuple(names),
        named=columns[1],
        parents=parents,
        depths=columns[3],
        flags=columns[4],
        articles=columns[5],
        starts=columns[6],
        ends=_ends(parents.tolist(), holders),
        holders=held,
        ways=_ways(parents, held),
    )


def _name(element: HtmlElement, own: str | None) -> str:
    """The element's class, id, itemprop and role."""
    get = element.get
    own_id, prop, role = get("id"), get("itemprop"), get("role")
    return " ".join(filter(None, (own, own_id, prop, role))) if own_id or prop or role else own or ""


def _tags(looks: Iterable[tuple[str, str | None]]) -> Indices:
    """For each look the number of its tag."""
    numbers: dict[str, int] = {}
    return np.array([numbers.setdefault(tag, len(numbers)) for tag, _ in looks], np.intp)


def _ends(parents: list[int], holders: list[int]) -> Indices:
    """For each element where the last block under it ends; 0 where there is none."""
    ends = [0] * len(parents)
    for at, holder in enumerate(holders, 1):
        ends[holder] = at
    for number in range(len(parents) - 1, 0, -1):
        parent = parents[number]
        ends[parent] = max(ends[parent], ends[number])
    return np.array(ends, np.intp)


def _ways(parents: Indices, holders: Indices) -> Indices:
    ways = np.empty((LEVELS, len(holders)), np.intp)
    at = ways[0] = holders
    for level in range(1, LEVELS):
        up = parents[at]
        at = ways[level] = np.where(up == 0, at, up)
    return ways


def heaviest(places: Places, mass: Array) -> list[int]:
    """For each element the child that holds most of the mass, 0 where it has none."""
    order = 1 + np.lexsort((mass[1:], places.parents[1:]))
    child = np.zeros(len(mass), np.intp)
    child[places.parents[order]] = order
    numbers: list[int] = child.tolist()
    return numbers


def spine(places: Places, heavy: list[float], child: list[int], share: float, *, of_page: bool) -> tuple[Array, Array]:
    """Go down from the root while the heaviest child holds a share of the mass, of the page's or of its parent's.

    Tell for each block how far above the end of that way it hangs off, and how many steps off the way it stands.
    """
    way, at = [0], 0
    while (below := child[at]) > at and heavy[below] > 0 and heavy[below] >= share * heavy[0 if of_page else at]:
        at = below
        way.append(at)
    size = len(places.holders) + 1
    passed = np.bincount(places.starts[way], minlength=size) - np.bincount(places.ends[way], minlength=size)
    hangs = np.cumsum(passed)[:-1] - 1
    return (len(way) - 1 - hangs).astype(float), (places.depths[places.holders] - hangs).astype(float)


def groups(*keys: Indices) -> Indices:
    """Number equal combinations of keys alike.

    >>> groups(np.array([4, 2, 4]), np.array([0, 0, 0])).tolist()
    [1, 0, 1]
    """
    joined = keys[0]
    for key in keys[1:]:  # three numbers of as many as a hundred thousand elements fit in 64 bits
        joined = joined * (int(key.max(initial=0)) + 1) + key
    return np.asarray(np.unique(joined, return_inverse=True)[1])


def running_sum(values: Array) -> Array:
    """The sum of all values before each, and of all at the end.

    >>> running_sum(np.array([1.0, 2.0])).tolist()
    [0.0, 1.0, 3.0]
    """
    running = np.zeros(len(values) + 1)
    np.cumsum(values, out=running[1:])
    return running
