"""Links and sentences that somebody put into an honest paragraph: they pitch what nothing else on the page speaks of."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice

from cleaners.document import Document
from cleaners.language import language_of
from cleaners.ledger import Repair, apart
from cleaners.markup.tree import Block
from cleaners.sites.hosts import leads_away, registered
from cleaners.spam.limits import limit
from cleaners.spam.offers import is_honest, pitch_here, sentences
from cleaners.spam.pitch import NEVER, SPOKEN, at_most, telltale
from cleaners.spam.surroundings import hints_on, long_paragraphs, said_on, strangeness
from cleaners.spam.words import SMALL_CHANGE, words_of

_LINKED = (6, 60)
"""Characters of a link's words at least and at most."""
_LINK, _LINK_SURE, _LINK_CERTAIN, _ADDRESSED = (limit(f"link.{name}") for name in ("strange", "sure", "certain", "addressed"))
_LINKED_HEARD = 0.5
"""The largest share of its words that others may say of a link that surely pitches."""
_SENTENCE = limit("sentence.strange")
_HEARD = (
    (limit("sentence.known"), 0.45),
    (limit("sentence.half_known"), 0.35),
    (limit("sentence.hardly_known"), 0.2),
    (_SENTENCE, 0.08),
)
"""The share of a sentence's telling words that the page may say elsewhere, by how much it pitches at least. No sentence of
1,786 honest pages is over any of these lines but what tells of licences and commissions, nor are two together (2026-11)."""
_TOGETHER, _BESIDE, _REST = (limit(f"sentence.{name}") for name in ("together", "beside", "rest"))
_SOME = 0.5
"""Share of a paragraph that its links make up at most."""
_BRACKETED = re.compile(r"[（(][^()（）\n]{2,50}?\s?(?:https?://|(?=www\.))(?P<host>[\w.-]{4,40})[^()（）\s]{0,40}[)）]")
_ADDRESS = re.compile(r"(?:https?://|www\.)[\w./-]+")
_STOPS, _CRIES = frozenset(".。!！?？"), frozenset("!！?？")
_WORDS = 5
"""Words of a sentence that tells what it sells."""
_AT_MOST = 40
"""Paragraphs looked at on a page."""
_CONTEXT = 5
"""Long paragraphs, with this one, that a page has at least."""


@dataclass(frozen=True, slots=True)
class _Cut:
    """What would be taken out, its words, and how much it pitches."""

    repair: Repair
    said: frozenset[str]
    pitched: float


def planted(document: Document) -> Mapping[int, tuple[Repair, ...]]:
    """Take planted links and sentences out of the paragraphs that they stand in."""
    long = long_paragraphs(document)
    if len(long) < _CONTEXT:
        return {}
    said, own = said_on(document.written), registered(document.url)
    hints = hints_on(document.written)
    hinting = islice(((index, block) for index, block in long.items() if _hints(block, hints)), _AT_MOST)
    found = {index: [*_planted(block, own, said[block.text], hints[block.text])] for index, block in hinting}
    if not any(found.values()) or language_of("\n".join(block.text for block in long.values())) not in SPOKEN:
        return {}
    rests = {index: words_of(_without(document.blocks[index].text, cuts)) for index, cuts in found.items() if cuts}
    heard = Counter(chain.from_iterable(rests.get(at, said[block.text]) for at, block in enumerate(document.blocks)))
    strange = {index: [cut.repair for cut in cuts if _is_strange(cut, heard)] for index, cuts in found.items()}
    cuts = {index: tuple(apart(repairs, longest=True)) for index, repairs in strange.items() if repairs}
    return {index: repairs for index, repairs in cuts.items() if _is_own(document.blocks[index].text, repairs)}


def _without(text: str, cuts: Iterable[_Cut]) -> str:
    """A paragraph less what may have been planted in it: that vouches for nothing else that pitches."""
    for repair in apart([cut.repair for cut in cuts], longest=True):
        text = text.replace(repair.before, " ", 1)
    return text


def _is_own(text: str, repairs: Sequence[Repair]) -> bool:
    """Whether the rest of a paragraph is the page's: honest, or most of it and hardly a pitch. Else all of it was planted."""
    rest = text
    for repair in repairs:
        rest = rest.replace(repair.before, " ", 1)
    said = words_of(_ADDRESS.sub("", rest))
    return (len(said) >= _WORDS and is_honest(rest, said)) or (2 * len(rest) > len(text) and pitch_here(rest, said) < _REST)


def _is_strange(cut: _Cut, heard: Counter[str]) -> bool:
    """Whether the page says no word of a link elsewhere, of a sentence hardly one."""
    if cut.repair.rule == "injected.link":
        told = cut.said - SMALL_CHANGE
        if cut.pitched >= _LINK_CERTAIN and any(not heard[word] for word in told & telltale()):
            return True
        return sum(heard[word] > 0 for word in told) <= (_LINKED_HEARD * len(told) if cut.pitched >= _LINK_SURE else 0)
    most = next((share for line, share in _HEARD if cut.pitched >= line), 0.0)
    return strangeness(cut.said, heard) < most


