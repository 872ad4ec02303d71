"""Tell the story that a page is about from others laid out below it, as endless scrolling does."""

from collections.abc import Sequence

from lxml.html import HtmlElement

from cleaners.prose import TOKEN
from cleaners.quality import MIN_WEIGHT, weight
from cleaners.tree import Block

_ALIKE = 0.6
"""Share of the words, of both together, that a heading has in common with the page's title when it is its headline."""


def own_story(blocks: Sequence[Block], title: str) -> list[Block]:
    """Leave out the blocks of other stories: ``article`` elements with text and a first heading of their own.

    Only where one of several such elements carries the page's title as its heading: else any may be a part of the whole.
    """
    holders = [_article(block.element) for block in blocks]
    stories = [
        holder
        for holder in dict.fromkeys(holders)
        if holder is not None
        and holder.find(".//h1") is not None
        and sum(weight(block.text) for block, own in zip(blocks, holders, strict=True) if own is holder) >= MIN_WEIGHT
    ]
    own = next((story for story in stories if any(_alike(h1.text_content(), title) for h1 in story.iter("h1"))), None)
    if own is None or len(stories) < 2:
        return list(blocks)
    return [block for block, holder in zip(blocks, holders, strict=True) if holder is own or holder not in stories]


def _article(element: HtmlElement | None) -> HtmlElement | None:
    """The outermost ``article`` around an element."""
    if element is None:
        return None
    around = [element, *element.iterancestors()]
    return next((above for above in reversed(around) if above.tag == "article"), None)


def _alike(heading: str, title: str) -> bool:
    """Whether a heading says what the title says.

    >>> _alike("The Salt Road returns", "The Salt Road returns - Courier")
    True
    """
    left, right = (frozenset(TOKEN.findall(text.lower())) for text in (heading, title))
    return bool(left) and len(left & right) >= _ALIKE * len(left | right)
