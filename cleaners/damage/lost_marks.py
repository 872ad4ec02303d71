"""Marks of punctuation and spaces that a poorer character set replaced by a question mark: a page that lost some lost all."""

import re
from collections.abc import Iterator
from itertools import islice

from cleaners.damage.losses import ALONE, AROUND, JOINED, LINKS, OPENS, PROOFS, STOPPED, Losses, matches
from cleaners.text.page_text import MOST

_ENDINGS = frozenset("s t re ve ll d m".split())
_ELISION = re.compile(r"(?<![\w?/.&=])([DdLlOo]|[Qq]u)\?(?=[A-Z][a-z]|[aeiouhé][a-zé]{2})")
"""O?Brien, L?Oréal, d?Azur."""
_BEFORE_SPACE = re.compile(
    rf"(?<=[,;:!])\?+(?=\s|$)|{STOPPED}\?+(?=\s|$)|([A-Za-z]{{1,24}})\?(?= (?!or |and )[a-z])|(?<=[\d.:])\?{{4,}}(?=\s|$)"
    r"|(?<=[,;.:] )\?(?=\s|$)",
    re.M,
)
_INSTEAD = re.compile(rf"{STOPPED}\?(?=[A-Z][a-z’]|[a-z]{{2}})|(?<=[a-z])\?(?=\(\w)")
"""Where a space is wanted and no question asked: also.?It is, the film?(2013)."""
_AFTER_SPACE = re.compile(r"(?:(?<=[\w,;.:)] )|(?<=\n)|(?<=^))\?(?=([^\W\d_]{1,24})|[\d($])", re.M)
_CLOSES = re.compile(r"(?<=[.,!?])\?(?=[\s)\],;:]|$)|(?<=\w)\?(?= [a-z])", re.M)
_NESTED = re.compile(r"[.,]\?\?")
_HALF = 4
"""Letters of a torn word's longer half at most."""
_SENTENCES = 200
"""Characters before a genitive in which a quote may open that the question mark would close."""
_SHORT_QUOTE = 40
"""Characters of a quote that ends within a sentence: behind a longer one a question may end."""
_DASH = re.compile(
    r"(?<=[\w,)%’”\"'][\w)%’”\"'] )\?(?= ((?:[aI](?= )|[\w(“\"'$][\w“\"'$]{1,24}+))(?!\?(?!(?:s|t|re|ve|ll|d|m)\b)))"
)
_UNITS = "(?:second|minute|hour|day|week|month|year|time|cup|rep|set|people|percent|mile|inche|meter|metre|page|star)s?\\b"
_RANGE = re.compile(rf"(?<=\d\d)\?(?=\d\d)|(?<=[\dKkMm%])\?(?=[$£]\d)|(?<=\d)\?(?=\d{{1,2}} {_UNITS})", re.I)
"""Between two numbers: 2018?19, $20?$40, 2?3 hours; not 5?10, which may be how tall somebody is."""
_DATELINE = re.compile(r"^([A-Z]{4}[A-Z ,.]{0,24}(?:\([A-Z][A-Za-z]{1,11}\) )?)(?<= )\?(?= [A-Z“\"])", re.M)
_PLURAL = re.compile(
    r"(?<![\w?])(?:the|your|our|their|my|his|her|these|those|other|of|in|for|by|from|to|and) [A-Za-z]{3,23}s(\?)(?= [a-z])"
)
"""A genitive of several: behind such a word it is no verb. A question that ends so does not go on with a small letter."""
_JOINED_TO = re.compile(
    r"(?<![\w?/.&=+%@#-])([a-z]{4,24})\?(I|you|we|they|it|that|there|he|she)\?(?:s|re|ve|ll|m|d)(?![\w?/=&])"
)
"""it is a space?it?s yours"""
_APART = re.compile(r"\? ?(?:[?,]|of )|\b(?:[Tt]he|an?|of|or|and|to|from|with|in|for|is|are|was|that|called) \? ")
"""Quotes with spaces on both sides: no dash stands beside a mark, nor behind such words."""
_OPEN = re.compile(r"(?:^|[\s(\[])\?\w[^?\n]*$")
"""Before a place, a quote that nothing has closed: the place may."""
MARKS = (_ELISION, JOINED, _BEFORE_SPACE, _AFTER_SPACE, _INSTEAD, OPENS, _CLOSES, _DASH, _RANGE, _DATELINE)
"""Where a mark may have stood."""


def lost_marks(text: str, told: Losses) -> Iterator[tuple[int, str]]:
    """What question marks between and beside words stand for, as far as the page tells; of two readings the first counts."""
    ranges = list(matches(_RANGE, text))
    if told.marks_lost or told.dashes_lost or len(ranges) >= PROOFS:
        yield from ((match.start(), "–") for match in ranges)
    if told.marks_lost:
        yield from _marks(text, told)
    elif told.spaces_lost:
        yield from _spaces(text, told)
    elif told.dashes_lost:
        yield from _dashes(text, told)
        if told.joins_by_dashes:
            yield from ((match.end(1), "—") for match in _between_words(text, told))
    elif told.words and not told.apostrophes and not told.western:
        yield from ((match.end(1), " ") for match in _between_words(text, told) if {match[1], match[2]} & LINKS)


