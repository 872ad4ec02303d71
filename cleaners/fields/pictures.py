"""What one picture of a page is: its address, wherever a script that loads it late keeps that, and its text."""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from cleaners.article import Image
from cleaners.document import Document
from cleaners.markup.structured import absolute

PICTURES = ("img", "amp-img")
_SOURCES = ("data-src", "data-original", "data-lazy-src", "src")
_SETS = ("data-srcset", "data-lazy-srcset", "srcset")
_LEAST = 60
"""Pixels, below which a picture is an icon."""
_SIZE = re.compile(r"(?:[-_](?:\d{2,4}x\d{2,4}|\d{3,4}w|scaled|e\d{10,13}))+$")
"""What kits add to the name of a file that they made smaller."""
_STAND_INS = ("loader", "loading", "placeholder", "spacer", "blank", "transparent", "lazy", "pixel.", "empty.")
"""Names of files that stand in for a picture until a script fetches it."""
_EXTENSION = re.compile(r"(?:\.\w{3,4})+$")
_LONGEST = 200
"""Letters of a file's name that are looked at."""


def picture_of(document: Document, image: HtmlElement) -> Image | None:
    """The picture that an element shows; None for an icon, and for one that has no address."""
    source = next(_sources(image), None)
    if source is None or _tiny(image):
        return None
    return Image(absolute(document.base, source), " ".join((image.get("alt") or "").split()) or None)


def file_of(url: str) -> str:
    """The name of a picture's file, alike for all sizes that it comes in.

    >>> file_of("https://i.example/2026/ferry-at-dawn-1024x683.jpg?w=800"), file_of("https://i.example/ferry-at-dawn.jpg.webp")
    ('ferry-at-dawn', 'ferry-at-dawn')
    """
    name = url.partition("?")[0].partition("#")[0].rpartition("/")[2]
    return _SIZE.sub("", _EXTENSION.sub("", name[-_LONGEST:]))


def _sources(image: HtmlElement) -> Iterator[str]:
    """The addresses of a picture, the one to believe first; of a set of sizes the first."""
    for name in (*_SOURCES, *_SETS):
        source = (image.get(name) or "").strip()
        if name in _SETS:
            source = re.split(r",?\s", source, maxsplit=1)[0]
        if source and not source.startswith("data:") and not _stands_in(source):
            yield source


def _stands_in(source: str) -> bool:
    file = source[source.rfind("/") + 1 :].lower()
    return any(name in file for name in _STAND_INS)


def _tiny(image: HtmlElement) -> bool:
    sizes = [image.get(name) or "" for name in ("width", "height")]
    return any(size.isascii() and size.isdigit() and int(size[:6]) < _LEAST for size in sizes)
