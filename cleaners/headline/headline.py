"""Find the headline on which the page agrees."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from cleaners.article import Candidate, Found
from cleaners.dates.relative_dates import moments
from cleaners.document import Document
from cleaners.headline.in_text import first_lines
from cleaners.headline.rescue import heading_above, lone_heading, marked_title, rescued_headline, undressed, whole
from cleaners.headline.title_tails import is_site, without_day, without_opinion, without_page, without_tails
from cleaners.markup.masthead import is_prose
from cleaners.markup.parsing import writable
from cleaners.markup.structured import strings, text_of
from cleaners.quality import weight
from cleaners.sites.sitenames import site_names
from cleaners.spam.spam import SMALL_CHANGE, page_title, pieces_of, title_spam
from cleaners.spam.title_keywords import without_keywords
from cleaners.text.dateforms import MONTH, Reading
from cleaners.text.titles import key, likeness, plain, shortened, slug_words, tokens, within, without_channel, without_names

_AGREES = 0.35
"""Least likeness to a title of the head for a visible heading to win. 2026-11, 793 English pages: .4 to .6 give the same."""
_EQUALS = 0.85
"""The same for an element that is no h1: pages have many."""
_CLOSE = 0.5
"""How near in length two texts are at least that are alike to _EQUALS."""
_SLUG = 0.3
"""What the words of the URL weigh beside a title of the head."""
_PARAGRAPH = 60
"""Least length, or weight, of a block whose words are the text's: a Han character says as much as three letters."""
_TELLING, _FEW, _MOST = 3, 0.5, 0.6
"""How many words of a URL tell its headline; what share of them a wrong one has at most, and the right one at least."""
_FIRST, _LATER = 0.5, 0.03
"""What an h1 has before other elements, and loses for each heading above it."""
_TAIL = 0.7
"""What a heading's likeness to the back of a title is worth: there the site names itself, but some put the headline last."""
_LEAST, _LONGEST = 5, 300
_WIDEST = 180
"""A longer heading is a paragraph set large, unless a title of the head says it."""
_ARCHIVES = frozenset(("Blog Archive",))
"""What WordPress once set between the site's name and the headline."""
_KICKER = 3
"""How many words in capitals may stand before a headline within its heading."""
_ROOM = re.compile(
    rf"\s*(?:blog|news|article|post|press release)\s?[:：|]\s*|\s*[/|·•–-]\s*{MONTH.format('month')}\s(?:19|20)\d\d\s*"
    r"|\s*by\s+(?-i:[A-Z])[\w'’.-]+(?:\s(?-i:[A-Z])[\w'’.-]*){1,2}\s*|\s*\([\w.-]+\.[a-z]{2,4}\)\s*\d*\s*",
    re.I,
)
"""What templates put before and behind a headline inside its heading."""
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
    names = site_names(document) | _ARCHIVES
    heads = [_offer(origin, without_keywords(text, document), names) for origin, text in _heads(document)]
    seen = [_offer(origin, without_keywords(text, document), names) for origin, text in _visible(document)]
    not_ours = {key(name) for name in names | _remainders(heads)} | {""}
    said = {key(offer.raw) for offer in heads}
    seen = [offer for offer in seen if len(offer.raw) <= _WIDEST or key(offer.raw) in said]
    seen = [offer for offer in seen if key(offer.text) not in not_ours]
    house = {key(name) for name in names}
    heads, named = [offer for offer in heads if key(offer.text) not in house and not is_site(offer.text)], heads
    fair, best = heads, _best(document, heads, seen, not_ours)
    while best is not None and _is_spam(best, document):
        spam = key(best.raw)
        fair, seen = ([offer for offer in offers if key(offer.raw) != spam] for offers in (fair, seen))
        not_ours |= {spam}  # a plain line must not offer it again
        best = _best(document, fair, seen, not_ours)
    if fair != heads and not fair:
        text = rescued_headline(document, not_ours)
        best = next((offer for offer in seen if offer.raw == text), _Offer("line", text, text)) if text else best
        seen = [*seen, best] if best and best not in seen else seen
    if best is None and named:
        above = heading_above(document, not_ours)
        text = rescued_headline(document, not_ours) if above and is_site(above) else above
        best = _Offer("line", text, text) if text else None
    best = best or next(iter(named), None)
    value = without_day(_told(document, best, fair, seen), document) if best else None
    offers = sorted(dict.fromkeys([*named, *seen, *filter(None, [best])]), key=lambda offer: offer is not best)
    candidates = tuple(Candidate("headline", offer.origin, offer.raw, offer is best) for offer in offers)
    return Found(value, candidates, _blocks(document, value, best))


def _is_spam(offer: _Offer, document: Document) -> bool:
    """Whether an offer is spam, or part of the title that is: of headings, one of its pieces."""
    if title_spam(offer.raw, document).certain:
        return True
    title = page_title(document)
    part = key(offer.raw) in map(key, pieces_of(title)) if offer.origin in _VISIBLE else within(offer.raw, title)
    return part and title_spam(title, document).certain


