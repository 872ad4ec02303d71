"""How names are written: built like a first and a last one, the last one first, in capitals."""

import re

from cleaners.authors.name_lists import GIVEN

PARTICLES = frozenset("de da di del della der den van von la le el al bin ibn ben y e dos du ter ten st st. af av".split())
_SYLLABLE = re.compile(r"[B-DF-HJ-NP-TV-Z][AEIOU]$")
"""Two letters that are a name, LI or MA, rather than initials."""
_MIXED = re.compile(r"(Ma?c|De|Di|La|Van)([A-Z]{2,})")
"""A name in capitals but for its particle: McLARK."""
_TURKISH, _DOTTED = frozenset("İĞ"), str.maketrans("Iİ", "ıi")
"""Letters of no other language's names, and how such a one writes both its I small."""


def is_given(name: str) -> bool:
    """Whether a name begins with a given name that is common in English.

    >>> is_given("Tom Lark"), is_given("Reel Harbour")
    (True, False)
    """
    words = name.split(maxsplit=1)
    return bool(words) and words[0].lower() in GIVEN


def is_full_name(text: str) -> bool:
    """Whether a Latin text is built like a first and a last name, as free text must be before it counts as one.

    >>> is_full_name("Liang Yanfen"), is_full_name("the director"), is_full_name("Guillermo del Toro")
    (True, False, True)
    """
    words = text.split()
    return (
        2 <= len(words) <= 5
        and words[0][:1].isupper()
        and all(word[:1].isupper() or word.lower() in PARTICLES for word in words)
        and sum(word[:1].isupper() for word in words) >= 2
    )


def in_order(text: str, *, known: bool = False) -> str:
    """A name that gives the last name first, in order; unless it is ``known`` to, only where the second is a given name.

    >>> in_order("Fenwick, Ada"), in_order("Ada, Tom"), in_order("de Jong, M.", known=True), in_order("Ada Fenwick, Tom Lark")
    ('Ada Fenwick', 'Ada, Tom', 'M. de Jong', 'Ada Fenwick, Tom Lark')
    """
    last, comma, first = text.partition(", ")
    if not comma or "," in first or is_full_name(last) or len(first.split()) > 2 or not first[:1].isupper():
        return text
    return f"{first} {last}" if known or (is_given(first) and not is_given(last)) else text


def set_in_small(name: str) -> str:
    """A name in capitals as names are written.

    >>> set_in_small("ADA O'FENWICK-LARK"), set_in_small("J.R. LARK"), set_in_small("Ada McFenwick")
    ("Ada O'Fenwick-Lark", 'J.R. Lark', 'Ada McFenwick')
    >>> set_in_small("LI WENQING"), set_in_small("JR LARK")
    ('Li Wenqing', 'JR Lark')
    >>> set_in_small("ADA McLARK"), set_in_small("ALİ IŞIK")
    ('Ada McLark', 'Ali Işık')
    """
    words = name.split()
    if len(words) < 2 or not all(word.isupper() or _MIXED.fullmatch(word) for word in words):
        return name
    if not _TURKISH.isdisjoint(name):
        words = [word[0] + word[1:].translate(_DOTTED) for word in words]
    return " ".join(map(_small, words))


def _small(word: str) -> str:
    if match := _MIXED.fullmatch(word):
        return match[1] + match[2].title()
    return word if "." in word or (len(word) < 3 and not _SYLLABLE.match(word)) else word.title()
