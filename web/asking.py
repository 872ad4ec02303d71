"""Read what is asked for out of an address: the filters of a search."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Annotated
from urllib.parse import urlencode

from fastapi import Query
from pydantic import BeforeValidator

from storage.models import Standing
from storage.query.wanted import Wanted

NAMES = ("q", "language", "source", "month", "verdict", "film", "author", "since", "until")


def _written_out(day: object) -> object:
    if isinstance(day, str) and not re.fullmatch(r"\d{4}-\d\d-\d\d", day):
        raise ValueError("write the day as 2026-11-21")
    return day


Day = Annotated[date, BeforeValidator(_written_out)]
"""A day as 2026-11-21 and in no other way; a bare number would count as seconds since 1970."""


@dataclass(frozen=True, slots=True)
class Asked:
    """The filters as they stand in an address; ``until`` is the last day, inclusive."""

    q: Annotated[
        str,
        Query(max_length=200, description='words that must all occur; "a phrase", OR, NOT, title:, film:'),
    ] = ""
    language: Annotated[str, Query(max_length=20, description="en, zh, ...")] = ""
    source: Annotated[str, Query(max_length=253, description="a site, such as chinadaily.com.cn, or a publisher")] = ""
    month: Annotated[str, Query(pattern=r"^([12]\d{3}-(0[1-9]|1[0-2]))?$", description="published in it, as 2026-11")] = ""
    verdict: Annotated[str, Query(pattern="^(accept|repaired|quarantine)?$", description="accept, repaired or quarantine")] = ""
    film: Annotated[str, Query(max_length=100, description="a title: articles that name the film")] = ""
    author: Annotated[str, Query(max_length=200, description="the whole name of a writer")] = ""
    since: Annotated[Day | None, Query(description="published on this day or later, as 2026-11-21, in UTC")] = None
    until: Annotated[Day | None, Query(description="published on this day or earlier")] = None

    def wanted(self, standing: Standing | None = Standing.PUBLISHED) -> Wanted:
        """The filters as storage knows them."""
        return Wanted(
            text=self.q.strip(),
            language=self.language or None,
            source=self.source or None,
            month=self.month or None,
            verdict=self.verdict or None,
            film=self.film or None,
            author=self.author or None,
            since=_midnight(self.since),
            until=_midnight(self.until, days=1),
            standing=standing,
        )

    def address(self, **changes: str | None) -> str:
        """The query string with some filters changed; an empty one leaves it.

        >>> Asked(q="box office", language="en").address(language="", after="x")
        '?q=box+office&after=x'
        """
        values = {name: getattr(self, name) or "" for name in NAMES} | changes
        return "?" + urlencode({name: str(value) for name, value in values.items() if value})

    @property
    def chosen(self) -> list[tuple[str, str]]:
        """The filters in force, but for the words."""
        return [(name, str(value)) for name in NAMES[1:] if (value := getattr(self, name))]


def _midnight(day: date | None, days: int = 0) -> datetime | None:
    if day is None:
        return None
    try:
        return datetime.combine(day + timedelta(days=days), time.min, UTC)
    except OverflowError:
        return datetime.combine(day, time.min, UTC)
