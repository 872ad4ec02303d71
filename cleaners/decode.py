"""Turn the bytes of a page into text, whatever its header and its meta element claim."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from w3lib.encoding import html_body_declared_encoding, http_content_type_encoding, read_bom

from cleaners.text.alphabets import by_alphabet
from cleaners.text.plausible import plausibility

_LEGACY = ("gb18030", "big5hkscs", "cp932", "euc_jp", "cp949", "cp1252")
"""What pages of our field come in besides UTF-8; earlier wins a tie."""

_WESTERN = frozenset(("cp1252", "iso8859-1", "latin-1"))
"""What bytes are taken for that are nothing else, and declared by those who never thought of it."""

_CYRILLIC = frozenset(("cp1251", "koi8-r", "koi8-u", "cp866", "iso8859-5"))
"""What is taken for one another."""
_SAMPLE = 6000
"""Bytes of prose on which readings are compared."""

_DECLARED_BONUS = 0.2
"""What a declared encoding is worth against one that scores higher. The wrong one scores lower by 0.5 and more on 40 bytes."""

_PLAUSIBLE = 0.4
"""Least score at which a stretch of another encoding inside UTF-8 is read as that; real ones score 0.7 and more."""

_CONTROLS = bytes({*range(1, 9), 11, *range(14, 27), *range(28, 32)})
_BINARY = 0.03
"""Share of control characters from which bytes are no text: pictures and archives have a tenth, pages none."""

_FEW = 64
"""Control characters that a broken page may have."""

_PROSE = re.compile(rb"(?<=[\s>\"'])[\x80-\xff][^<\"]*|(?<=[a-zA-Z])[\x80-\xff][^<\"]*")
_BY_CHANCE = 4
"""Bytes of UTF-8 for each that is none from which text is UTF-8 with faults: another encoding has one for three or fewer."""
_IN_LATIN = re.compile(r"[a-z][\u3400-\u9fff]|[\u3400-\u9fff][a-z]")
_HAN = re.compile(r"[\u3400-\u9fff]")
_PIECE = re.compile(rb"<?[^<]*")
"""A tag and the text behind it."""
_BUDGET, _LEAST = 100_000, 100
"""Bytes of such stretches that are compared, and what one counts at least; what is left is read as the last."""
_PIECES, _MOST = 3, 2_000
"""Pieces of UTF-8 for each that is none, of a page that says that it is UTF-8, and how many of it are looked at."""
_SURELY_UTF8 = re.compile(rb"(?:[\xe3-\xe9][\x80-\xbf]{2}){4}")
"""Four Chinese characters: no other encoding has so many low bytes behind so few leading ones."""
_PAIR, _NUL = re.compile(rb"\xed[\xa0-\xaf][\x80-\xbf]\xed[\xb0-\xbf][\x80-\xbf]"), b"\xc0\x80"
"""How Java and old databases write what is beyond the first plane, and what they write for nothing."""
_MULTIBYTE = re.compile(rb"[\xc2-\xf4][\x80-\xbf]+")


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a page and the name of the encoding that gave it."""

    text: str
    encoding: str
    declared: str | None = None
    """What the header or the meta element said, when it was another one; None where the bytes are sound UTF-8 by themselves."""


def decode(html: bytes, content_type: str = "") -> Decoded:
    """Decode a page. Bytes that are valid UTF-8 are UTF-8, else the readings are compared. Never raises.

    What is no text, a picture or a PDF that was served as a page, is an empty text in the encoding ``binary``.

    >>> decode("<p>电影节开幕，导演谈新片</p>".encode("gbk"), "text/html; charset=utf-8").text
    '<p>电影节开幕，导演谈新片</p>'
    """
    marked, bom = read_bom(html)
    if marked is not None and bom is not None:
        html = html[len(bom) :]
    wide = marked if marked and not marked.startswith("utf-8") else _sixteen_bits(html)
    binary = wide is None and _is_binary(html[:4096])
    text = None if wide or binary else _sound_utf8(html)
    if text is not None:
        return Decoded(text, "utf-8")
    claims = _claims(html, content_type)
    if binary:
        encoding, text = "binary", ""
    elif wide:
        encoding, text = wide, html.decode(wide, "replace")
    else:
        encoding = _choose(html, claims)
        text = "".join(_mixed(html, claims) if encoding == "utf-8" else _inlaid(html, encoding))
    return Decoded(text, encoding, next((claim for claim in claims if claim != encoding), None))


def _claims(html: bytes, content_type: str) -> tuple[str, ...]:
    """What the header and the meta element say, each a codec that Python knows."""
    found = (http_content_type_encoding(content_type), html_body_declared_encoding(html))
    return tuple(dict.fromkeys(claim for claim in found if claim))


def _is_binary(head: bytes) -> bool:
    return head.startswith(b"%PDF-") or len(head) - len(head.translate(None, _CONTROLS)) > max(_FEW, _BINARY * len(head))


