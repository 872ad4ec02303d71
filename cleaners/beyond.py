"""What becomes of a page's blocks beyond those that are looked at: no honest page has any, and none is lost silently.

Cleaning a megabyte of tiny blocks would take seconds. The first thousands tell which look of block is body; those beyond that
look so are body too, as they stand, and a judge says how many nobody looked at.
"""

from collections import Counter
from collections.abc import Iterator, Set

from lxml.html import HtmlElement

from cleaners.article import CleanArticle, Finding
from cleaners.document import MOST_BLOCKS, Document
from cleaners.markup.tree import Block

_LEVELS = 3
"""Elements of which a block's look is made: its own and two above."""

Look = tuple[tuple[str, str | None], ...]


def followers(document: Document, body: Set[int]) -> list[str]:
    """The text of the blocks beyond whose look at least half of those that have it are body, of those looked at.

    A body that is no block of the page, as one from a script, has none.
    """
    if not document.beyond or document.tree is None:
        return []
    looks = [_look(block) for block in document.blocks]
    seen, taken = Counter(looks), Counter(looks[index] for index in body)
    return [block.text for block in document.beyond if 2 * taken[look := _look(block)] >= seen[look] > 0]


def unread(article: CleanArticle, document: Document) -> Finding:
    """How many blocks nobody looked at."""
    beyond = len(document.beyond)
    return Finding("unread", beyond, 1, beyond > 0, (f"{MOST_BLOCKS} blocks were looked at",) if beyond else ())


def _look(block: Block) -> Look:
    return tuple((element.tag, element.get("class")) for element in _around(block.element))


def _around(element: HtmlElement | None) -> Iterator[HtmlElement]:
    for _ in range(_LEVELS):
        if element is None:
            return
        yield element
        element = element.getparent()
