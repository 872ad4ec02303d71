"""Find the headline on which the page agrees."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from cleaners.article import Candidate, Found
from cleaners.document import Document
from cleaners.headlines_in_text import first_lines
from cleaners.masthead import is_prose
from cleaners.sitenames import site_names
from cleaners.spam import title_spam
from cleaners.structured import strings, text_of
from cleaners.titles import key, likeness, parts, plain, shortened, slug_words, tokens, within, without_names
from cleaners.tree import Block

_AGREES = 0.35
"""Least likeness to a title of the head for a visible heading to win. 2026-11, 793 English pages: .4 to .6 give the same."""
_EQUALS = 0.85
"""The same for an element that is no h1: pages have many."""
_SLUG = 0.3
"""What the words of the URL weigh beside a title of the head."""
_LEAST, _LONGEST = 5, 300
_TITLE_CLASS = re.compile(
    r"(?:^|[\s_-])(?:entry|post|article|story|news|main)?[_-]?(?:title|headline|biaoti)(?:$|[\s_-])", re.I
)
_VISIBLE = frozenset(("h1", "headline", "h2", "line"))
"""Origins that readers see."""


@dataclass(frozen=True, slots=True)
class _Offer:
    origin: str
    text: str
    raw: str


def read_headline(document: Document) -> Found[str | None]:
    """The visible heading that a title of the head confirms, else the title that slug and body confirm.

    Site and column names are taken off. Of a plain text, the line above byline, standfirst or first paragraph.
    """
    if document.tree is None:
        return first_lines(document)
    names = site_names(document)
    heads = [_Offer(origin, without_names(plain(text), names), plain(text)) for origin, text in _heads(document)]
    names |= _remainders(heads)
    seen = [_Offer(origin, without_names(plain(text), names), plain(text)) for origin, text in _visible(document)]
    seen = [offer for offer in seen if key(offer.text) and key(offer.text) not in {key(name) for name in names}]
    fair_heads, fair_seen = _not_spam(heads, document), _not_spam(seen, document)
    best = _confirmed(document, fair_heads, fair_seen) or _supported(document, fair_heads, fair_seen)
    value = _settled(best, fair_heads) if best else None
    offers = sorted(dict.fromkeys([*heads, *seen]), key=lambda offer: offer is not best)
    candidates = tuple(Candidate("headline", offer.origin, offer.raw, offer is best) for offer in offers)
    return Found(value, candidates, _blocks(document, value, best))


def _blocks(document: Document, value: str | None, best: _Offer | None) -> tuple[int, ...]:
    """Where the headline stands and nothing else: as a heading anywhere, as another block before the first paragraph."""
    if value is None or best is None:
        return ()
    forms = {key(value), key(best.raw), key(best.text)}
    first = next((index for index, block in enumerate(document.blocks) if is_prose(block)), len(document.blocks))
    return tuple(
        index
        for index, block in enumerate(document.blocks)
        if len(block.text) <= _LONGEST and (block.tag in ("h1", "h2", "title") or index < first) and key(block.text) in forms
    )


def _not_spam(offers: list[_Offer], document: Document) -> list[_Offer]:
    """The offers that were not made for search engines; the others are kept as candidates only."""
    return [offer for offer in offers if not title_spam(offer.raw, document).certain]


def _remainders(heads: list[_Offer]) -> frozenset[str]:
    """What one title of the head adds to another is the name of site or column.

    A page's ``og:title`` is mostly its headline alone, its ``title`` element the headline and the site.
    """
    return frozenset(
        piece
        for one in heads
        for other in heads
        if one.text != other.raw and within(one.text, other.raw)
        for piece in parts(other.raw)
        if not within(piece, one.text) and not within(one.text, piece)
    )


def _confirmed(document: Document, heads: list[_Offer], seen: list[_Offer]) -> _Offer | None:
    """The visible heading that a title of the head agrees with; an h1 needs less agreement than another element."""
    first = [offer for offer in seen if offer.origin in ("h1", "headline")]
    slug = slug_words(document.url)
    best = max(first, key=lambda offer: _agreement(offer, heads) + _SLUG * likeness(offer.text, slug), default=None)
    if best is not None and _agreement(best, heads) >= _AGREES:
        return best
    others = [offer for offer in seen if offer.origin not in ("h1", "headline") and _agreement(offer, heads) >= _EQUALS]
    return max(others, key=lambda offer: _agreement(offer, heads), default=None) if heads else None


def _heads(document: Document) -> Iterator[tuple[str, str]]:
    """The titles that machines are given, most trusted first."""
    structured = document.structured
    if document.hints.feed_headline:
        yield "feed", document.hints.feed_headline
    for item in structured.articles[:2]:
        yield from (("json-ld", text) for text in strings(item.get("headline") or item.get("name")))
    yield from (("og", text) for text in structured.meta.get("og:title", ())[:1])
    yield from (("meta", text) for name in ("title", "dc.title", "headline") for text in structured.meta.get(name, ())[:1])
    titles = document.tree.iter("title") if document.tree is not None else ()
    yield from (("title", text) for text in [text_of(title) for title in titles][:1] if text)
    yield from (("twitter", text) for text in structured.meta.get("twitter:title", ())[:1])


def _visible(document: Document) -> Iterator[tuple[str, str]]:
    """The headings that readers see, in the page's order; without any h1, whatever is marked or begins a title of the head."""
    tree = document.tree
    if tree is None:
        return
    headed = False
    for element in tree.iter("h1", "h2"):
        text = text_of(element)
        marked = (element.get("itemprop") or "").lower() == "headline"
        headed = headed or bool(text and element.tag == "h1")
        if 0 < len(text) <= _LONGEST:
            yield "headline" if marked else str(element.tag), text
    if headed:
        return
    titles = [key(text) for _, text in _heads(document)]
    for block in document.blocks:
        if block.tag in ("h1", "h2") or not _LEAST <= len(block.text) <= _LONGEST or block.link_density > 0.5:
            continue
        own = key(block.text)
        if any(title.startswith(own) and 2 * len(own) > len(title) for title in titles) or _marked(block):
            yield "line", block.text