def _sixteen_bits(html: bytes) -> str | None:
    """UTF-16 without a mark: markup is ASCII, so every other byte of it is 0."""
    head = html[:400]
    even, odd = head[::2].count(0), head[1::2].count(0)
    if max(odd, even) < len(head) // 16 + 2 or 2 * min(odd, even) > max(odd, even):
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _sound_utf8(html: bytes) -> str | None:
    """The text of a page that is UTF-8 throughout, as most are; None for any other, and for Japanese in seven bits."""
    if html.isascii() and b"\x1b$" in html:
        return None
    try:
        return html.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _choose(html: bytes, claims: tuple[str, ...]) -> str:
    """The encoding of a page that is no sound UTF-8."""
    if html.isascii():
        return next((claim for claim in claims if "2022" in claim), "iso2022_jp")
    sound = _mostly_utf8(html) or ("utf-8" in claims and _piecewise_utf8(html))
    return "utf-8" if sound else _best(_prose(html), claims)


def _best(sample: bytes, claims: tuple[str, ...]) -> str:
    """The likeliest of the declared and the usual encodings that are not UTF-8."""
    choices = [claim for claim in dict.fromkeys((*claims, *_LEGACY)) if claim != "utf-8"]
    scores = {encoding: _score(sample, encoding) for encoding in choices}
    best = max(choices, key=lambda encoding: scores[encoding] + _DECLARED_BONUS * (encoding in claims))
    unsure = best in _WESTERN or best in _CYRILLIC or scores[best] < _PLAUSIBLE
    return (by_alphabet(sample) if unsure else None) or best


def _mostly_utf8(html: bytes) -> bool:
    """Whether the bytes are UTF-8, but for a cut end or a few parts that came from elsewhere."""
    try:
        html.decode("utf-8")
    except UnicodeDecodeError as error:
        rest = html[error.end :]
        if rest.isascii() and len(rest) < 8:
            return bool(_MULTIBYTE.search(html[: error.start]))
    return _outnumbered(html)


def _outnumbered(html: bytes) -> bool:
    """Whether more bytes make characters of UTF-8 than can by chance, beside those that make none."""
    text = html.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    return sum(len(char.encode()) for char in text if char > "\x7f") - 3 * broken > _BY_CHANCE * broken


def _piecewise_utf8(html: bytes) -> bool:
    """Whether most pieces beyond ASCII are UTF-8: one block of something else is longer than all quotes of an English page."""
    pieces = list(islice((piece for match in _PIECE.finditer(html) if not (piece := match.group()).isascii()), _MOST))
    broken = sum(_sound_utf8(piece) is None for piece in pieces)
    return len(pieces) - broken >= _PIECES * max(1, broken)


def _mixed(html: bytes, claims: tuple[str, ...]) -> Iterator[str]:
    """Read UTF-8 with faults; a stretch of it that is something else is read as that, where this makes sense."""
    html = _PAIR.sub(_paired, html).replace(_NUL, b"")
    budget, usual = _BUDGET, "utf-8"
    for piece in _PIECE.findall(html):
        try:
            yield piece.decode("utf-8")
        except UnicodeDecodeError:
            if _outnumbered(piece):
                yield piece.decode("utf-8", "replace")
                continue
            if budget > 0:
                budget -= len(piece[:_SAMPLE]) + _LEAST
                usual = _stretch(piece[:_SAMPLE], claims)
            yield piece.decode(usual, "replace")


def _stretch(sample: bytes, claims: tuple[str, ...]) -> str:
    """The encoding of a stretch that is no UTF-8; that, where no other makes sense."""
    best = _best(sample, claims)
    return best if _score(sample, best) > _PLAUSIBLE else "utf-8"


def _paired(match: re.Match[bytes]) -> bytes:
    return match.group().decode("utf-8", "surrogatepass").encode("utf-16", "surrogatepass").decode("utf-16").encode()


def _inlaid(html: bytes, encoding: str) -> Iterator[str]:
    """Read a page of another encoding; a piece of it that can only be UTF-8, of a template or a feed, is read as that."""
    for piece in _PIECE.findall(html) if _SURELY_UTF8.search(html) else (html,):
        try:
            yield piece.decode("utf-8" if _SURELY_UTF8.search(piece) else encoding)
        except UnicodeDecodeError:
            yield piece.decode(encoding, "replace")


def _prose(html: bytes) -> bytes:
    """Stretches of text beyond ASCII, from the page's beginning and, being longest there, from its prose."""
    pieces: list[bytes] = []
    size = 0
    for match in _PROSE.finditer(html):
        pieces.append(match.group()[:400])
        size += len(pieces[-1])
        if size > _SAMPLE:
            break
    return b"\n".join(pieces) or html[:_SAMPLE]


def _score(sample: bytes, encoding: str) -> float:
    try:
        text = sample.decode(encoding, "replace")
    except (LookupError, UnicodeError):  # no set of characters: hex, idna
        return -9.0
    amid = 2 * len(_IN_LATIN.findall(text)) > len(_HAN.findall(text))  # curly quotes that took a letter with them
    return plausibility(text) - amid