def _hints(block: Block, hints: Mapping[str, frozenset[str]]) -> bool:
    """Whether a paragraph that is not mostly links has words by which a part of it may pitch, or addresses."""
    return block.link_density < _SOME and bool(hints[block.text] or _has_address(block.text))


def _has_address(text: str) -> bool:
    return "://" in text or "www." in text


def _planted(block: Block, own: str, said: frozenset[str], hints: frozenset[str]) -> Iterator[_Cut]:
    """The links, the addresses in brackets and the sentences of a paragraph that pitch, where its words are enough for that."""
    most = at_most(said)
    inside = [*_addresses(block.text, own), *(_links(block, own, hints) if most >= _LINK else ())]
    yield from inside
    for cut in _sentences(block.text, hints) if most >= _SENTENCE else ():
        if not inside or _pitches_without(cut, inside):
            yield cut


def _pitches_without(cut: _Cut, inside: Sequence[_Cut]) -> bool:
    """Whether a sentence speaks for a pitch without the links in it: else they alone were planted."""
    rest = cut.repair.before
    for link in inside:
        rest = rest.replace(link.repair.before, " ", 1)
    return rest == cut.repair.before or pitch_here(rest, words_of(rest), _BESIDE) >= _BESIDE


def _links(block: Block, own: str, hints: Collection[str]) -> Iterator[_Cut]:
    """The links to other hosts whose words pitch."""
    links = block.element.iter("a") if block.element is not None and block.link_chars else iter(())
    texts = ((link.get("href") or "", " ".join(link.text_content().split())) for link in islice(links, _AT_MOST))
    for href, words in ((href, words) for href, words in texts if any(hint in words.lower() for hint in hints)):
        if leads_away(href, own):
            yield from _pitching(block.text, words, _LINK)


def _addresses(text: str, own: str) -> Iterator[_Cut]:
    """The addresses of other hosts in brackets with words beside them."""
    for match in islice(_BRACKETED.finditer(text), _AT_MOST) if _has_address(text) else ():
        if leads_away(f"//{match['host']}", own):
            yield from _pitching(text, match.group(), _ADDRESSED)


def _pitching(text: str, part: str, least: float) -> Iterator[_Cut]:
    """What takes a part out of a text that stands there once and pitches."""
    said = frozenset(words_of(_ADDRESS.sub("", part)))
    if len(said) >= 2 and _LINKED[0] <= len(part) <= _LINKED[1] and text.count(part) == 1:
        pitched = pitch_here(part, said, least)
        if pitched >= least:
            at = text.index(part)
            yield _Cut(_cut(text, at, at + len(part)), said, pitched)


def _sentences(text: str, hints: Collection[str]) -> Iterator[_Cut]:
    """The sentences among others that pitch, and those that do so two by two."""
    spans = sentences(text)
    alone = [_weighed(text, start, end, hints) for start, end in spans] if len(spans) > 1 else []
    found = [_led(text, spans, at, cut) for at, cut in enumerate(alone) if cut.pitched >= _SENTENCE]
    for (start, _), (_, end), one, other in zip(spans, spans[1:], alone, alone[1:], strict=False) if len(spans) > 2 else ():
        if max(one.pitched, other.pitched) > NEVER and min(one.pitched, other.pitched) >= _BESIDE:
            both = _weighed(text, start, end, hints)
            found += [both] if both.pitched >= max(_TOGETHER, one.pitched, other.pitched) else []
    yield from found


def _led(text: str, spans: Sequence[tuple[int, int]], at: int, cut: _Cut) -> _Cut:
    """A sentence with the short question or cry before it, if that may pitch too."""
    start, end = spans[at - 1] if at else (0, 0)
    lead = text[start:end].strip()
    said = words_of(lead)
    if not lead or lead[-1] not in _CRIES or len(said) >= _WORDS or is_honest(lead, said):
        return cut
    return replace(cut, repair=replace(cut.repair, start=start, before=text[start : cut.repair.end]))


def _weighed(text: str, start: int, end: int, hints: Collection[str]) -> _Cut:
    """A stretch of a text and how much it pitches; never, where it is short or has none of the words that tell."""
    part = text[start:end]
    said = frozenset(words_of(part)) if any(map(part.lower().__contains__, hints)) else frozenset[str]()
    pitched = pitch_here(part, said, _BESIDE) if len(said) >= _WORDS else NEVER
    return _Cut(Repair(start, end, part, "", "injected.sentence"), said, pitched)


def _cut(text: str, start: int, end: int) -> Repair:
    """The repair that takes a run out, with one of the spaces around it, and the stop behind it if it was a sentence."""
    end += text[end : end + 1] in _STOPS and text[:start].rstrip()[-1:] in _STOPS
    spaced = start > 0 and text[start - 1] == " " and text[end : end + 1] in {" ", ""}
    return Repair(start - spaced, end, text[start - spaced : end], "", "injected.link")
