"""Letters and marks that a poorer character set replaced by a question mark: Fran?ais, don?t, Palace?was.

On a thousand labelled texts damaged and mended each by itself (``python -m benchmarks.repairs``, 2026-11): of English ones
through Latin-1 precision .996, recall .68, through ASCII .994 and .64, with replacement characters .991 and .6; through GBK,
which keeps quotes and loses no-break spaces, .995 and .43. None of the texts as they are is changed.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace

from cleaners.damage.losses import (
    ALONE,
    AROUND,
    CONTRACTION,
    JOINED,
    LINKS,
    OPENS,
    PROOFS,
    STOPPED,
    SUBJECTS,
    Losses,
    losses,
    matches,
    torn_words,
)
from cleaners.damage.lost_words import whole_word
from cleaners.ledger import Repair
from cleaners.text.page_text import PageText

_SIGN = re.compile(r"\?(?:(?=[^\W\d_])|(?= [a-z])|(?=\?{3})|(?<=[\s.,;:!]\?)|(?<=\d\?)(?=\d))")
"""Where no question is asked: most pages have none of it."""
_REPLACED, _ONE_REPLACED = re.compile("\ufffd{1,3}"), re.compile("\ufffd")
_MODALS = frozenset("would could should might must may".split())
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
_SHORT_QUOTE = 40
"""Characters of a quote that ends within a sentence: behind a longer one a question may end."""
_DASH = re.compile(r"(?<=[\w,)’”\"'][\w)’”\"'] )\?(?= ([\w(“\"'$][\w“\"'$]{1,24}))|(?<=\d\d)\?(?=\d\d)")
_APART = re.compile(r"\? ?\?|\b(?:[Tt]he|an?|of|or|and|to|from|with|in|for|is|are|was|that|called) \? ")
"""Quotes with spaces on both sides: no dash stands beside a mark, nor behind such words."""
_PLACES = (CONTRACTION, _ELISION, JOINED, _BEFORE_SPACE, _AFTER_SPACE, _INSTEAD, OPENS, _CLOSES, _DASH)


def lost_letters(text: str, page: PageText) -> Iterator[Repair]:
    """Put back what a question mark stands for, where page, vocabulary or grammar knows one reading only.

    >>> [(repair.before, repair.after) for repair in lost_letters("Le Fran?ais Gon?alves?", PageText("Le Fran?ais Gon?alves?"))]
    [('?', 'ç'), ('?', 'ç')]
    """
    if "\ufffd" in text:
        yield from _replaced(text, page)
    if _SIGN.search(text) is not None:
        yield from _mended(text, page)


def _mended(text: str, page: PageText) -> Iterator[Repair]:
    found: dict[int, str] = {}
    for at, after in _readings(text, page):
        found.setdefault(at, after)
    for at, after in sorted(found.items()):
        yield Repair(at, at + 1, "?", after, "damage.lost_letter")


def _replaced(text: str, page: PageText) -> Iterator[Repair]:
    """The same for replacement characters: one stands for a letter, or for each byte of it. No question is asked with them."""
    runs = [match.end() - match.start() for match in _REPLACED.finditer(page.text)]
    sign = _REPLACED if 2 * runs.count(1) < len(runs) else _ONE_REPLACED
    spans, starts, folded = [], [], 0
    for match in sign.finditer(text):
        spans.append(match.span())
        starts.append(match.start() - folded)
        folded += match.end() - match.start() - 1
    asked = replace(page, text=sign.sub("?", page.text.replace("?", "!")))
    for repair in _mended(sign.sub("?", text.replace("?", "!")), asked):
        start, end = spans[bisect_left(starts, repair.start)]
        if sign is _ONE_REPLACED or end - start == len((repair.after.strip() or "\xa0").encode()):
            yield replace(repair, start=start, end=end, before=text[start:end])


def proven_losses(text: str, page: PageText) -> Iterator[str]:
    """The torn words of a text whose whole form is known; one torn only at its end may have been asked about."""
    if any("?" in torn[:-1] for _, torn in torn_words(text)):
        found = [torn for _, torn in torn_words(text) if whole_word(torn, page)]
        yield from found if any("?" in torn[:-1] for torn in found) else ()


def _readings(text: str, page: PageText) -> Iterator[tuple[int, str]]:
    """What the question marks of a text stand for, by their places; of two readings the first counts."""
    if not torn_words(text) and not any(next(matches(pattern, text), None) for pattern in _PLACES):
        return
    told = losses(page)
    contractions = list(matches(CONTRACTION, text))
    yield from ((match.end(1), "’") for match in contractions if _contracted(match, told))
    for start, torn in torn_words(text):
        for part in (torn, torn.rstrip("?")):  # the last mark may well be a question's
            if "?" in part and (whole := whole_word(part, page)):
                yield from ((start + at, whole[at]) for at, char in enumerate(part) if char == "?")
                break
    if told.marks_lost or told.apostrophes >= PROOFS:
        yield from ((match.end(1), "’") for match in contractions if match[2] == "s")
    if told.marks_lost:
        yield from _marks(text, told)
    elif told.spaces_lost:
        yield from _spaces(text, told)
    elif told.straight and told.spaced >= PROOFS and not told.curly:
        yield from _dashes(text, told)
    elif told.words and not told.apostrophes and not told.western:
        yield from ((match.end(1), " ") for match in _between_words(text, told) if {match[1], match[2]} & LINKS)


def _contracted(match: re.Match[str], told: Losses) -> bool:
    """Whether the mark stood for an apostrophe: don?t, they?re, and the genitive of a word that the page has."""
    word, end = match[1].lower(), match[2]
    if end == "t":
        return word.endswith("n") and len(word) > 2
    if end == "ve" and word in _MODALS:
        return True
    return word in SUBJECTS or (end == "s" and word in told.vocabulary)


def _marks(text: str, told: Losses) -> Iterator[tuple[int, str]]:
    """Apostrophes, dashes, and pairs of quotes of a page that lost them."""
    for match in matches(_ELISION, text):
        yield match.end(1), "’"
    yield from _dashes(text, told)
    if told.joins_by_spaces or (told.joins_by_dashes and told.unopened < PROOFS):
        mark = " " if told.joins_by_spaces else "—"
        yield from ((match.end(1), mark) for match in _between_words(text, told))
    at = 0
    for line in text.split("\n") if told.quoted and told.unopened < PROOFS else ():
        yield from ((at + place, mark) for place, mark in _quotes(line))
        at += len(line) + 1


def _dashes(text: str, told: Losses) -> Iterator[tuple[int, str]]:
    """Dashes between two spaces, where the sentence goes on, and between numbers."""
    if 3 * told.spaced >= told.joined and not told.midway and not told.joins_by_spaces:
        for match in matches(_DASH, text):
            if _APART.search(text, max(0, match.start() - 2 * AROUND), match.end() + 2 * AROUND):
                continue
            word = match[1] or ""
            if not word or word in ALONE or word == word.lower() or word.lower() not in told.vocabulary:
                yield match.start(), "—" if word else "–"


def _between_words(text: str, told: Losses) -> Iterator[re.Match[str]]:
    """The marks between two words that the page has."""
    for match in matches(JOINED, text):
        goes_on = match[2].islower() or match[2] == "I" or match[1].lower() in LINKS
        if {match[1].lower(), match[2].lower()} <= told.vocabulary and goes_on and match[2] not in _ENDINGS:
            yield match


def _quotes(line: str) -> Iterator[tuple[int, str]]:
    """The pairs of a line whose openings and closings take turns; none of a line with quotes inside quotes."""
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
