"""The book of crawls: when each began, how it ended, what it brought."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from sqlalchemy import func, insert, select, update
from sqlalchemy.orm import Session

from storage.crawls.tables import Run
from storage.models import Outcome, StoredPage
from storage.urls import site_of

UNFINISHED = frozenset({"running", "shutdown", "died", "lost"})
"""How runs stand whose crawl the next run goes on with."""
LOOKED_BACK = 1000
"""Runs of a spider among which those before this one are looked for."""


def start_run(
    session: Session, spider: str, arguments: Mapping[str, object], job_id: int | None = None, log: str | None = None
) -> int:
    """Enter a crawl that begins now, as an attempt at a job where a worker makes it; give its id."""
    row = {"spider": spider, "arguments": dict(arguments), "started_at": datetime.now(UTC), "status": "running", "counts": {}}
    row |= {"job_id": job_id, "log": log}
    return session.execute(insert(Run).values(row).returning(Run.id)).scalar_one()


def finish_run(session: Session, run_id: int, status: str, counts: Mapping[str, int]) -> None:
    """Enter how a crawl ended."""
    ended = {"finished_at": datetime.now(UTC), "status": status, "counts": dict(counts)}
    session.execute(update(Run).where(Run.id == run_id).values(ended))


def end_runs(session: Session, job_id: int, status: str, now: datetime) -> None:
    """Close the attempts at a job that could not do so themselves."""
    open_ones = update(Run).where(Run.job_id == job_id, Run.finished_at.is_(None))
    session.execute(open_ones.values(finished_at=now, status=status))


def note_exit(session: Session, run_id: int, exit_code: int) -> None:
    """Enter how the process of a run ended."""
    session.execute(update(Run).where(Run.id == run_id).values(exit_code=exit_code))


def bury(session: Session, run_id: int) -> None:
    """Write down that the runs of this one's site that nobody saw end have died, with the articles that they had stored.

    The caller holds the site's lane, so none of them can be alive; the attempts of workers are buried by these.
    """
    this = session.get_one(Run, run_id)
    unseen = (Run.spider == this.spider, Run.id < run_id, Run.status == "running", Run.job_id.is_(None))
    for run in session.scalars(select(Run).where(*unseen)):
        if _site(run) == _site(this):
            run.status, run.counts = "died", _stored(session, run.id)


def _site(run: Run) -> str:
    """Where a spider of any site went; empty for those that have one of their own."""
    return site_of(str(run.arguments.get("url", "")))


def _stored(session: Session, run_id: int) -> dict[str, int]:
    pages = select(Outcome.fate, func.count()).join(StoredPage, StoredPage.id == Outcome.page_id)
    rows = session.execute(pages.where(StoredPage.run_id == run_id).group_by(Outcome.fate))
    return {f"articles/{fate}": count for fate, count in rows}


def crawl_began(session: Session, run_id: int) -> datetime:
    """When the crawl began that a run belongs to: it goes on with those before it that were killed or stopped."""
    this = session.get_one(Run, run_id)
    began, columns = this.started_at, (Run.arguments, Run.status, Run.started_at)
    before = select(*columns).where(Run.spider == this.spider, Run.id < run_id).order_by(Run.id.desc())
    for run in session.execute(before.limit(LOOKED_BACK)):
        if run.arguments == this.arguments:
            if run.status not in UNFINISHED:
                break
            began = run.started_at
    return began


def list_runs(session: Session, limit: int = 50) -> Sequence[Run]:
    """The crawls, newest first."""
    return session.scalars(select(Run).order_by(Run.id.desc()).limit(limit)).all()
