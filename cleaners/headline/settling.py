"""Say the headline that won in full, and it alone."""

import re

from cleaners.dates.relative_dates import moments
from cleaners.document import Document
from cleaners.headline.rescue import undressed, whole
from cleaners.headline.title_tails import without_opinion, without_page, without_tails
from cleaners.headline.titles_offered import VISIBLE, Offer
from cleaners.text.dateforms import MONTH, Reading
from cleaners.text.titles import key, shortened, within

_KICKER = 3
"""How many words in capitals may stand before a headline within its heading."""
_ROOM = re.compile(
    rf"\s*(?:blog|news|article|post|press release)\s?[:：|]\s*|\s*[/|·•–-]\s*{MONTH.format('month')}\s(?:19|20)\d\d\s*"
    r"|\s*by\s+(?-i:[A-Z])[\w'’.-]+(?:\s(?-i:[A-Z])[\w'’.-]*){1,2}\s*|\s*\([\w.-]+\.[a-z]{2,4}\)\s*\d*\s*",
    re.I,
)
"""What templates put before and behind a headline inside its heading."""


def _settled(best: Offer, heads: list[Offer], seen: list[Offer]) -> str:
    """The words of the winner: less a date, byline or column that another title does without."""
    if best.origin in VISIBLE:
        bare = (text for head in heads for text in (head.text, *shortened(head.raw)))
        shorter = (text for text in bare if key(text) != key(best.text) and within(text, best.text))
        fronts = [text for text in shortened(best.text)[1:] if best.text.startswith(text)]
        headings = (offer.text for offer in seen if offer.origin in ("h1", "h2") and offer.text in fronts)
        return next((text for text in shorter if _hangs(best.text, text)), None) or next(headings, best.text)
    named = [head.text for head in heads if head.origin != "title" and within(head.text, best.text)]
    shorter = (head.text for head in heads if key(head.text) in map(key, shortened(best.text)))
    return next(iter((*named, *shorter)), best.text)


def told_in_full(document: Document, best: Offer, heads: list[Offer], seen: list[Offer]) -> str:
    """The headline in full, and it alone: no column beside it in its heading, no site or room behind it in a title."""
    value = _settled(best, heads, seen)
    if best.origin in VISIBLE and not (best.origin == "line" and any(head.raw == best.raw for head in heads)):
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
