"""Tell the story that a page is about from others laid out below it, as endless scrolling does."""

from collections import Counter
from collections.abc import Iterator, Sequence

from lxml.html import HtmlElement

from cleaners.body.prose import tokens_of
from cleaners.markup.tree import Block
from cleaners.quality import MIN_WEIGHT, weight

_ALIKE = 0.6
"""Share of the words, of both together, that a heading has in common with the page's title when it is its headline."""
_STORY = frozenset("article story post entry news-article news-story article-wrapper story-wrapper post-wrapper".split())
"""Classes of boxes that hold a story each."""


def own_story(blocks: Sequence[Block], titles: Sequence[HtmlElement], title: str) -> list[Block]:
    """Leave out the blocks of other stories: boxes called that, with text and a first heading of their own among the titles.

    Only where one of several such boxes carries the page's title as its heading: else any may be a part of the whole.
    """
    headings = [heading for heading in titles if heading.tag == "h1" and heading.text_content().strip()]
    if len(headings) < 2:
        return list(blocks)
    boxes = _boxes(headings)
    around = [next((box for box in _upwards(block.element) if box in boxes), None) for block in blocks]
    texts: dict[HtmlElement, int] = {}
    for block, box in zip(blocks, around, strict=True):
        if box is not None:
            texts[box] = texts.get(box, 0) + weight(block.text)
    stories = {box for box, size in texts.items() if size >= MIN_WEIGHT}
    own = next((box for box, heading in boxes.items() if box in stories and _alike(heading.text_content(), title)), None)
    return [block for block, box in zip(blocks, around, strict=True) if own in {None, box} or box not in stories]


def below_headline(page: Sequence[Block], found: Sequence[int], likely: Sequence[bool], title: str) -> list[int]:
    """Take what is ``likely`` and speaks below the page's headline where all that was found stands above its box.

    A notice about cookies or about the site may be longer than a brief.
    """
    named = (at for at, block in enumerate(page) if block.tag == "h1" and _alike(block.text, title))
    at = next(named, -1)
    heading = page[at].element if at > max(found) else None
    box = heading.getparent() if heading is not None else None
    if box is None or box.tag == "body":
        return list(found)
    below = range(at + 1, len(page))
    spoken = [one for one in below if likely[one] and page[one].text[-1:] in ".!?。！？" and box in _upwards(page[one].element)]
    return spoken or list(found)


def _boxes(headings: Sequence[HtmlElement]) -> dict[HtmlElement, HtmlElement]:
    """For each heading the widest box that holds no other, where something in it is called a story."""
    number = Counter(above for heading in headings for above in heading.iterancestors())
    boxes = {}
    for heading in headings:
        alone = [above for above in heading.iterancestors() if number[above] == 1]
        if any(map(_is_story, alone)):
            boxes[alone[-1]] = heading
    return boxes


def _is_story(element: HtmlElement) -> bool:
    return element.tag == "article" or not _STORY.isdisjoint((element.get("class") or "").lower().replace("_", "-").split())


def _upwards(element: HtmlElement | None) -> Iterator[HtmlElement]:
    if element is not None:
        yield element
        yield from element.iterancestors()


def _alike(heading: str, title: str) -> bool:
    """Whether a heading says what the title says.

    >>> _alike("The Salt Road returns", "The Salt Road returns - Courier")
    True
    """
    left, right = (frozenset(tokens_of(text.lower())) for text in (heading, title))
    return bool(left) and len(left & right) >= _ALIKE * len(left | right)
