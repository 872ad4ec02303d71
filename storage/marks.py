"""How far a piece of work has come that has to go on where it was killed."""

from sqlalchemy import delete
from sqlalchemy.orm import Session

from storage.models import Meta


def mark(session: Session, work: str, place: int) -> None:
    """Write down that everything before this place is done."""
    session.merge(Meta(key=f"mark {work}", value=str(place)))


def marked(session: Session, work: str) -> int:
    """The place to go on from; 0 where nothing was begun, or all of it is done."""
    row = session.get(Meta, f"mark {work}")
    return int(row.value) if row else 0


def unmark(session: Session, work: str) -> None:
    """All of it is done: who begins it again begins at its beginning."""
    session.execute(delete(Meta).where(Meta.key == f"mark {work}"))
