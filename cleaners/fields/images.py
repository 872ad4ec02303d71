"""Find the pictures of an article: those among its paragraphs, those with its captions, the one that the page is shown by."""

import re
from collections.abc import Collection, Iterator

from lxml.html import HtmlElement

from cleaners.article import Found, Image
from cleaners.document import Document
from cleaners.fields.captions import read_captions
from cleaners.fields.pictures import PICTURES, file_of, picture_of
from cleaners.markup.elsewhere import elsewhere
from cleaners.markup.structured import main_articles, strings

_PARAGRAPH = 80
"""Characters of a block from which its neighbours are the article's pictures."""
_NAMED = 5
"""Letters of a file's name that tells one picture from others: not ``1.jpg``."""
_NAMES = 60
"""Names of files that are looked for at most: of a page that captions more pictures they stand in its text."""
_OF_SITE = re.compile(r"logo|default|favicon|avatar|share")
"""Files that a site shows all its pages by, though each is a picture."""


def read_images(document: Document) -> Found[tuple[Image, ...]]:
    """The pictures in the page's order, each once."""
    among = {image for home in _homes(document) for image in home.iter(*PICTURES)}
    captioned = {caption.image for caption in read_captions(document).value if caption.image}
    shown_by = {name for url in _told(document) if len(name := file_of(url)) >= _NAMED and not _OF_SITE.search(name)}
    names = sorted(shown_by | {file_of(url) for url in captioned})[:_NAMES]
    found: dict[str, Image] = {}
    for image in document.elements.of(*PICTURES):
        inside = image in among
        picture = picture_of(document, image) if inside or _names_one(image, names) else None
        if picture is not None and (
            inside or picture.url in captioned or (file_of(picture.url) in shown_by and not elsewhere(image))
        ):
            found.setdefault(picture.url, picture)
    return Found(tuple(found.values()))


def _names_one(image: HtmlElement, names: Collection[str]) -> bool:
    """Whether any address of a picture may be that of a file of these: most of a page's pictures are other stories'."""
    return any(name in value for value in image.values() for name in names)


def _homes(document: Document) -> set[HtmlElement]:
    """The elements in which the article's paragraphs stand side by side."""
    blocks = (document.blocks[index] for index in document.chosen)
    parents = (block.element.getparent() for block in blocks if block.element is not None and len(block.text) > _PARAGRAPH)
    return {parent for parent in parents if parent is not None and parent.tag not in ("body", "html")}


def _told(document: Document) -> Iterator[str]:
    """Where machines are told that the page's picture is."""
    for name in ("og:image", "twitter:image"):
        yield from document.structured.meta.get(name, ())
    for item in main_articles(document.structured):
        yield from strings(item.get("image"), "url", "contentUrl")
