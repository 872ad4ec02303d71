"""Tell a text that a machine translated: from Chinese by what it does to leads, quotes, names, numbers and set phrases, from
English by the words and the grammar that it keeps."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, islice

from cleaners.article import CleanArticle, Finding
from cleaners.document import Document
from cleaners.judges.aliases import aliases, doubtful_aliases, spellings, untranslated
from cleaners.judges.calques import TELLING, USUAL, said
from cleaners.judges.from_english import signs_of
from cleaners.text.runs import folded_words, words_and_han

TRANSLATED_LIMIT = 2.5
"""Points from which a translation by machine is suspected. Of 1,399 honest English pages none has more than 1; of 5,230 honest
Chinese texts, a month of a daily, readers' reviews, portals, none has two solid signs (2026-11)."""

_SAMPLE = 20_000
_HEAD = 600
_OPENING = 120
"""Characters before a reporter in brackets from which on a text opens so: no desk that writes English has a lead like that."""
_SOLID = 2
"""Signs that people hardly leave, of which a machine's translation has at least as many."""
_MOST_CALQUES, _MOST_USUAL = 5, 4
_SHOWN = 8

_LEAD = re.compile(
    r"\b(?:[Rr]eporter|[Cc]orrespondent) [A-Z]\w+(?: [A-Z]\w+)? (?:reported|learned|was informed)\b"
    r"|[(\[（【]\s*(?:[Tt]ext ?/ ?|(?:[Tt]rainee|[Ii]ntern|[Cc]hief|[Ff]ull media) )?[Rr]eporters? ?[:：]? ?[A-Z]\w+"
    r"|\b(?:news agency|News Agency|Network|News|Daily|Net), [A-Z]\w+(?: [A-Z]\w+)?, [A-Z]\w+ \d{1,2}(?:th)? \("
    r"|\b(?:[Oo]ur|[Tt]his) (?:newspaper|station|website) (?:news|reported|reporter|learned)|^(?:Our|This) (?:news)?paper\b"
    r"|\b(?:Entertainment|Movie|Movies|Film|Net|Network|Daily|Times|Evening News|Online) [Nn]ews,? (?:[Rr]ecently|[Oo]n the \d"
    r"|[Oo]n [A-Z]\w+ \d|[Aa]ccording to|[Aa] few days|[Tt]oday|[Yy]esterday|[Tt]he (?:film|movie|TV|drama)|[Dd]irected by)"
    r"|\b(?:Entertainment|Net|Network|Daily|News) [A-Z][a-z]+ \d{1,2}(?:st|nd|rd|th)?,? (?:report|news)\b"
    r"|^(?:Text|Written by|Author) ?[/|] ?(?:[Rr]eporter )?[A-Z]",
    re.M,
)
"""The lead of a Chinese paper or agency, word by word."""
_NAMED = re.compile(r"[(\[（【]\s*[Rr]eporters? ?[:：]? ?[A-Z]\w+(?:[ -][A-Z]?\w+){0,3}\s*[)\]）】]")
"""A reporter in brackets with nothing else: no English desk has that."""
_TAILS = (
    "responsible editor:",
    "editor in charge:",
    "editor-in-charge:",
    "responsible editor：",
    "(original title",
    "proofreading:",
)
"""How Chinese pages end, word by word."""

