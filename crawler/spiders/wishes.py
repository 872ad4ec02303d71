"""What a crawl is asked for: days, a section, a number of articles."""

from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from crawler.exits import Mistake
from crawler.links import Kind, Link
from crawler.shapes import url_date


@dataclass(frozen=True, slots=True)
class Wishes:
    """The arguments of ``scrapy crawl -a``, read. None: whatever there is."""

    since: datetime | None = None
    until: datetime | None = None
    section: str | None = None
    """A part of the URL that a section's articles have."""

    @property
    def takes_all(self) -> bool:
        """Whether no day and no section was asked for: only then does an unchanged listing mean that nothing is new."""
        return not (self.since or self.until or self.section)

    def takes_section(self, url: str) -> bool:
        """Whether a URL belongs to the section asked for."""
        return not self.section or self.section in url

    def takes(self, link: Link) -> bool:
        """Whether a link may lead to the days and the section asked for; without a date it may, and so may no article.

        A sitemap that tells no headline tells when a page was changed: no story came later, but it may have come long before.
        """
        if link.kind is not Kind.ARTICLE:
            return True
        day = link.date if link.headline else url_date(link.url)
        last = day or link.date
        early = self.since and last and last < self.since
        late = self.until and day and day > self.until
        return not early and not late and self.takes_section(link.url)


def wishes(since: str | None, until: str | None, section: str | None, zone: str | None) -> Wishes:
    """Read what was asked for, its days as YYYY-MM-DD in that time zone. Raises Mistake."""
    first, last = _moment(since, time.min, zone), _moment(until, time.max, zone)
    return Wishes(first, last, section)


def _moment(text: str | None, at: time, zone: str | None) -> datetime | None:
    try:
        return datetime.combine(date.fromisoformat(text), at, ZoneInfo(zone or "UTC")) if text else None
    except ValueError:
        raise Mistake(f"{text!r} is no day: write it as 2026-11-21") from None


def number_of(text: str | int) -> int:
    """A number of articles. Raises Mistake.

    >>> number_of("20")
    20
    """
    try:
        number = int(text)
    except ValueError:
        number = 0
    if number < 1:
        raise Mistake(f"max_articles={text} is no number above 0")
    return number
