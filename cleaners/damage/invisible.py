"""Characters that no reader sees or nobody wrote: zero widths, look-alikes, full-width letters, emoji wedged into words."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import islice

from cleaners.ledger import Repair
from cleaners.text.page_text import MOST, PageText, characters

_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u0335-\u0337\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffc\ufffe\uffff\U000e0000-\U000e007f]+"
)
_JOINED = re.compile(
    "[\u0590-\u08ff\u0900-\u0dff\u1000-\u109f\u1780-\u17ff\ufb1d-\ufdff\ufe70-\ufeff\U0001f000-\U0001faff\u2190-\u21ff\u2600-\u27bf"
    "\u2b00-\u2bff\ufe0f]"
)
"""Scripts and emoji in which joiners and marks of direction carry meaning."""

_MEANT = frozenset("\u200c\u200d\u200e\u200f\u061c\ufe0e\ufe0f")
"""Joiners, marks of direction, and what chooses between a sign and its picture."""

_LOOKALIKES = str.maketrans(
    "аАВсСеЕНіІјЈКМоОрРѕЅТуУхХԁԛԝһӏονΟΑΒΕΖΗΙΚΜΝΡΤΥΧⅴⅰⅼⅽⅾⅿⅹ",
    "aABcCeEHiIjJKMoOpPsSTyYxXdqwhlovOABEZHIKMNPTYXvilcdmx",
)
_STRANGER = re.compile(r"[\u0370-\u052f\u2160-\u217f]")
_STRANGERS = re.compile(r"[\u0370-\u052f\u2160-\u217f]{3}")
_ONE_WORD = re.compile(r"[A-Za-z\u0370-\u052f\u2160-\u217f]{2,}")
_MIXED = 5
"""Words of two alphabets that look like one, above which a page mixes them as a habit."""
_LONG = 80
"""Letters above which a run is no word."""

_SYMBOLS = "\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\ufe0f\u200d"
_SYMBOL = re.compile(f"[{_SYMBOLS}]")
_WEDGED = re.compile(rf"(?<=[\u3400-\u9fff])[{_SYMBOLS}]{{1,12}}(?=[\u3400-\u9fff])")
_NEVER_TYPED = re.compile("[\U0001f000-\U0001f0ff\U0001f100-\U0001f1e5]")
"""Playing cards, mahjong tiles and boxed letters: a generator's choice, not a writer's."""

_WIDE = re.compile("[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a][\uff01-\uff5e]{0,39}")
_PLAIN = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)}
_LATIN = 15
"""Letters that a line of Latin letters has at least."""
_MATHEMATICAL = re.compile("[\U0001d400-\U0001d7ff]{1,40}")
_FOUR = re.compile("[\U0001d400-\U0001d7ff]{4}")
"""A word; formulas have letters alone, or three of a function's name."""
_ANY_LATIN = re.compile("[A-Za-z\uff21-\uff3a\uff41-\uff5a]")
_CJK = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


_REGION = re.compile("(?<=\U0001f3f4)[\U000e0030-\U000e007a]{3,6}\U000e007f")
"""Behind a black flag, whose it is: England's, Wales's."""


def invisible(text: str, page: PageText) -> Iterator[Repair]:
    """Take out what has no width and no meaning where it stands.

    >>> [repair.start for repair in invisible("box\\u200b office", PageText())]
    [3]
    """
    if _INVISIBLE.search(characters(text)) is None:
        return
    for match in islice(_INVISIBLE.finditer(text), 4 * MOST):
        around = text[max(0, match.start() - 1) : match.start()] + text[match.end() : match.end() + 1]
        least = 2 if match.group() == "\u200d" else 1
        chooses = match.group() in "\ufe0e\ufe0f" and not around[:1].isalpha()
        chooses = chooses or _REGION.fullmatch(text, *match.span()) is not None
        if not chooses and (len(_JOINED.findall(around)) < least or not set(match.group()) <= _MEANT):
            yield Repair(match.start(), match.end(), match.group(), "", "damage.invisible")


def homoglyphs(text: str, page: PageText) -> Iterator[Repair]:
    """Put Latin letters for their look-alikes inside words of Latin letters; three in a row may be somebody's own alphabet.

    >>> [repair.after for repair in homoglyphs("亚洲аv, сinema", PageText())]
    ['av', 'cinema']
    """
    if _STRANGER.search(characters(text)) is None:
        return
    words = [(at, word) for at, word in islice(_words_with_strangers(text), MOST) if re.search("[A-Za-z]", word)]
    habit = sum(word.translate(_LOOKALIKES).isascii() for _, word in words) > _MIXED
    for at, word in words:
        after = word.translate(_LOOKALIKES)
        if after != word and after.isascii() and (habit or not _STRANGERS.search(word)):
            yield Repair(at, at + len(word), word, after, "damage.homoglyph")


def _words_with_strangers(text: str) -> Iterator[tuple[int, str]]:
    """The words with a letter that may be a look-alike, and where they begin; most lines of most pages have none."""
    at = 0
    for line in text.split("\n"):
        for match in _ONE_WORD.finditer(line) if not line.isascii() and _STRANGER.search(line) else ():
            if not match.group().isascii() and len(match.group()) <= _LONG:
                yield at + match.start(), match.group()
        at += len(line) + 1


def wedged_emoji(text: str, page: PageText) -> Iterator[Repair]:
    """Take out emoji that stand between two Han characters, where a page does this as a habit."""
    written = characters(text)
    if _SYMBOL.search(written) is None or _CJK.search(written) is None:
        return
    found = list(islice(_WEDGED.finditer(text), MOST))
    habit = len(found) >= 3
    for match in found:
        if habit or len(set(match.group())) >= 3 or _NEVER_TYPED.search(match.group()):
            yield Repair(match.start(), match.end(), match.group(), "", "damage.wedged_emoji")


def wide_letters(text: str, page: PageText) -> Iterator[Repair]:
    """Put plain letters for full-width ones in lines of Latin letters: there nobody needs them.

    >>> [repair.after for repair in wide_letters("A ｓｍａｌｌ film with many plain words", PageText())]
    ['small']
    """
    if _WIDE.search(characters(text)) is None:
        return
    at, budget = 0, MOST
    for line in text.split("\n"):
        wide = budget > 0 and not line.isascii() and _WIDE.search(line) is not None
        if wide and sum(1 for _ in islice(_ANY_LATIN.finditer(line), _LATIN)) == _LATIN and not _CJK.search(line):
            for match in islice(_WIDE.finditer(line), budget):
                budget -= 1
                after = match.group().translate(_PLAIN)
                yield Repair(at + match.start(), at + match.end(), match.group(), after, "damage.wide_letters")
        at += len(line) + 1


def mathematical_letters(text: str, page: PageText) -> Iterator[Repair]:
    """Put plain letters for those of formulas in lines that have words of them: somebody wanted bold type.

    >>> [repair.after for repair in mathematical_letters("𝗕𝗿𝗲𝗮𝗸𝗶𝗻𝗴 𝗮: 𝑥 opens", PageText())]
    ['Breaking', 'a', 'x']
    """
    if _MATHEMATICAL.search(characters(text)) is None:
        return
    at, budget = 0, MOST
    for line in text.split("\n"):
        for match in islice(_MATHEMATICAL.finditer(line), budget) if _FOUR.search(line) else ():
            budget -= 1
            after = unicodedata.normalize("NFKC", match.group())
            yield Repair(at + match.start(), at + match.end(), match.group(), after, "damage.mathematical_letters")
        at += len(line) + 1
