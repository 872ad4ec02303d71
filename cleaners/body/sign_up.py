"""Leave out what stands in a box with a field for the reader's e-mail address: it asks to subscribe, whatever it says."""

from collections.abc import Iterator, Sequence

from lxml.html import HtmlElement

from cleaners.document import Document
from cleaners.markup.elements import outward
from cleaners.markup.tree import Block

_AROUND = 4
"""How many elements around the form may be its box."""
_MOST = 400
"""Characters that a box says at most: of 600 labelled pages (2026-11) such boxes held 9 chosen blocks, and no label one."""
_INSIDE = 8
"""How far up from a block its box is looked for."""
_PAGE = frozenset(("body", "html", "main", "article"))
_SAYS = ("type", "name", "id", "placeholder")


def without_sign_up(blocks: Sequence[Block], document: Document) -> Sequence[Block]:
    """The blocks less those of such boxes; all of them where these hold most of the text."""
    boxes = {box for form in document.elements.of("form") if _asks_mail(form) and (box := _box(form)) is not None}
    if not boxes:
        return blocks
    kept = [block for block in blocks if block.element is None or boxes.isdisjoint(outward(block.element, _INSIDE))]
    return kept if 2 * sum(len(block.text) for block in kept) > sum(len(block.text) for block in blocks) else blocks


def _asks_mail(form: HtmlElement) -> bool:
    return any("mail" in " ".join(filter(None, map(field.get, _SAYS))).lower() for field in form.iter("input"))


def _box(form: HtmlElement) -> HtmlElement | None:
    """The largest element around a form that says little and holds no headline; None where the form itself says more."""
    return next(reversed([*_small(form)]), None)


def _small(form: HtmlElement) -> Iterator[HtmlElement]:
    for element in outward(form, _AROUND):
        if element.tag in _PAGE or _says_more(element) or next(element.iter("h1"), None) is not None:
            return
        yield element


def _says_more(element: HtmlElement) -> bool:
    size = 0
    for text in element.itertext():
        size += len(text.strip())
        if size > _MOST:
            return True
    return False
