"""Find when an article was published and when it was changed."""

import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, timezone

from cleaners.article import Candidate, Found
from cleaners.dates.machine_dates import machine_dates
from cleaners.dates.stray_dates import stray_dates
from cleaners.dates.visible_dates import visible_dates
from cleaners.dates.zones import page_zone
from cleaners.document import Document
from cleaners.markup.masthead import Masthead
from cleaners.markup.structured import kinds
from cleaners.text.dateforms import FURTHEST, Moment, Reading

_SLASHED = re.compile(r"(?<![\d/])(\d?\d)/(\d?\d)/(?:19[89]|20[0-4])\d(?!\d)")
_DAY_FIRST = re.compile(
    r"^en[-_](?:gb|au|nz|ie|in|za|hk|sg)|^(?:fr|de|es|it|pt|nl|ru|pl|tr|sv|da|fi|no|nb|el|cs|id|vi)\b", re.I
)
_DAY_FIRST_HOST = re.compile(r"https?://[^/?#]+\.(?:uk|au|nz|ie|in|za|hk|sg|eu|fr|de|it|es)(?:[:/?#]|$)")
_URL_MONTH = re.compile(r"/((?:19[89]|20[0-4])\d)[/-]?(0[1-9]|1[0-2])(?=[/-]|\d\d\b)")
_YEARS = range(1990, 2050)
"""Before them there was no web, and later ones stand for never."""
_SEEN = ("byline", "foot", "first")
"""Origins that readers see."""


@dataclass(frozen=True, slots=True)
class Dates:
    """Aware moments, in the zone that the page writes them in, so that their day is the page's day.

    ``precision`` is ``day`` (the time is then midnight), ``minute`` or ``second``; None without a publication date.
    """

    published: Found[datetime | None] = Found(None)
    modified: Found[datetime | None] = Found(None)
    precision: Found[str | None] = Found(None)


@dataclass(frozen=True, slots=True)
class _Offer:
    field: str
    origin: str
    moment: Moment
    block: int | None = None
    """The block that says this and nothing else."""
    demoted: bool = False
    """Readers see it, but only the machines tell that it is the change: it may be a comment's, and counts after theirs."""


def read_dates(document: Document, masthead: Masthead, publisher: str | None) -> Dates:
    """The moments that the page states; none is guessed, none lies more than a day after the fetch.

    What readers see beats what machines are told, for templates stamp pages anew; machines refine it to the minute.
    """
    reading = _reading(document, publisher)
    machine = [_Offer(*stated) for stated in machine_dates(document, reading) if _plausible(stated[2], reading)]
    seen = [
        _Offer(field, origin, moment, block)
        for field, origin, moment, block in visible_dates(document, masthead, reading)
        if _plausible(moment, reading)
    ]
    seen = [offer for offer in seen if not (offer.moment.relative and _told_exactly(offer, machine))]
    live = any("LiveBlogPosting" in kinds(item) for item in document.structured.articles)
    seen = _demoted(_of_one_clock(_as_elsewhere(document, seen, reading)), machine, live=live)
    offers = [*(offer for offer in seen if not offer.demoted), *machine, *(offer for offer in seen if offer.demoted)]
    published = _published([offer for offer in offers if not _of_fetch(offer, offers, reading)])
    if published is None:
        stray = [_Offer(field, origin, moment) for field, origin, moment in stray_dates(document, masthead, reading)]
        offers += [offer for offer in stray if _plausible(offer.moment, reading)]
        published = _published(offers)
    chosen = _refined(published, offers) if published else None
    modified = _modified(offers, chosen)
    if chosen is None and modified is None:
        return Dates()
    candidates = tuple(
        Candidate(offer.field, offer.origin, offer.moment.when.isoformat(), offer in (published, modified)) for offer in offers
    )
    blocks = tuple(sorted({offer.block for offer in offers if offer.block is not None}))
    return Dates(
        Found(
            chosen.when if chosen else None,
            tuple(candidate for candidate in candidates if candidate.field == "date_published"),
            blocks,
        ),
        Found(
            _refined(modified, offers).when if modified else None,
            tuple(candidate for candidate in candidates if candidate.field == "date_modified"),
        ),
        Found(chosen.precision if chosen else None),
    )


