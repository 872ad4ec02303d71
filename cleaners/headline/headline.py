"""Find the headline on which the page agrees."""

from collections.abc import Iterator

from cleaners.article import Candidate, Found
from cleaners.document import Document
from cleaners.headline.agreement import EQUALS, addressed, agreement_of, confirmed, sides, supported
from cleaners.headline.in_text import first_lines
from cleaners.headline.rescue import heading_above, lone_heading, marked_title, rescued_headline
from cleaners.headline.settling import told_in_full
from cleaners.headline.title_tails import is_site, without_day
from cleaners.headline.titles_offered import LEAST, LONGEST, VISIBLE, Offer, headings_seen, offer_of, remainders, titles_told
from cleaners.markup.masthead import is_prose
from cleaners.sites.sitenames import site_names
from cleaners.spam.spam import page_title, title_spam
from cleaners.spam.title_keywords import without_keywords
from cleaners.spam.words import pieces_of
from cleaners.text.titles import key, shortened, within

_WIDEST = 180
"""A longer heading is a paragraph set large, unless a title of the head says it."""
_ARCHIVES = frozenset(("Blog Archive",))
"""What WordPress once set between the site's name and the headline."""


def read_headline(document: Document) -> Found[str | None]:
    """The visible heading that a title of the head confirms, else the title that slug and body confirm.

    Site and column names are taken off. Of a plain text, the line above byline, standfirst or first paragraph.
    """
    if document.tree is None:
        return first_lines(document)
    names = site_names(document) | _ARCHIVES
    heads = [offer_of(origin, without_keywords(text, document), names) for origin, text in titles_told(document)]
    seen = [offer_of(origin, without_keywords(text, document), names) for origin, text in headings_seen(document)]
    not_ours = {key(name) for name in names | remainders(heads)} | {""}
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
        best = next((offer for offer in seen if offer.raw == text), Offer("line", text, text)) if text else best
        seen = [*seen, best] if best and best not in seen else seen
    if best is None and named:
        above = heading_above(document, not_ours)
        text = rescued_headline(document, not_ours) if above and is_site(above) else above
        best = Offer("line", text, text) if text else None
    best = best or next(iter(named), None)
    value = without_day(told_in_full(document, best, fair, seen), document) if best else None
    offers = sorted(dict.fromkeys([*named, *seen, *filter(None, [best])]), key=lambda offer: offer is not best)
    candidates = tuple(Candidate("headline", offer.origin, offer.raw, offer is best) for offer in offers)
    return Found(value, candidates, _blocks(document, value, best))


def _is_spam(offer: Offer, document: Document) -> bool:
    """Whether an offer is spam, or part of the title that is: of headings, one of its pieces."""
    if title_spam(offer.raw, document).certain:
        return True
    title = page_title(document)
    part = key(offer.raw) in map(key, pieces_of(title)) if offer.origin in VISIBLE else within(offer.raw, title)
    return part and title_spam(title, document).certain


def _blocks(document: Document, value: str | None, best: Offer | None) -> tuple[int, ...]:
    """Where the headline stands and nothing else: as a heading anywhere, as another block before the first paragraph."""
    if value is None or best is None:
        return ()
    forms = {key(value), key(best.raw), key(best.text)}
    first = next((index for index, block in enumerate(document.blocks) if is_prose(block)), len(document.blocks))
    return tuple(
        index
        for index, block in enumerate(document.blocks)
        if len(block.text) <= LONGEST and (block.tag in ("h1", "h2", "title") or index < first) and key(block.text) in forms
    )


def _best(document: Document, heads: list[Offer], seen: list[Offer], not_ours: set[str]) -> Offer | None:
    """The confirmed heading; where it is no h1 or hardly alike, plain lines count too; else what text and URL support."""
    best = confirmed(document, heads, seen)
    if best is not None and best.origin in ("h1", "headline") and max(agreement_of(best.text, *sides(heads))) >= EQUALS:
        return best
    lines = [
        Offer("line", text, text) for text in _lines(document, heads, headed=best is not None) if key(text) not in not_ours
    ]
    best = confirmed(document, heads, [*seen, *lines]) or supported(document, heads, [*seen, *lines])
    best = addressed(document, best, seen) or best
    text = lone_heading(document, not_ours) if best is not None and best.origin not in VISIBLE else None
    return next((offer for offer in seen if offer.raw == text), best)


def _lines(document: Document, heads: list[Offer], *, headed: bool) -> Iterator[str]:
    """Blocks that are a piece of the head's titles; without a heading also those that begin one or are marked as a title."""
    pieces = {key(piece) for head in heads for piece in (head.text, *shortened(head.raw))}
    for block in document.blocks:
        if block.tag in ("h1", "h2") or not LEAST <= len(block.text) <= LONGEST or block.link_density > 0.5:
            continue
        own = key(block.text)
        if own in pieces or (not headed and (_most_of(own, heads) or marked_title(block))):
            yield block.text


def _most_of(own: str, heads: list[Offer]) -> bool:
    """Whether a line begins a title of the head, or ends it behind the room's name, and makes up most of it."""
    raws = [key(head.raw) for head in heads]
    return any((raw.startswith(own) or raw.endswith(own)) and 2 * len(own) > len(raw) for raw in raws)
