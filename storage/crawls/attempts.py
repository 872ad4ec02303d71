"""An attempt at a job is a run: it begins with the claim, and its worker writes down how its process ended."""

from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy.orm import Session

from storage.crawls.jobs import Claim, Ending, claim_job, database_time, renew_for, settle
from storage.crawls.runs import end_runs, note_exit, start_run
from storage.crawls.tables import Run
from storage.crawls.usual import unusual_about


@dataclass(frozen=True, slots=True)
class Attempt:
    """A claimed job, its row among the runs, and the file that takes its log."""

    claim: Claim
    run_id: int
    log: str


def begin(session: Session, job_id: int, worker: str, lease: float, logs: str) -> Attempt | None:
    """Claim a job for ``lease`` seconds and enter its run. None: it is not to be had."""
    claim = claim_job(session, job_id, worker, database_time(session), timedelta(seconds=lease))
    if claim is None:
        return None
    what = claim.work.target or claim.work.kind
    log = f"{logs}/{what}-{job_id}-{claim.tries}.log"
    return Attempt(claim, start_run(session, what, claim.work.arguments, job_id, log), log)


def hold(session: Session, attempt: Attempt, lease: float) -> bool:
    """Renew the lease. False: the job is somebody else's now."""
    return renew_for(session, attempt.claim, lease)


def conclude(session: Session, attempt: Attempt, exit_code: int, ending: Ending) -> list[str]:
    """Write down how the process ended and what becomes of the job, if it still is ours; say what is unusual about the run."""
    now = database_time(session)
    note_exit(session, attempt.run_id, exit_code)
    if settle(session, attempt.claim, ending, now):
        end_runs(session, attempt.claim.job_id, "died" if exit_code else "ended", now)
    run = session.get(Run, attempt.run_id, populate_existing=True)
    return unusual_about(session, run) if run else []
