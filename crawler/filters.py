"""The filters of articles that ``scrapy search`` and ``scrapy export`` share, and those of pages of export and reclean."""

import argparse
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from crawler.exits import Mistake

if TYPE_CHECKING:
    from storage.query.wanted import Wanted


def add_filters(parser: argparse.ArgumentParser) -> None:
    """Offer the filters of articles."""
    parser.add_argument("--lang", metavar="CODE", help="language of the article: en, zh")
    parser.add_argument("--since", metavar="DAY", help="published on this day or later (2026-11-21)")
    parser.add_argument("--until", metavar="DAY", help="published on this day or earlier")
    parser.add_argument("--source", metavar="NAME", help="a site (chinadaily.com.cn) or a publisher's name")
    parser.add_argument("--film", metavar="TITLE", help="articles that name the film")
    parser.add_argument("--author", metavar="NAME", help="the whole name of a writer")
    parser.add_argument("--members", action="store_true", help="every article of a story, not only one")


def add_conditions(parser: argparse.ArgumentParser) -> None:
    """Offer the filters of pages."""
    names = "site, spider, url, fate, language, verdict, standing or publisher"
    help_text = f"only pages of that {names}; * stands for anything (may be repeated)"
    parser.add_argument("--where", action="append", default=[], metavar="NAME=VALUE", help=help_text)


def conditions(texts: Iterable[str]) -> dict[str, str]:
    """What each ``--where`` asks of pages. Raises Mistake for what asks for nothing that is known, or asks twice."""
    from storage.care.reclean import CONDITIONS  # noqa: PLC0415

    asked: dict[str, str] = {}
    for text in texts:
        name, equals, value = text.partition("=")
        if not equals or name not in CONDITIONS:
            raise Mistake(f"--where {text}: give name=value, the name one of {', '.join(CONDITIONS)}")
        if name in asked:
            raise Mistake(f"--where {text}: {name} is given already")
        asked[name] = value
    return asked


def filtered(opts: argparse.Namespace) -> "Wanted":
    """What the filters of articles ask for. Raises Mistake for what is no day."""
    from storage.query.wanted import Wanted  # noqa: PLC0415 - SQLAlchemy is loaded by those who need it

    return Wanted(
        language=opts.lang,
        source=opts.source,
        since=_day(opts.since),
        until=_day(opts.until, later=1),
        film=opts.film,
        author=opts.author,
        members=opts.members,
    )


def _day(text: str | None, later: int = 0) -> datetime | None:
    """The moment at which a day begins in UTC, or one so many days later. Raises Mistake for what is no day.

    >>> _day("2026-11-21", later=1)
    datetime.datetime(2026, 11, 22, 0, 0, tzinfo=datetime.timezone.utc)
    """
    try:
        return datetime.combine(date.fromisoformat(text) + timedelta(days=later), time.min, UTC) if text else None
    except (ValueError, OverflowError):
        raise Mistake(f"{text!r} is no day: write it as 2026-11-21") from None
