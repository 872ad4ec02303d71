"""Tell a text that a machine translated from Chinese, by what it does to quotes, names and set phrases."""

import re
from collections.abc import Iterator
from itertools import combinations

from cleaners.article import CleanArticle, Finding
from cleaners.document import Document

TRANSLATED_LIMIT = 3
"""Points from which a translation by machine is suspected. Of 974 honest English pages none has as many (2026-11)."""

_SAMPLE = 20_000
_AGENCY_LEAD = re.compile(
    r"\b(?:[Rr]eporter|[Cc]orrespondent) [A-Z]\w+(?: [A-Z]\w+)? (?:reported|learned|was informed)\b|\(\s*[Rr]eporters? [A-Z]\w+"
    r"|\b(?:news agency|News Agency|Network|News|Daily|Net), [A-Z]\w+(?: [A-Z]\w+)?, [A-Z]\w+ \d{1,2}(?:th)? \("
)
"""The lead of a Chinese agency, word by word."""

_CALQUES = tuple(
    phrase.strip()
    for phrase in """
    it is reported that | it is understood that | it is worth mentioning that | according to the introduction
    local customs and conditions | has a good lineup | finalized poster | determined to be released | has recently released a
    in terms of cast | in terms of plot | in terms of actors | the majority of netizens | the majority of audiences
    expressed with emotion | expresses with emotion | behind-the-scenes behind | strives to pursue | strive to pursue
    overcoming many difficulties | has been officially finalized | the box office broke through | netizens left messages
    etc. among them | etc. in addition | aroused heated discussion | plays the role of this time | people of all walks of life
    woman with a big picture | man with a big picture | netizens have said | evacuation of compatriots
    it is not difficult to see | once again set off | let the audience feel | bring the audience into | full of sincerity
    """.replace("\n", "|").split("|")
    if phrase.strip()
)
"""Set phrases of Chinese film news that no English desk writes two of."""

_BROKEN_QUOTE = re.compile(
    r"\b(?:said|says|stated)\s*: [“\"][A-Z]\w+ [A-Z]\w+ [A-Z][a-z]+,|[a-z] : [“\"]|” (?:The|He|She) new "
)
"""A speaker's name or a role swallowed by the quotation."""

_BROKEN_SIGNS = (": “", ': "', "” The new ", "” He new ", "” She new ")

_QUOTED = re.compile(r"[“\"《‘]([A-Z][^”\"》’“]{2,60})[”\"》’]")
_LITTLE = frozenset("a an the of in on at to for from and or with by my your his her its is".split())


def machine_translated(article: CleanArticle, document: Document) -> Finding:
    """Points for what gives a machine's translation away."""
    text = article.body[:_SAMPLE] if article.language == "en" else ""
    lowered = text.lower()
    leads = _AGENCY_LEAD.findall(text[:600])[:1]
    calques = [phrase for phrase in _CALQUES if phrase in lowered]
    broken = _BROKEN_QUOTE.findall(text)[:2] if any(sign in text for sign in _BROKEN_SIGNS) else []
    names = list(_aliases(f"{article.headline or ''}\n{text}"))[:1]
    value: float = len(leads) + min(len(calques), 5) + len(broken) + len(names)
    value = value if len(calques) + len(leads) >= 2 else min(value, TRANSLATED_LIMIT - 1)
    evidence = (*(f"agency lead: {lead}" for lead in leads if lead), *calques, *broken, *(" / ".join(pair) for pair in names))
    return Finding("machine_translated_suspected", value, TRANSLATED_LIMIT, value >= TRANSLATED_LIMIT, tuple(evidence)[:8])


def film_title_inconsistent(article: CleanArticle, document: Document) -> Finding:
    """How many pairs of quoted names seem to be one film under two names."""
    pairs = list(_aliases(f"{article.headline or ''}\n{article.body[:_SAMPLE]}"))
    return Finding("film_title_inconsistent", len(pairs), 1, bool(pairs), tuple(" / ".join(pair) for pair in pairs[:4]))


def _aliases(text: str) -> Iterator[tuple[str, str]]:
    """Pairs of quoted names where one has all the telling words of the other and more in their midst.

    >>> list(_aliases("“Long Road” opens. Critics of “Long and Winding Road” agree. “Long Road 2” follows “Long Road”."))
    [('Long Road', 'Long and Winding Road')]
    """
    names = list(dict.fromkeys(" ".join(name.split()).strip(" ,.") for name in _QUOTED.findall(text)))[:60]
    telling = {name: words for name in names if len(words := _telling(name)) >= 2 and _is_title(name)}
    for one, other in combinations(telling, 2):
        short, long = sorted((one, other), key=lambda name: len(telling[name]))
        inner = telling[long][0] == telling[short][0] and telling[long][-1] == telling[short][-1]
        if inner and len(telling[short]) < len(telling[long]) <= 6 and set(telling[short]) < set(telling[long]):
            yield one, other


def _telling(name: str) -> list[str]:
    return [word for word in re.findall(r"[a-z]+|\d+", name.lower()) if word not in _LITTLE]


def _is_title(name: str) -> bool:
    """Whether every telling word is capitalised: a quoted sentence is not."""
    return all(word[0].isupper() or word.lower() in _LITTLE or word[0].isdigit() for word in re.findall(r"\w+", name))