def _marks(text: str, told: Losses) -> Iterator[tuple[int, str]]:
    """Apostrophes, dashes, and pairs of quotes of a page that lost them."""
    for match in matches(_ELISION, text):
        yield match.end(1), "’"
    yield from ((match.end(1), "—") for match in matches(_DATELINE, text))
    yield from _dashes(text, told)
    if told.joins_by_dashes and told.apostrophes >= PROOFS:
        yield from (place for match in matches(_JOINED_TO, text) for place in ((match.end(1), "—"), (match.end(2), "’")))
    if told.joins_by_spaces or (told.joins_by_dashes and told.unopened < PROOFS):
        mark = " " if told.joins_by_spaces else "—"
        yield from ((match.end(1), mark) for match in _between_words(text, told))
    if told.quoted and told.unopened < PROOFS:
        yield from islice(_quotes(text), MOST)
    if told.apostrophes >= PROOFS and not told.midway and not told.joins_by_spaces:
        yield from ((match.start(1), "’") for match in matches(_PLURAL, text) if not _quoted(match))


def _quoted(match: re.Match[str]) -> bool:
    """Whether a quote opens before a place in its line."""
    start = match.string.rfind("\n", max(0, match.start() - _SENTENCES), match.start())
    return OPENS.search(match.string, max(start + 1, match.start() - _SENTENCES), match.start()) is not None


def _dashes(text: str, told: Losses) -> Iterator[tuple[int, str]]:
    """Dashes between two spaces, where the sentence goes on."""
    if 3 * told.spaced < told.joined or told.undashed or told.joins_by_spaces:
        return
    for match in matches(_DASH, text):
        before = text[max(0, match.start() - 2 * AROUND) : match.start()]
        quoted = _OPEN.search(before) or _APART.search(before + text[match.start() : match.end() + 2 * AROUND])
        if not quoted and _goes_on(before, match[1], told):
            yield match.start(), "—"


def _goes_on(before: str, word: str, told: Losses) -> bool:
    """Whether a word goes on with the sentence before it: between small letters, where nothing tells that marks were lost."""
    if before[-2:-1].isdigit() and word[0].isdigit():
        return False
    if not told.certain:
        return word.islower() and before[-2:-1].islower()
    return word in ALONE or word == word.lower() or word.lower() not in told.common


def _between_words(text: str, told: Losses) -> Iterator[re.Match[str]]:
    """The marks between two words that the page has."""
    for match in matches(JOINED, text):
        goes_on = match[2].islower() or match[2] == "I" or match[1].lower() in LINKS
        if goes_on and match[2] not in _ENDINGS and _two_words(match[1], match[2], told):
            yield match


def _two_words(left: str, right: str, told: Losses) -> bool:
    """Whether both are words of the page, or one is and the other long enough to be more than half of one."""
    if told.compounds and {left.lower(), right.lower()}.isdisjoint(LINKS):
        return False
    known = (left.lower() in told.vocabulary, right.lower() in told.vocabulary)
    return all(known) or (any(known) and len(left) >= _HALF and (len(right) > _HALF or right in LINKS))


def _quotes(text: str) -> Iterator[tuple[int, str]]:
    at = 0
    for line in text.split("\n"):
        yield from ((at + place, mark) for place, mark in _paired(line))
        at += len(line) + 1


def _paired(line: str) -> Iterator[tuple[int, str]]:
    """The pairs of a line whose openings and closings take turns; none of a line with quotes inside quotes.

    A question mark behind a comma or a stop closes one; where none is open, an apostrophe before it was taken for its end.
    """
    if "?" not in line or _NESTED.search(line):
        return
    opens = {match.start() for match in OPENS.finditer(line)}
    closes = {match.start() for match in _CLOSES.finditer(line)} - opens
    pairs: list[tuple[int, int]] = []
    opened: int | None = None
    for place in sorted(opens | closes):
        if place in opens and opened is not None:
            return
        if place in opens:
            opened = place
        elif opened is not None and (line[place - 1] in ".,!?" or place - opened < _SHORT_QUOTE):
            pairs.append((opened, place))
            opened = None
        elif opened is None and line[place - 1] in ".,":
            return
    for start, end in pairs:
        yield start, "“"
        yield end, "”"


def _spaces(text: str, told: Losses) -> Iterator[tuple[int, str]]:
    """No-break spaces: between two words that the page has, and beside a space or a stop where no question is asked."""
    yield from ((match.end(1), " ") for match in _between_words(text, told))
    yield from ((match.start(), " ") for match in matches(_INSTEAD, text))
    for match in matches(_BEFORE_SPACE, text):
        if match[1] is None or match[1].lower() in told.vocabulary:
            yield from ((at, "") for at in range(match.end(1) if match[1] else match.start(), match.end()))
    for match in matches(_AFTER_SPACE, text):
        if match[1] is None or match[1].lower() in told.vocabulary:
            yield match.start(), ""