def _reading(document: Document, publisher: str | None) -> Reading:
    structured = document.structured
    locales = (structured.language or "", *structured.meta.get("og:locale", ()))
    day_first = any(_DAY_FIRST.match(locale) for locale in locales) or _DAY_FIRST_HOST.match(document.url) is not None
    return Reading(page_zone(document, publisher), _clock(document.hints.fetched_at), day_first, _addressed(document.url))


def _clock(fetched_at: datetime | None) -> datetime | None:
    """When a page was fetched; None where an archive says so of a year that stands for never."""
    return fetched_at if fetched_at and fetched_at.year in _YEARS else None


def _addressed(url: str) -> datetime | None:
    """The last day of the month that a URL's path names.

    >>> str(_addressed("https://example.com/2025/02/ferry")), _addressed("https://example.com/film/ferry")
    ('2025-02-28 00:00:00+00:00', None)
    """
    match = _URL_MONTH.search(url)
    after = (int(match[1]) + int(match[2]) // 12, int(match[2]) % 12 + 1) if match else None
    return datetime(*after, 1, tzinfo=UTC) - timedelta(days=1) if after else None


def _as_elsewhere(document: Document, seen: list[_Offer], reading: Reading) -> list[_Offer]:
    """Dates that figures leave open, read as the page's other dates are: 3/4/2025 beside 25/4/2025 is April."""
    if not any(offer.moment.ambiguous for offer in seen):
        return seen
    slashed = (match for block in document.blocks if "/" in block.text for match in _SLASHED.finditer(block.text))
    plain = next((match for match in slashed if (int(match[1]) > 12) != (int(match[2]) > 12)), None)
    if plain is None or (int(plain[1]) > 12) == reading.day_first:
        return seen
    return [replace(offer, moment=_swapped(offer.moment)) if offer.moment.ambiguous else offer for offer in seen]


def _of_one_clock(seen: list[_Offer]) -> list[_Offer]:
    """Visible times without a zone, in the one that other visible times name; UTC may be the template's alone."""
    zones = {str(offer.moment.when.tzinfo): offer.moment.when.tzinfo for offer in seen if offer.moment.zoned}
    zone = next(iter(zones.values())) if len(zones) == 1 else None
    if zone is None or not any(offer.moment.when.utcoffset() for offer in seen if offer.moment.zoned):
        return seen
    return [
        offer
        if offer.moment.zoned or offer.moment.relative or offer.moment.precision == "day"
        else replace(offer, moment=replace(offer.moment, when=offer.moment.when.replace(tzinfo=zone)))
        for offer in seen
    ]


def _plausible(moment: Moment, reading: Reading) -> bool:
    """In a year that can be, and not after the fetch."""
    return moment.when.year in _YEARS and (reading.now is None or moment.when <= reading.now + timedelta(days=1))


def _demoted(seen: list[_Offer], machine: list[_Offer], *, live: bool) -> list[_Offer]:
    """Put a visible date that says nothing of itself where the machines have it: as the change, or day and month swapped.

    What readers see of a live blog are the moments of its entries.
    """
    told = {
        field: {offer.moment.when.date() for offer in machine if offer.field == field}
        for field in ("date_published", "date_modified")
    }
    published, modified = told["date_published"], told["date_modified"] - told["date_published"]
    read = [
        replace(offer, moment=swapped)
        if offer.moment.ambiguous
        and offer.moment.when.date() not in published
        and (swapped := _swapped(offer.moment)).when.date() in published
        else offer
        for offer in seen
    ]
    minutes = {
        field: {_minute(offer.moment) for offer in machine if offer.field == field and offer.moment.precision != "day"}
        for field in told
    }
    first = min(minutes["date_published"], default=None)
    later = {minute for minute in minutes["date_modified"] if first is not None and minute > first}
    changed = later - minutes["date_published"]
    modified |= {offer.moment.when.date() for offer in seen if offer.field == "date_modified"} - published
    return [
        replace(offer, field="date_modified", demoted=True)
        if offer.field == "date_published"
        and published
        and (
            live
            or offer.moment.when.date() in modified
            or (offer.moment.precision != "day" and _minute(offer.moment) in changed)
        )
        else offer
        for offer in read
    ]


def _told_exactly(offer: _Offer, machine: list[_Offer]) -> bool:
    """Whether machines know the moment to the minute that readers are told as so many days ago."""
    told = (other.moment for other in machine if other.field == offer.field and other.moment.precision != "day")
    return any(abs(moment.when - offer.moment.when) < timedelta(days=2) for moment in told)


def _minute(moment: Moment) -> datetime:
    return moment.when.astimezone(UTC).replace(second=0, microsecond=0)


def _of_fetch(offer: _Offer, offers: list[_Offer], reading: Reading) -> bool:
    """Whether a visible date only follows the fetch, while another statement names an earlier day.

    It is the masthead's clock, or a "2 hours ago" that was written when the page was saved.
    """
    if offer.origin not in _SEEN or reading.now is None:
        return False
    if not offer.moment.relative and abs(reading.now - offer.moment.when) > timedelta(days=1):
        return False
    others = [other.moment for other in offers if other.field == "date_published" and not other.moment.relative]
    told = [moment.when for moment in others if moment != offer.moment]
    return bool(told) and max(told) < offer.moment.when - timedelta(days=1)


def _swapped(moment: Moment) -> Moment:
    """Day and month changed over."""
    return replace(moment, when=moment.when.replace(month=moment.when.day, day=moment.when.month))


def _published(offers: list[_Offer]) -> _Offer | None:
    """The visible publication date that machines are told too, else the first visible one, the machines', a visible change.

    A change that only machines are told is none: templates write one on pages that have no date at all. A visible change before
    what machines are told of the publication proves that the page was stamped anew, and stands for it.
    """
    stated = [offer for offer in offers if offer.field == "date_published"]
    told = {offer.moment.when.date() for offer in stated if offer.origin not in (*_SEEN, "url")}
    shown = [offer for offer in stated if offer.origin in _SEEN]
    agreed = [offer for offer in shown if offer.moment.when.date() in told]
    changed = [offer for offer in offers if offer.field == "date_modified" and offer.origin in (*_SEEN, "line", "marked")]
    new = [offer for offer in shown if offer.origin == "first"]
    first = next(iter(new + agreed + shown + stated + changed), None)
    earlier = (offer for offer in changed if first is not None and offer.moment.when.date() < first.moment.when.date())
    restamped = next(earlier, None) if first is not None and first.origin not in (*_SEEN, "url") else None
    return restamped or first


def _refined(stated: _Offer, offers: list[_Offer]) -> Moment:
    """The time of day from another statement about the same day, or the zone from another about the same minute."""
    moment = stated.moment
    if moment.precision != "day":
        return (
            moment
            if moment.zoned or moment.relative
            else _zoned(moment, [offer.moment for offer in offers if offer.moment.zoned and offer.field == stated.field])
        )
    return next(
        (
            other.moment
            for other in offers
            if other.moment.when.date() == moment.when.date() and other.moment.precision != "day"
        ),
        moment,
    )


def _zoned(moment: Moment, told: list[Moment]) -> Moment:
    """A time without a zone, in that of a statement about the same minute: the clocks are whole quarters of an hour apart.

    What says 10:00 UTC where readers see 10:00 says nothing: templates stamp their own clock as UTC.
    """
    clock = moment.when.replace(tzinfo=UTC, second=0, microsecond=0)
    for other in told:
        ahead = clock - other.when.astimezone(UTC).replace(second=0, microsecond=0)
        if ahead and FURTHEST[0] <= ahead <= FURTHEST[1] and not ahead % timedelta(minutes=15):
            return replace(other, when=other.when.astimezone(timezone(ahead)))
    return moment


def _modified(offers: list[_Offer], published: Moment | None) -> _Offer | None:
    changes = (offer for offer in offers if offer.field == "date_modified")
    return next((offer for offer in changes if published is None or offer.moment.when >= published.when), None)
