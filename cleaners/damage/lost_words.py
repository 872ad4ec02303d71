"""Words that lost letters to a question mark, and the whole words that they can only have been."""

from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files

from cleaners.text.page_text import PageText, characters
from cleaners.text.runs import runs_of

_letters = runs_of(r"[^\W\d_]")
_CHARSETS = ("ascii", "gbk", "latin-1")
"""What a page may have gone through; each lacks other letters."""
_SAMPLE = 100_000
"""Characters of a page whose words are known."""
_ACCENTED = 2_500
"""Accented words of it at most: twice as many as so much French has."""
_LONG = 24
"""Letters of the longest word looked at."""
_FRONT = 6
"""Letters of a word whose first may be missing: before a shorter one a quote may have stood."""


def whole_word(torn: str, page: PageText) -> str | None:
    """The only word known that has letters beyond ASCII where a torn one has question marks: of the page, else of all.

    >>> whole_word("Fran?ais", PageText()), whole_word("expos?", PageText())
    ('Français', None)
    """
    lowered = torn.lower()
    if torn[0] == "?" and len(torn) < _FRONT:
        return None
    own = _of_page(page.text).get(lowered, frozenset())
    known = own or _vocabulary().get(lowered, frozenset()) or _plural(lowered)
    if len(known) != 1:
        return None
    word = next(iter(known))
    letters = map(_capital, word) if torn.isupper() else word
    return "".join(letter if char == "?" else char for char, letter in zip(torn, letters, strict=True))


def _capital(letter: str) -> str:
    """A letter's capital; ß, whose capital is two, as it is."""
    return letter.upper() if len(letter.upper()) == 1 else letter


def _plural(lowered: str) -> frozenset[str]:
    """A known word with an ``s`` behind it."""
    known = _vocabulary().get(lowered[:-1], frozenset()) if lowered.endswith("s") and lowered[-2:] != "?s" else frozenset()
    return frozenset(f"{word}s" for word in known)


@lru_cache(maxsize=1)
def _words() -> tuple[str, ...]:
    return tuple((files("cleaners") / "data" / "accented_words.txt").read_text("utf-8").split())


@lru_cache(maxsize=1)
def _vocabulary() -> dict[str, frozenset[str]]:
    return _by_torn_form(_words())


@lru_cache(maxsize=4)
def _of_page(text: str) -> dict[str, frozenset[str]]:
    text = text[:_SAMPLE]
    if not any(map(str.isalnum, characters(text))):
        return {}
    pieces = dict.fromkeys(text.split())
    torn = " ".join(piece for piece in pieces if not piece.isascii())
    accented = [word for word in dict.fromkeys(_letters(torn)) if len(word) <= _LONG and not word.isascii()][:_ACCENTED]
    words = frozenset(_letters(" ".join(pieces))) if accented else frozenset()
    return _by_torn_form(f"{word}=" if word[:-1] in words else word for word in accented)


def _by_torn_form(words: Iterable[str]) -> dict[str, frozenset[str]]:
    """Words under their torn forms; one marked with ``=`` only under those that keep its last letter."""
    given = tuple(words)
    plain = [word.rstrip("=") for word in given]
    found: dict[str, set[str]] = {}
    for charset in _CHARSETS:
        torn_words = "\n".join(plain).encode(charset, "replace").decode(charset).lower().split("\n")
        for torn, word, marked in zip(torn_words, plain, given, strict=False):
            if "?" in torn and torn.strip("?") and not (marked != word and torn.endswith("?")):
                found.setdefault(torn, set()).add(word.lower() if word.islower() else word)
    return {torn: _one_spelling(forms) for torn, forms in found.items()}


def _one_spelling(forms: set[str]) -> frozenset[str]:
    """One of two that differ by a capital only."""
    return frozenset({form.lower(): form for form in sorted(forms)}.values() if len(forms) > 1 else forms)
