"""Tell in which single-byte encoding a text of another alphabet was written, by its commonest letters."""

import re

WINDOWS = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
"""What Windows shows of the bytes 80 to 9f."""
_COMMON = {
    "cp1251": "оеаинтсрвлкмдпуяыьгзі",
    "koi8_r": "оеаинтсрвлкмдпуяыьгзі",
    "cp866": "оеаинтсрвлкмдпуяыьгзі",
    "iso8859_5": "оеаинтсрвлкмдпуяыьгзі",
    "cp1253": "αιοετσςνηυρκπλμωόίάέή",
    "cp1256": "اليمنورتبهعدسفةكقحجأش",
    "iso8859_6": "اليمنورتبهعدسفةكقحجأش",
    "cp1255": "יוהלאתרשבמנםחעקדפכטגסן",
    "cp874": "านรอกเงมยลวสดทตะปคจหพช่้ัีิุู์ไแใโข",
}
"""By encoding, the letters that make up some nine tenths of any text in the languages it is for; earlier wins a tie."""
_LATIN = (
    ("mac_roman", re.compile(r"[a-z]Õ(?:s|t|re|ve|ll|d|m)\b"), re.compile("[’ôöäü]")),
    ("iso8859_2", re.compile("[a-z][±¶¼][a-z]"), re.compile("[²ß]")),
    ("cp1250", re.compile("[a-z][¹³¿œ][a-z]"), re.compile("[²ß]")),
    ("cp1254", re.compile("[a-zçöü][ýðþ]|þ[a-zç]"), re.compile("[áíóúæåøãõñ]")),
)
"""Encodings of other Latin letters, what Western ones show of their words, and what their languages never show."""
_LEAST = 0.75
"""Share of the commonest letters: right readings have 0.83 and more, wrong ones 0.62 at most."""
_ASCII = bytes(range(128))
_FEW = 20
"""Characters beyond ASCII from which on this can be told."""
_TWICE = 2
_AMID = re.compile(rb"[a-zA-Z][\x80-\xff]|[\x80-\xff][a-zA-Z]")
"""A letter of another alphabet hardly stands beside one of ours; accented ones do."""


def by_alphabet(sample: bytes) -> str | None:
    """The encoding of bytes that are no ASCII, None where neither alphabet nor words tell one.

    >>> by_alphabet("Режиссёр сказала, что хотела снять фильм не о море, а об ожидании".encode("koi8-r"))
    'koi8_r'
    """
    shares = {encoding: _share(sample, encoding, set(common)) for encoding, common in _COMMON.items()}
    best = max(shares, key=lambda encoding: shares[encoding])
    if shares[best] >= _LEAST and 4 * len(_AMID.findall(sample)) < len(sample.translate(None, _ASCII)):
        return best
    western = sample.decode("cp1252", "replace")
    return next(
        (name for name, own, never in _LATIN if len(own.findall(western)) >= _TWICE and not never.search(western)), None
    )


def _share(sample: bytes, encoding: str, common: set[str]) -> float:
    odd = [char for char in sample.decode(encoding, "replace") if char > "\x7f" and char not in "«»“”„‘’—–…№\xa0\u200c\u200d"]
    return sum(char in common for char in odd) / len(odd) if len(odd) >= _FEW else 0.0
