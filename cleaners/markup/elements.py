"""The elements of a page, looked up once: every reader asks for some by their name or for those with an attribute."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice

from lxml import etree
from lxml.html import HtmlElement

_ASKED_FOR = frozenset(("datatype", "datetime", "hidden", "itemprop", "rel", "style"))
"""Attributes whose elements are kept; to look for one of them takes a walk through the whole tree."""


MOST_ELEMENTS = 10_000
"""Elements looked up: twice as many as the most of 1,786 honest pages have, and what a hundredth have thrice (2026-11)."""


@dataclass(frozen=True, slots=True, eq=False)
class Elements:
    """A page's elements in its order, MOST_ELEMENTS at most. While held here, lxml makes each once, not for every reader."""

    every: Sequence[HtmlElement] = ()
    tagged: Mapping[str, Sequence[HtmlElement]] = field(default_factory=dict)
    """By their name."""
    having: Mapping[str, Sequence[HtmlElement]] = field(default_factory=dict)
    """By the attributes of ``_ASKED_FOR`` that they have, be it empty."""

    def of(self, *names: str) -> Sequence[HtmlElement]:
        """The elements of these names, in the page's order."""
        return self.in_order(*(self.tagged[name] for name in names if name in self.tagged))

    def hidable(self, *names: str) -> Sequence[HtmlElement]:
        """The elements with a style of their own or marked as hidden, and those of the names."""
        marked = (self.having[name] for name in ("style", "hidden") if name in self.having)
        return self.in_order(*marked, self.of(*names))

    def in_order(self, *groups: Sequence[HtmlElement]) -> Sequence[HtmlElement]:
        """The elements of all groups, each once, in the page's order."""
        filled = [group for group in groups if group]
        if len(filled) < 2:
            return filled[0] if filled else ()
        wanted = set(chain.from_iterable(filled))
        return [element for element in self.every if element in wanted]


def outward(element: HtmlElement, most: int) -> Iterator[HtmlElement]:
    """An element and as many around it, the nearest first: a third of the time that lxml's own walk takes for a few.

    >>> [one.tag for one in outward(etree.HTML("<p><a><b>")[0][0][0], 2)]
    ['a', 'p', 'body']
    """
    above: HtmlElement | None = element
    while above is not None and most >= 0:
        yield above
        above, most = above.getparent(), most - 1


def elements_of(tree: HtmlElement) -> Elements:
    """Look up the elements of a tree as it stands.

    >>> elements_of(etree.HTML("<p style=''>a<b>b</b><p>c")).of("p", "b")[1].text
    'b'
    """
    every = tuple(islice(tree.iter(etree.Element), MOST_ELEMENTS))
    tagged: dict[str, list[HtmlElement]] = defaultdict(list)
    having: dict[str, list[HtmlElement]] = defaultdict(list)
    for element in every:
        tagged[element.tag].append(element)
        if not _ASKED_FOR.isdisjoint(names := element.keys()):
            for name in _ASKED_FOR.intersection(names):
                having[name].append(element)
    return Elements(every, dict(tagged), dict(having))
