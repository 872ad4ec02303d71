"""Paragraphs that pitch something on a page that knows nothing of it."""

import re
from collections import ChainMap, Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, MutableMapping
from itertools import chain, islice, pairwise

from cleaners.document import Document
from cleaners.language import language_of
from cleaners.markup.tree import HEADINGS, Block
from cleaners.spam.limits import limit
from cleaners.spam.pitch import LONGEST, NEVER, SPOKEN, pitch, pitches, telltale
from cleaners.spam.surroundings import TELLING, Part, Surroundings, characteristic, strangeness, telling
from cleaners.spam.words import is_han, words_of

_HEARD = ((limit("offer.known"), 0.42), (limit("offer.half_known"), 0.3), (limit("offer.strange"), 0.2))
"""How much a paragraph pitches at least, and the share of its telling words that others on the page may say then. No
paragraph of 1,786 honest pages is over any of these lines, nor over lines a tenth lower (2026-11)."""
_TITLED = 0.4
"""That share of what stands beside a pitch: its heading, what names the same."""
_OF_FILMS = re.compile(
    r"\b(?:films?|movies?|cinemas?|screenings?|festivals?|premieres?|box office|directors?|actors?|actress(?:es)?|sequels?"
    r"|tickets?|blu-?rays?|dvds?|steelbooks?|trailers?|soundtracks?|theat(?:er|re)s?|seats?|popcorn)\b"
    r"|电影|影片|影院|剧组|上映|导演|演员|主演|编剧|片中|剧中|票房|影迷|观众|蓝光|影城|影展",
    re.I,
)
"""Who speaks of films where everything is about films is hardly a stranger, though he sells tickets or plays a gambler."""
_FILMS, _AGAIN = -2.0, 1.3
"""What that adds to a pitch, and what a strange name said twice does."""
_SURE, _LEAST, _FAINT, _NAMING = (limit(f"offer.{name}") for name in ("sure", "least", "faint", "naming"))
_HONEST, _HONEST_HAN = limit("offer.honest"), limit("offer.honest_han")
_FAINTLY_HEARD = 0.1
"""Share of its telling words that others may say of what stands beside a pitch: its other paragraphs."""
_LONG = 5
"""Letters of a name."""
_WORDS, _FEW = TELLING, 2
"""Words from which a paragraph may be a stranger, and one beside a pitch."""
_CONTEXT = 3
"""Paragraphs beside those that pitch that a page has at least."""
_MOST = 0.4
"""Largest share of the text that pitches: a page that has more is about it."""
_AT_MOST = 30
"""Pitches looked at on a page: no article has as many."""
_NEAR = 3
"""How many blocks before and behind a pitch may name the same."""
_GRAM = 4
_END = re.compile(r"[.!?][\"”’)]?\s+|[。！？](?:[”」』]|(?!’))")
"""Where a sentence ends, the space behind it included. It begins with a stop: one that looked behind asked at every letter."""
_Heard = MutableMapping[str, int]
"""How many texts say each word; 0 for one that none says."""
_HAN, _NAME = re.compile("[\u3400-\u9fff]{4,}"), re.compile(r"\b[A-Z][^\W\d_]{3,}")


def sellers(document: Document, around: Surroundings) -> Iterator[Part]:
    """Paragraphs that pitch what the others know nothing of, and those beside them that do so faintly or name the same.

    Paragraphs that pitch do not vouch for each other, unless they are most of what the page says.
    """
    texts = {index: document.blocks[index].text for index in around.within}
    pitched = list(islice(_pitched(around), _AT_MOST))
    much = sum(len(texts[index]) for index in pitched) > _MOST * sum(map(len, texts.values()))
    honest = around.visible.difference(pitched)
    able = [index for index in pitched if pitch_here(texts[index], around.said(index)) + _AGAIN >= _HEARD[-1][0]]
    if not able or much or len(honest) < _CONTEXT:
        return
    heard = Counter(chain.from_iterable(map(around.said, honest)))
    found = set[int]()
    for index in able:
        near = {*_naming(index, texts, around, heard), *_faint(index, texts, around, heard)}
        alone = _without(heard, (word for at in near & honest for word in around.said(at)))
        if _sells(texts[index], around.said(index), alone):
            found |= {index, *near}
            above = min({index, *near}) - 1
            if above in texts and _heads(document.blocks[above], texts[index], around.said(index), alone, around.said(above)):
                found.add(above)
    if found and language_of("\n".join(texts[index] for index in sorted(honest))) in SPOKEN:
        yield from (Part((index,), texts[index]) for index in sorted(found))


def _without(heard: _Heard, said: Iterable[str]) -> _Heard:
    """What is heard beside some who say it: few of a page's thousands of words are asked, and a difference goes through all."""
    return ChainMap({word: max(0, heard[word] - times) for word, times in Counter(said).items()}, heard)