_BROKEN_QUOTE = re.compile(
    r"\b(?:said|says|stated)\s*: [“\"][A-Z]\w+ [A-Z]\w+ [A-Z][a-z]+,|[a-z] : [“\"]"
    r"|” (?:The|He|She) new |[a-z] ” [a-z]|[a-z] “ [A-Z]|[”\"] (?:He|She|They) (?:said|says)(?:\.| with a | frankly)"
)
"""A speaker's name or a role swallowed by the quotation; white space on both sides of a quote."""
_CAPITALS = tuple(f"{quote} {who} sa" for quote in '”"' for who in ("He", "She", "They"))
_BROKEN_SIGNS = (": “", ': "', "” The new ", "” He new ", "” She new ", " ” ", " “ ", *_CAPITALS)
_HABITS = (
    (1, re.compile(r"\.[”\"] (?:he said|she said|they said|he added|she added|said [A-Z])")),
    (2, re.compile(r"\b(?:movie|film|TV series|TV drama|drama|documentary) [“\"][A-Z]")),
    (2, re.compile(r"\b(?:said|says|replied|added|explained): [“\"]")),
    (1, re.compile(r"\b[Tt](?:he|his) reporter\b")),
)
"""How often, and what: a full stop inside a quotation in the middle of its sentence, a word for film before its name, a colon
before what was said, the writer as a reporter."""
_CAST = re.compile(r"\b(?:starring|starred by|[Aa]ctors|[Aa]ctresses|played by|[Ss]tars) [A-Z][^.\n]{4,200}, etc\.")
_SPACED = re.compile(r"[a-z] [,.] [A-Za-z]")
_IN_QUOTES = re.compile(r"[“\"][A-Z][^”\"\n]{2,50}[”\"]")
_WIDE = re.compile(r"[A-Za-z][“”\"]?\s?[，。；：、！？【】](?![\u3400-\u9fff])|[A-Za-z]（|《[A-Z][^》\u3400-\u9fff]{2,60}》")
"""Chinese punctuation between Latin letters."""
_NUMBER = re.compile(r"\d+(?:\.\d+)?(?:(st|nd|rd|th)\b([,.]| local time)?| (?:hundred million|ten thousand)\b)")
_DAY = re.compile(r"\b[Oo]n the (?:(?:evening|afternoon|morning|night) of the )?$")
"""Chinese ways with dates and large numbers: on the 7th, the 22th, 3.5 hundred million."""
_ENDINGS = {1: "st", 2: "nd", 3: "rd"}
_PERSON = re.compile(r"\b[A-Z][a-z]+(?: [A-Z][a-z]+){1,2}\b")
_FAST = frozenset("，。；：、！？【】（《")


@dataclass(frozen=True, slots=True)
class _Signs:
    """What speaks for a machine: points in all, how many of the signs people hardly leave, and what was seen."""

    value: float
    solid: int
    evidence: tuple[str, ...]


def machine_translated(article: CleanArticle, document: Document) -> Finding:
    """Points for what gives a machine's translation away, below the limit where too few of its signs are its own."""
    signs = _signs_of(article)
    tails = _tails(document) if signs.solid else ()
    value, solid = signs.value + len(tails), signs.solid + len(tails)
    failed = value >= TRANSLATED_LIMIT and solid >= _SOLID
    value = value if failed else min(value, TRANSLATED_LIMIT - 0.5)
    return Finding("machine_translated_suspected", value, TRANSLATED_LIMIT, failed, (*signs.evidence, *tails))


def film_title_inconsistent(article: CleanArticle, document: Document) -> Finding:
    """How many pairs of quoted names seem to be one film under two names; a machine's text may call it by quite other words."""
    text = f"{article.headline or ''}\n{article.body[:_SAMPLE]}"
    pairs = list(aliases(text))
    if article.language == "en" and _signs_of(article).solid >= _SOLID:
        pairs += doubtful_aliases(text)
    return Finding("film_title_inconsistent", len(pairs), 1, bool(pairs), tuple(" / ".join(pair) for pair in pairs[:4]))


