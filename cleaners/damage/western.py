"""English read in another Western character set: its contractions say which, for no language writes itís and donÕt."""

import re
from collections.abc import Iterator
from itertools import islice

from cleaners.ledger import Repair
from cleaners.text.page_text import MOST, PageText, characters, tells_of_encodings

_WAYS = {"í": ("mac-roman", "cp1252"), "Õ": ("cp1252", "mac-roman"), "Æ": ("cp437", "cp1252")}
"""How the apostrophe shows, the set that shows it so and the one that was meant: Macintosh, Windows, DOS."""
_PROOF = re.compile(r"([íÕÆ])(?:(?<=[a-z]n.)t|(?<=[Iuey].)(?:ve|re|ll|m)|(?<=[Ii]t.)s|(?<=at.)s|(?<=he.)s)\b")
_PROOFS = 2
"""Contractions that show it which a page has at least."""
_ODD = re.compile("[^\x00-\x7f]{1,8}")
_MARKS = frozenset("‘’“”–—…€£")
_SAMPLE = 300_000
"""Characters of a page that are looked through for contractions."""


def western(text: str, page: PageText) -> Iterator[Repair]:
    """Read the characters of an English page in the set that makes apostrophes of what stands inside its contractions.

    >>> page = PageText("Itís a pity. I donít go to cafÈs, ìweíre closedî.")
    >>> [repair.after for repair in western(page.text, page)]
    ['’', '’', 'é', '“', '’', '”']
    """
    if "’" in text or _WAYS.keys().isdisjoint(characters(text)):
        return
    found = [match[1] for match in islice(_PROOF.finditer(page.text, 0, _SAMPLE), MOST)]
    shown = max(_WAYS, key=found.count)
    if found.count(shown) < _PROOFS or tells_of_encodings(page):
        return
    for match in islice(_ODD.finditer(text), MOST):
        try:
            after = match.group().encode(_WAYS[shown][0]).decode(_WAYS[shown][1])
        except UnicodeError:
            continue
        if _fits(after, text[max(0, match.start() - 1) : match.start()], text[match.end() : match.end() + 1]):
            yield Repair(*match.span(), match.group(), after, "damage.mojibake")


def _fits(after: str, before: str, behind: str) -> bool:
    """Whether letters and marks stand where they may: no capital and no quote but an apostrophe within a word."""
    if before.islower() and behind.islower():
        return all(char.islower() or char == "’" for char in after)
    return all(char.isalpha() or char in _MARKS for char in after) and not (before.islower() and after[0].isupper())
