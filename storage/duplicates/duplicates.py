"""One story once: gather the articles that tell it, and choose the one that stands for them.

Callers hold the writers' lock: two writers at once would split a story.
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import BigInteger, Connection, Row, bindparam, func, select, update
from sqlalchemy.orm import Session

from cleaners.article import Verdict
from cleaners.text.likeness import Kind
from storage.duplicates.clusters import Link, clusters
from storage.duplicates.relations import TOUCHING, relate, unrelate
from storage.duplicates.tables import Relation
from storage.models import Article, Decision, Standing, table_of
from storage.prepared import Prepared

_NEVER = datetime.max.replace(tzinfo=UTC)

_ARTICLES = table_of(Article).c
_THESE = bindparam("these", expanding=True, type_=BigInteger)
_OF_STORY = select(_ARTICLES.id).where(_ARTICLES.cluster_id == bindparam("story"))
_LINKS = select(table_of(Relation)).where(table_of(Relation).c.same_story, TOUCHING)
_NAMES = select(_ARTICLES.id, _ARTICLES.public_id).where(_ARTICLES.id.in_(_THESE))
_RIVALS = select(
    _ARTICLES.id,
    _ARTICLES.cluster_id,
    _ARTICLES.standing,
    _ARTICLES.verdict,
    _ARTICLES.decision,
    _ARTICLES.source,
    _ARTICLES.date_published,
    func.length(_ARTICLES.body).label("length"),
    _ARTICLES.public_id,
)
_MEMBERS = _RIVALS.where(_ARTICLES.id.in_(_THESE))
_MEMBERS_OF_STORY = Prepared(_RIVALS.where(_ARTICLES.cluster_id == bindparam("story")))
_PLACE = Prepared(update(table_of(Article)).where(_ARTICLES.id == bindparam("this")), ("cluster_id", "standing"))
_ALONE = Prepared(update(table_of(Article)).where(_ARTICLES.id == bindparam("this")).values(cluster_id=_ARTICLES.id))


def settle(session: Session, article_id: int, digest: bytes | None, body: str, story: int | None = None) -> bool:
    """Put an article whose text is new or changed where it belongs; say whether its story was there before.

    ``story`` is the cluster that it was in, None for one that was entered just now, standing as if it were alone.
    """
    connection = session.connection()
    members = {article_id}
    if story is not None:
        members.update(connection.execute(_OF_STORY, {"story": story}).scalars())
        unrelate(connection, article_id)
    related = digest is not None and relate(connection, article_id, digest, body)
    if story is None and not related:
        _ALONE.many(connection, [{"this": article_id}])
        return False
    stories = _regroup(connection, members) if related or len(members) > 1 else [members]
    for one in stories:
        _elect(connection, connection.execute(_MEMBERS, {"these": list(one)}).all())
    return next(len(one) > 1 for one in stories if article_id in one)


def choose(session: Session, story: int) -> None:
    """Choose the representative of a story anew, as after a decision on one of its articles."""
    connection = session.connection()
    _elect(connection, _MEMBERS_OF_STORY.rows(connection, {"story": story}))


def _elect(connection: Connection, rows: Sequence[Any]) -> None:
    first, best = min(row.id for row in rows), min(rows, key=_rank)
    for row in rows:
        standing = _standing(row, published=row.id == best.id)
        if (row.cluster_id, row.standing) != (first, standing):
            _PLACE.many(connection, [{"this": row.id, "cluster_id": first, "standing": standing}])


def _regroup(connection: Connection, start: set[int]) -> list[set[int]]:
    """Part all articles that are linked with these into stories."""
    relations: dict[tuple[int, int], Row[Any]] = {}
    seen, edge = set(start), set(start)
    while edge:
        rows = connection.execute(_LINKS, {"these": list(edge)})
        relations |= {(row.article_id, row.other_id): row for row in rows}
        edge = {number for pair in relations for number in pair} - seen
        seen |= edge
    if len(seen) == 1:
        return [seen]
    names = {row.id: row.public_id for row in connection.execute(_NAMES, {"these": list(seen)})}
    numbers = {name: number for number, name in names.items()}
    stories = clusters(numbers, (_link(row, names) for row in relations.values()))
    return [{numbers[name] for name in story} for story in stories]


def _link(row: Row[*tuple[Any, ...]], names: Mapping[int, str]) -> Link:
    first, second = names[row.article_id], names[row.other_id]
    smaller, larger = (first, second) if row.share >= row.share_of_other else (second, first)
    near = row.kind in {Kind.EXACT, Kind.NEAR}
    return Link(smaller, larger, near, min(row.share, row.share_of_other))


def _rank(row: Any) -> tuple[object, ...]:
    """The smallest is the representative: fit to be shown, undamaged, nobody's repost, the earliest, the most complete."""
    moment = row.date_published or _NEVER
    damaged = row.verdict != Verdict.ACCEPT
    return _hidden(row) is not None, damaged, row.source is not None, moment.date(), -row.length, moment, row.public_id


def _hidden(row: Any) -> Standing | None:
    if row.decision == Decision.REJECTED:
        return Standing.REJECTED
    return Standing.QUARANTINED if row.verdict == Verdict.QUARANTINE and row.decision is None else None


def _standing(row: Any, *, published: bool) -> Standing:
    return _hidden(row) or (Standing.PUBLISHED if published else Standing.DUPLICATE)