def _sells(text: str, said: frozenset[str], heard: _Heard) -> bool:
    """Whether a text pitches so much that it is none of the page's, which knows so few of its words."""
    again = set(_again(text, said))
    score = pitch_here(text, said) + _AGAIN * any(not heard[word] for word in again)
    if _says(said) < _WORDS or any(heard[word] for word in again) or (score < _SURE and _reports(said, heard)):
        return False
    return strangeness(said, heard) < next((share for line, share in _HEARD if score >= line), 0.0) and not _is_mixed(text)


def _is_mixed(text: str) -> bool:
    """Whether a sentence among others is none of a pitch: somebody put the rest into an honest paragraph."""
    parts = (text[start:end].strip() for start, end in sentences(text[:LONGEST]))
    told = [(part, said) for part in parts if len(said := words_of(part)) > _WORDS]
    return len(told) > 1 and any(is_honest(part, said) for part, said in told)


def sentences(text: str) -> list[tuple[int, int]]:
    """Where each sentence of a text begins and ends.

    >>> sentences("A boat came. “Why?” she asked."), sentences("船来了。她问：“为什么？”他笑了。")
    ([(0, 13), (13, 20), (20, 30)], [(0, 4), (4, 13), (13, 17)])
    """
    ends = [0, *(match.end() for match in _END.finditer(text)), len(text)]
    return [(start, end) for start, end in pairwise(ends) if text[start:end].strip()]


def is_honest(text: str, said: Collection[str]) -> bool:
    """Whether a text is surely none of a pitch."""
    return pitch(text, said) < (_HONEST_HAN if is_han(text) else _HONEST)


def _again(text: str, said: frozenset[str]) -> Iterator[str]:
    """The long words that a text has twice, as names are written: what is sold there."""
    lowered = text.lower()
    return (word for word in said if len(word) >= _LONG and lowered.count(word) >= 2 and word.capitalize() in text)


def _heads(block: Block, text: str, said: frozenset[str], heard: _Heard, own: frozenset[str]) -> bool:
    """Whether a heading is that of what pitches behind it: it pitches, too, or has a word from there that nobody else has."""
    if block.tag not in HEADINGS:
        return False
    shared = any(heard[word] <= 1 for word in (*telling(said & own), *(_names(text) & _names(block.text) & own)))
    return shared or (pitch(block.text, own, _FAINT) >= _FAINT and strangeness(own, heard) < _TITLED)


def _pitched(around: Surroundings) -> Iterator[int]:
    """The blocks that pitch; the site may speak of itself."""
    said = ((index, around.document.blocks[index].text, around.said(index)) for index in around.doubtful)
    hinting = ((index, text, words) for index, text, words in said if not pitches().strong.isdisjoint(words))
    pitching = ((index, text) for index, text, words in hinting if pitch_here(text, words, _LEAST) >= _LEAST)
    yield from (index for index, text in pitching if not around.speaks_of_own(text))


def pitch_here(text: str, said: Collection[str], least: float = NEVER) -> float:
    """How much a text pitches where everything is about films."""
    score = pitch(text, said, least)
    return score + _FILMS * (score >= least and _OF_FILMS.search(text) is not None)


def _reports(said: frozenset[str], heard: _Heard) -> bool:
    """Whether others say one of the words by which a text pitches: whoever reports on a casino says its words all the time."""
    return any(heard[word] for word in telling(said) & telltale())


def _naming(index: int, texts: Mapping[int, str], around: Surroundings, heard: _Heard) -> Iterator[int]:
    """The blocks around a pitch that have a name in common with it which nobody else says."""
    names = _names(texts[index])
    shared = {at: names & _names(texts[at]) for at in range(index - _NEAR, index + _NEAR + 1) if at != index and at in texts}
    shared = {at: own for at, own in shared.items() if own}
    alone = _without(heard, (word for at in shared for word in around.said(at)))
    for at, own in shared.items():
        said = around.said(at)
        if not any(alone[name[:2] if name > "\u2e80" else name] for name in own) and _says(said) >= _FEW:
            known = strangeness(said, alone)
            if known < _TITLED and pitch(texts[at], said) >= _NAMING:
                yield at


def _faint(index: int, texts: Mapping[int, str], around: Surroundings, heard: _Heard) -> Iterator[int]:
    """The blocks before and behind a pitch, one after the other, that pitch faintly and are strangers."""
    for step in (-1, 1):
        at, alone = index + step, heard
        while at in texts and _says(around.said(at)) >= _FEW and pitch(texts[at], around.said(at), _FAINT) >= _FAINT:
            alone = _without(alone, around.said(at)) if at in around.visible else alone
            if strangeness(around.said(at), alone) >= _FAINTLY_HEARD:
                break
            yield at
            at += step


def _names(text: str) -> set[str]:
    """Capitalised words, lower-cased, and runs of Han characters."""
    runs = _HAN.findall(text)
    grams = {run[at : at + _GRAM] for run in runs for at in range(len(run) - _GRAM + 1)}
    return grams | {word.lower() for word in _NAME.findall(text)}


def _says(said: frozenset[str]) -> int:
    """How many words a text has by which it is known."""
    return len(characteristic(said))
