"""One line decoded anew, in the way that makes writing of it."""

import re

from cleaners.damage.as_utf8 import ROUNDS, chain, gbk_as_utf8, shows_bytes
from cleaners.damage.by_ftfy import by_ftfy
from cleaners.damage.cyrillic import cyrillic
from cleaners.damage.neighbours import turns_neighbour
from cleaners.damage.shown_spaces import with_spaces
from cleaners.damage.ways import HAN, has_run, reread, ways_of
from cleaners.text.plausible import COMMON_HAN, common_share, plausibility

_LONGEST = 40_000
"""Characters of the longest line that is read in any way."""
_MARK_GONE, _DASH = re.compile("鈥[\ufffd?]"), re.compile("(?<=[\\w,] )\ufffd ?(?=\\w)")
"""A mark whose last byte went with the character behind it, as GBK shows it; between two words it was a dash."""
_IN_WORD = re.compile(r"(?<=[A-Za-z0-9)\].,;:!?%])[\u3400-\u9fff]{1,3}|[\u3400-\u9fff](?=\d)")
_SYLLABLE = re.compile("[\uac00-\ud7a3]")
_FACE = "馃"
"""The first two bytes of any emoji, as GBK shows them."""
_ASCII_LETTER = re.compile("[A-Za-z]")
_CYRILLIC = re.compile("[Ѐ-ӿ][Ѐ-ӿ]{3}")


def decoded_anew(line: str) -> str:
    """What a line says, as often as it was misread; the line itself where nothing better comes of it.

    >>> decoded_anew("It鈥檚 her film 鈥? her best"), decoded_anew("聽風者")
    ('It’s her film — her best', '聽風者')
    """
    gone = "鈥" in line and _MARK_GONE.search(line) is not None
    given = after = _MARK_GONE.sub("鈥\ufffd", line) if gone else line
    for _ in range(ROUNDS):
        before, after = after, _bytes_anew(after)
        if after == before:
            break
    if after == given:
        return with_spaces(line)
    return with_spaces(_DASH.sub("— ", after) if gone else after)


def _bytes_anew(line: str) -> str:
    if told := chain(line):
        return told
    after = gbk_as_utf8(line)
    if after is not None and _read_as_gbk(line, after):
        return after
    if len(line) > _LONGEST:
        return line
    if (has_run(line) or _CYRILLIC.search(line)) and (told := cyrillic(line)):
        return told
    readings = [after for way in ways_of(line) if (after := reread(line, *way)) is not None and _proven(line, after)]
    if readings:
        return max(readings, key=plausibility)
    return by_ftfy(line) if shows_bytes(line) else line


def _read_as_gbk(line: str, after: str) -> bool:
    """Whether a line's GBK bytes are UTF-8 throughout: three characters do not come so by chance, nor rare ones in words."""
    odd = {char for char in line if char > "\x7f"}
    in_words = sum(map(len, _IN_WORD.findall(line))) == sum(char > "\x7f" for char in line)
    english = in_words and not odd & COMMON_HAN and len(_ASCII_LETTER.findall(line)) >= 15
    return plausibility(after) > plausibility(line) and (len(odd) >= 3 or english or _FACE in odd)


def _proven(before: str, after: str) -> bool:
    lost = after.count("\ufffd")
    if lost > before.count("\ufffd") and lost * 8 > len(after):
        return False
    gain = plausibility(after.replace("\ufffd", "")) - plausibility(before)
    if gain > 0.4 and turns_neighbour(before, after):
        return True
    if len(HAN.findall(after)) >= 3:
        return gain > 0.4 and common_share(after) >= 0.5 and _SYLLABLE.search(after) is None
    english = not HAN.search(after) and len(_ASCII_LETTER.findall(after)) > len(before) // 2
    return gain > 0.4 and english and lost <= before.count("\ufffd")  # a Japanese name amid English lost its characters
