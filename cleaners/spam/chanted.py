"""Tell a paragraph that says one name over and over: how spam speaks of what it sells, in any language."""

import re
from collections import Counter

from cleaners.text.runs import runs_of

_UNSPACED = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+")
_letters = runs_of(r"[^\W\d_]")
_WORD = 5
"""Letters of a name."""
_NOT_WORD = re.compile(r"[\W\d_]+")
_ORDINARY = frozenset(
    "somebody someone something somewhere anybody anyone anything nobody nothing everybody everyone everything people another"
    " other others always never again still there where which while would could should about after before because being".split()
)
"""Words that honest prose says over and over for effect; no one sells them."""
_GRAM = 4
"""Characters of a name in a script that does not part words, or adds its endings to them."""
_TIMES = 3
_SHORTEST, _LONGEST = 40, 500


def chanted(text: str) -> tuple[frozenset[str], float]:
    """The names said three times and more, lower-cased, and the share of the text that the commonest makes up.

    >>> chanted("Zorblo pays at once, zorblo never asks, so whoever wants zorblo calls zorblo today")
    (frozenset({'zorblo'}), 0.2926829268292683)
    >>> chanted("A film about light and tides won the main prize of the harbour festival on Sunday.")
    (frozenset(), 0.0)
    """
    if not _SHORTEST <= len(text) <= _LONGEST and not (len(text) >= _SHORTEST // 2 and _UNSPACED.search(text)):
        return frozenset(), 0.0
    lowered = text.lower()
    if not lowered.isascii() and sum(map(len, _UNSPACED.findall(lowered))) > len(lowered) // 3:
        return _grams(_NOT_WORD.sub("", lowered))
    words = [word for word in _letters(lowered) if len(word) >= _WORD]
    if len(words) - len(set(words)) < _TIMES - 1:
        return frozenset(), 0.0
    counts = Counter(words)
    names = {word: number for word, number in counts.items() if number >= _TIMES and word not in _ORDINARY}
    share = max((len(word) * number for word, number in names.items()), default=0) / len(text)
    return frozenset(names), share


def _grams(text: str) -> tuple[frozenset[str], float]:
    """The runs of characters that stand three times, and the share of the text that they cover."""
    grams = [text[at : at + _GRAM] for at in range(len(text) - _GRAM + 1)]
    if len(grams) - len(set(grams)) < _TIMES - 1:
        return frozenset(), 0.0
    names = frozenset(gram for gram, number in Counter(grams).items() if number >= _TIMES)
    covered = {at + step for at, gram in enumerate(grams) if gram in names for step in range(_GRAM)}
    return names, len(covered) / len(text)
