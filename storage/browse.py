"""Leaf through the articles: filters, one page after the other by cursor, and what the filters would leave (facets)."""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import MAXYEAR, UTC, datetime

from sqlalchemy import ColumnElement, String, and_, case, cast, func, literal, or_, select
from sqlalchemy.orm import Session

from cleaners.films import film_key
from storage.models import Article, Standing, StoredFilm
from storage.query_language import parse
from storage.search import matching, names_film
from storage.snippets import Piece, pieces

EXCERPT = 1_000
"""Characters of a text that are looked at for a line about it where nothing was searched for."""


FILMS = 12
"""Films in the facets."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for; None and an empty text ask for everything. ``until`` is exclusive."""

    text: str = ""
    language: str | None = None
    source: str | None = None
    """A site, such as ``chinadaily.com.cn``."""
    month: str | None = None
    """``2026-11``. Raises ValueError when asked for with anything else."""
    since: datetime | None = None
    until: datetime | None = None
    verdict: str | None = None
    film: str | None = None
    """A title, however it is written."""
    standing: str | None = Standing.PUBLISHED


@dataclass(frozen=True, slots=True)
class Card:
    """An article in a list."""

    article_id: int
    public_id: str
    url: str
    headline: str | None
    publisher: str
    site: str
    language: str | None
    headline_language: str | None
    date_published: datetime | None
    verdict: str
    standing: str
    pieces: tuple[Piece, ...]

    @property
    def snippet(self) -> str:
        """The pieces as one text."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Shelf:
    """Part of a list, and the cursor that continues it; None at its end."""

    cards: tuple[Card, ...]
    cursor: str | None


@dataclass(frozen=True, slots=True)
class Facets:
    """How many articles there are, and how many with each value of each field: the most first, months newest first."""

    total: int
    fields: dict[str, list[tuple[str, int]]]


def browse(session: Session, wanted: Wanted, *, after: str | None = None, limit: int = 20) -> Shelf:
    """The articles wanted: those whose headline alone answers first, then the newest. Raises ValueError for a bad cursor."""
    rank = _rank(session, wanted)
    query = select(Article, literal(0) if rank is None else rank).where(*conditions(session, wanted))
    if after is not None:
        query = query.where(_beyond(rank, *_read_cursor(after)))
    if rank is not None:
        query = query.order_by(rank.desc())
    query = query.order_by(Article.date_published.desc().nulls_last(), Article.public_id).limit(limit + 1)
    rows = session.execute(query).all()
    more = _cursor(rows[limit - 1][1], rows[limit - 1][0]) if len(rows) > limit else None
    return Shelf(tuple(_card(article, wanted.text) for article, _ in rows[:limit]), more)


def browse_all(session: Session, wanted: Wanted) -> Iterator[Card]:
    """Every article wanted, in the order of ``browse``, without holding them all."""
    cursor: str | None = None
    while True:
        shelf = browse(session, wanted, after=cursor, limit=500)
        yield from shelf.cards
        session.expunge_all()
        if (cursor := shelf.cursor) is None:
            return


def count_articles(session: Session, wanted: Wanted) -> int:
    """How many articles are wanted."""
    return session.scalar(select(func.count()).select_from(Article).where(*conditions(session, wanted))) or 0


def facets(session: Session, wanted: Wanted) -> Facets:
    """Count the articles wanted by source, language, month and verdict in one pass, and by the films that most of them name."""
    columns = (Article.site, Article.language, month_of(session), Article.verdict)
    rows = session.execute(select(*columns, func.count()).where(*conditions(session, wanted)).group_by(*columns)).all()
    counts: dict[str, Counter[str]] = {name: Counter() for name in ("source", "language", "month", "verdict")}
    for *values, count in rows:
        for name, value in zip(counts, values, strict=True):
            if value:
                counts[name][value] += count
    found = {name: sorted(counter.items(), key=lambda item: (-item[1], item[0])) for name, counter in counts.items()}
    found |= {"month": sorted(found["month"], reverse=True), "film": _films(session, wanted)}
    return Facets(sum(row[-1] for row in rows), found)


def _films(session: Session, wanted: Wanted) -> list[tuple[str, int]]:
    """The films that most of the articles wanted name, under the first of their titles in the alphabet."""
    count = func.count().label("articles")
    query = select(func.min(StoredFilm.title), count).join(Article, Article.id == StoredFilm.article_id)
    query = query.where(*conditions(session, wanted)).group_by(StoredFilm.name)
    return [(title, number) for title, number in session.execute(query.order_by(count.desc(), StoredFilm.name).limit(FILMS))]


def conditions(session: Session, wanted: Wanted) -> list[ColumnElement[bool]]:
    """The filters as SQL. A text without a word in it finds nothing."""
    since, until = _month(wanted.month) if wanted.month else (None, None)
    tests: list[ColumnElement[bool] | None] = [
        Article.standing == wanted.standing if wanted.standing else None,
        Article.language == wanted.language if wanted.language else None,
        Article.site == wanted.source if wanted.source else None,
        Article.verdict == wanted.verdict if wanted.verdict else None,
        names_film(film_key(wanted.film)) if wanted.film else None,
        *(Article.date_published >= moment for moment in (wanted.since, since) if moment),
        *(Article.date_published < moment for moment in (wanted.until, until) if moment),
    ]
    if wanted.text.strip():
        words = matching(session, wanted.text)
        tests.append(literal(value=False) if words is None else words)
    return [test for test in tests if test is not None]


def month_of(session: Session) -> ColumnElement[str]:
    """The month of publication as ``2026-11``, in UTC."""
    if session.get_bind().dialect.name == "postgresql":
        return func.to_char(func.timezone("UTC", Article.date_published), "YYYY-MM")
    return func.substr(cast(Article.date_published, String), 1, 7)


def _rank(session: Session, wanted: Wanted) -> ColumnElement[int] | None:
    """1 for an article whose headline alone answers; None where no words are asked for and an index gives the order."""
    in_headline = matching(session, wanted.text, title=True)
    return None if in_headline is None else case((in_headline, 1), else_=0)


def _beyond(rank: ColumnElement[int] | None, at: int, moment: datetime | None, public_id: str) -> ColumnElement[bool]:
    """Whether an article comes after the place that a cursor names."""
    date = Article.date_published
    if moment is None:
        later = and_(date.is_(None), Article.public_id > public_id)
    else:
        later = or_(date < moment, date.is_(None), and_(date == moment, Article.public_id > public_id))
    return later if rank is None else or_(rank < at, and_(rank == at, later))


def _cursor(rank: int, article: Article) -> str:
    moment = article.date_published.isoformat() if article.date_published else None
    return urlsafe_b64encode(json.dumps([rank, moment, article.public_id]).encode()).decode().rstrip("=")


def _read_cursor(cursor: str) -> tuple[int, datetime | None, str]:
    try:
        rank, moment, public_id = json.loads(urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
        return int(rank), datetime.fromisoformat(moment).astimezone(UTC) if moment else None, str(public_id)
    except (ValueError, TypeError, OverflowError) as error:
        raise ValueError("no such cursor") from error


def _month(text: str) -> tuple[datetime, datetime]:
    since = datetime.strptime(text, "%Y-%m").replace(tzinfo=UTC)
    if since.year == MAXYEAR:
        raise ValueError("no such month")
    return since, since.replace(year=since.year + since.month // 12, month=since.month % 12 + 1)


def _card(article: Article, text: str) -> Card:
    return Card(
        article_id=article.id,
        public_id=article.public_id,
        url=article.canonical_url,
        headline=article.headline,
        publisher=article.publisher or article.site,
        site=article.site,
        language=article.language,
        headline_language=article.headline_language,
        date_published=article.date_published,
        verdict=article.verdict,
        standing=article.standing,
        pieces=pieces(article.body if text.strip() else article.body[:EXCERPT], parse(text)),
    )
