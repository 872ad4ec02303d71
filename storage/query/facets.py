"""What the filters would leave: how many articles there are with each value."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import ColumnElement, String, cast, func, select
from sqlalchemy.orm import Session

from storage.columns import by_bytes
from storage.models import Article, StoredFilm
from storage.query.wanted import Wanted, all_conditions

FILMS = 12
"""Films that are counted."""


@dataclass(frozen=True, slots=True)
class Facets:
    """How many articles there are, and how many with each value of each field: the most first, months newest first."""

    total: int
    fields: dict[str, list[tuple[str, int]]]


def facets(session: Session, wanted: Wanted, films: Callable[[], list[tuple[str, int]]] | None = None) -> Facets:
    """Count the articles wanted by source, language, month and verdict in one pass, and by the films that most of them name.

    ``films`` gives those where somebody counts them meanwhile; None counts them here.
    """
    columns = (Article.site, Article.language, month_of(session), Article.verdict)
    rows = session.execute(select(*columns, func.count()).where(*all_conditions(session, wanted)).group_by(*columns)).all()
    counts: dict[str, Counter[str]] = {name: Counter() for name in ("source", "language", "month", "verdict")}
    for *values, count in rows:
        for name, value in zip(counts, values, strict=True):
            if value:
                counts[name][value] += count
    found = {name: sorted(counter.items(), key=lambda item: (-item[1], item[0])) for name, counter in counts.items()}
    found |= {"month": sorted(found["month"], reverse=True), "film": films() if films else count_films(session, wanted)}
    return Facets(sum(row[-1] for row in rows), found)


def count_articles(session: Session, wanted: Wanted) -> int:
    """How many articles are wanted."""
    return session.scalar(select(func.count()).select_from(Article).where(*all_conditions(session, wanted))) or 0


def month_of(session: Session) -> ColumnElement[str]:
    """The month of publication as ``2026-11``, in UTC."""
    if session.get_bind().dialect.name == "postgresql":
        return func.to_char(func.timezone("UTC", Article.date_published), "YYYY-MM")
    return func.substr(cast(Article.date_published, String), 1, 7)


def count_films(session: Session, wanted: Wanted) -> list[tuple[str, int]]:
    """The films that most of the articles wanted name, under the first of their titles in the alphabet."""
    count = func.count().label("articles")
    articles = select(Article.id).where(*all_conditions(session, wanted))  # a join takes half as long again
    query = (
        select(func.min(by_bytes(StoredFilm.title)), count).where(StoredFilm.article_id.in_(articles)).group_by(StoredFilm.name)
    )
    most = query.order_by(count.desc(), by_bytes(StoredFilm.name)).limit(FILMS)
    return [(name, number) for name, number in session.execute(most)]
