"""The zone of times that a page gives without one."""

import re
from collections.abc import Mapping
from datetime import UTC, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from cleaners.document import Document
from cleaners.language import HAN, HANGUL, KANA
from cleaners.sites.known import known_publisher, publisher_named
from cleaners.text.dateforms import CHINA

_HOST = re.compile(r"^https?://[^/:]+\.(cn|hk|tw|mo|jp|kr|in|sg|za|uk|ie|de|at|ch|fr|it|nl|be|nz)(?:[:/]|$)", re.I)
_ZONES: Mapping[str, tzinfo] = dict.fromkeys(("cn", "hk", "tw", "mo", "zh"), CHINA) | {
    name: ZoneInfo(zone)
    for names, zone in {
        "jp ja": "Asia/Tokyo", "kr ko": "Asia/Seoul", "in": "Asia/Kolkata", "sg": "Asia/Singapore", "za": "Africa/Johannesburg",
        "uk": "Europe/London", "ie": "Europe/Dublin", "de at ch": "Europe/Berlin", "fr": "Europe/Paris", "it": "Europe/Rome",
        "nl": "Europe/Amsterdam", "be": "Europe/Brussels", "nz": "Pacific/Auckland",
    }.items()
    for name in names.split()
}  # fmt: skip
"""By the host's country or the page's language, where all that write it have one clock."""
_LANGUAGES = frozenset(("zh", "ja", "ko"))


def page_zone(document: Document, publisher: str | None) -> tzinfo:
    """The zone of times that the page gives without one: the caller's, the publisher's, its country's or language's, or UTC."""
    if document.hints.timezone:
        try:
            return ZoneInfo(document.hints.timezone)
        except (ZoneInfoNotFoundError, ValueError):
            return UTC
    known = known_publisher(document) or publisher_named(publisher or "")
    if known:
        return ZoneInfo(known.zone)
    host, language = _HOST.match(document.url), document.hints.language or document.structured.language or ""
    found = (host[1] if host else language[:2] if language[:2] in _LANGUAGES else "").lower()
    return _ZONES[found] if found in _ZONES else _ZONES.get(_script(document), UTC)


def _script(document: Document) -> str:
    """The language whose letters the page is written in; empty where many languages share them."""
    sample = "".join(block.text for block in document.blocks[:80])[:3000]
    if not sample or sample.isascii():
        return ""
    enough = len(sample) / 4
    if len(KANA.findall(sample)) > enough / 4:
        return "ja"
    return "ko" if len(HANGUL.findall(sample)) > enough else "zh" if len(HAN.findall(sample)) > enough else ""
