"""Where the blocks of a page stand in its tree: their ancestors, what these hold, and what looks alike."""

import re
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from lxml.html import HtmlElement

from cleaners.tree import Block

Array = np.ndarray[Any, np.dtype[np.float64]]
Marks = np.ndarray[Any, np.dtype[np.bool_]]
Indices = np.ndarray[Any, np.dtype[np.intp]]

ANCESTORS = ("nav", "header", "footer", "aside", "article", "main", "form", "figure", "ul", "ol", "table", "blockquote")
"""Elements whose presence above a block tells something."""

_NAMING = ("class", "id", "itemprop", "role")
_SPLIT = re.compile(r"[^A-Za-z]+|(?<=[a-z])(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Places:
    """The part of the tree above the blocks. Elements are numbered so that a parent comes before its children."""

    tags: tuple[str, ...]
    classes: tuple[str | None, ...]
    names: tuple[frozenset[str], ...]
    """The words in class, id, role and itemprop of each element."""
    parents: Indices
    """The number of each element's parent; the root is its own."""
    depths: Indices
    holders: Indices
    """For each block the number of the element that holds it."""

    def above(self, levels: int) -> Indices:
        """For each block its ancestor so many levels up, but never the root itself where there is more below it."""
        at = self.holders
        for _ in range(levels):
            up = self.parents[at]
            at = np.where(up == 0, at, up)
        return at

    def sums(self, values: Array) -> Array:
        """For each element the sum of the values of all blocks under it."""
        total: Array = np.bincount(self.holders, values, minlength=len(self.tags)).astype(float)
        flat, parents = total.tolist(), self.parents.tolist()
        for number in range(len(flat) - 1, 0, -1):
            flat[parents[number]] += flat[number]
        return np.array(flat)

    def signatures(self) -> list[Hashable]:
        """For each block what it looks like to a style sheet: tags and classes of its holder and two above."""
        look = list(zip(self.tags, self.classes, strict=True))
        one, two = self.parents[self.holders], self.parents[self.parents[self.holders]]
        return [(look[a], look[b], look[c]) for a, b, c in zip(self.holders, one, two, strict=True)]

    def siblings(self) -> list[Hashable]:
        """For each block its tag, class and parent: rows of one list have it in common."""
        look = list(zip(self.tags, self.classes, strict=True))
        return [(look[a], int(b)) for a, b in zip(self.holders, self.parents[self.holders], strict=True)]


def place(blocks: Sequence[Block]) -> Places:
    """Number the elements above the blocks."""
    numbers: dict[HtmlElement, int] = {}
    parents: list[int] = []
    depths: list[int] = []
    holders = []
    for block in blocks:
        chain, element = [], block.element
        while element is not None and element not in numbers:
            chain.append(element)
            element = element.getparent()
        above = numbers[element] if element is not None else 0
        for element in reversed(chain):
            depths.append(depths[above] + 1 if parents else 0)
            parents.append(above)
            above = numbers[element] = len(numbers)
        holders.append(above)
    return Places(
        tuple(str(element.tag) for element in numbers),
        tuple(element.get("class") for element in numbers),
        tuple(_names(" ".join(filter(None, map(element.get, _NAMING)))) for element in numbers),
        np.array(parents, np.intp),
        np.array(depths, np.intp),
        np.array(holders, np.intp),
    )


def ancestor_flags(places: Places) -> Array:
    """For each block which of ``ANCESTORS`` stand above it."""
    bit = {tag: 1 << position for position, tag in enumerate(ANCESTORS)}
    flags: list[int] = []
    for tag, parent in zip(places.tags, places.parents.tolist(), strict=True):
        flags.append((flags[parent] if flags else 0) | bit.get(tag, 0))
    seen = np.array(flags)[places.holders]
    return np.array([seen >> position & 1 for position in range(len(ANCESTORS))], float).T


def spine(places: Places, mass: Array, share: float, *, of_page: bool) -> tuple[Array, Array]:
    """Go down from the root while one child holds a share of the mass, of the page's or of its parent's.

    Tell for each block how far above the end of that way it hangs off, and how many steps off the way it stands.
    """
    heavy, parents = mass.tolist(), places.parents.tolist()
    heaviest = list(range(len(heavy)))
    for number in range(len(heavy) - 1, 0, -1):
        parent = parents[number]
        if heaviest[parent] == parent or heavy[number] >= heavy[heaviest[parent]]:
            heaviest[parent] = number
    on, at = {0}, 0
    while heaviest[at] != at and heavy[heaviest[at]] >= share * heavy[0 if of_page else at] and heavy[heaviest[at]] > 0:
        at = heaviest[at]
        on.add(at)
    branch = [0] * len(heavy)
    for number, parent in enumerate(parents):
        branch[number] = number if number in on else branch[parent]
    meet = np.array(branch, np.intp)[places.holders]
    return (places.depths[at] - places.depths[meet]).astype(float), (
        places.depths[places.holders] - places.depths[meet]
    ).astype(float)


def groups(keys: Iterable[Hashable]) -> Indices:
    """Number equal keys alike.

    >>> groups(["a", "b", "a"]).tolist()
    [0, 1, 0]
    """
    numbers: dict[Hashable, int] = {}
    return np.array([numbers.setdefault(key, len(numbers)) for key in keys], np.intp)


def name_clues(places: Places) -> Iterator[frozenset[str]]:
    """For each block the words in class, id, role and itemprop of its holder and the element above."""
    own = places.names
    for holder, parent in zip(places.holders, places.parents[places.holders], strict=True):
        yield own[holder] | own[parent]


@lru_cache(maxsize=4096)
def _names(value: str) -> frozenset[str]:
    return frozenset(part.lower() for part in _SPLIT.split(value[:300]) if 2 < len(part) < 20)
