"""A search as RSS 2.0."""

from collections.abc import Iterable
from email.utils import format_datetime
from xml.etree.ElementTree import Element, SubElement, tostring

from storage.query.browse import Card
from web.asking import Asked
from web.security import web_link


def rss(cards: Iterable[Card], base: str, asked: Asked) -> bytes:
    """The cards as a feed; an item leads to its publisher's page, or to ours where that is no web address."""
    root = Element("rss", version="2.0")
    channel = SubElement(root, "channel")
    SubElement(channel, "title").text = _plain(f"Filmwire: {asked.q}" if asked.q else "Filmwire")
    SubElement(channel, "link").text = _plain(base + asked.address())
    SubElement(channel, "description").text = "Film news, clean and deduplicated"
    for card in cards:
        ours = f"{base}articles/{card.public_id}"
        item = SubElement(channel, "item")
        SubElement(item, "title").text = _plain(card.headline or card.url)
        SubElement(item, "link").text = _plain(web_link(card.url) or ours)
        SubElement(item, "guid", isPermaLink="false").text = card.public_id
        SubElement(item, "description").text = _plain(card.snippet)
        if card.date_published:
            SubElement(item, "pubDate").text = format_datetime(card.date_published)
    feed: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return feed


def _plain(text: str) -> str:
    """The text without the characters that XML has no way to write."""
    return "".join(
        character
        for character in text
        if character in "\t\n" or " " <= character < "\ud800" or "\ue000" <= character <= "\ufffd" or character > "\uffff"
    )
