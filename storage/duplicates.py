"""One story once: find the articles that tell it, gather them, and choose the one that stands for them.

Callers hold the writers' lock: two writers at once would split a story.
"""

from collections.abc import Iterable
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Row, delete, func, insert, or_, select, update
from sqlalchemy.orm import Session

from cleaners.article import Verdict
from cleaners.likeness import Kind, Likeness, Sketch, compare, sketch
from cleaners.signature import fingerprints
from storage.clusters import Link, clusters
from storage.duplicate_tables import TURNED, Fingerprint, Relation
from storage.models import Article, Decision, Standing

CROWD = 64
"""Articles that one fingerprint leads to; later ones are found by their other fingerprints. Bounds the cost of a query."""

CANDIDATES = 16
"""Texts compared for one article, the likeliest first."""

LEAST_SAMPLE = 0.2
"""Of the smaller text's fingerprints, to be a candidate: half the share that makes a story, for the luck of sampling."""

_NEVER = datetime.max.replace(tzinfo=UTC)


def settle(session: Session, article_id: int) -> bool:
    """Put an article whose text is new or changed where it belongs; say whether its story was there before."""
    article = session.execute(select(Article.cluster_id, Article.text_hash, Article.body).where(Article.id == article_id)).one()
    left = select(Article.id).where(Article.cluster_id == article.cluster_id, Article.id != article_id)
    rest = set(session.scalars(left)) if article.cluster_id else set()
    if article.cluster_id:
        session.execute(delete(Relation).where(_touches({article_id})))
        session.execute(delete(Fingerprint).where(Fingerprint.article_id == article_id))
    if article.text_hash is not None:
        _relate(session, article_id, article.text_hash, article.body)
    stories = _regroup(session, {article_id, *rest})
    return next(len(story) > 1 for story in stories if article_id in story)


def choose(session: Session, cluster_id: int) -> None:
    """Choose the representative of a story anew, as after a decision on one of its articles."""
    _elect(session, session.scalars(select(Article.id).where(Article.cluster_id == cluster_id)).all())


def _elect(session: Session, members: Iterable[int]) -> None:
    rows = session.execute(_members(members)).all()
    first, best = min(row.id for row in rows), min(rows, key=_rank)
    for row in rows:
        standing = _standing(row, published=row.id == best.id)
        if (row.cluster_id, row.standing) != (first, standing):
            session.execute(update(Article).where(Article.id == row.id).values(cluster_id=first, standing=standing))


def _relate(session: Session, article_id: int, digest: bytes, body: str) -> None:
    """Compare an article with those that its fingerprints lead to; keep what was found, and its fingerprints."""
    mine = _sketch(digest, body)
    hashes = fingerprints(mine.shingles)
    session.execute(update(Article).where(Article.id == article_id).values(sampled=len(hashes)))
    found = dict.fromkeys(session.scalars(_twins(article_id, digest)), _EXACT)
    for other in session.execute(_bodies(set(_candidates(session, article_id, hashes)) - found.keys())):
        likeness = compare(mine, _sketch(other.text_hash, other.body))
        if likeness:
            found[other.id] = likeness
    if found:
        session.execute(insert(Relation), [_relation(article_id, other, likeness) for other, likeness in found.items()])
    crowded = select(Fingerprint.hash).where(Fingerprint.hash.in_(hashes)).group_by(Fingerprint.hash)
    free = set(hashes).difference(session.scalars(crowded.having(func.count() >= CROWD)))
    if free:
        session.execute(insert(Fingerprint), [{"hash": value, "article_id": article_id} for value in sorted(free)])


def _candidates(session: Session, article_id: int, hashes: list[int]) -> list[int]:
    """The articles that share most of a sample, the likeliest first."""
    shared = func.count().label("shared")
    hits = select(Fingerprint.article_id, shared).where(Fingerprint.hash.in_(hashes)).group_by(Fingerprint.article_id)
    hits = hits.having(shared >= min(2, len(hashes)))
    counted = hits.subquery()
    query = select(Article.id, Article.public_id, Article.sampled, counted.c.shared).join(
        counted, counted.c.article_id == Article.id
    )
    rows = [
        (row.shared / min(row.sampled, len(hashes)), row.public_id, row.id)
        for row in session.execute(query)
        if row.id != article_id and row.shared >= LEAST_SAMPLE * min(row.sampled, len(hashes))
    ]
    return [row[-1] for row in sorted(rows, reverse=True)[:CANDIDATES]]


