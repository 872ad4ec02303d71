"""Weigh headings and titles by what they agree with: each other, the words of the URL, the text."""

from cleaners.document import Document
from cleaners.headline.titles_offered import Offer
from cleaners.quality import weight
from cleaners.spam.words import SMALL_CHANGE
from cleaners.text.titles import likeness, shortened, slug_words, tokens

_AGREES = 0.35
"""Least likeness to a title of the head for a visible heading to win. 2026-11, 793 English pages: .4 to .6 give the same."""
EQUALS = 0.85
"""The same for an element that is no h1: pages have many."""
_CLOSE = 0.5
"""How near in length two texts are at least that are alike to EQUALS."""
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


def addressed(document: Document, best: Offer | None, seen: list[Offer]) -> Offer | None:
    """The heading that says most of the URL's words, where the title that won says few of them: it was written for machines."""
    slug = set(tokens(slug_words(document.url))) - SMALL_CHANGE

    def told(offer: Offer) -> float:
        return len(slug & set(tokens(offer.text))) / len(slug)

    if best is None or len(slug) < _TELLING or told(best) > _FEW:
        return None
    heading = next((offer for offer in seen if offer.origin in ("h1", "headline")), None)
    return heading if heading is not None and told(heading) >= _MOST else None


def confirmed(document: Document, heads: list[Offer], seen: list[Offer]) -> Offer | None:
    """The visible heading that a title of the head agrees with; the first h1 needs the least agreement."""
    slug = slug_words(document.url)
    scores: dict[Offer, float] = {}
    fronts, tails = sides(heads)
    lengths = [len(text) for text in (*fronts, *tails)]
    for order, offer in enumerate(seen):
        first = offer.origin in ("h1", "headline")
        if not first and not any(_CLOSE * length < len(offer.text) < length / _CLOSE for length in lengths):
            continue
        front, tail = agreement_of(offer.text, fronts, tails)
        agreement = max(front, _TAIL * tail)
        if agreement >= (_AGREES if first else EQUALS) and (first or heads):
            bonus = _FIRST if first and front >= tail else 0.0
            score = agreement + _SLUG * likeness(offer.text, slug) + bonus - _LATER * min(order, 10)
            scores[offer] = max(score, scores.get(offer, score))
    return max(scores, key=lambda offer: scores[offer], default=None)


def sides(heads: list[Offer]) -> tuple[frozenset[str], frozenset[str]]:
    """The fronts of the head's titles, and their backs."""
    pieces = [(head.raw, cut) for head in heads for cut in shortened(head.raw)]
    fronts = frozenset(cut for raw, cut in pieces if raw.startswith(cut) or _is_most(cut, raw))
    fronts |= {head.text for head in heads}
    return fronts, frozenset(cut for _, cut in pieces) - fronts


def _is_most(cut: str, title: str) -> bool:
    """Whether a piece is most of a Chinese title: old sites name themselves and the room in front of the headline."""
    return not cut.isascii() and 2 * len(cut) > len(title)


def agreement_of(text: str, fronts: frozenset[str], tails: frozenset[str]) -> tuple[float, float]:
    """How like a visible heading is to the fronts of the head's titles, and to their backs; 1 and 0 where there is none."""
    if not fronts or text in fronts:
        return 1.0, 0.0
    front, tail = (max((likeness(text, other) for other in others), default=0.0) for others in (fronts, tails))
    return front, tail


def _tells(text: str) -> bool:
    """Whether a block is long enough for its words to be the text's."""
    return len(text) > _PARAGRAPH or (3 * len(text) > _PARAGRAPH and weight(text) > _PARAGRAPH)


def supported(document: Document, heads: list[Offer], seen: list[Offer]) -> Offer | None:
    """Where headings and titles disagree: the one whose words stand in the URL and the text."""
    slug = slug_words(document.url)
    body = tokens(" ".join(block.text for block in document.blocks if _tells(block.text))[:20_000])

    def support(offer: Offer) -> float:
        words = tokens(offer.text)
        shared = sum(number for word, number in words.items() if word in body) / max(1, words.total())
        return shared + likeness(offer.text, slug) + min(len(words), 6) / 20

    lone = {offer for offer in seen if heads and offer.text.isascii() and " " not in offer.text}
    offers = [*heads, *(offer for offer in seen if offer.origin == "h1" and offer not in lone)]
    return max(offers, key=support, default=None)
