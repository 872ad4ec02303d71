"""One story once: gather the articles that tell it, and choose the one that stands for them.

Callers hold the writers' lock: two writers at once would split a story.
"""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import BigInteger, Connection, Row, bindparam, func, select, update
from sqlalchemy.orm import Session

from cleaners.article import Verdict
from cleaners.text.likeness import Kind, Likeness
from storage.duplicates.clusters import Link, clusters
from storage.duplicates.relations import TOUCHING, relate, unrelate
from storage.duplicates.tables import Relation
from storage.models import Article, Decision, Standing, table_of
from storage.prepared import Listed, Prepared

_NEVER = datetime.max.replace(tzinfo=UTC)

_NEAR = frozenset({Kind.EXACT, Kind.NEAR})
"""How texts of about one length stand to each other."""

_ARTICLES, _RELATIONS = table_of(Article).c, table_of(Relation).c
_THESE = bindparam("these", expanding=True, type_=BigInteger)
_OF_STORY = select(_ARTICLES.id).where(_ARTICLES.cluster_id == bindparam("story"))
_STORY = select(_ARTICLES.cluster_id).where(_ARTICLES.id == bindparam("this"))
_LINKS = select(table_of(Relation)).where(_RELATIONS.same_story, TOUCHING)
_PAIRS = select(_RELATIONS.article_id, _RELATIONS.other_id, _RELATIONS.kind)
_AMONG = Listed(lambda these: _PAIRS.where(_RELATIONS.article_id.in_(these), _RELATIONS.other_id.in_(these)))
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
_MOVE = Prepared(update(table_of(Article)).where(_ARTICLES.id == bindparam("this")), ("cluster_id",))


def settle(session: Session, article_id: int, digest: bytes | None, body: str, story: int | None = None) -> bool:
    """Put an article whose text is new or changed where it belongs; say whether its story was there before.

    ``story`` is the cluster that it was in, None for one that was entered just now, standing as if it were alone.
    """
    connection = session.connection()
    members = {article_id}
    if story is not None:
        members.update(connection.execute(_OF_STORY, {"story": story}).scalars())
        unrelate(connection, article_id)
    found = relate(connection, article_id, digest, body) if digest is not None else {}
    if story is None and not found:
        _MOVE.many(connection, [{"this": article_id, "cluster_id": article_id}])
        return False
    if len(members) == 1 and (joined := _repeated(connection, found)) is not None:
        _MOVE.many(connection, [{"this": article_id, "cluster_id": joined}])
        choose(session, joined)
        return True
    stories = _regroup(connection, members) if found or len(members) > 1 else [members]
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


def _repeated(connection: Connection, found: Mapping[int, Likeness]) -> int | None:
    """The story of the texts that an article repeats, where they are near each other already; None where they are not.

    Then no story changes but by the article's coming. To part a story anew for its thousandth member took .33 s (2026-11), and
    a site that shows one page in the place of all others makes thousands.
    """
    others = {other: likeness.kind for other, likeness in found.items() if likeness.same_story}
    if not others or not _NEAR.issuperset(others.values()):
        return None
    pairs = [(str(first), str(second)) for first, second, kind in _AMONG.rows(connection, list(others)) if kind in _NEAR]
    if len(clusters(map(str, others), (Link(first, second, near=True, share=1.0) for first, second in pairs))) > 1:
        return None
    return int(connection.execute(_STORY, {"this": min(others)}).scalar_one())


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
    return Link(smaller, larger, row.kind in _NEAR, min(row.share, row.share_of_other))


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
