"""A search as a feed."""

from collections.abc import Iterable

from storage.export.rss import Item, rss
from storage.query.browse import Card
from web.asking import Asked
from web.security import web_link


def feed_of(cards: Iterable[Card], base: str, asked: Asked) -> bytes:
    """The cards as RSS; an item leads to its publisher's page, or to ours where that is no web address."""
    title = f"Filmwire: {asked.q}" if asked.q else "Filmwire"
    items = (_item(card, f"{base}articles/{card.public_id}") for card in cards)
    return rss(title, base + asked.address(), "Film news, clean and deduplicated", items)


def _item(card: Card, ours: str) -> Item:
    return Item(
        guid=card.public_id,
        title=card.headline or card.url,
        link=web_link(card.url) or ours,
        description=card.snippet,
        date=card.date_published,
        source=card.publisher,
        url=card.url,
    )
