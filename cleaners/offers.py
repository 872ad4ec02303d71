"""Paragraphs that offer something for sale on a page that knows nothing of it."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from itertools import islice

from cleaners.document import Document
from cleaners.selling import HINTS, offers
from cleaners.spam import SMALL_CHANGE, words_among
from cleaners.surroundings import Part, Surroundings, telling

_LONGEST = 1_500
"""Characters of a paragraph that is looked at."""
_HEARD = {2: 0.1, 3: 0.2}
"""Share of its telling words that others on the page may say, by how much it offers. Of 40,473 honest paragraphs of 1,041
pages four have as few, one of them the site's own advertising (2026-11)."""

_WORDS = 4
"""Words from which a paragraph may be a stranger."""
_CONTEXT = 3
"""Paragraphs beside those that offer something that a page has at least."""
_MOST = 0.4
"""Largest share of the text that offers something: a page that has more is about it."""
_LOUD = 4
"""What an offer has at least for others around it to belong to it."""
_AT_MOST = 30
"""Offers looked at on a page: no article has as many."""
_NEAR = 3
"""How many blocks before and behind an offer may belong to it."""
_GRAM = 4
_HAN, _NAME = re.compile("[\u3400-\u9fff]{4,}"), re.compile(r"\b[A-Z][^\W\d_]{3,}")


def sellers(document: Document, around: Surroundings) -> Iterator[Part]:
    """Paragraphs that offer something for sale of which the others know nothing, and those beside them that name the same.

    Paragraphs that offer do not vouch for each other, unless they are most of what the page says.
    """
    texts = {index: document.blocks[index].text for index in around.within}
    told = words_among(HINTS, "\n".join(texts.values()))
    lowered = ((index, text.lower()) for index, text in texts.items() if told and len(text) <= _LONGEST)
    hinting = [index for index, text in lowered if any(hint in text for hint in told)]
    offered = {index: offers(texts[index], around.said(index)) for index in hinting}
    offered = {
        index: number for index, number in offered.items() if number >= min(_HEARD) and not _names_own(texts[index], around)
    }
    much = sum(len(texts[index]) for index in offered) > _MOST * sum(map(len, texts.values()))
    honest = around.visible.difference(offered)
    if not offered or much or len(honest) < _CONTEXT:
        return
    heard = Counter(word for index in honest for word in around.said(index))
    for index, number in islice(offered.items(), _AT_MOST):
        near = [at for at in _near(index, texts, around, heard) if at not in offered] if number >= _LOUD else []
        alone = heard - Counter(word for at in near for word in around.said(at)) if near else heard
        if _is_stranger(around.said(index), alone, _HEARD[min(number, max(_HEARD))], _WORDS):
            beside = [at for at in near if _is_stranger(around.said(at), alone, max(_HEARD.values()), 2)]
            yield from (Part((at,), texts[at]) for at in (index, *beside))


def _near(index: int, texts: Mapping[int, str], around: Surroundings, heard: Counter[str]) -> list[int]:
    """The blocks around an offer that have a name in common with it which nobody else says."""
    names = _names(texts[index])
    shared = {at: names & _names(texts[at]) for at in range(index - _NEAR, index + _NEAR + 1) if at != index and at in texts}
    shared = {at: own for at, own in shared.items() if own}
    alone = heard - Counter(word for at in shared for word in around.said(at)) if shared else heard
    return [at for at, own in shared.items() if not any(alone[name[:2] if name > "\u2e80" else name] for name in own)]


def _names(text: str) -> set[str]:
    """Capitalised words, lower-cased, and runs of Han characters."""
    runs = _HAN.findall(text)
    grams = {run[at : at + _GRAM] for run in runs for at in range(len(run) - _GRAM + 1)}
    return grams | {word.lower() for word in _NAME.findall(text)}


def _names_own(text: str, around: Surroundings) -> bool:
    return any(host and host in text.lower() for host in around.own)


def _is_stranger(said: Collection[str], heard: Counter[str], most: float, least: int) -> bool:
    """Whether of so many telling words at least, others say no more than such a share."""
    words = telling(said)
    words = words if len(words) >= _WORDS else set(said) - SMALL_CHANGE
    return len(words) >= least and sum(heard[word] > 0 for word in words) < most * len(words)
