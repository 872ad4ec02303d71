"""When a schedule is due: cron expressions read in time zones. Nothing here knows a clock or a database."""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from cronsim import CronSim, CronSimError

from crawler.exits import Mistake
from storage.crawls.frontier import AHEAD
from storage.crawls.tables import Schedule

FIELDS = "minute, hour, day of month, month, day of week"


@dataclass(frozen=True, slots=True)
class Firing:
    """A schedule that is due since ``seen``, and its next time."""

    schedule: Schedule
    seen: datetime
    next_at: datetime


def plan(schedules: Iterable[Schedule], now: datetime) -> list[Firing]:
    """Say which schedules are due. However many times one missed it fires once, and goes on at its next time after now."""
    return [
        Firing(schedule, schedule.next_at, next_time(schedule.cron, schedule.zone, now))
        for schedule in schedules
        if not schedule.paused and schedule.next_at <= now
    ]


def ahead(schedules: Iterable[Schedule], now: datetime) -> list[Firing]:
    """Say which schedules wait for a time that a clock has told which ran ahead, and has been set right by now.

    It is one later than what an hour from now would come next; by less clocks are set again and again, and nothing is to run
    twice for it.
    """
    waiting = (schedule for schedule in schedules if schedule.next_at > now + AHEAD)
    times = ((schedule, next_time(schedule.cron, schedule.zone, now + AHEAD)) for schedule in waiting)
    return [Firing(schedule, schedule.next_at, then) for schedule, then in times if then < schedule.next_at]


def next_time(cron: str, zone: str, after: datetime) -> datetime:
    """The first time after a moment, in UTC. Raises Mistake for an expression or a zone that cannot be meant.

    Clock changes are taken as Debian's cron takes them: what falls into the hour that is left out runs right after it, what
    falls into the hour that comes twice runs once; times given by ``*`` go on by the real clock.

    >>> next_time("0 */6 * * *", "Asia/Shanghai", datetime(2026, 11, 21, 12, tzinfo=UTC)).isoformat()
    '2026-11-21T16:00:00+00:00'
    """
    if len(cron.split()) != len(FIELDS.split(", ")):
        raise Mistake(f"{cron!r} is no timetable: give five fields ({FIELDS}), such as '0 */6 * * *'")
    try:
        times = CronSim(cron, after.astimezone(known_zone(zone)))
        while (moment := next(times).astimezone(UTC)) <= after:
            pass  # from within the hour that comes twice, cronsim first gives the time of its first half
    except CronSimError as error:
        raise Mistake(f"{cron!r} is no timetable: {str(error).lower()} (the fields are {FIELDS})") from None
    except StopIteration:
        raise Mistake(f"{cron!r} never comes: no such day in fifty years") from None
    return moment


def known_zone(name: str) -> ZoneInfo:
    """The time zone of that name. Raises Mistake."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise Mistake(f"no time zone is called {name!r}; they are named like Asia/Shanghai, Europe/Paris or UTC") from None


def local_zone() -> str:
    """The name of this machine's time zone; UTC where it has none."""
    _, _, name = os.path.realpath("/etc/localtime").partition("/zoneinfo/")
    for candidate in (os.environ.get("TZ", "").removeprefix(":"), name):
        if candidate and Path(candidate).is_absolute() is False and _is_zone(candidate):
            return candidate
    return "UTC"


def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True
