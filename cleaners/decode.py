"""Turn the bytes of a page into text."""

from dataclasses import dataclass

from w3lib.encoding import html_to_unicode


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a page and the name of the encoding that gave it."""

    text: str
    encoding: str


def decode(html: bytes, content_type: str = "") -> Decoded:
    """Decode a page by its byte-order mark, its header, its meta element or its bytes, in this order. Never raises."""
    encoding, text = html_to_unicode(content_type or None, html, auto_detect_fun=_guess)
    return Decoded(text, encoding)


def _guess(html: bytes) -> str:
    for encoding in ("utf-8", "gb18030"):
        try:
            html.decode(encoding)
        except UnicodeDecodeError:
            continue
        return encoding
    return "cp1252"
