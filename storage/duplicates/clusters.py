"""Part articles into stories, by their likenesses alone: the same likenesses give the same stories in any order.

Texts of about one length join directly. A text that holds another joins it too, but only one: a roundup of two stories
must not make one story of them, so it goes with the one that it holds most of.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Link:
    """Two articles of one story. ``share``: how much of the larger text the smaller makes up; ``near``: of about one length."""

    smaller: str
    larger: str
    near: bool
    share: float


def clusters(names: Iterable[str], links: Iterable[Link]) -> list[frozenset[str]]:
    """The stories, each as the names of its articles.

    >>> clusters("abc", [Link("a", "b", True, 0.9)]) == [{"a", "b"}, {"c"}]
    True
    >>> roundup = [Link("a", "r", False, 0.6), Link("b", "r", False, 0.4)]
    >>> clusters("abr", roundup) == [{"a", "r"}, {"b"}]
    True
    """
    links = list(links)
    parents = {name: name for name in names}
    for link in links:
        if link.near:
            _join(parents, link.smaller, link.larger)
    kernels = {name: _root(parents, name) for name in parents}
    for link in _widest(links, kernels):
        _join(parents, link.smaller, link.larger)
    stories: defaultdict[str, set[str]] = defaultdict(set)
    for name in parents:
        stories[_root(parents, name)].add(name)
    return sorted((frozenset(story) for story in stories.values()), key=min)


def _widest(links: Iterable[Link], kernels: dict[str, str]) -> Iterable[Link]:
    """For each group of texts of one length, the link to the text that makes up most of it."""
    best: dict[str, Link] = {}
    for link in links:
        group = kernels[link.larger]
        if kernels[link.smaller] != group and (group not in best or _weight(link) > _weight(best[group])):
            best[group] = link
    return best.values()


def _weight(link: Link) -> tuple[float, str, str]:
    return link.share, link.smaller, link.larger


def _root(parents: dict[str, str], name: str) -> str:
    while parents[name] != name:
        parents[name] = name = parents[parents[name]]
    return name


def _join(parents: dict[str, str], first: str, second: str) -> None:
    """Under the name that sorts first, so that the roots do not depend on the order."""
    low, high = sorted((_root(parents, first), _root(parents, second)))
    parents[high] = low