def _marked(block: Block) -> bool:
    element = block.element
    return element is not None and bool(
        _TITLE_CLASS.search(f"{element.get('class') or ''} {element.get('id') or ''} {element.get('itemprop') or ''}")
    )


def _agreement(offer: _Offer, heads: list[_Offer]) -> float:
    """How far the head's titles confirm a visible heading, 0 to 1; 1 where there is no title."""
    variants = {text for head in heads for text in (head.text, *shortened(head.raw))}
    return max((likeness(offer.text, text) for text in variants), default=1.0)


def _supported(document: Document, heads: list[_Offer], seen: list[_Offer]) -> _Offer | None:
    """Where headings and titles disagree: the one whose words stand in the URL and the text."""
    slug = slug_words(document.url)
    body = tokens(" ".join(block.text for block in document.blocks if len(block.text) > 60)[:20_000])

    def support(offer: _Offer) -> float:
        words = tokens(offer.text)
        shared = sum(number for word, number in words.items() if word in body) / max(1, words.total())
        return shared + likeness(offer.text, slug) + min(len(words), 6) / 20

    offers = [*heads, *(offer for offer in seen if offer.origin == "h1")]
    return max(offers, key=support, default=None)


def _settled(best: _Offer, heads: list[_Offer]) -> str:
    """The words of the winner: less a date, byline or column that a title of the head does without."""
    for head in heads:
        extra = len(key(best.text)) - len(key(head.text))
        if best.origin in _VISIBLE and extra > 0 and within(head.text, best.text) and re.search(r"\d{4}", best.text):
            return head.text
    pieces = parts(best.text)
    if best.origin not in _VISIBLE and len(pieces) > 1:
        return next((head.text for head in heads if key(head.text) in map(key, shortened(best.text))), best.text)
    return best.text
