"""Tell names of films in quotes that seem to be one film's, and names that no translator put into English."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations, islice, pairwise

_QUOTED = re.compile(r"[“\"《‘]\s?([A-Z][^”\"》’“]{2,60})[”\"》’]")
_CUE = re.compile(r"(?:movie|film|drama|series|show|documentary|animation|feature|comedy|play|blockbuster),? ?$", re.I)
"""What stands before the name of a film where Chinese has 电影 or 电视剧."""
_DECLARED = re.compile(
    r"\(|\bas\b|also known|a\.?k\.?a\b|formerly|previously|originally|working title|titled|translat|litera|meaning|in English"
    r"|in Chinese|international|retitled|renamed|called|known as|released as|/",
    re.I,
)
"""What stands between two names of one film where the writer knows that they are one film's."""
_BETWEEN = 60
_LITTLE = frozenset("a an the of in on at to for from and or with by my your his her its is".split())
_SHORT = 6
"""Letters of a name that may be two films' by chance."""
_MOST = 60
"""Quoted names looked at in a text."""

_SYLLABLE = (
    r"(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?"
    r"(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|a|e|i|o|u)"
)
_PINYIN = re.compile(rf"(?:{_SYLLABLE}){{1,3}}(?: (?:{_SYLLABLE}){{1,3}}){{1,4}}", re.I)
_CHINESE = re.compile(r"\b(?:zh|x|q(?!u[eio])|[a-z]*(?:uang|iang|iong|iao)\b|[cs]h?ui\b|[a-z]+uo\b)", re.I)
"""What hardly an English word has, and most names in pinyin have somewhere."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A name in quotes, the words of it that tell, and whether a word before it says that it is a film's."""

    name: str
    telling: tuple[str, ...]
    film: bool


def quoted_names(text: str) -> tuple[list[Quoted], frozenset[frozenset[str]]]:
    """The names in quotes, each once, and the pairs of which the text itself says that they are one film's."""
    matches = list(islice(_QUOTED.finditer(text), 4 * _MOST))
    found: dict[str, Quoted] = {}
    for match in matches:
        name = _folded(match[1])
        film = _CUE.search(text, max(0, match.start() - 16), match.start()) is not None
        if name not in found or (film and not found[name].film):
            found[name] = Quoted(name, tuple(_telling(name)), film)
    declared = frozenset(
        frozenset((_folded(one[1]), _folded(other[1])))
        for one, other in pairwise(matches)
        if other.start() - one.end() < _BETWEEN and _DECLARED.search(text, one.end(), other.start())
    )
    return list(islice(found.values(), _MOST)), declared


def aliases(text: str) -> Iterator[tuple[str, str]]:
    """Pairs of quoted names where one has all the telling words of the other and more in their midst, or the same letters.

    >>> list(aliases("“Long Road” opens. Critics of “Long and Winding Road” agree. “Long Road 2” follows “Long Road”."))
    [('Long Road', 'Long and Winding Road')]
    >>> list(aliases("The film “Snowline” opens. “Snow Line” was shot in winter."))
    [('Snowline', 'Snow Line')]
    """
    names, declared = quoted_names(text)
    titles = [name for name in names if len(name.telling) >= 2 and _is_title(name.name)]
    for one, other in combinations(titles, 2):
        short, long = sorted((one.telling, other.telling), key=len)
        inner = long[0] == short[0] and long[-1] == short[-1] and len(short) < len(long) <= 6
        if inner and set(short) < set(long) and frozenset((one.name, other.name)) not in declared:
            yield one.name, other.name
    joined: dict[str, Quoted] = {}
    for name in names:
        before = joined.setdefault("".join(name.telling), name)
        if before.telling != name.telling and (before.film or name.film) and min(map(len, (before.name, name.name))) > _SHORT:
            yield before.name, name.name


def doubtful_aliases(text: str) -> Iterator[tuple[str, str]]:
    """Pairs of films' names that share a word, or of which one is pinyin: one film's where a machine translated.

    >>> list(doubtful_aliases("The movie “Heavy Bell” opens. The film “The Sunken Bell” tells of a bell."))
    [('Heavy Bell', 'The Sunken Bell')]
    """
    names, declared = quoted_names(text)
    films = [name for name in names if name.telling and len(name.telling) <= 5 and _is_title(name.name)]
    for one, other in combinations(films, 2):
        if frozenset((one.name, other.name)) in declared:
            continue
        if _alike(one, other) or (one.film and other.film and len(films) <= 4 and is_pinyin(one.name) != is_pinyin(other.name)):
            yield one.name, other.name


def _alike(one: Quoted, other: Quoted) -> bool:
    """Whether two names share their last word, or short ones any, and neither is the other and more."""
    shared = set(one.telling) & set(other.telling)
    if not (one.film or other.film) or not shared or shared in (set(one.telling), set(other.telling)):
        return False
    short = max(len(one.telling), len(other.telling)) <= 2
    return short or (one.film and other.film and one.telling[-1] == other.telling[-1])


def untranslated(text: str) -> list[str]:
    """The names of films that stand in pinyin, in a text that has not their English beside them."""
    names, declared = quoted_names(text)
    paired = frozenset().union(*declared) if declared else frozenset()
    return [name.name for name in names if name.film and name.name not in paired and is_pinyin(name.name)]


def is_pinyin(name: str) -> bool:
    """Whether a name is two and more words of pinyin.

    >>> is_pinyin("Shen Zhong"), is_pinyin("Long Song"), is_pinyin("The Sunken Bell")
    (True, False, False)
    """
    return _PINYIN.fullmatch(name) is not None and _CHINESE.search(name) is not None


def spellings(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Pairs of names of people that are spelt alike but for spaces and capitals.

    >>> list(spellings(["Chen Anan", "Chen An An", "Mira Ostrand"]))
    [('Chen Anan', 'Chen An An')]
    """
    first: dict[str, str] = {}
    for name in names:
        before = first.setdefault(name.replace(" ", "").lower(), name)
        if before != name and _PINYIN.fullmatch(name) and before.count(" ") and not name.isupper() and not before.isupper():
            yield before, name


def _folded(name: str) -> str:
    return " ".join(name.split()).strip(" ,.")


def _telling(name: str) -> list[str]:
    return [word for word in re.findall(r"[a-z]+|\d+", name.lower()) if word not in _LITTLE]


def _is_title(name: str) -> bool:
    """Whether every telling word is capitalised: a quoted sentence is not."""
    return all(word[0].isupper() or word.lower() in _LITTLE or word[0].isdigit() for word in re.findall(r"\w+", name))
