"""Find when an article was published and when it was changed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from cleaners.article import Candidate
from cleaners.dateforms import CHINA, Moment, Reading, machine_moment, moments
from cleaners.document import Document
from cleaners.known import known_publisher
from cleaners.masthead import Masthead
from cleaners.structured import main_articles
from cleaners.visible_dates import visible_dates

_PUBLISHED_META = (
    "article:published_time article:published og:published_time og:article:published_time article:published_date datepublished"
    " date_published publish_date publishdate pubdate publish-date published_time published-date parsely-pub-date sailthru.date"
    " dc.date.issued dc.date.created dcterms.date dcterms.created dcterms.issued dc.date article.published rnews:datepublished"
    " cxenseparse:recs:publishtime citation_publication_date og:release_date weibo:article:create_at ptime bt:pubdate originalpublicationdate"
    " article_date_original date"
).split()
_MODIFIED_META = (
    "article:modified_time og:updated_time og:modified_time datemodified date_modified lastmod last-modified updated_time dcterms.modified"
    " dc.date.modified article.updated weibo:article:update_at"
).split()
_URL_DATE = re.compile(r"/((?:19[89]|20[0-4])\d)[/_-]?(0[1-9]|1[0-2])[/_-]?(0[1-9]|[12]\d|3[01])(?=[/_.-]|\D)")
_DAY_FIRST = re.compile(r"^en-(?:gb|au|nz|ie|in|za|hk|sg)", re.I)
_DAY_FIRST_HOST = re.compile(r"\.(?:uk|au|nz|ie|in|za|hk|sg|eu|fr|de|it|es)(?:[:/]|$)")
_CHINESE_HOST = re.compile(r"^https?://[^/]+\.(?:cn|hk|tw|mo)(?:[:/]|$)", re.I)


@dataclass(frozen=True, slots=True)
class Dates:
    """Aware moments, in the zone that the page writes them in, so that their day is the page's day.

    ``precision`` is ``day`` (the time is then midnight), ``minute`` or ``second``; None without a publication date.
    """

    published: datetime | None = None
    modified: datetime | None = None
    precision: str | None = None
    candidates: tuple[Candidate, ...] = ()
    blocks: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class _Offer:
    field: str
    origin: str
    moment: Moment


def read_dates(document: Document, masthead: Masthead) -> Dates:
    """The moments that the page states; none is guessed, none lies more than a day after the fetch.

    What readers see beats what machines are told, for templates stamp pages anew; machines refine it to the minute.
    """
    reading = _reading(document)
    machine = [offer for offer in _machine(document, reading) if _plausible(offer.moment, reading)]
    seen = [
        _Offer(field, origin, moment)
        for field, origin, moment in visible_dates(document, masthead, reading)
        if _plausible(moment, reading)
    ]
    offers = [*seen, *machine]
    published = _published(seen, machine) or _fallback(document, reading)
    if published is None:
        return Dates()
    chosen = _refined(published, offers)
    modified = _modified(offers, chosen)
    candidates = [Candidate(offer.field, offer.origin, offer.moment.when.isoformat(), offer in (published, modified)) for offer in offers]
    if published not in offers:
        candidates.insert(0, Candidate("date_published", published.origin, published.moment.when.isoformat(), True))
    return Dates(chosen.when, modified and modified.moment.when, chosen.precision, tuple(candidates))


def page_zone(document: Document) -> tzinfo:
    """The zone of times that the page gives without one: the caller's, the publisher's, China's for Chinese pages, else UTC."""
    if document.hints.timezone:
        try:
            return ZoneInfo(document.hints.timezone)
        except (ZoneInfoNotFoundError, ValueError):
            return UTC
    known = known_publisher(document)
    if known:
        return ZoneInfo(known.zone)
    language = document.hints.language or document.structured.language or ""
    if _CHINESE_HOST.match(document.url) or language.lower().startswith("zh") or _mostly_han(document):
        return CHINA
    return UTC


def _reading(document: Document) -> Reading:
    day_first = bool(_DAY_FIRST.match(document.structured.language or "") or _DAY_FIRST_HOST.search(document.url[:80]))
    return Reading(page_zone(document), document.hints.fetched_at, day_first)


def _mostly_han(document: Document) -> bool:
    sample = "".join(block.text for block in document.blocks[:80])[:3000]
    return 4 * sum("\u4e00" <= char <= "\u9fff" for char in sample) > len(sample) > 0


def _plausible(moment: Moment, reading: Reading) -> bool:
    """Not before the web, not after the fetch."""
    return moment.when.year >= 1990 and (reading.now is None or moment.when <= reading.now + timedelta(days=1))


def _machine(document: Document, reading: Reading) -> Iterator[_Offer]:
    """The dates that machines are given, most trusted first."""
    structured = document.structured
    for origin, items in (("json-ld", main_articles(structured)), ("json-ld page", structured.others)):
        for item in items:
            yield from _offers("date_published", origin, item.get("datePublished") or item.get("dateCreated"), reading)
            yield from _offers("date_modified", origin, item.get("dateModified"), reading)
    for field, names in (("date_published", _PUBLISHED_META), ("date_modified", _MODIFIED_META)):
        for name in names:
            for value in structured.meta.get(name, ())[:1]:
                yield from _offers(field, "meta", value, reading)
    if document.hints.feed_date:
        yield _Offer("date_published", "feed", Moment(document.hints.feed_date, "second", True))
    match = _URL_DATE.search(document.url)
    if match:
        yield from _offers("date_published", "url", "-".join(match.groups()), reading)


def _offers(field: str, origin: str, value: object, reading: Reading) -> Iterator[_Offer]:
    moment = machine_moment(value, reading) if isinstance(value, str | int) else None
    if moment:
        yield _Offer(field, origin, moment)


def _published(seen: list[_Offer], machine: list[_Offer]) -> _Offer | None:
    """The visible publication date, else the machines', else a visible change."""
    shown = next((offer for offer in seen if offer.field == "date_published"), None)
    told = next((offer for offer in machine if offer.field == "date_published"), None)
    changed = next((offer for offer in seen if offer.field == "date_modified"), None)
    return shown or told or changed


def _refined(published: _Offer, offers: list[_Offer]) -> Moment:
    """The time of day from another statement about the same day."""
    moment = published.moment
    if moment.precision != "day":
        return moment
    return next(
        (other.moment for other in offers if other.moment.when.date() == moment.when.date() and other.moment.precision != "day"), moment
    )


def _modified(offers: list[_Offer], published: Moment) -> _Offer | None:
    later = (offer for offer in offers if offer.field == "date_modified" and offer.moment.when >= published.when)
    return next(later, None)


def _fallback(document: Document, reading: Reading) -> _Offer | None:
    return None
