"""Russian that was read as Western, or as the Russian of another set: no other writing has such letters so often."""

import re
from functools import lru_cache

from cleaners.damage.ways import Way, strictly

_WORD = re.compile("[À-ÿ¨¸]{4,}")
_WORDS = 4
"""Such words that a line has at least; no Western language has one."""
_OTHER = re.compile("[\u0080-\u009f¡-§©ª¬-·¹º¼-¿]")
_LETTERS = 20
"""Letters of them for each other sign at least: one byte in five of any Chinese is such a sign."""
_COMMON = frozenset("àî")
_SHARE = 0.12
"""Share of the two commonest letters, а and о: 19 % of any Russian; Greek read so has 1 % of them."""
_LAST = frozenset("ûüýþÿ")
"""ы, ь, э, ю, я: one letter in twelve of any Russian, and none of Hebrew."""


_CYRILLIC = re.compile("[Ѐ-ӿ]")
_COMMONEST = frozenset("оеаинтсрвл")
_FEW, _MANY = 0.45, 0.55
"""Share of the commonest letters: two in three of any Russian, one in three of any read in another set."""
_SAMPLE, _LEAST, _MOST = 200, 20, 0.7
"""Characters of a line by which it is told, letters of it at least, and their share in words if they are Western."""
_MARKS = frozenset("«»“”„‘’—–…№\xa0")
_SETS = ("cp1251", "koi8-r", "cp866")
_FROM_CYRILLIC = tuple((shown, meant) for shown in _SETS for meant in _SETS if meant != shown)
_FROM_WESTERN = (("cp1252", "koi8-r"), ("latin-1", "koi8-r"))


def cyrillic(line: str) -> str | None:
    """Read a line's bytes as Cyrillic, None where they are not.

    >>> cyrillic("Ôèëüì âûõîäèò â ïðîêàò â ïÿòíèöó"), cyrillic("À l’été où Zoë était déjà âgée")
    ('Фильм выходит в прокат в пятницу', None)
    >>> cyrillic("жЙМШН ЧЩИПДЙФ Ч РТПЛБФ Ч РСФОЙГХ"), cyrillic("Фильм выходит в прокат в пятницу")
    ('Фильм выходит в прокат в пятницу', None)
    """
    return _western(line) or _as_russian(line)


def _as_russian(line: str) -> str | None:
    """The same of a line of Cyrillic, or of Western letters that are KOI8: letters of which hardly one is common."""
    for way in ways_to_russian(line):
        if (told := strictly(line[:_SAMPLE], way)) and _share(told) >= _MANY:
            return strictly(line, way)
    return None


@lru_cache(maxsize=4)
def ways_to_russian(line: str) -> tuple[Way, ...]:
    """The ways in which a line may have been Russian; none where it is, or is of other letters."""
    sample = line[:_SAMPLE]
    ways = _FROM_CYRILLIC if len(_CYRILLIC.findall(sample)) >= _LEAST else _FROM_WESTERN
    odd = sum(char > "\x7f" for char in sample)
    if odd < _LEAST or _share(sample) >= _FEW or (ways is _FROM_WESTERN and len("".join(_WORD.findall(sample))) < _MOST * odd):
        return ()
    return ways


def _share(text: str) -> float:
    """Share of the commonest Russian letters among what is neither ASCII nor a mark."""
    odd = [char for char in text if char > "\x7f" and char not in _MARKS]
    return sum(map(_COMMONEST.__contains__, odd)) / max(1, len(odd))


def _western(line: str) -> str | None:
    words = _WORD.findall(line)
    letters = "".join(words)
    if len(words) < _WORDS or not _LAST & set(letters) or _LETTERS * len(_OTHER.findall(line)) > len(letters):
        return None
    if sum(map(_COMMON.__contains__, letters.lower())) < _SHARE * len(letters) or not any(len(word) % 2 for word in words):
        return None
    for shown in ("cp1252", "latin-1"):
        try:
            return line.encode(shown).decode("cp1251")
        except UnicodeError:
            continue
    return None
