"""Figures about sources and stories: how much came, how complete it is, what belongs together."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import ColumnElement, case, func, select
from sqlalchemy.orm import Session, defer

from storage.columns import by_bytes
from storage.models import Article, Standing, StoredByline
from storage.query.facets import month_of


@dataclass(frozen=True, slots=True)
class SourceFigures:
    """One site. The counts of fields tell how many of its articles have them."""

    site: str
    publisher: str | None
    """Whom most of its articles name that are fit to be shown."""
    articles: int
    published: int
    duplicates: int
    quarantined: int
    with_author: int
    with_date: int
    with_headline: int
    latest: datetime | None
    months: tuple[tuple[str, int], ...]
    """Articles by month of publication, oldest first."""


@dataclass(frozen=True, slots=True)
class Story:
    """A cluster of articles that tell the same story, under its representative's headline."""

    cluster_id: int
    members: int
    headline: str | None
    headline_language: str | None
    id: str
    """The public id of the representative."""
    told_by: tuple[str, ...]
    """Publishers, or sites that name none, the representative's first."""


def list_sources(session: Session) -> list[SourceFigures]:
    """Every site with articles, the largest first."""
    authored = select(StoredByline.article_id).where(StoredByline.role == "author")
    columns: list[Any] = [
        Article.site,
        func.count(),
        *(_count(Article.standing == standing) for standing in (Standing.PUBLISHED, Standing.DUPLICATE, Standing.QUARANTINED)),
        _count(Article.id.in_(authored)),
        func.count(Article.date_published),
        func.count(Article.headline),
        func.max(Article.date_published),
    ]
    rows = session.execute(select(*columns).group_by(Article.site).order_by(func.count().desc(), by_bytes(Article.site))).all()
    publishers, months = _publishers(session), _months(session)
    return [SourceFigures(*[site, publishers.get(site), *figures, tuple(months[site])]) for site, *figures in rows]


def list_stories(session: Session, *, after: int = 0, limit: int = 50, newest: bool = False) -> list[Story]:
    """The clusters with more than one article in the order of their ids, from behind ``after``; or the newest first."""
    number = Article.cluster_id
    where = number < after if newest and after else number > after
    order = number.desc() if newest else number
    shared = select(number).where(where).group_by(number).having(func.count() > 1).order_by(order).limit(limit).subquery()
    columns = (number, Article.headline, Article.headline_language, Article.public_id, Article.publisher, Article.site)
    query = select(*columns).join(shared, shared.c.cluster_id == number).order_by(order, *_representative_first())
    return [_story(cluster_id, list(rows)) for cluster_id, rows in groupby(session.execute(query), key=itemgetter(0))]


def list_members(session: Session, cluster_id: int) -> Sequence[Article]:
    """The articles of a cluster, its representative first."""
    members = select(Article).where(Article.cluster_id == cluster_id).options(defer(Article.body))
    return session.scalars(members.order_by(*_representative_first())).all()


def _story(cluster_id: int, rows: list[Any]) -> Story:
    told_by = tuple(dict.fromkeys(row.publisher or row.site for row in rows))
    return Story(cluster_id, len(rows), rows[0].headline, rows[0].headline_language, rows[0].public_id, told_by)


def _representative_first() -> tuple[ColumnElement[Any], ColumnElement[Any]]:
    return (Article.standing == Standing.PUBLISHED).desc(), Article.public_id.asc()


def _count(condition: ColumnElement[bool]) -> ColumnElement[Any]:
    return func.sum(case((condition, 1), else_=0))


def _publishers(session: Session) -> dict[str, str]:
    named = (Article.publisher.is_not(None), Article.standing.in_((Standing.PUBLISHED, Standing.DUPLICATE)))
    query = select(Article.site, Article.publisher).where(*named).group_by(Article.site, Article.publisher)
    rows = session.execute(query.order_by(func.count(), by_bytes(Article.publisher).desc()))
    return {site: publisher for site, publisher in rows if publisher}  # of one site's the last, whom most name


def _months(session: Session) -> dict[str, list[tuple[str, int]]]:
    month = month_of(session)
    query = select(Article.site, month, func.count()).where(Article.date_published.is_not(None)).group_by(Article.site, month)
    months: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
    for site, name, count in session.execute(query.order_by(Article.site, month)):
        months[site].append((name, count))
    return months
