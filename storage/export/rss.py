"""RSS 2.0, as feed readers take it: for the newest articles of a database, and for every search of the web pages."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime
from xml.etree.ElementTree import Element, SubElement, tostring


@dataclass(frozen=True, slots=True)
class Item:
    """An article in a feed; ``source`` names who published it at ``url``, ``link`` is where its readers are led."""

    guid: str
    title: str
    link: str
    description: str
    date: datetime | None
    source: str
    url: str


def rss(title: str, link: str, description: str, items: Iterable[Item]) -> bytes:
    """Write a feed of the items, in their order."""
    root = Element("rss", version="2.0")
    channel = SubElement(root, "channel")
    _add(channel, title=title, link=link, description=description)
    for item in items:
        node = SubElement(channel, "item")
        _add(node, title=item.title, link=item.link, description=item.description)
        SubElement(node, "guid", isPermaLink="false").text = item.guid
        SubElement(node, "source", url=_plain(item.url)).text = _plain(item.source)
        if item.date:
            _add(node, pubDate=format_datetime(item.date))
    feed: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return feed


def _add(node: Element, **texts: str) -> None:
    for name, text in texts.items():
        SubElement(node, name).text = _plain(text)


def _plain(text: str) -> str:
    """The text without the characters that XML has no way to write.

    >>> _plain("a\\x0bb\\uffff\\tc 電影")
    'ab\\tc 電影'
    """
    return "".join(
        character
        for character in text
        if character in "\t\n" or " " <= character < "\ud800" or "\ue000" <= character <= "\ufffd" or character > "\uffff"
    )
