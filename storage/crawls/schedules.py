"""The timetables. Who fires one moves its next time on in the same transaction, so that nobody else fires it too."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, insert, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from storage.columns import by_bytes
from storage.crawls.tables import Job, Run, Schedule


@dataclass(frozen=True, slots=True)
class Timetable:
    """A crawl of ``spider`` at the times of ``cron`` in ``zone``; see ``Work`` for the lane."""

    name: str
    spider: str
    arguments: Mapping[str, str]
    lane: str
    cron: str
    zone: str


@dataclass(frozen=True, slots=True)
class LastRun:
    """The newest job of a schedule and its newest attempt; None where there has been none yet."""

    job: Job | None
    run: Run | None


def add_schedule(session: Session, timetable: Timetable, next_at: datetime) -> bool:
    """Enter a schedule. False: there is one of that name."""
    row = {name: getattr(timetable, name) for name in ("name", "spider", "lane", "cron", "zone")}
    row |= {"arguments": dict(timetable.arguments), "paused": False, "next_at": next_at}
    try:
        with session.begin_nested():
            session.execute(insert(Schedule).values(row))
    except IntegrityError:
        return False
    return True


def find_schedule(session: Session, name: str) -> Schedule | None:
    """The schedule of that name."""
    return session.scalar(select(Schedule).where(Schedule.name == name))


def list_schedules(session: Session) -> Sequence[Schedule]:
    """All schedules by name."""
    return session.scalars(select(Schedule).order_by(by_bytes(Schedule.name))).all()


def last_run(session: Session, schedule_id: int) -> LastRun:
    """What came of the schedule last."""
    job = session.scalar(select(Job).where(Job.schedule_id == schedule_id).order_by(Job.id.desc()).limit(1))
    if job is None:
        return LastRun(None, None)
    return LastRun(job, session.scalar(select(Run).where(Run.job_id == job.id).order_by(Run.id.desc()).limit(1)))


def pause_schedule(session: Session, name: str) -> bool:
    """Let a schedule rest. False: there is none of that name."""
    return _set(session, name, {"paused": True})


def resume_schedule(session: Session, name: str, next_at: datetime) -> bool:
    """Let a schedule go on. What it missed is not made up for. False: there is none of that name."""
    return _set(session, name, {"paused": False, "next_at": next_at})


def remove_schedule(session: Session, name: str) -> bool:
    """Forget a schedule; its runs stay. False: there is none of that name."""
    return session.scalar(delete(Schedule).where(Schedule.name == name).returning(Schedule.id)) is not None


def advance(session: Session, schedule_id: int, seen: datetime, next_at: datetime) -> bool:
    """Move a schedule that was due at ``seen`` on to its next time. False: somebody did before us."""
    due = (Schedule.id == schedule_id, Schedule.next_at == seen, Schedule.paused.is_(False))
    return session.scalar(update(Schedule).where(*due).values(next_at=next_at).returning(Schedule.id)) is not None


def _set(session: Session, name: str, values: Mapping[str, object]) -> bool:
    changing = update(Schedule).where(Schedule.name == name).values(values).returning(Schedule.id)
    return session.scalar(changing) is not None
