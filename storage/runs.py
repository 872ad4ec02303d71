"""The book of crawls: when each began, how it ended, what it brought."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from storage.models import Run


def start_run(session: Session, spider: str, arguments: Mapping[str, object]) -> int:
    """Enter a crawl that begins now; give its id."""
    row = {"spider": spider, "arguments": dict(arguments), "started_at": datetime.now(UTC), "status": "running", "counts": {}}
    return session.execute(insert(Run).values(row).returning(Run.id)).scalar_one()


def finish_run(session: Session, run_id: int, status: str, counts: Mapping[str, int]) -> None:
    """Enter how a crawl ended."""
    ended = {"finished_at": datetime.now(UTC), "status": status, "counts": dict(counts)}
    session.execute(update(Run).where(Run.id == run_id).values(ended))


def list_runs(session: Session, limit: int = 50) -> Sequence[Run]:
    """The crawls, newest first."""
    return session.scalars(select(Run).order_by(Run.id.desc()).limit(limit)).all()
