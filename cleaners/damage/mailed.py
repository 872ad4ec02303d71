r"""Letters as mail writes them, which had seven bits: encoded words, quoted bytes, Chinese between ``~{`` and ``~}``."""

import re
from base64 import b64decode
from collections.abc import Iterator
from itertools import islice
from quopri import decodestring

from cleaners.damage.leaked import ABOUT_CODE
from cleaners.ledger import Repair
from cleaners.text.page_text import SAMPLE, PageText

_WORD = r"=\?([A-Za-z][\w-]{1,20})\?([BbQq])\?([!->@-~]{1,400}+)\?="
_ENCODED = re.compile(_WORD)
_IN_A_ROW = re.compile(rf"{_WORD}(?: ?{_WORD}){{0,20}}")
"""Of what stands in a row a character may begin in one and end in the next; the space between is none."""
_SEVEN_BITS = re.compile(r"~\{(?:[!-w][!-~]){1,200}~\}")
_GENITIVE = re.compile(r"(?<=[a-z])=92(?=(?:s|t|re|ve|ll|d|m)\b)")
"""An apostrophe of Windows within a word: no sum and no setting has it."""
_QUOTED = re.compile(r"(?:(?<=[A-Za-z,.!?])|(?<= )|^)=[89A-F][0-9A-F](?=[A-Za-z\s,.;:!?)]|$)|=20(?=\s|$)|=2E(?=\s|$)|=3D", re.M)
_SPACES = re.compile(r"(?<=[a-z.,])=20(?=\s|$)", re.M)
_HABIT = 2
"""Spaces at the ends of lines that mail would lose, which show that it wrote them."""
_SIGNS = ("?=", "=92", "=20")
"""One of these stands in whatever has an equals sign."""
_PLACES = 1_000
"""Places of each that are read."""


def mailed(text: str, page: PageText) -> Iterator[Repair]:
    """Read what mail encoded and nobody decoded; whoever writes about mail means it.

    >>> [repair.after for repair in mailed("=?UTF-8?B?5rW36L65?= It=92s a caf=E9, ~{5gS0~}", PageText())]
    ['海边', '电影', '’', 'é']
    """
    signed = ("=" in text and any(sign in text for sign in _SIGNS)) or "~}" in text
    if not signed or page.code or ABOUT_CODE.search(text, 0, SAMPLE):
        return
    for match in islice(_IN_A_ROW.finditer(text), _PLACES) if "?=" in text else ():
        yield from _read(match, _decoded(match.group()))
    for match in islice(_SEVEN_BITS.finditer(text), _PLACES) if "~}" in text else ():
        yield from _read(match, _text_of(match.group().encode(), "hz"))
    spaces = islice(_SPACES.finditer(text), _HABIT) if "=20" in text else ()
    if ("=92" in text and _GENITIVE.search(text)) or len(list(spaces)) == _HABIT:
        for match in islice(_QUOTED.finditer(text), _PLACES):
            yield from _read(match, _text_of(bytes.fromhex(match.group()[1:]), "cp1252"))


def _read(match: re.Match[str], after: str) -> Iterator[Repair]:
    if after and after.isprintable():
        yield Repair(*match.span(), match.group(), after, "damage.escaped_letter")


def _decoded(words: str) -> str:
    """What encoded words in a row say; nothing where they are none."""
    found = _ENCODED.findall(words)
    try:
        raw = b"".join(b64decode(said) if how in "Bb" else decodestring(said, header=True) for _, how, said in found)
    except ValueError:
        return ""
    return _text_of(raw, found[0][0])


def _text_of(raw: bytes, charset: str) -> str:
    try:
        return raw.decode(charset)
    except (LookupError, UnicodeError):
        return ""
