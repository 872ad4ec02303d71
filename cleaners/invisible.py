"""Characters that no reader sees or nobody wrote: zero widths, look-alikes, emoji wedged into words, tags shown as text."""

import html
import re
from collections.abc import Iterator
from itertools import islice

from cleaners.ledger import Repair
from cleaners.page_text import MOST, PageText, characters

_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufdd0-\ufdef\ufeff\uffa0\ufff0-\ufffc\ufffe\uffff\U000e0000-\U000e007f]+"
)
_JOINED = re.compile(
    "[\u0590-\u08ff\u0900-\u0dff\u1000-\u109f\u1780-\u17ff\ufb1d-\ufdff\ufe70-\ufeff\U0001f000-\U0001faff\u2600-\u27bf\ufe0f]"
)
"""Scripts and emoji in which joiners and marks of direction carry meaning."""

_LOOKALIKES = str.maketrans(
    "аАВсСеЕНіІјЈКМоОрРѕЅТуУхХԁԛԝһӏοΟΑΒΕΖΗΙΚΜΝΡΤΥΧⅴⅰⅼⅽⅾⅿⅹ",
    "aABcCeEHiIjJKMoOpPsSTyYxXdqwhloOABEZHIKMNPTYXvilcdmx",
)
_STRANGER = re.compile(r"[\u0370-\u052f\u2160-\u217f]")
_STRANGERS = re.compile(r"[\u0370-\u052f\u2160-\u217f]{3}")
_ONE_WORD = re.compile(r"[A-Za-z\u0370-\u052f\u2160-\u217f]+")

_SYMBOLS = "\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\ufe0f\u200d"
_SYMBOL = re.compile(f"[{_SYMBOLS}]")
_WEDGED = re.compile(rf"(?<=[\u3400-\u9fff])[{_SYMBOLS}]{{1,12}}(?=[\u3400-\u9fff])")
_NEVER_TYPED = re.compile("[\U0001f000-\U0001f0ff\U0001f100-\U0001f1e5]")
"""Playing cards, mahjong tiles and boxed letters: a generator's choice, not a writer's."""

_EMPTY_PAIR = re.compile(
    r"<(tr|td|th|tbody|thead|tfoot|table|font|center|ins|del|strike|small|big|sub|sup|abbr|acronym|tt|bdo|dfn|legend|fieldset"
    r"|optgroup|noframes|option|label|dl|dt|dd|address|pre|q|cite|span|div|p|b|i|u)\b[^<>]{0,80}></\1>"
)
_ENTITY = re.compile(r"&(?:[a-zA-Z]{2,8}|#\d{2,6}|#x[0-9a-fA-F]{2,5});")


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
        if len(_JOINED.findall(around)) < least or not set(match.group()) <= set("\u200c\u200d\u200e\u200f\u061c"):
            yield Repair(match.start(), match.end(), match.group(), "", "damage.invisible")


def homoglyphs(text: str, page: PageText) -> Iterator[Repair]:
    """Put Latin letters for their look-alikes inside words of Latin letters; three in a row are somebody's own alphabet.

    >>> [repair.after for repair in homoglyphs("亚洲аv, сinema", PageText())]
    ['av', 'cinema']
    """
    if _STRANGER.search(characters(text)) is None:
        return
    for match in _ONE_WORD.finditer(text):
        word = match.group()
        after = word.translate(_LOOKALIKES)
        if after != word and after.isascii() and re.search("[A-Za-z]", word) and not _STRANGERS.search(word):
            yield Repair(match.start(), match.end(), word, after, "damage.homoglyph")


def wedged_emoji(text: str, page: PageText) -> Iterator[Repair]:
    """Take out emoji that stand between two Han characters, where a page does this as a habit."""
    if _SYMBOL.search(characters(text)) is None:
        return
    found = list(islice(_WEDGED.finditer(text), MOST))
    habit = len(found) >= 3
    for match in found:
        if habit or len(set(match.group())) >= 3 or _NEVER_TYPED.search(match.group()):
            yield Repair(match.start(), match.end(), match.group(), "", "damage.wedged_emoji")


def escaped_tags(text: str, page: PageText) -> Iterator[Repair]:
    """Take out empty elements that were escaped and show as text, and read entities that were escaped twice.

    >>> [repair.before for repair in escaped_tags('The jury <tr id="yyy80"></tr>met at Q&amp;A', PageText())]
    ['<tr id="yyy80"></tr>', '&amp;']
    """
    if page.code:
        return
    for match in islice(_EMPTY_PAIR.finditer(text), MOST if "></" in text else 0):
        yield Repair(match.start(), match.end(), match.group(), "", "damage.escaped_tag")
    for match in islice(_ENTITY.finditer(text), MOST if "&" in text else 0):
        after = html.unescape(match.group()).replace("\xa0", " ")
        if after != match.group():
            yield Repair(match.start(), match.end(), match.group(), after, "damage.escaped_entity")
