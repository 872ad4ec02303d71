"""Letters and marks that a poorer character set replaced by a question mark: Fran?ais, don?t, Palace?was.

On 458 labelled English texts written in GBK, Latin-1 and ASCII and back, each by itself (see
``python -m benchmarks.repairs``, 2026-11): precision about .99, recall .6 to .7 (no-break spaces of GBK .3). Of 1,041 pages as
they are one changes, a heading whose words run together around a question mark.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from cleaners.ledger import Repair
from cleaners.lost_words import whole_word
from cleaners.page_text import MOST, PageText, characters

_SIGN = re.compile(r"\?(?:(?=[^\W\d_])|(?= [a-z])|(?=\?{3})|(?<=[\s.,;:!]\?)|(?<=\d\?)(?=\d))")
"""Where no question is asked: most pages have none of it."""

_LONGEST = 24
_BESIDE = re.compile(r"[\w/.&=+%@#-]")
"""Beside a torn word one of these tells an address or a query string."""

_CONTRACTION = re.compile(r"(?<![\w?/.&=])([A-Za-z]{1,24})\?(s|t|re|ve|ll|d|m)(?![\w?/=&])")
_SUBJECTS = frozenset("i you he she it we they who that there what how where here let".split())
_ELISION = re.compile(r"(?<![\w?/.&=])([DdLlOo]|[Qq]u)\?(?=[A-Z][a-z]|[aeiouhé][a-zé]{2})")
"""O?Brien, L?Oréal, d?Azur."""

_JOINED = re.compile(r"(?<![\w?/.&=+%@#-])([A-Za-z]{1,24})\?([A-Za-z]{1,24})(?![\w?/=&])")
_BEFORE_SPACE = re.compile(
    r"(?<=[,;:!])\?+(?=\s|$)|(?<=[a-z]\.)\?+(?=\s|$)|([A-Za-z]{1,24})\?(?= [a-z])|(?<=[\w.:])\?{4,}(?=\s|$)", re.M
)
_AFTER_SPACE = re.compile(r"(?:(?<=\s)|(?<=^))\?(?=([^\W\d_]{1,24})|[\d($])", re.M)
_OPENS = re.compile(r"(?:(?<=[\s(\[])|(?<=^))\?(?=[A-Za-z0-9$])", re.M)
_CLOSES = re.compile(r"(?<=[.,!?])\?(?=[\s)\],;:]|$)|(?<=\w)\?(?= [a-z])", re.M)
_OUTSIDE = re.compile(r"(?<=\w)\?(?=[,.;])")
"""A closing quote before the comma, as British pages have it: theirs are single, double inside."""

_SHORT_QUOTE = 40
"""Characters of a quote that ends within a sentence: behind a longer one a question may end."""
_DASH = re.compile(r"(?<=[\w,)’”\"'][\w,)’”\"'] )\?(?= [\w(“\"'$][\w“\"'$])|(?<=\d\d)\?(?=\d\d)")
_SPACED = re.compile(r"(?<=\w )\?(?= \w)")
_PLACES = (_CONTRACTION, _ELISION, _JOINED, _BEFORE_SPACE, _AFTER_SPACE, _OPENS, _CLOSES, _DASH)
_CURLY = re.compile("[‘’“”—–…\u3400-\u9fff]")

_WESTERN = re.compile("[\xa0-\xa3\xa5\xa6\xa9-\xaf\xb2-\xb6\xb8-\xd6\xd8-\xdf\xe2-\xe7\xeb\xee-\xf1\xf4-\xf6\xfb\xfd-\xff]")
_MIDWAY = re.compile(r"(?<=[a-z])\? (?=[a-z])")
_CLOSED = re.compile(r"(?<=\w\.)\?(?= |$)")
_INSIDE = re.compile(r"(?<=[.,])\?(?=\s|$)", re.M)
_RUN = re.compile(r"[\w?]+")
_ALONE = frozenset("aAI")
"""Words of one letter."""
_SAMPLE = 200_000
_AROUND = 32
"""Characters before and behind a question mark that the patterns above may look at: no torn word is longer."""
_MOST_AROUND = 50_000
"""Characters around question marks that are looked at: a text of a hundred thousand that lost every apostrophe has no more."""
_STRETCH = re.compile(rf"\?(?:[^?]{{0,{2 * _AROUND}}}+\?)*+")
_LINKS = frozenset(
    "and are as at be by for from had has have he her his is it its of she that the their they this was were which who will"
    " with would said says but not or than when where".split()
)
"""Words that are never half of a compound: what stood beside them was a space, not a hyphen."""

_PROOFS = 2
"""Losses that prove themselves which a page must have before those are mended that could be otherwise."""


@dataclass(frozen=True, slots=True)
class _Page:
    """What a whole page tells of its losses."""

    words: int
    """Torn words whose whole form is known."""
    apostrophes: int
    """Contractions without their apostrophe."""
    quotes: int
    """Question marks before a word, and as many behind a stop: a pair of quotes."""
    curly: bool
    """The page still has curly quotes or dashes: its character set had them."""
    joined: int
    spaced: int
    """Question marks between two words of the page without spaces, and between two spaces."""
    unopened: int
    """Question marks behind a full stop that close no quote: no-break spaces, most of them."""
    western: bool
    """The page still has letters that GBK lacks."""
    quoted: bool
    """Its quotes end behind the comma, so they are double."""
    vocabulary: frozenset[str]
    """The whole words of the page, lower-cased."""

    @property
    def marks_lost(self) -> bool:
        """Whether apostrophes, quotes and dashes went."""
        return (self.apostrophes >= _PROOFS or self.quotes >= _PROOFS) and not self.curly

    @property
    def spaces_lost(self) -> bool:
        """Whether no-break spaces went, and marks of punctuation did not."""
        return self.curly and self.words + self.joined >= _PROOFS and not self.apostrophes


def lost_letters(text: str, page: PageText) -> Iterator[Repair]:
    """Put back what a question mark stands for, where page, vocabulary or grammar knows one reading only.

    >>> [(repair.before, repair.after) for repair in lost_letters("Le Fran?ais Gon?alves?", PageText("Le Fran?ais Gon?alves?"))]
    [('?', 'ç'), ('?', 'ç')]
    """
    if _SIGN.search(text) is None:
        return
    found: dict[int, str] = {}
    for at, after in _readings(text, page):
        found.setdefault(at, after)
    for at, after in sorted(found.items()):
        yield Repair(at, at + 1, "?", after, "damage.lost_letter")


def proven_losses(text: str, page: PageText) -> Iterator[str]:
    """The torn words of a text whose whole form is known; one torn only at its end may have been asked about."""
    if any("?" in torn[:-1] for _, torn in _torn(text)):
        found = [torn for _, torn in _torn(text) if whole_word(torn, page)]
        yield from found if any("?" in torn[:-1] for torn in found) else ()


def _readings(text: str, page: PageText) -> Iterator[tuple[int, str]]:
    """What the question marks of a text stand for, by their places; of two readings the first counts."""
    if not _torn(text) and not any(next(_matches(pattern, text), None) for pattern in _PLACES):
        return
    told = _page(page)
    contractions = list(_matches(_CONTRACTION, text))
    yield from ((match.end(1), "’") for match in contractions if _contracted(match, told))
    for start, torn in _torn(text):
        for part in (torn, torn.rstrip("?")):  # the last mark may well be a question's
            if "?" in part and (whole := whole_word(part, page)):
                yield from ((start + at, whole[at]) for at, char in enumerate(part) if char == "?")
                break
    if told.marks_lost:
        yield from ((match.end(1), "’") for match in contractions if match[2] == "s")
        yield from _marks(text, told)
    elif told.spaces_lost:
        yield from _spaces(text, told)
    elif told.words and not told.apostrophes and not told.western:
        yield from ((match.end(1), " ") for match in _between_words(text, told) if {match[1], match[2]} & _LINKS)


@lru_cache(maxsize=4)
def _torn(text: str) -> tuple[tuple[int, str], ...]:
    """Words with question marks in them, before them or behind them, and where each starts."""
    return tuple(_torn_words(text))


def _torn_words(text: str) -> Iterator[tuple[int, str]]:
    past, at = 0, text.find("?")
    for _ in range(MOST):
        if at < 0:
            return
        start = end = at
        while start > max(past, at - _LONGEST) and _of_word(text[start - 1]):
            start -= 1
        while end < min(len(text), at + _LONGEST) and _of_word(text[end]):
            end += 1
        beside = text[max(0, start - 1) : start] + text[end : end + 1].replace(".", "").replace("-", "")
        word = text[start:end]
        if end - start >= 3 and not _BESIDE.search(beside) and "??" not in word:
            yield start, word
        past, at = end, text.find("?", max(end, at + 1))


def _of_word(char: str) -> bool:
    return char == "?" or char.isalpha()


def _contracted(match: re.Match[str], told: _Page) -> bool:
    """Whether the mark stood for an apostrophe: don?t, they?re, and the genitive of a word that the page has."""
    word, end = match[1].lower(), match[2]
    if end == "t":
        return word.endswith("n") and len(word) > 2
    return word in _SUBJECTS or (end == "s" and word in told.vocabulary)


def _marks(text: str, told: _Page) -> Iterator[tuple[int, str]]:
    """Apostrophes, dashes, and pairs of quotes of a page that lost them."""
    for match in _matches(_ELISION, text):
        yield match.end(1), "’"
    if told.spaced >= told.joined:
        yield from ((match.start(), "—") for match in _matches(_DASH, text))
    if told.joined > told.spaced and told.unopened < _PROOFS:
        yield from ((match.end(1), "—") for match in _between_words(text, told))
    at = 0
    for line in text.split("\n") if told.quoted else ():
        yield from ((at + place, mark) for place, mark in _quotes(line))
        at += len(line) + 1


def _between_words(text: str, told: _Page) -> Iterator[re.Match[str]]:
    """The marks between two words that the page has."""
    for match in _matches(_JOINED, text):
        if {match[1].lower(), match[2].lower()} <= told.vocabulary and (match[2].islower() or match[2] == "I"):
            yield match


def _quotes(line: str) -> Iterator[tuple[int, str]]:
    """The pairs of a line whose openings and closings take turns; none of a line with quotes inside quotes."""
    opens = {match.start() for match in _OPENS.finditer(line)}
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


def _spaces(text: str, told: _Page) -> Iterator[tuple[int, str]]:
    """No-break spaces: between two words that the page has, and beside a space or a stop where no question is asked."""
    yield from ((match.end(1), " ") for match in _between_words(text, told))
    for match in _matches(_BEFORE_SPACE, text):
        if match[1] is None or match[1].lower() in told.vocabulary:
            yield from ((at, "") for at in range(match.end(1) if match[1] else match.start(), match.end()))
    for match in _matches(_AFTER_SPACE, text):
        if match[1] is None or match[1].lower() in told.vocabulary:
            yield match.start(), ""


@lru_cache(maxsize=4)
def _page(page: PageText) -> _Page:
    text = page.text
    sample = text[:_SAMPLE]
    contractions = [
        match[1].lower() for match in _matches(_CONTRACTION, text) if match[2] != "s" or match[1].lower() in _SUBJECTS
    ]
    pairs = {match.group(): {match[1].lower(), match[2].lower()} for match in _matches(_JOINED, text)}
    vocabulary = _plain_words(text) | _LINKS if pairs or any(True for _ in _matches(_CONTRACTION, text)) else _LINKS
    openings, inside, outside, spaced = (
        sum(1 for _ in islice(_matches(pattern, text), 50)) for pattern in (_OPENS, _INSIDE, _OUTSIDE, _SPACED)
    )
    torn_lines = [line for line in sample.split("\n") if "?" in line]
    return _Page(
        words=len({torn for _, torn in _torn(text) if whole_word(torn, page)}),
        apostrophes=len(contractions),
        quotes=0 if next(_matches(_MIDWAY, text), None) else min(openings, inside),
        curly=_is_curly(sample),
        joined=sum(words <= vocabulary for words in pairs.values()),
        spaced=spaced,
        unopened=sum(len(_CLOSED.findall(line)) > len(_OPENS.findall(line)) for line in torn_lines),
        western=_WESTERN.search(characters(sample)) is not None,
        quoted=inside > 2 * outside,
        vocabulary=vocabulary,
    )


def _is_curly(text: str) -> bool:
    marks = _CURLY.findall(characters(text))
    return len(marks) >= _PROOFS or any(text.count(mark) >= _PROOFS for mark in marks)


def _plain_words(text: str) -> frozenset[str]:
    """The words of a text that lost nothing, lower-cased."""
    runs = set(islice((match.group() for match in _RUN.finditer(text)), 20_000))
    whole = (run for run in runs if 1 < len(run) <= _LONGEST and run.isascii() and run.isalpha())
    alone = {part for run in runs if run in _ALONE or "?" in run for part in run.split("?")} & _ALONE
    return frozenset(word.lower() for word in (*whole, *alone))


def _matches(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """The places of a pattern that has a question mark in it, as far as they are looked at."""
    return islice((match for start, end in _stretches(text) for match in pattern.finditer(text, start, end)), MOST)


@lru_cache(maxsize=4)
def _stretches(text: str) -> tuple[tuple[int, int], ...]:
    """Where the question marks stand, each with what the patterns may look at around it; those that meet are one."""
    found, left = [], _MOST_AROUND
    for match in _STRETCH.finditer(text):
        start, end = max(0, match.start() - _AROUND), min(len(text), match.end() + _AROUND)
        found.append((start, min(end, start + left)))
        left -= end - start
        if left <= 0:
            break
    return tuple(found)
