"""One story once: gather the articles that say the same, and choose the one that stands for them."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Row, func, select, update
from sqlalchemy.orm import Session

from cleaners.article import Verdict
from storage.models import Article, Decision, Standing

_NEVER = datetime.max.replace(tzinfo=UTC)


def settle(session: Session, article_id: int) -> bool:
    """Put an article in the cluster where it belongs now and say whether others are there.

    The caller holds the writers' lock: two writers at once would split a story.
    """
    left, digest = session.execute(select(Article.cluster_id, Article.text_hash).where(Article.id == article_id)).one()
    same = select(Article.id).where(Article.text_hash == digest, Article.id != article_id) if digest else None
    others = set(session.scalars(same)) if same is not None else set()
    _gather(session, {article_id, *others})
    if left and (rest := set(session.scalars(select(Article.id).where(Article.cluster_id == left, Article.id != article_id)))):
        _gather(session, rest - others)
    return bool(others)


def _gather(session: Session, members: set[int]) -> None:
    """Make a cluster of these articles and choose its representative."""
    if not members:
        return
    rows = session.execute(_candidates(members)).all()
    best = min(rows, key=_rank)
    for row in rows:
        standing = _standing(row, published=row.id == best.id)
        if (row.cluster_id, row.standing) != (min(members), standing):
            session.execute(update(Article).where(Article.id == row.id).values(cluster_id=min(members), standing=standing))


def _candidates(members: Iterable[int]) -> Any:
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
