"""What two texts have in common, in numbers that can be kept: a hash of the words, for now."""

import re
import unicodedata

import xxhash

from cleaners.simplified import simplified

VERSION = 1
"""Stored beside every signature; a change of any constant or step below raises it."""

_TOKEN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003134f]|[^\W_\u3400-\u4dbf\u4e00-\u9fff]+")


def tokens(text: str) -> list[str]:
    """The words of a text without case, width, accents' coding, script or punctuation: a Han character is a word.

    >>> tokens("Ｔhe 電影, 2026!")
    ['the', '电', '影', '2026']
    """
    return _TOKEN.findall(simplified(unicodedata.normalize("NFKC", text).casefold()))


def text_hash(text: str) -> bytes | None:
    """Sixteen bytes that two texts share when they have the same words in the same order; None where there are none.

    >>> text_hash("It is out.") == text_hash("IT IS OUT"), text_hash("...")
    (True, None)
    """
    words = tokens(text)
    return xxhash.xxh3_128_digest("\x00".join(words).encode(errors="replace")) if words else None