def _offer(origin: str, text: str, names: Collection[str]) -> _Offer:
    raw = plain(text)
    bare = without_names(raw, names)
    return _Offer(origin, without_channel(bare) if origin == "title" else bare, raw)


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


def _best(document: Document, heads: list[_Offer], seen: list[_Offer], not_ours: set[str]) -> _Offer | None:
    """The confirmed heading; where it is no h1 or hardly alike, plain lines count too; else what text and URL support."""
    best = _confirmed(document, heads, seen)
    if best is not None and best.origin in ("h1", "headline") and max(_agreement(best.text, *_sides(heads))) >= _EQUALS:
        return best
    lines = [
        _Offer("line", text, text) for text in _lines(document, heads, headed=best is not None) if key(text) not in not_ours
    ]
    best = _confirmed(document, heads, [*seen, *lines]) or _supported(document, heads, [*seen, *lines])
    best = _addressed(document, best, seen) or best
    text = lone_heading(document, not_ours) if best is not None and best.origin not in _VISIBLE else None
    return next((offer for offer in seen if offer.raw == text), best)


def _addressed(document: Document, best: _Offer | None, seen: list[_Offer]) -> _Offer | None:
    """The heading that says most of the URL's words, where the title that won says few of them: it was written for machines."""
    slug = set(tokens(slug_words(document.url))) - SMALL_CHANGE

    def told(offer: _Offer) -> float:
        return len(slug & set(tokens(offer.text))) / len(slug)

    if best is None or len(slug) < _TELLING or told(best) > _FEW:
        return None
    heading = next((offer for offer in seen if offer.origin in ("h1", "headline")), None)
    return heading if heading is not None and told(heading) >= _MOST else None


def _remainders(heads: list[_Offer]) -> frozenset[str]:
    """What one title of the head adds before or behind another is the name of site or column.

    A page's ``og:title`` is mostly its headline alone, its ``title`` element the headline and the site.
    """
    pairs = [(one.text, other.raw) for one in heads for other in heads if len(one.text) >= _LEAST and one.text != other.raw]
    return frozenset(
        re.sub(r"^\W+|\W+$", "", other.removeprefix(one).removesuffix(one))
        for one, other in pairs
        if other.startswith(one) or other.endswith(one)
    )


def _confirmed(document: Document, heads: list[_Offer], seen: list[_Offer]) -> _Offer | None:
    """The visible heading that a title of the head agrees with; the first h1 needs the least agreement."""
    slug = slug_words(document.url)
    scores: dict[_Offer, float] = {}
    fronts, tails = _sides(heads)
    lengths = [len(text) for text in (*fronts, *tails)]
    for order, offer in enumerate(seen):
        first = offer.origin in ("h1", "headline")
        if not first and not any(_CLOSE * length < len(offer.text) < length / _CLOSE for length in lengths):
            continue
        front, tail = _agreement(offer.text, fronts, tails)
        agreement = max(front, _TAIL * tail)
        if agreement >= (_AGREES if first else _EQUALS) and (first or heads):
            bonus = _FIRST if first and front >= tail else 0.0
            score = agreement + _SLUG * likeness(offer.text, slug) + bonus - _LATER * min(order, 10)
            scores[offer] = max(score, scores.get(offer, score))
    return max(scores, key=lambda offer: scores[offer], default=None)


def _heads(document: Document) -> Iterator[tuple[str, str]]:
    """The titles that machines are given, most trusted first."""
    structured = document.structured
    if document.hints.feed_headline:
        yield "feed", writable(document.hints.feed_headline)
    for item in structured.articles[:2]:
        yield from (("json-ld", text) for text in strings(item.get("headline") or item.get("name")))
    yield from (("og", text) for text in structured.meta.get("og:title", ())[:1])
    yield from (("meta", text) for name in ("title", "dc.title", "headline") for text in structured.meta.get(name, ())[:1])
    title = document.title
    yield from (("title", text) for text in (text_of(title) if title is not None else "",) if text)
    yield from (("twitter", text) for text in structured.meta.get("twitter:title", ())[:1])


def _visible(document: Document) -> Iterator[tuple[str, str]]:
    """The headings that readers see, in the page's order."""
    for element in document.titles:
        text = text_of(element) if element.tag != "title" else ""
        if 0 < len(text) <= _LONGEST:
            yield "headline" if (element.get("itemprop") or "").lower() == "headline" else str(element.tag), text


def _lines(document: Document, heads: list[_Offer], *, headed: bool) -> Iterator[str]:
    """Blocks that are a piece of the head's titles; without a heading also those that begin one or are marked as a title."""
    pieces = {key(piece) for head in heads for piece in (head.text, *shortened(head.raw))}
    for block in document.blocks:
        if block.tag in ("h1", "h2") or not _LEAST <= len(block.text) <= _LONGEST or block.link_density > 0.5:
            continue
        own = key(block.text)
        if own in pieces or (not headed and (_most_of(own, heads) or marked_title(block))):
            yield block.text


