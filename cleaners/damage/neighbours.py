"""Japanese and Korean, of whose letters Chinese has none: a line of bytes that turns out to be of them was theirs."""

import re

_KANA = re.compile("[\u3041-\u309f\u30a1-\u30fe]")
_HAN = re.compile("[\u3400-\u9fff]")
_SYLLABLE = re.compile("[\uac00-\ud7a3]")
_EVERYDAY = frozenset("이다는에을의가고하지로한은사기를서도인나리어자시스라대아해일정그부전여과수만들있영화감독상작제원")
_COMMON = 0.25
"""Share of the commonest syllables in any Korean at least: of 2,350 that Chinese bytes may show they are one in forty."""
_LETTERS = 4
"""Letters of its own that such a line has at least."""
_JAPANESE, _KOREAN = 0.3, 0.8
"""Share of kana among kana and Han, and of Hangul among all that is not Western, in a line of either at least."""
_FULL_WIDTH = "\uff61"
"""Half-width kana begin here: Shift_JIS makes them of any bytes."""


def turns_neighbour(before: str, after: str) -> bool:
    """Whether a line reads as Japanese or Korean, and did not before.

    >>> turns_neighbour("塮夋偺偙偲偽", "映画のことば"), turns_neighbour("康拳狼富", "영화의말")
    (True, True)
    """
    kana, han, syllables = (len(pattern.findall(after)) for pattern in (_KANA, _HAN, _SYLLABLE))
    if kana >= _LETTERS and not _KANA.search(before) and not any(_FULL_WIDTH <= char < "\uffa0" for char in after):
        return kana >= _JAPANESE * (kana + han)
    western = sum(char <= "\u024f" for char in after)
    if sum(map(_EVERYDAY.__contains__, after)) < _COMMON * syllables:
        return False
    return syllables >= _LETTERS and not _SYLLABLE.search(before) and syllables >= _KOREAN * (len(after) - western)
