"""Site templates: where the pages of one site keep their article, and which parts of them are only furniture.

A template is data: learned by ``learning``, handed to ``clean_page`` as a hint, followed by ``short_way``.
"""

import hashlib
import re
from dataclasses import dataclass
from enum import StrEnum


class Place(StrEnum):
    """What stands at a place of a site's pages."""

    BODY = "body"
    OTHER = "other"
    """Known, and no body: what cleaning makes data of (a headline, a caption, comments), and what stands beside that."""
    MIXED = "mixed"
    """Body on some pages and none on others."""
    FURNITURE = "furniture"
    """Nothing that an article needs, nor anything below it."""


@dataclass(frozen=True, slots=True)
class Template:
    """The places of one kind of page, a site's addresses of one shape. Hashable, and the same bytes whenever it is learned."""

    site: str
    """The host and the shape of the addresses."""
    version: int
    places: tuple[tuple[str, Place], ...]
    """Steps from the page's root, such as ``body > div.page > main > p``, in their order."""
    repeated: frozenset[str] = frozenset()
    """Digests of blocks in the body that many pages of the site have word for word."""
    least: int = 0
    """The weight of the shortest body that it was learned from."""

    def __str__(self) -> str:
        return f"{self.site} v{self.version}"


def shape_of(url: str) -> str:
    """A site and the shape of its address: pages of one shape tend to be made alike.

    >>> shape_of("https://www.film.example/review/2026/11/21/the-lighthouse-1999.html?id=3")
    'film.example/review/N/N/N/*.html?id'
    """
    host, _, rest = re.sub(r"^\w+://(?:www\.)?", "", url.partition("#")[0]).partition("/")
    path, _, query = rest.partition("?")
    names = "&".join(sorted(pair.partition("=")[0] for pair in query.split("&") if pair))
    return f"{host}/{'/'.join(map(_shape, path.split('/')))}{'?' if names else ''}{names}"


def digest(text: str) -> str:
    """A short name for a block's text."""
    return hashlib.blake2b(text.encode("utf-8", "replace"), digest_size=8).hexdigest()


_PLAIN = re.compile(r"[a-z]+(?:\.[a-z]+)?", re.I)
_FORM = re.compile(r"\.[a-z]+$", re.I)


def _shape(part: str) -> str:
    if part.isdigit():
        return "N"
    form = _FORM.search(part)
    return part if not part or _PLAIN.fullmatch(part) else f"*{form[0] if form else ''}"
