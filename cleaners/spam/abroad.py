"""Paragraphs in another language than their page's, which speak of something else and promise figures."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import chain

from cleaners.document import Document
from cleaners.language import language_of
from cleaners.spam.limits import limit
from cleaners.spam.pitch import LONGEST, SPOKEN, pitch
from cleaners.spam.surroundings import Part, Surroundings
from cleaners.spam.words import words_of
from cleaners.text.page_text import characters

_SHORTEST, _LONG, _WORDS = 20, 60, 8
"""Letters of a paragraph that tell its language by their script; letters and words of one that its words must tell."""
_CONTEXT = 5
"""Paragraphs that a page has at least for its language to be known."""
_COMMON, _OFTEN = 25, 0.2
"""How many of a page's commonest words are its language, and the share of its paragraphs that have each. Of 55,027 honest
paragraphs 97 have none of them and are strangers besides, nearly all of a few words (2026-11)."""
_KNOWN, _LISTED = 8, 4
"""Common words that a page has at least for its language to be known; words to a comma that prose has at least."""
_NEW = 0.3
"""Share of its letters in a script that is not the page's, from which a paragraph is in another."""
_FEW, _RARE = 2, 0.1
"""How many of a page's paragraphs, and what share of them, have a letter of a script that is not its own."""
_HEARD = 0.05
"""Share of its telling words that the page may say."""
_LETTERS = 0.7
"""Share of a paragraph that letters make up: addresses, code and tables have less."""
_PROMISES = re.compile(r"[!！%$€£¥]|(?<![\d/.:-])(?!(?:19|20)\d\d)\d{2,6}(?![\d/.:年月日-])")
_QUOTED = frozenset("\"'“”‘«„「『《—–-©")
"""What a line begins with that somebody says, that an article cites, that tells whose it is."""
_FAINT = limit("foreign")
"""How much a paragraph pitches at least that does not promise several things, or is in a language whose pitches are known."""
_AT_MOST = 4
"""Such paragraphs of a page at most: one that has more says the same in two languages."""
_LATIN = "\u024f"
_ASCII = frozenset(map(chr, range(128)))
_WAY = re.compile(r"\d ?(?:分|階|年|月|日|時|号|番|회|년|월|일|층|분)")
"""Figures that tell a way, a floor, a date."""
_STOPS = frozenset(".!?。！？…")
_SPACED = 0.08
"""Share of a text that its spaces make up where they part words."""


def foreigners(document: Document, around: Surroundings) -> Iterator[Part]:
    """Paragraphs in another language than their page's that speak of nothing that it speaks of; no more than a few."""
    found = [part for part in _strangers(document, around) if around.is_abroad(part.text) and _is_pitch(part.text)]
    yield from found if len(found) <= _AT_MOST else ()


def _strangers(document: Document, around: Surroundings) -> Iterator[Part]:
    """Paragraphs that have none of their page's commonest words, or letters, and of whose words the page says none."""
    texts = (document.blocks[index].text for index in sorted(around.visible))
    own = [text for text in texts if len(text) >= _SHORTEST]
    strange = [part for part in _unheard(document, around) if _speaks(part.text)] if len(own) >= _CONTEXT else []
    if not strange:
        return
    tokens = _tokens("".join(own))
    common = _commonest(list(map(tokens, own)))
    is_new = _in_new_script(own) if _beyond_latin(document) else lambda _: False
    for part in strange:
        spoken = _is_prose(part.text) and len(common) >= _KNOWN and common.isdisjoint(tokens(part.text))
        if spoken or is_new(part.text):
            yield part


def _unheard(document: Document, around: Surroundings) -> Iterator[Part]:
    """Paragraphs, and on a page with letters that are not Latin lines with such, of whose words the page says none."""
    beyond = _beyond_latin(document)
    for index in around.doubtful:
        text = document.blocks[index].text
        if (_is_prose(text) or (beyond and not text.isascii())) and around.heard(index) <= _HEARD:
            yield Part((index,), text)


def _commonest(said: Sequence[set[str]]) -> set[str]:
    """The commonest words, or letters, of paragraphs: such as many of them have."""
    counts = Counter(chain.from_iterable(said))
    often = [(-number, token) for token, number in counts.items() if number >= _OFTEN * len(said)]
    return {token for _, token in sorted(often)[:_COMMON]}


def _is_pitch(text: str) -> bool:
    """Whether a stranger pitches, or promises several things; in a language whose pitches are known he must pitch."""
    known = language_of(text) in SPOKEN
    promises = {match.group() for match in _PROMISES.finditer(_WAY.sub("", text[:LONGEST]))} if not known else ()
    return len(promises) >= 2 or "%" in promises or pitch(text, words_of(text), _FAINT) >= _FAINT


def _is_prose(text: str) -> bool:
    """Whether a text is a paragraph: it has words enough, ends as one, and is no list."""
    words = len(text.split()) if len(text) >= _LONG and text[-1] in _STOPS else 0
    return words >= _WORDS and _LISTED * text.count(",") <= words


def _speaks(text: str) -> bool:
    """Whether a text is prose of its own: neither cited nor code."""
    spelled = sum(map(_is_letter, text)) if len(text) <= LONGEST and text[0] not in _QUOTED else 0
    return spelled >= max(_SHORTEST, _LETTERS * (len(text) - text.count(" ")))


def _tokens(text: str) -> Callable[[str], set[str]]:
    """What takes a text's words; where spaces do not part them, its characters."""
    if text.count(" ") >= _SPACED * len(text):
        return lambda part: set(part.lower().split())
    return lambda part: {char for char in part if char.isalpha()}


def _beyond_latin(document: Document) -> bool:
    """Whether a page has any letter that is not Latin: most have none, and no paragraph in a script of its own."""
    return any(char > _LATIN and _is_letter(char) for char in characters(document.written.said))


def _in_new_script(own: Sequence[str]) -> Callable[[str], bool]:
    """What tells texts with many letters in no script of a page's own: not Latin ones, which stand on pages in every script."""
    written = Counter(chain.from_iterable(_scripts(text) for text in own if not text.isascii()))
    scripts = {script for script, number in written.items() if number > max(_FEW, _RARE * len(own))}

    def is_new(text: str) -> bool:
        if text.isascii() or scripts.issuperset(_scripts(text)):
            return False
        spelled = list(filter(_is_letter, text[:LONGEST]))
        return bool(spelled) and sum(char > _LATIN and _script(char) not in scripts for char in spelled) >= _NEW * len(spelled)

    return is_new


def _is_letter(char: str) -> bool:
    """Whether a character is a letter, or a sign for a vowel in a script that has such."""
    return char.isalpha() or "\u0900" <= char <= "\u0eff"


def _scripts(text: str) -> set[int]:
    """The scripts of a text but ASCII: to ask a few quotes for theirs costs nothing beside asking every letter."""
    return set(map(_script, set(text).difference(_ASCII)))


def _script(char: str) -> int:
    """A number for a letter's script: all Han have one, as have all letters of Hangul; of others every 128 places.

    >>> _script("影") == _script("電") != _script("の")
    True
    """
    code = ord(char)
    return 0x3400 if 0x3400 <= code <= 0x9FFF else 0xAC00 if 0xAC00 <= code <= 0xD7AF else code >> 7
