"""Where a crawl begins and what has died: a feed that fails again and again is asked for less and less, and told of."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from storage.crawls.tables import FrontierUrl

DEAD = 3
"""Fetches in a row that failed, or found nothing to read, after which a URL is left to rest."""
FIRST, LONGEST = timedelta(days=1), timedelta(days=30)
"""How long it rests at first, and at most; each time twice as long as before."""


@dataclass(frozen=True, slots=True)
class Rest:
    """A URL that is left to rest, and why."""

    url: str
    until: datetime
    times: int
    reason: str


def rests_until(reason: str | None, times: int, finished_at: datetime) -> datetime:
    """Until when a URL is not asked for that brought nothing so many times in a row, the last time for a reason.

    >>> rests_until("status 404", 5, datetime(2026, 11, 1)).isoformat(), rests_until(None, 99, datetime(2026, 11, 1)).day
    ('2026-11-05T00:00:00', 1)
    """
    if reason is None or times < DEAD:
        return finished_at
    return finished_at + min(FIRST * (1 << min(times - DEAD, 9)), LONGEST)


def resting(session: Session, frontier: str, urls: Iterable[str], now: datetime) -> list[Rest]:
    """Those of the URLs that are left to rest now."""
    columns = (FrontierUrl.url, FrontierUrl.reason, FrontierUrl.barren, FrontierUrl.finished_at)
    rows = session.execute(select(*columns).where(FrontierUrl.frontier == frontier, FrontierUrl.url.in_(list(urls))))
    rests = [
        Rest(url, rests_until(reason, times, finished), times, reason or "")
        for url, reason, times, finished in rows
        if finished
    ]
    return [rest for rest in rests if now < rest.until <= now + LONGEST]