def _signs_of(article: CleanArticle) -> _Signs:
    body = article.body[:_SAMPLE]
    if article.language == "zh":
        solid, usual = signs_of(body)
        value = 1.5 * len(solid) + 0.5 * len(usual[:_MOST_USUAL])
        return _Signs(value, len(solid) + len(usual) // 2, (*solid, *usual)[:_SHOWN])
    return _signs(article.headline or "", body) if article.language == "en" else _Signs(0, 0, ())


def _tails(document: Document) -> tuple[str, ...]:
    """The foot of a Chinese page, wherever on the page it stands: it is no part of the text."""
    page = document.written.text.lower()
    return tuple(tail for tail in _TAILS if tail in page)[:1]


@lru_cache(maxsize=2)
def _signs(headline: str, body: str) -> _Signs:
    """Weigh a text. What a machine alone does counts a point each, what people do as well half a point, and is not solid."""
    lowered = f"{headline}\n{body}".lower()
    words = {*folded_words(body), *words_and_han(headline.casefold())}
    calques = [phrase for phrase in said(TELLING, lowered, words) if not _is_spoken_of(phrase, lowered)][:_MOST_CALQUES]
    leads = [f"agency lead: {match[0].strip()}" for match in islice(_LEAD.finditer(body[:_HEAD]), 1)]
    leads += [match[0] for match in islice(_NAMED.finditer(body[:_HEAD]), 1)]
    leads += ["it opens so"] if len(leads) == 2 and body.find(leads[1]) < _OPENING else []
    numbers = _numbers(body) if any(map(_counts, words)) else ()
    solid = [*leads, *calques, *_punctuation(body), *numbers, *_casts(body)]
    names = [*_names(headline, body)] if solid else []
    usual = [*said(USUAL, lowered, words), *(_habits(body) if solid else ())][:_MOST_USUAL]
    return _Signs(len(solid) + len(names) + 0.5 * len(usual), len(solid), (*solid, *names, *usual)[:_SHOWN])


def _is_spoken_of(phrase: str, lowered: str) -> bool:
    """Whether a phrase stands in quotes wherever it stands: somebody writes about such phrases."""
    told = re.escape(phrase)
    return re.search(rf"(?<![“\"‘']){told}|{told}(?!\w{{0,2}}[,.]?[”\"’'])", lowered) is None


def _casts(text: str) -> Iterator[str]:
    """People in a list that ends in etc."""
    if ", etc." in text:
        yield from (match[0][-60:] for match in islice(_CAST.finditer(text), 1))


def _habits(text: str) -> Iterator[str]:
    """What people do as well, and a machine all the time."""
    for often, pattern in _HABITS:
        found = list(islice(pattern.finditer(text), often))
        if len(found) == often:
            yield found[0][0]


def _punctuation(text: str) -> Iterator[str]:
    """What a machine does to quotes and stops."""
    if any(sign in text for sign in _BROKEN_SIGNS):
        yield from (match[0] for match in islice(_BROKEN_QUOTE.finditer(text), 2))
    if not text.isascii() and any(sign in text for sign in _FAST):
        yield from (match[0] for match in islice(_WIDE.finditer(text), 3))
    if " , " in text and len(list(islice(_SPACED.finditer(text), 4))) == 4:
        yield "white space before stops"
    quoted = (
        (text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]) for match in _IN_QUOTES.finditer(text)
    )
    glued = sum(before.islower() or after.islower() for before, after in quoted)
    if glued >= 2:
        yield f"{glued} names in quotes without a space beside them"


def _counts(word: str) -> bool:
    """Whether a word is an ordinal or a large number: most texts have none, and are not searched for odd ones."""
    return (word[0].isdigit() and word[-1] in "tdh") or word in ("million", "thousand")


def _numbers(text: str) -> Iterator[str]:
    """Dates and numbers in Chinese ways: two of them at most."""
    odd = (match[0] for match in _NUMBER.finditer(text) if _is_odd(match, text))
    yield from islice(dict.fromkeys(odd), 2)


def _is_odd(match: re.Match[str], text: str) -> bool:
    ending, number = match[1], match[0].partition(".")[0]
    if not ending:
        return True
    value = int(re.sub(r"\D", "", number)[-2:])
    usual = "th" if 10 < value < 20 else _ENDINGS.get(value % 10, "th")
    return ending != usual or bool(match[2] and value <= 31 and _DAY.search(text, max(0, match.start() - 30), match.start()))


def _names(headline: str, body: str) -> Iterator[str]:
    """One film or person under two names, and a film's name that nobody translated."""
    whole = f"{headline}\n{body}"
    pairs: Iterator[tuple[str, str]] = chain(aliases(whole), doubtful_aliases(whole))
    yield from (" / ".join(pair) for pair in islice(pairs, 1))
    yield from untranslated(whole)[:1]
    yield from (" / ".join(pair) for pair in islice(spellings(_PERSON.findall(body)), 1))
