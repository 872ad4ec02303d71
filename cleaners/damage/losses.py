"""What a page tells of the letters and marks that it lost: which question marks stand where no question is asked."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from cleaners.damage.lost_words import whole_word
from cleaners.text.page_text import SAMPLE, PageText, characters

_LONGEST = 24
_BESIDE = re.compile(r"[^\W\u2e80-\uffff]|[/.&=+%@#-]")
"""Beside a torn word one of these tells an address or a query string; Chinese stands beside names."""
_TWO_WORDS = re.compile(r"[a-z]\?[A-Z]")
CONTRACTION = re.compile(r"(?<![\w?/.&=])([A-Za-z]{1,24})\?(s|t|re|ve|ll|d|m)(?![\w?/=&])")
SUBJECTS = frozenset("i you he she it we they who that there what how where here let".split())
JOINED = re.compile(r"(?<![\w?/.&=+%@#-])([A-Za-z]{1,24})\?([A-Za-z]{1,24})(?![\w?/=&])")
_PARTING = frozenset("and or but so yet not which who".split())
_SAID = 6
"""Question marks between two words for each of them beside a link at most, where they were dashes."""
_GOES_ON = frozenset(
    "the a an my your his her its their our of to in for from with at by is are was and or have has had be been".split()
)
"""Words behind which a dash hardly ever stands, a no-break space as often as any."""
STOPPED = r"(?:(?<=[a-z][,;:])|(?<=[a-z]{4}\.)|(?<= [a-z]{3}\.)(?<!etc\.)|(?<= [a-z]{2}\.))"
"""Behind a mark, or a stop that no abbreviation has."""
_NEVER_ASKED = re.compile(rf"{STOPPED}\?(?=\s|$|[A-Z][a-z’])|(?<=[a-z,] )\?(?=[a-z])", re.M)
_STRAIGHT = re.compile(r"(?<=[A-Za-z])['’](?=[a-z])")
OPENS = re.compile(r"(?:(?<=[\s(\[])|(?<=^))\?(?=[A-Za-z0-9$])", re.M)
_OUTSIDE = re.compile(r"(?<=\w)\?(?=[,.;])")
"""A closing quote before the comma, as British pages have it: theirs are single, double inside."""
_INSIDE = re.compile(r"(?<=[.,])\?(?=\s|$)", re.M)
_SPACED = re.compile(r"(?<=\w )\?(?= \w)")
_UNDASHED = re.compile(r"(?<=[a-z] )\?$|(?<=[a-z], )\?(?= [a-z])|(?<=[a-z]{3}\. )\?(?= [A-Z][a-z]* [a-z])", re.M)
"""Between spaces, where a line ends or behind a comma or a stop: dots of somebody who hesitates, or no-break spaces."""
_LED = re.compile(
    r"(?<=\w )\?(?= (?:and|but|or|not|just|even|with|without|in|on|at|for|from|to|by|as|if|when|where|which|who|what|so|a|an"
    r"|the|this|that|these|it|its|it’s|I|you|we|they|he|she|his|her|their|your|our|including|such|like|all|no|one|only)\b)"
)
"""Between spaces, before a word that leads on: of dashes every second stands so, of arrows in a list hardly any."""
_DASHED = 6
_LEAD = 12
"""If they are dashes, question marks between two words for each that is none, at least, and for each that leads on, at most."""
_CURLY = re.compile("[‘’“”—–…\u3400-\u9fff]")
_WESTERN = re.compile("[\xa0-\xa3\xa5\xa6\xa9-\xaf\xb2-\xb6\xb8-\xd6\xd8-\xdf\xe2-\xe7\xeb\xee-\xf1\xf4-\xf6\xfb\xfd-\xff]")
_MIDWAY = re.compile(r"(?<=[a-rt-z])\? (?=[a-z])")
_ANYWAY = 12
"""Question marks that go on with a small letter, for each of those between spaces or words at most: quotes, not dots."""
_CLOSED = re.compile(r"(?<=\w\.)\?(?= |$)")
_RUN = re.compile(r"[\w?]+")
ALONE = frozenset("aAI")
"""Words of one letter."""
_WORDS = 80_000
"""Characters of the page whose words are known."""
_LINES = 50_000
"""Characters of the page that are told apart by their lines: more than any article has."""
AROUND = 32
"""Characters before and behind a question mark that the patterns above may look at: no torn word is longer."""
_MOST_AROUND = 20_000
"""Characters around question marks that are looked at: a text of forty thousand that lost every apostrophe has no more."""
_MOST = 1_500
"""Places of one kind looked at: three times as many as any article has."""
_STRETCH = re.compile(rf"\?(?:[^?]{{0,{2 * AROUND}}}+\?)*+")
LINKS = frozenset(
    "and are as at be by for from had has have he her his is it its of she that the their they this was were which who will"
    " with would said says but not or than when where".split()
)
"""Words that are never half of a compound: what stood beside them was a space, not a hyphen."""
PROOFS = 2
"""Losses that prove themselves which a page must have before those are mended that could be otherwise."""


@dataclass(frozen=True, slots=True)
class Losses:
    """What a whole page tells of its losses."""

    words: int
    """Torn words whose whole form is known."""
    apostrophes: int
    """Contractions without their apostrophe."""
    quotes: int
    """Question marks before a word, and as many behind a stop: a pair of quotes."""
    curly: bool
    """The page still has curly quotes or dashes: its character set had them."""
    straight: bool
    """It has straight apostrophes: no curly quotes were there to be lost, though dashes may."""
    joined: int
    spaced: int
    """Question marks between two words of the page without spaces, and between two spaces."""
    undashed: bool
    """Others between spaces stand where no dash does; or no apostrophe went, and hardly any is before a word that leads on."""
    midway: bool
    """A question mark behind a word goes on with a small letter: it may be the dots of somebody who hesitates."""
    linked: int
    """Those beside a word that is never half of a compound: hardly any, where hyphens were lost."""
    parting: int
    """Those before a word that a dash stands before as often as not."""
    going_on: int
    """Question marks without spaces behind words that no dash follows."""
    unasked: int
    """Question marks where no question can be asked, as far as quotes were kept: no-break spaces, most of them."""
    unopened: int
    """Question marks behind a full stop that close no quote: no-break spaces, most of them."""
    western: bool
    """The page still has letters that GBK lacks."""
    quoted: bool
    """Its quotes end behind the comma, so they are double."""
    vocabulary: frozenset[str]
    """The whole words of the page, lower-cased."""
    common: frozenset[str]
    """Those that it writes small somewhere."""

    @property
    def marks_lost(self) -> bool:
        """Whether apostrophes, quotes and dashes went."""
        return (self.apostrophes >= PROOFS or self.quotes >= PROOFS) and not self.curly

    @property
    def joins_by_spaces(self) -> bool:
        """Whether no-break spaces stood between words; dashes where this is false and few words go on."""
        return self.going_on >= PROOFS and 4 * self.going_on >= self.joined and self.going_on > 2 * self.parting

    @property
    def joins_by_dashes(self) -> bool:
        often = self.joined > self.spaced or self.joined > PROOFS
        return often and self.joined > 10 * self.going_on and _SAID * self.linked >= self.joined

    @property
    def compounds(self) -> bool:
        """Whether some of those between two words may be hyphens that no line breaks at."""
        return 3 * self.linked < self.joined and not self.joins_by_spaces and not self.spaces_lost

    @property
    def certain(self) -> bool:
        """Whether question marks between spaces are dashes even before capitals."""
        return self.marks_lost or self.straight

    @property
    def dashes_lost(self) -> bool:
        """Whether nothing but dashes went, as far as can be told."""
        kept = not self.apostrophes and not self.curly and not self.words
        return kept and (self.spaced >= PROOFS if self.straight else max(self.spaced, self.joined) > PROOFS)

    @property
    def spaces_lost(self) -> bool:
        """Whether no-break spaces went, and marks of punctuation did not."""
        kept = self.curly or (self.straight and (self.joins_by_spaces or not self.joined))
        return kept and self.words + self.joined + self.unasked >= PROOFS and not self.apostrophes


@lru_cache(maxsize=4)
def losses(page: PageText) -> Losses:
    """Count what tells of losses on a page."""
    text = page.text
    sample = text[:SAMPLE]
    contractions = [match[1].lower() for match in matches(CONTRACTION, text) if match[2] != "s" or match[1].lower() in SUBJECTS]
    pairs = {match.group(): {match[1].lower(), match[2].lower()} for match in matches(JOINED, text)}
    unasked = sum(1 for _ in islice(matches(_NEVER_ASKED, text), 50))
    evidence = pairs or unasked or any(True for _ in matches(CONTRACTION, text))
    words = _plain_words(text) if evidence else frozenset()
    common = LINKS.union(filter(str.islower, words))
    vocabulary = common.union(map(str.lower, words))
    openings, inside, outside, spaced, unlike, leading = (
        sum(1 for _ in islice(matches(pattern, text), 50)) for pattern in (OPENS, _INSIDE, _OUTSIDE, _SPACED, _UNDASHED, _LED)
    )
    torn_lines = [line for line in text[:_LINES].split("\n") if "?" in line]
    midway = sum(max(0, len(_MIDWAY.findall(line)) - len(OPENS.findall(line))) for line in torn_lines)
    joined = sum(words <= vocabulary for words in pairs.values())
    dots = _ANYWAY * midway > spaced + joined + inside
    return Losses(
        words=len({torn for _, torn in torn_words(text) if whole_word(torn, page)}),
        apostrophes=len(contractions),
        quotes=0 if dots else min(openings, inside),
        curly=_is_curly(sample),
        straight=not openings and len(_STRAIGHT.findall(sample)) >= PROOFS,
        joined=joined,
        spaced=spaced,
        undashed=_DASHED * unlike > spaced or (spaced > PROOFS > len(contractions) and _LEAD * leading < spaced),
        midway=dots,
        linked=sum(not words.isdisjoint(LINKS) for words in pairs.values()),
        parting=sum(pair.partition("?")[2] in _PARTING for pair in pairs),
        going_on=sum(pair.partition("?")[0].lower() in _GOES_ON for pair in pairs),
        unasked=unasked,
        unopened=sum(len(_CLOSED.findall(line)) > len(OPENS.findall(line)) for line in torn_lines),
        western=_WESTERN.search(characters(sample)) is not None,
        quoted=inside > 2 * outside,
        vocabulary=vocabulary,
        common=common,
    )


def _is_curly(text: str) -> bool:
    marks = _CURLY.findall(characters(text))
    return len(marks) >= PROOFS or any(text.count(mark) >= PROOFS for mark in marks)


def _plain_words(text: str) -> frozenset[str]:
    """The words of a text that lost nothing."""
    runs = set(_RUN.findall(text, 0, _WORDS))
    whole = (run for run in runs if 1 < len(run) <= _LONGEST and run.isascii() and run.isalpha())
    alone = {part for run in runs if run in ALONE or "?" in run for part in run.split("?")} & ALONE
    return frozenset((*whole, *alone))


@lru_cache(maxsize=4)
def torn_words(text: str) -> tuple[tuple[int, str], ...]:
    """Words with question marks in them, before them or behind them, and where each starts."""
    return tuple(_torn_words(text))


def _torn_words(text: str) -> Iterator[tuple[int, str]]:
    past, at = 0, text.find("?")
    for _ in range(_MOST):
        if at < 0:
            return
        start = end = at
        while start > max(past, at - _LONGEST) and _of_word(text[start - 1]):
            start -= 1
        while end < min(len(text), at + _LONGEST) and _of_word(text[end]):
            end += 1
        beside = text[max(0, start - 1) : start] + text[end : end + 1].replace(".", "").replace("-", "")
        word = text[start:end]
        if not _TWO_WORDS.search(word) and end - start >= 3 and not _BESIDE.search(beside) and "??" not in word:
            yield start, word
        past, at = end, text.find("?", max(end, at + 1))


def _of_word(char: str) -> bool:
    return char == "?" or (char < "\u2e80" and char.isalpha())


def matches(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """The places of a pattern that has a question mark in it, as far as they are looked at."""
    return islice((match for start, end in _stretches(text) for match in pattern.finditer(text, start, end)), _MOST)


@lru_cache(maxsize=4)
def _stretches(text: str) -> tuple[tuple[int, int], ...]:
    """Where the question marks stand, each with what the patterns may look at around it; those that meet are one."""
    found, left = [], _MOST_AROUND
    for match in _STRETCH.finditer(text):
        start, end = max(0, match.start() - AROUND), min(len(text), match.end() + AROUND)
        found.append((start, min(end, start + left)))
        left -= end - start
        if left <= 0:
            break
    return tuple(found)
