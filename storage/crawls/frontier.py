"""The frontier: every URL that a crawl found, and where it stands. It outlives the process that found them.

A URL is leased to one process at a time, and done only in the transaction that stores what came of it: whoever is killed
loses his leases, never a page.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, and_, bindparam, func, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from storage.crawls.leads import Answer, Entered, Lead, Leased, Standing, State, Tenure
from storage.crawls.rests import rests_until
from storage.crawls.tables import FrontierUrl
from storage.models import table_of
from storage.prepared import Prepared

T = TypeVar("T")

MAX_DEATHS = 3
"""Crawls that may die with a URL in hand before it is given up: it may be what kills them."""
AHEAD = timedelta(hours=1)
"""What is finished so much later than now was so by a clock that ran ahead and has been set right: nobody knows when it was."""
_BATCH = 500
"""URLs looked up in one statement; SQLite takes up to 32,766 parameters."""


_FRONTIER = table_of(FrontierUrl)
_STANDING = [getattr(FrontierUrl, name) for name in "id digest state found_at finished_at due_at reason barren".split()]
_LEARNED = ("etag", "last_modified", "content")
"""What lets the next fetch ask only for what has changed; an answer that does not say it leaves it as it was."""


def _finishing(barren: Any) -> Prepared:
    news = ((column, bindparam(f"new_{column.key}", type_=column.type)) for column in map(_FRONTIER.c.__getitem__, _LEARNED))
    kept = {column: func.coalesce(new, column) for column, new in news}
    statement = update(_FRONTIER).where(_FRONTIER.c.id == bindparam("this"))
    given_up = {_FRONTIER.c.owner: None, _FRONTIER.c.lease_until: None, _FRONTIER.c.barren: barren}
    return Prepared(statement.values({**given_up, **kept}), ("state", "reason", "finished_at", "due_at"))


_FINISH = {True: _finishing(_FRONTIER.c.barren + 1), False: _finishing(0)}
"""By whether the answer was barren. Every page ends with this statement."""


def enter(session: Session, frontier: str, leads: Iterable[Lead], now: datetime, *, before: datetime) -> Entered:
    """Enter what a page linked to. What was finished ``before`` (when this crawl began) may be fetched again."""
    new = known = again = fresh = 0
    for batch in _batches({_digest(lead.url): lead for lead in leads}.items(), _BATCH):
        wanted = dict(batch)
        rows = session.execute(select(*_STANDING).where(FrontierUrl.frontier == frontier, FrontierUrl.digest.in_(wanted))).all()
        stale = [row.id for row in rows if _is_stale(row, wanted[row.digest], now, before)]
        if stale:
            session.execute(update(FrontierUrl).where(FrontierUrl.id.in_(stale)).values(state=State.WAITING, tries=0))
        there = {row.digest for row in rows}
        new += _add(session, [_row(frontier, digest, lead, now) for digest, lead in wanted.items() if digest not in there])
        again += len(stale)
        found_now = sum(row.found_at >= before for row in rows)
        known += len(rows) - len(stale) - found_now
        fresh += found_now
    return Entered(new, known, again, new + fresh)


def known(session: Session, frontier: str, urls: Iterable[str]) -> set[str]:
    """Those of the URLs that were found before, wherever they stand."""
    found = set[str]()
    for batch in _batches(set(urls), _BATCH):
        wanted = FrontierUrl.digest.in_(map(_digest, batch))
        found.update(session.scalars(select(FrontierUrl.url).where(FrontierUrl.frontier == frontier, wanted)))
    return found


def lease(session: Session, frontier: str, count: int, tenure: Tenure) -> list[Leased]:
    """Take the ``count`` URLs that come next, those included whose lease ran out. Two processes never get the same."""
    _give_up(session, frontier, tenure)
    chosen = (
        select(FrontierUrl.id)
        .where(FrontierUrl.frontier == frontier, _is_free(tenure.now, tenure.owner))
        .order_by(FrontierUrl.priority.desc(), FrontierUrl.date.desc().nulls_last(), FrontierUrl.id)
        .limit(count)
        .with_for_update(skip_locked=True)
    )
    ids = session.scalars(chosen).all()
    taken = update(FrontierUrl).where(FrontierUrl.id.in_(ids))
    session.execute(taken.where(FrontierUrl.state == State.LEASED, FrontierUrl.tries == 0).values(tries=1))
    session.execute(taken.values(state=State.LEASED, owner=tenure.owner, lease_until=tenure.until))
    rows = {row.id: row for row in session.scalars(select(FrontierUrl).where(FrontierUrl.id.in_(ids)))}
    return [_leased(rows[url_id]) for url_id in ids]


def renew(session: Session, tenure: Tenure) -> None:
    """Keep what we have leased for longer."""
    mine = and_(FrontierUrl.owner == tenure.owner, FrontierUrl.state == State.LEASED)
    session.execute(update(FrontierUrl).where(mine).values(lease_until=tenure.until))


def begin(session: Session, url_id: int) -> None:
    """Say that a suspect is about to be fetched, so that it is known who was at work if the crawl dies now."""
    session.execute(update(FrontierUrl).where(FrontierUrl.id == url_id).values(tries=FrontierUrl.tries + 1))


def release(session: Session, owner: str) -> int:
    """Give back what a process has leased and not finished; say how many. It was no failure of theirs."""
    mine = and_(FrontierUrl.owner == owner, FrontierUrl.state == State.LEASED)
    back = {"state": State.WAITING, "owner": None, "lease_until": None}
    return session.connection().execute(update(FrontierUrl).where(mine).values(back)).rowcount


def expire(session: Session, owner: str) -> None:
    """Let the leases of a process run out at once, for its death is known; each of its URLs is a suspect from then on."""
    mine = and_(FrontierUrl.owner == owner, FrontierUrl.state == State.LEASED)
    session.execute(update(FrontierUrl).where(mine, FrontierUrl.tries == 0).values(tries=1))
    session.execute(update(FrontierUrl).where(mine).values(state=State.WAITING, owner=None, lease_until=None))


def owners(session: Session, frontier: str) -> list[str]:
    """The processes that have leased something."""
    held = select(FrontierUrl.owner).where(FrontierUrl.frontier == frontier, FrontierUrl.state == State.LEASED).distinct()
    return [owner for owner in session.scalars(held) if owner]


def finish(session: Session, url_id: int, answer: Answer, now: datetime) -> None:
    """Enter how the fetch of a URL ended, in the transaction that stores what came of it."""
    said = {name: getattr(answer, name) for name in ("state", "reason", "due_at")}
    said |= {f"new_{name}": getattr(answer, name) for name in _LEARNED}
    _FINISH[answer.barren].many(session.connection(), [{**said, "finished_at": now, "this": url_id}])


def standing(session: Session, frontier: str) -> Mapping[str, int]:
    """How many URLs stand where."""
    rows = select(FrontierUrl.state, func.count()).where(FrontierUrl.frontier == frontier).group_by(FrontierUrl.state)
    return dict(session.execute(rows).all())


def overview(session: Session, frontier: str) -> list[Standing]:
    """Every URL of a frontier, in the order in which they were found."""
    columns = (FrontierUrl.url, FrontierUrl.kind, FrontierUrl.state, FrontierUrl.reason)
    rows = session.execute(select(*columns).where(FrontierUrl.frontier == frontier).order_by(FrontierUrl.id))
    return [Standing(*row) for row in rows]


def _is_free(now: datetime, owner: str) -> ColumnElement[bool]:
    """Whether a URL may be leased: whoever asks lives, so his own leases hold, whatever his clock has come to say."""
    ran_out = and_(FrontierUrl.state == State.LEASED, FrontierUrl.lease_until < now, FrontierUrl.owner != owner)
    return or_(FrontierUrl.state == State.WAITING, ran_out)


def _give_up(session: Session, frontier: str, tenure: Tenure) -> None:
    now = tenure.now
    killers = and_(FrontierUrl.frontier == frontier, _is_free(now, tenure.owner), FrontierUrl.tries > MAX_DEATHS)
    reason = f"the crawl died {MAX_DEATHS} times while it was at it"
    given_up = {"state": State.FAILED, "reason": reason, "finished_at": now, "due_at": now + timedelta(days=1), "owner": None}
    session.execute(update(FrontierUrl).where(killers).values(given_up))


def _is_stale(row: Any, lead: Lead, now: datetime, before: datetime) -> bool:
    if row.state in (State.WAITING, State.LEASED) or row.finished_at is None:
        return False
    if row.finished_at > now + AHEAD:
        return lead.again or row.due_at is not None
    if row.finished_at >= before:
        return False
    rests = rests_until(row.reason, row.barren, row.finished_at) > now
    return not rests and (lead.again or (row.due_at is not None and row.due_at <= now))


def _add(session: Session, rows: list[dict[str, Any]]) -> int:
    """Insert rows; what another process entered in the same moment stays as it is."""
    if not rows:
        return 0
    dialect = postgresql if session.get_bind().dialect.name == "postgresql" else sqlite
    statement = dialect.insert(FrontierUrl.__table__).on_conflict_do_nothing(index_elements=["frontier", "digest"])
    return len(session.connection().execute(statement.returning(FrontierUrl.id), rows).all())


def _row(frontier: str, digest: bytes, lead: Lead, now: datetime) -> dict[str, Any]:
    said = {"url": lead.url, "kind": lead.kind, "priority": lead.priority, "depth": lead.depth}
    told = {"headline": lead.headline, "date": lead.date, "found_at": now}
    return {"frontier": frontier, "digest": digest, "state": State.WAITING, "tries": 0, "barren": 0, **said, **told}


def _leased(row: FrontierUrl) -> Leased:
    return Leased(
        id=row.id,
        url=row.url,
        kind=row.kind,
        priority=row.priority,
        depth=row.depth,
        headline=row.headline,
        date=row.date,
        etag=row.etag,
        last_modified=row.last_modified,
        content=row.content,
        fetched_before=row.finished_at is not None,
        suspect=row.tries > 0,
    )


def _digest(url: str) -> bytes:
    return hashlib.blake2b(url.encode("utf-8", "replace"), digest_size=16).digest()


def _batches(items: Iterable[T], size: int) -> Iterator[list[T]]:
    iterator = iter(items)
    while batch := list(islice(iterator, size)):
        yield batch