def _regroup(session: Session, start: set[int]) -> list[set[int]]:
    """Part all articles that are linked with these into stories, and choose the representative of each."""
    relations: dict[tuple[int, int], Row[Any]] = {}
    seen, edge = set(start), set(start)
    while edge:
        rows = session.execute(select(*Relation.__table__.columns).where(Relation.same_story, _touches(edge))).all()
        relations |= {(row.article_id, row.other_id): row for row in rows}
        edge = {number for pair in relations for number in pair} - seen
        seen |= edge
    if len(seen) == 1:
        _elect(session, seen)
        return [seen]
    names = {
        row.id: row.public_id for row in session.execute(select(Article.id, Article.public_id).where(Article.id.in_(seen)))
    }
    numbers = {name: number for number, name in names.items()}
    stories = [
        {numbers[name] for name in story} for story in clusters(numbers, (_link(row, names) for row in relations.values()))
    ]
    for story in stories:
        _elect(session, story)
    return stories


def _link(row: Row[Any], names: dict[int, str]) -> Link:
    first, second = names[row.article_id], names[row.other_id]
    smaller, larger = (first, second) if row.share >= row.share_of_other else (second, first)
    near = row.kind in {Kind.EXACT, Kind.NEAR}
    return Link(smaller, larger, near, min(row.share, row.share_of_other))


def _relation(article_id: int, other: int, likeness: Likeness) -> dict[str, object]:
    """A row from the smaller id's point of view."""
    row = {"article_id": article_id, "other_id": other, "kind": likeness.kind, "same_story": likeness.same_story}
    if article_id < other:
        return {**row, "share": likeness.of_first, "share_of_other": likeness.of_second}
    kind = TURNED.get(likeness.kind, likeness.kind)
    turned = {"article_id": other, "other_id": article_id, "kind": kind}
    return {**row, **turned, "share": likeness.of_second, "share_of_other": likeness.of_first}


def _touches(members: set[int]) -> ColumnElement[bool]:
    return or_(Relation.article_id.in_(members), Relation.other_id.in_(members))


def _twins(article_id: int, digest: bytes) -> Any:
    same = select(Article.id).where(Article.text_hash == digest, Article.id != article_id)
    return same.order_by(Article.id).limit(CANDIDATES)


def _bodies(members: set[int]) -> Any:
    return select(Article.id, Article.text_hash, Article.body).where(Article.id.in_(members))


@lru_cache(maxsize=256)
def _sketch(_digest: bytes, body: str) -> Sketch:
    return sketch(body)


def _members(members: Iterable[int]) -> Any:
    return select(
        Article.id,
        Article.cluster_id,
        Article.standing,
        Article.verdict,
        Article.decision,
        Article.source,
        Article.date_published,
        func.length(Article.body).label("length"),
        Article.public_id,
    ).where(Article.id.in_(members))


def _rank(row: Row[Any]) -> tuple[object, ...]:
    """The smallest is the representative: fit to be shown, undamaged, nobody's repost, the earliest, the most complete."""
    moment = row.date_published or _NEVER
    damaged = row.verdict != Verdict.ACCEPT
    return _hidden(row) is not None, damaged, row.source is not None, moment.date(), -row.length, moment, row.public_id


def _hidden(row: Row[Any]) -> Standing | None:
    if row.decision == Decision.REJECTED:
        return Standing.REJECTED
    return Standing.QUARANTINED if row.verdict == Verdict.QUARANTINE and row.decision is None else None


def _standing(row: Row[Any], *, published: bool) -> Standing:
    return _hidden(row) or (Standing.PUBLISHED if published else Standing.DUPLICATE)


_EXACT = Likeness(Kind.EXACT, 1.0, 1.0, same_story=True)