def _most_of(own: str, heads: list[_Offer]) -> bool:
    """Whether a line begins a title of the head, or ends it behind the room's name, and makes up most of it."""
    raws = [key(head.raw) for head in heads]
    return any((raw.startswith(own) or raw.endswith(own)) and 2 * len(own) > len(raw) for raw in raws)


def _sides(heads: list[_Offer]) -> tuple[frozenset[str], frozenset[str]]:
    """The fronts of the head's titles, and their backs."""
    pieces = [(head.raw, cut) for head in heads for cut in shortened(head.raw)]
    fronts = frozenset(cut for raw, cut in pieces if raw.startswith(cut) or _is_most(cut, raw))
    fronts |= {head.text for head in heads}
    return fronts, frozenset(cut for _, cut in pieces) - fronts


def _is_most(cut: str, title: str) -> bool:
    """Whether a piece is most of a Chinese title: old sites name themselves and the room in front of the headline."""
    return not cut.isascii() and 2 * len(cut) > len(title)


def _agreement(text: str, fronts: frozenset[str], tails: frozenset[str]) -> tuple[float, float]:
    """How like a visible heading is to the fronts of the head's titles, and to their backs; 1 and 0 where there is none."""
    if not fronts or text in fronts:
        return 1.0, 0.0
    front, tail = (max((likeness(text, other) for other in others), default=0.0) for others in (fronts, tails))
    return front, tail


def _tells(text: str) -> bool:
    """Whether a block is long enough for its words to be the text's."""
    return len(text) > _PARAGRAPH or (3 * len(text) > _PARAGRAPH and weight(text) > _PARAGRAPH)


def _supported(document: Document, heads: list[_Offer], seen: list[_Offer]) -> _Offer | None:
    """Where headings and titles disagree: the one whose words stand in the URL and the text."""
    slug = slug_words(document.url)
    body = tokens(" ".join(block.text for block in document.blocks if _tells(block.text))[:20_000])

    def support(offer: _Offer) -> float:
        words = tokens(offer.text)
        shared = sum(number for word, number in words.items() if word in body) / max(1, words.total())
        return shared + likeness(offer.text, slug) + min(len(words), 6) / 20

    lone = {offer for offer in seen if heads and offer.text.isascii() and " " not in offer.text}
    offers = [*heads, *(offer for offer in seen if offer.origin == "h1" and offer not in lone)]
    return max(offers, key=support, default=None)


def _settled(best: _Offer, heads: list[_Offer], seen: list[_Offer]) -> str:
    """The words of the winner: less a date, byline or column that another title does without."""
    if best.origin in _VISIBLE:
        bare = (text for head in heads for text in (head.text, *shortened(head.raw)))
        shorter = (text for text in bare if key(text) != key(best.text) and within(text, best.text))
        fronts = [text for text in shortened(best.text)[1:] if best.text.startswith(text)]
        headings = (offer.text for offer in seen if offer.origin in ("h1", "h2") and offer.text in fronts)
        return next((text for text in shorter if _hangs(best.text, text)), None) or next(headings, best.text)
    named = [head.text for head in heads if head.origin != "title" and within(head.text, best.text)]
    shorter = (head.text for head in heads if key(head.text) in map(key, shortened(best.text)))
    return next(iter((*named, *shorter)), best.text)


def _told(document: Document, best: _Offer, heads: list[_Offer], seen: list[_Offer]) -> str:
    """The headline in full, and it alone: no column beside it in its heading, no site or room behind it in a title."""
    value = _settled(best, heads, seen)
    if best.origin in _VISIBLE and not (best.origin == "line" and any(head.raw == best.raw for head in heads)):
        titles = {key(text) for head in heads for text in (head.text, *shortened(head.raw))}
        return without_page(without_opinion(undressed(document, value, titles)), document.url)
    bare = without_page(without_tails(value, best.raw, document), document.url)
    return whole(bare, (offer.text for offer in (*heads, *seen)))


def _hangs(longer: str, shorter: str) -> bool:
    """Whether what a title has besides a shorter one is a date or the name of the room.

    >>> _hangs("Blog: Ferry", "Ferry"), _hangs("Ferry / Dec 2025", "Ferry"), _hangs("The Ferry Sinks", "The Ferry")
    (True, True, False)
    >>> _hangs("BOX OFFICE The Ferry sails past a million", "The Ferry sails past a million")
    True
    """
    front, found, back = longer.partition(shorter)
    if found and not back and front.isascii() and front.isupper() and not shorter.isupper() and len(front.split()) <= _KICKER:
        return True
    if found and any(_ROOM.fullmatch(rest) for rest in (front, back) if rest):
        return True
    return next(moments(longer, Reading()), None) is not None and next(moments(shorter, Reading()), None) is None
