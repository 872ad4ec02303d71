"""Links and sentences that somebody put into an honest paragraph: they pitch what nothing else on the page speaks of."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, islice, pairwise

from cleaners.document import Document
from cleaners.language import language_of
from cleaners.ledger import Repair, apart
from cleaners.markup.tree import Block
from cleaners.sites.hosts import registered
from cleaners.spam.offers import SENTENCES, is_honest, pitch_here
from cleaners.spam.pitch import LONGEST, NEVER, SPOKEN, at_most, telltale
from cleaners.spam.spam import SMALL_CHANGE, words_of
from cleaners.spam.surroundings import said_on, strangeness

_PARAGRAPH, _PARAGRAPH_HAN = 120, 60
"""Characters of a paragraph that something may stand in unnoticed."""
_LINKED = (6, 60)
"""Characters of a link's words at least and at most."""
_LINK, _LINK_HAN, _SENTENCE = -3.0, -4.4, 0.5
"""How much a link to somebody else's page pitches at least, of whose words nobody says one; and a sentence."""
_HEARD = ((3.0, 0.6), (2.0, 0.4), (1.0, 0.25), (_SENTENCE, 0.1))
"""The share of a sentence's telling words that the page may say elsewhere, by how much it pitches at least. No sentence of
450 honest pages is over any of these lines (2026-11)."""
_REST = -3.5
"""How much the rest of a paragraph pitches at most in which something was planted."""
_SOME = 0.5
"""Share of a paragraph that its links make up at most."""
_BRACKETED = re.compile(r"[（(][^()（）\n]{2,50}?\s?(?:https?://|(?=www\.))(?P<host>[\w.-]{4,40})[^()（）\s]{0,40}[)）]")
_ADDRESS = re.compile(r"(?:https?://|www\.)[\w./-]+")
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
    long = {index: block for index, block in enumerate(document.blocks) if _is_long(block.text)}
    if len(long) < _CONTEXT:
        return {}
    said, own = said_on(document.written), registered(document.url)
    hinting = islice(((index, block) for index, block in long.items() if _hints(block, said[block.text])), _AT_MOST)
    found = {index: [*_planted(block, own, said[block.text])] for index, block in hinting}
    if not any(found.values()) or language_of("\n".join(block.text for block in long.values())) not in SPOKEN:
        return {}
    heard = Counter(chain.from_iterable(said[block.text] for block in document.blocks))
    strange = {index: [cut.repair for cut in cuts if _is_strange(cut, heard)] for index, cuts in found.items()}
    cuts = {index: tuple(apart(repairs, longest=True)) for index, repairs in strange.items() if repairs}
    return {index: repairs for index, repairs in cuts.items() if _is_own(document.blocks[index].text, repairs)}


def _is_own(text: str, repairs: Sequence[Repair]) -> bool:
    """Whether the rest of a paragraph is the page's: honest, or most of it and hardly a pitch. Else all of it was planted."""
    rest = text
    for repair in repairs:
        rest = rest.replace(repair.before, " ", 1)
    said = words_of(rest)
    return is_honest(rest, said) or (2 * len(rest) > len(text) and pitch_here(rest, said) < _REST)


def _is_strange(cut: _Cut, heard: Counter[str]) -> bool:
    """Whether the page says no word of a link elsewhere, of a sentence hardly one."""
    if cut.repair.rule == "injected.link":
        return not any(heard[word] > 1 for word in cut.said - SMALL_CHANGE)
    most = next((share for line, share in _HEARD if cut.pitched >= line), 0.0)
    return strangeness(cut.said, {word: heard[word] - 1 for word in cut.said}) < most


def _hints(block: Block, said: frozenset[str]) -> bool:
    """Whether a paragraph that is not mostly links has words by which a part of it may pitch."""
    return block.link_density < _SOME and not telltale().isdisjoint(said)


def _planted(block: Block, own: str, said: frozenset[str]) -> Iterator[_Cut]:
    """The links and sentences of a paragraph that pitch, where its words are enough for that."""
    hints, most = telltale() & said, at_most(said)
    if most >= _LINK_HAN:
        yield from _links(block, own, hints)
    if most >= _SENTENCE:
        yield from _sentences(block.text, hints)


def _is_long(text: str) -> bool:
    return _PARAGRAPH <= len(text) <= LONGEST or (_PARAGRAPH_HAN <= len(text) <= LONGEST and not text.isascii())


def _links(block: Block, own: str, hints: Collection[str]) -> Iterator[_Cut]:
    """The links to other hosts, and the addresses in brackets, whose words pitch."""
    links = block.element.iter("a") if block.element is not None and block.link_chars else iter(())
    texts = [(link.get("href") or "", " ".join(link.text_content().split())) for link in islice(links, _AT_MOST)]
    if "://" in block.text or "www." in block.text:
        texts += [(match["host"], match.group()) for match in islice(_BRACKETED.finditer(block.text), _AT_MOST)]
    for href, words in ((href, words) for href, words in texts if any(hint in words.lower() for hint in hints)):
        host = registered(href if "//" in href else f"//{href}")
        if host and host != own and _LINKED[0] <= len(words) <= _LINKED[1] and block.text.count(words) == 1:
            said = frozenset(words_of(_ADDRESS.sub("", words)))
            least = _LINK_HAN if max(words) > "\u2e80" else _LINK
            pitched = pitch_here(words, said, least) if len(said) >= 2 else NEVER
            if pitched >= least:
                at = block.text.index(words)
                yield _Cut(_cut(block.text, at, at + len(words)), said, pitched)


def _sentences(text: str, hints: Collection[str]) -> Iterator[_Cut]:
    """The sentences among others that pitch."""
    ends = [0, *(match.end() for match in SENTENCES.finditer(text)), len(text)]
    for start, end in pairwise(ends) if len(ends) > 2 else ():
        hinted = any(hint in text[start:end].lower() for hint in hints)
        said = frozenset(words_of(text[start:end])) if hinted else frozenset[str]()
        pitched = pitch_here(text[start:end], said, _SENTENCE) if len(said) >= _WORDS else NEVER
        if pitched >= _SENTENCE:
            yield _Cut(Repair(start, end, text[start:end], "", "injected.sentence"), said, pitched)


def _cut(text: str, start: int, end: int) -> Repair:
    """The repair that takes a run out, with one of the spaces around it."""
    spaced = start > 0 and text[start - 1] == " " and text[end : end + 1] in {" ", ""}
    return Repair(start - spaced, end, text[start - spaced : end], "", "injected.link")
