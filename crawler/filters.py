"""The filters that ``scrapy search`` and ``scrapy export`` share."""

import argparse
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from crawler.exits import Mistake

if TYPE_CHECKING:
    from storage.query.wanted import Wanted


def add_filters(parser: argparse.ArgumentParser) -> None:
    """Offer them."""
    parser.add_argument("--lang", help="language of the article: en, zh")
    parser.add_argument("--since", metavar="DAY", help="published on this day or later (2026-11-21)")
    parser.add_argument("--until", metavar="DAY", help="published on this day or earlier")
    parser.add_argument("--source", help="a site (chinadaily.com.cn) or a publisher's name")
    parser.add_argument("--film", metavar="TITLE", help="articles that name the film")


def filtered(opts: argparse.Namespace) -> "Wanted":
    """What they ask for. Raises Mistake for what is no day."""
    from storage.query.wanted import Wanted  # noqa: PLC0415 - SQLAlchemy is loaded by those who need it

    until = _day(opts.until)
    return Wanted(
        language=opts.lang,
        source=opts.source,
        since=_day(opts.since),
        until=until and until + timedelta(days=1),
        film=opts.film,
    )


def _day(text: str | None) -> datetime | None:
    """A day as the moment it begins, in UTC. Raises Mistake for what is no day.

    >>> _day("2026-11-21")
    datetime.datetime(2026, 11, 21, 0, 0, tzinfo=datetime.timezone.utc)
    """
    try:
        return datetime.combine(date.fromisoformat(text), time.min, UTC) if text else None
    except ValueError:
        raise Mistake(f"{text!r} is no day: write it as 2026-11-21") from None
