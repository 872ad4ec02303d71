"""Work for any worker on any machine. The row is the truth: a queue's message only wakes somebody up.

A job is claimed by one conditional UPDATE and held by a lease that its worker renews; when that runs out the job is put
back. All moments are the database's, so the clocks of the machines need not agree.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, delete, exists, func, insert, or_, select, text, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import InstrumentedAttribute, Session, aliased

from storage.crawls.runs import end_runs
from storage.crawls.tables import Job


class JobState(StrEnum):
    """Where a job stands."""

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


FAR = timedelta(days=30)
"""So long no lease lasts and no job is put off: a moment beyond was told by a clock that ran ahead and has been set right."""
HELD = "held"
"""The kind of a job that only holds its lane, for somebody who works outside the queue: no worker takes it up."""


@dataclass(frozen=True, slots=True)
class Work:
    """What is to be done: ``kind`` to ``target``. Work of one lane never runs at the same time; None: beside anything."""

    kind: str
    target: str = ""
    arguments: Mapping[str, str] = field(default_factory=dict)
    lane: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """A job that is ours. ``tries`` counts from 1 and tells our claim from a later one by the same worker."""

    job_id: int
    work: Work
    worker: str
    tries: int


@dataclass(frozen=True, slots=True)
class Ending:
    """How an attempt ended: ``delay`` seconds until the next, and whether it counts as a try, where the job is queued again."""

    state: JobState
    reason: str | None = None
    delay: float = 0
    counts: bool = True


def database_time(session: Session) -> datetime:
    """The moment by the clock that all workers share: the server's; of SQLite's one machine, ours."""
    if session.get_bind().dialect.name == "postgresql":
        moment: datetime = session.execute(text("SELECT clock_timestamp()")).scalar_one()
        return moment.astimezone(UTC)
    return datetime.now(UTC)


def enqueue(session: Session, work: Work, now: datetime, schedule_id: int | None = None) -> int | None:
    """Enter a job that is due now; give its id. None: the schedule's last job is not finished, so there is no new one."""
    row: dict[str, object] = {"kind": work.kind, "target": work.target, "arguments": dict(work.arguments), "lane": work.lane}
    row |= {"schedule_id": schedule_id, "state": JobState.QUEUED, "tries": 0, "due_at": now, "created_at": now}
    try:
        with session.begin_nested():
            return session.execute(insert(Job).values(row).returning(Job.id)).scalar_one()
    except IntegrityError:
        return None


def due_jobs(session: Session, now: datetime) -> list[int]:
    """The jobs that a worker could start, the one that waits longest first."""
    other = aliased(Job)
    taken = exists().where(other.lane == Job.lane, other.state == JobState.RUNNING)
    waiting = select(Job.id).where(Job.state == JobState.QUEUED, _is_over(Job.due_at, now), ~taken)
    return list(session.scalars(waiting.order_by(Job.due_at, Job.id)))


def open_jobs(session: Session, kind: str) -> int:
    """How many jobs of a kind wait or run."""
    unfinished = Job.state.in_((JobState.QUEUED, JobState.RUNNING))
    return session.scalar(select(func.count()).select_from(Job).where(Job.kind == kind, unfinished)) or 0


def hold_lane(session: Session, work: Work, worker: str, now: datetime, lease: float) -> Claim | None:
    """Hold the lane of work that is done outside the queue. None: something of that lane runs."""
    job_id = enqueue(session, replace(work, kind=HELD), now)
    claim = claim_job(session, job_id, worker, now, timedelta(seconds=lease)) if job_id is not None else None
    if claim is None:
        session.execute(delete(Job).where(Job.id == job_id))
    return claim


def claim_job(session: Session, job_id: int, worker: str, now: datetime, lease: timedelta) -> Claim | None:
    """Take a job that is due. None: somebody has it, or something else of its lane runs."""
    taking = update(Job).where(Job.id == job_id, Job.state == JobState.QUEUED, _is_over(Job.due_at, now))
    ours = {"state": JobState.RUNNING, "worker": worker, "lease_until": now + lease, "tries": Job.tries + 1}
    try:
        with session.begin_nested():
            job = session.scalars(taking.values(ours).returning(Job)).one_or_none()
    except IntegrityError:
        return None
    return job if job is None else Claim(job.id, Work(job.kind, job.target, job.arguments, job.lane), worker, job.tries)


def renew(session: Session, claim: Claim, until: datetime) -> bool:
    """Hold the job until then. False: it is ours no more."""
    return _change(session, claim, {"lease_until": until})


def let_go(session: Session, lane: str, worker: str, now: datetime) -> None:
    """Free a lane of which it is known that its holder is dead, before its lease runs out."""
    dead = (Job.lane == lane, Job.state == JobState.RUNNING, Job.kind == HELD, Job.worker == worker)
    ended = {"state": JobState.FAILED, "reason": "died", "worker": None, "lease_until": None, "finished_at": now}
    session.execute(update(Job).where(*dead).values(ended))


def renew_for(session: Session, claim: Claim, lease: float) -> bool:
    """Hold the job for so many seconds from now. False: it is ours no more."""
    return renew(session, claim, database_time(session) + timedelta(seconds=lease))


def runs_in(session: Session, lane: str) -> str | None:
    """Who works in a lane; None: nobody."""
    return session.scalar(select(Job.worker).where(Job.lane == lane, Job.state == JobState.RUNNING))


def settle(session: Session, claim: Claim, ending: Ending, now: datetime) -> bool:
    """Write down how our attempt ended. False: the job was no longer ours, and nothing is written."""
    row: dict[str, object] = {"state": ending.state, "reason": ending.reason, "worker": None, "lease_until": None}
    if ending.state is JobState.QUEUED:
        row |= {"due_at": now + timedelta(seconds=ending.delay), "tries": claim.tries - (not ending.counts)}
    else:
        row |= {"finished_at": now}
    return _change(session, claim, row)


def take_back(session: Session, now: datetime, most_tries: int) -> list[int]:
    """Put the jobs of lost workers back into the queue, or give up what has lost its worker too often; give their ids."""
    lost = session.scalars(select(Job).where(Job.state == JobState.RUNNING, _is_over(Job.lease_until, now))).all()
    back = []
    for job in lost:
        claim = Claim(job.id, Work(job.kind), job.worker or "", job.tries)
        state = JobState.QUEUED if job.tries < most_tries and job.kind != HELD else JobState.FAILED
        if settle(session, claim, Ending(state, f"lost with its worker {job.worker}"), now):
            end_runs(session, job.id, "lost", now)
            back.append(job.id)
    return back


def _is_over(moment: InstrumentedAttribute[Any], now: datetime) -> ColumnElement[bool]:
    return or_(moment <= now, moment > now + FAR)


def _change(session: Session, claim: Claim, values: Mapping[str, object]) -> bool:
    ours = (Job.id == claim.job_id, Job.state == JobState.RUNNING, Job.worker == claim.worker, Job.tries == claim.tries)
    return session.scalar(update(Job).where(*ours).values(values).returning(Job.id)) is not None
