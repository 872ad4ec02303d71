"""Russian of Windows that was read as Western: no other writing has words of accented letters throughout, and these of them."""

import re

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


def cyrillic(line: str) -> str | None:
    """Read a line's Western bytes as Cyrillic, None where they are not.

    >>> cyrillic("Ôèëüì âûõîäèò â ïðîêàò â ïÿòíèöó"), cyrillic("À l’été où Zoë était déjà âgée")
    ('Фильм выходит в прокат в пятницу', None)
    """
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
