"""Tell whether two texts tell one story: by the words that they share, and by whether their details agree.

Everything here depends on the two texts alone, never on what else has been seen, so that the order in which articles
arrive cannot change an answer. Limits come from benchmarks/duplicates.py (2026-11: 12 kinds of repost, 2 of templates).
"""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from cleaners.text.signature import Hashes, shingles, shingles_in_order
from cleaners.text.simplified import simplified

FEWEST_COMMON = 8
"""Shingles; two texts with fewer in common share a phrase, not a story."""

OVERLAP, HALF, WHOLE = 0.25, 0.5, 0.75
"""Of the smaller text: worth a note, enough for one story, as good as all of it."""

LEAST_OF_LARGER = 0.2
"""A text that makes up less of a longer one is quoted or collected there: contained, but another story."""

COMPARABLE = 0.77
"""Two shares whose ratio is above this belong to texts of about one length."""

REWORDED, REWORDED_BLINDLY, REWORDED_LARGER = 0.38, 0.44, 0.35
"""Shares of a text with a fifth of its words replaced (.8 ** 3 = .51, less chance), with and without details to go by."""

AGREEMENT, NEARLY_THE_SAME, AGREEMENT_OF_SAME = 0.62, 0.8, 0.3
"""Details in common: templated stories reach .57, reposts with a fifth of the words replaced keep .8. Above eight tenths of
the shingles a correction of most figures is still the same story."""

DENSE = 0.02
"""Details a shingle from which on they say something."""

OWN_MIDDLE, OWN_OF_MIDDLE, STRAY = 0.3, 0.85, 0.05
"""Of a text, of its middle, and of what is its own: two stories in one site's furniture share what stands before and behind
them, and each has a middle that is all its own but for chance. What an editor changes in one story is strewn over it."""

_DETAIL = re.compile(r"\d(?:[\d.,]*\d)?|(?<=[a-z] )[A-Z]\w+|(?<=《)[^》]{1,30}(?=》)|(?<=「)[^」]{1,30}(?=」)")


class Kind(StrEnum):
    """How one text stands to another."""

    EXACT = "exact"
    NEAR = "near"
    CONTAINS = "contains"
    CONTAINED = "contained"
    OVERLAP = "overlap"


@dataclass(frozen=True, slots=True)
class Sketch:
    """What a text is compared by."""

    shingles: Hashes
    in_order: Hashes
    details: frozenset[str]


@dataclass(frozen=True, slots=True)
class Likeness:
    """How the first text stands to the second, and what part of each stands in the other."""

    kind: Kind
    of_first: float
    of_second: float
    same_story: bool


def sketch(text: str) -> Sketch:
    """Read what a text is compared by."""
    return Sketch(shingles(text), shingles_in_order(text), frozenset(details(text)))


def details(text: str) -> set[str]:
    """Figures, names inside sentences, and pieces of titles: what differs between stories cut from one template.

    >>> sorted(details("Last week Ana saw 3,200 people")), sorted(details("《冬港》"))
    (['3,200', 'ana'], ['冬港'])
    """
    found: set[str] = set()
    for word in _DETAIL.findall(simplified(unicodedata.normalize("NFKC", text))):
        if word >= "\u3400":
            found.update(word[at : at + 2] for at in range(max(1, len(word) - 1)))
        else:
            found.add(word.casefold())
    return found


def compare(first: Sketch, second: Sketch) -> Likeness | None:
    """How two texts stand to each other; None where they have nothing to do with one another."""
    sizes = len(first.shingles), len(second.shingles)
    shared = np.intersect1d(first.shingles, second.shingles, assume_unique=True)
    common = len(shared)
    if common < FEWEST_COMMON or common < OVERLAP * min(sizes):
        return None
    of_first, of_second = common / sizes[0], common / sizes[1]
    larger, smaller = min(of_first, of_second), max(of_first, of_second)
    agreement = _agreement(first, second)
    agrees = agreement is None or agreement >= (AGREEMENT if smaller < NEARLY_THE_SAME else AGREEMENT_OF_SAME)
    held = smaller >= HALF and larger >= LEAST_OF_LARGER
    reworded = larger >= REWORDED_LARGER and smaller >= (REWORDED_BLINDLY if agreement is None else REWORDED)
    framed = _has_own_middle(first, shared) and _has_own_middle(second, shared)
    agrees = agrees and not framed
    same = agrees and (held or reworded)
    if not same and not (agrees and smaller >= WHOLE):
        kind = Kind.OVERLAP
    elif larger >= COMPARABLE * smaller:
        kind = Kind.NEAR
    else:
        kind = Kind.CONTAINED if of_first > of_second else Kind.CONTAINS
    return Likeness(kind, of_first, of_second, same)


def _agreement(first: Sketch, second: Sketch) -> float | None:
    """The part of the details that both texts give; None where there are too few to tell."""
    fewest = min(len(first.details), len(second.details))
    if fewest < max(1, DENSE * min(len(first.shingles), len(second.shingles))):
        return None
    return len(first.details & second.details) / fewest


def _has_own_middle(one: Sketch, shared: Hashes) -> bool:
    """Whether what a text does not share stands together in its middle."""
    own = np.isin(one.in_order, shared, invert=True)
    places = np.flatnonzero(own)
    if len(places) < OWN_MIDDLE * len(own):
        return False
    start, stop = (int(place) for place in np.quantile(places, (STRAY, 1 - STRAY)))
    ends = min(start, len(own) - stop) >= FEWEST_COMMON
    return ends and bool(own[start:stop].mean() >= OWN_OF_MIDDLE)
