"""Find the headline where titles are spam, cut or the site's: what stands above the text, or says it in full."""

import re
from collections.abc import Collection, Iterable, Iterator
from itertools import chain, islice

from cleaners.document import Document
from cleaners.markup.masthead import is_prose
from cleaners.markup.structured import text_of
from cleaners.markup.tree import Block
from cleaners.spam.words import words_of
from cleaners.text.titles import key, likeness, plain, slug_words

_ABOVE = 25
"""How many blocks above the first paragraph may hold the headline."""
_KNOWN = 0.4
"""Least share of the line's words that the text or the address says again."""
_SHORTEST, _LONGEST = 5, 200
_WIDEST = 60
"""Characters of a Chinese headline at most."""
_TOP = 8
"""How far into the chosen blocks the first paragraph may stand."""
_PROSE = 20_000
_NEAR = 4
"""How far above the first paragraph a heading stands that is its headline without anybody's word for it."""
_WORDS = 4
_PARTS = 6
"""How many elements within a heading are looked at."""
_ELLIPSIS = re.compile(r"\s?(?:…|\.{3,})$")
_DATE = re.compile(
    r"(?:19|20)\d\d\s?[-/.年]\s?\d\d?\b|\b(?:19|20)\d\d\b.{0,12}\d\d?:\d\d|(?:[A-Z][a-z]{2,8} \d{1,2}, |\d )(?:19|20)\d\d"
)
_TITLE_CLASS = re.compile(
    r"(?:^|[\s_-])(?:entry|post|article|story|news|main)?(?:title|headline|biaoti|tit|bt)(?:$|[\s_-])", re.I
)
_SENTENCE = re.compile(r".{30}[.。][\s\"”’」』)]*$", re.S)
_SPOKEN = re.compile(r"[.。!！?？…][\s\"”’」』)]*$")


def rescued_headline(document: Document, not_ours: set[str]) -> str | None:
    """The heading or line above the text that text and address confirm best; None where nothing is confirmed."""
    first = _first_paragraph(document)
    prose = "\n".join(document.blocks[index].text for index in sorted(document.chosen) if index >= first)[:_PROSE].lower()
    slug = slug_words(document.url)
    scores: dict[str, float] = {}
    for index in range(max(0, first - _ABOVE), first):
        block = document.blocks[index]
        text = plain(block.text)
        if key(text) in not_ours or not _could_be(block, text):
            continue
        words = words_of(text)
        known = sum(word in prose for word in words) / max(1, len(words))
        told = max(known, likeness(text, slug))
        if told >= _KNOWN and len(words) >= 2:
            dated = any(_DATE.search(below.text) for below in document.blocks[index + 1 : index + 4] if len(below.text) < 120)
            away = 0.02 * (first - index) + 0.5 * (block.link_density > 0.9)
            scores[text] = told + sum(_marks(block)) + 0.4 * dated + 0.2 * (index not in document.chosen) - away
    return max(scores, key=lambda text: scores[text], default=None)


def _first_paragraph(document: Document) -> int:
    """The block that begins the text: the first chosen one that speaks in sentences, if it is among the first."""
    chosen = sorted(document.chosen)
    spoken = (index for index in chosen[:_TOP] if _is_spoken(document.blocks[index]))
    return next(spoken, chosen[min(1, len(chosen) - 1)] if chosen else 0)


def _is_spoken(block: Block) -> bool:
    long = len(block.text) >= (25 if block.text[:30].isascii() is False else 60)
    return long and block.tag not in ("h1", "h2", "h3") and _SPOKEN.search(block.text) is not None and not marked_title(block)


def _could_be(block: Block, text: str) -> bool:
    widest = _LONGEST if text.isascii() else _WIDEST + text.count(" ") * 8
    heading = block.tag in ("h1", "h2", "h3")
    return (
        _SHORTEST <= len(text) <= widest
        and (heading or block.link_density < 0.5)
        and not (_SENTENCE.search(text) and not heading)
    )


def _marks(block: Block) -> Iterator[float]:
    """What speaks for a block besides its words."""
    yield {"h1": 0.5, "h2": 0.3, "h3": 0.2}.get(block.tag, 0.0)
    yield 0.3 if marked_title(block) else 0.0


def marked_title(block: Block) -> bool:
    """Whether a block's class, id or microdata call it a title."""
    says = map(block.element.get, ("class", "id", "itemprop")) if block.element is not None else ()
    return _TITLE_CLASS.search(" ".join(filter(None, says))) is not None


def heading_above(document: Document, not_ours: set[str], tags: Collection[str] = ("h1", "h2", "h3")) -> str | None:
    """The heading nearest above the first paragraph, or else what is marked as a title there; None where nothing is."""
    blocks = document.blocks
    first = next((index for index, block in enumerate(blocks) if is_prose(block) and _is_chosen(document, index)), 0)
    near = (block for block in reversed(blocks[max(0, first - _NEAR) : first]) if key(block.text) not in not_ours)
    fit = [block for block in near if _SHORTEST <= len(block.text) <= _LONGEST and block.link_density < 0.5]
    headings = (block for block in fit if block.tag in tags)
    return next((plain(block.text) for block in chain(headings, filter(marked_title, fit))), None)


def lone_heading(document: Document, not_ours: set[str]) -> str | None:
    """The page's only h1, where it is a line of words right above the first paragraph: it needs no title's word for it."""
    headings = [block for block in document.blocks if block.tag == "h1"]
    if len(headings) != 1 or len(headings[0].text.split()) < _WORDS:
        return None
    text = heading_above(document, not_ours, ("h1",))
    return text if text == plain(headings[0].text) else None


def _is_chosen(document: Document, index: int) -> bool:
    return not document.chosen or index in document.chosen


def undressed(document: Document, heading: str, titles: set[str]) -> str:
    """A heading less what an element within it says besides, kicker or subtitle, where the rest has the key of a title."""
    element = next((element for element in document.titles if len(element) and plain(text_of(element)) == heading), None)
    if element is None or key(heading) in titles:
        return heading
    parts = [part for part in map(plain, map(text_of, islice(element.iterdescendants(), _PARTS))) if part]
    rests = [heading.removeprefix(part).strip() for part in parts if not part.endswith((":", "："))]
    rests += [heading.removesuffix(part).strip() for part in parts]
    return max((rest for rest in rests if rest != heading and key(rest) in titles), key=len, default=heading)


def whole(title: str, others: Iterable[str]) -> str:
    """A title that was cut, as another gives it in full.

    >>> whole("The ferry that would ...", ["The ferry that would not sink"]), whole("The fer", ["The ferry"])
    ('The ferry that would not sink', 'The ferry')
    """
    stem = _ELLIPSIS.sub("", title)
    longer = (other for other in others if len(other) > len(stem) and other.startswith(stem) and not _ELLIPSIS.search(other))
    cut = stem != title
    return next(
        (other for other in longer if cut or (stem[-1:].isascii() and stem[-1:].isalnum() and other[len(stem)].isalnum())),
        title,
    )
