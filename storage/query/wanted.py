"""What is looked for: words and filters, as SQL."""

from dataclasses import dataclass
from datetime import MAXYEAR, UTC, datetime
from typing import Any

from sqlalchemy import ColumnElement, func, literal, literal_column, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from cleaners.fields.films import film_key
from storage.columns import Words
from storage.models import Article, Standing, StoredByline, StoredFilm, table_of
from storage.query.query_language import Tree, parse, without_films
from storage.query.word_index import are_few, holds
from storage.urls import site_named


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for; None and an empty text ask for everything. ``until`` is exclusive."""

    text: str = ""
    """As ``storage.query.query_language`` reads it. Any text is safe; one without a word finds nothing."""
    language: str | None = None
    source: str | None = None
    """A site, such as ``chinadaily.com.cn``, or a publisher's name."""
    month: str | None = None
    """``2026-11``. Raises ValueError when asked for with anything else."""
    since: datetime | None = None
    until: datetime | None = None
    author: str | None = None
    """A whole name, in any case."""
    film: str | None = None
    """A title, however it is written."""
    verdict: str | None = None
    standing: str | None = Standing.PUBLISHED
    members: bool = False
    """Every article of each story, not only the one that stands for it."""

    @property
    def tree(self) -> Tree | None:
        """The words that are asked for; None where there are none."""
        return parse(without_films(self.text)[0])


def conditions(session: Session, wanted: Wanted) -> list[ColumnElement[bool]]:
    """The filters as SQL, without the words."""
    since, until = _month(wanted.month) if wanted.month else (None, None)
    tests: list[ColumnElement[bool] | None] = [
        _stands(wanted, few=wanted.tree is not None and are_few(session, wanted.tree)),
        Article.language == wanted.language if wanted.language else None,
        _comes_from(session, wanted.source) if wanted.source else None,
        Article.verdict == wanted.verdict if wanted.verdict else None,
        _is_by(wanted.author) if wanted.author else None,
        *(Article.date_published >= moment for moment in (wanted.since, since) if moment),
        *(Article.date_published < moment for moment in (wanted.until, until) if moment),
        *map(_names, _films(wanted)),
    ]
    return [test for test in tests if test is not None]


def all_conditions(session: Session, wanted: Wanted) -> list[ColumnElement[bool]]:
    """The filters and the words. A text without a word in it finds nothing."""
    tests = conditions(session, wanted)
    if wanted.tree is not None:
        return [*tests, holds(session, wanted.tree)]
    return [*tests, literal(value=False)] if is_senseless(wanted) else tests


def is_senseless(wanted: Wanted) -> bool:
    """Whether a text is given that asks for nothing."""
    return bool(wanted.text.strip()) and wanted.tree is None and not without_films(wanted.text)[1]


def _films(wanted: Wanted) -> list[str]:
    return [*without_films(wanted.text)[1], *([film_key(wanted.film)] if wanted.film else [])]


def _stands(wanted: Wanted, *, few: bool) -> ColumnElement[bool] | None:
    # SQLite walks the index of what is published; where few articles hold the words, looking at those is ten times as fast.
    standing = literal_column("+articles.standing") if few else table_of(Article).c.standing
    if wanted.members and wanted.standing == Standing.PUBLISHED:
        return standing.in_((Standing.PUBLISHED, Standing.DUPLICATE))
    return standing == wanted.standing if wanted.standing else None


def _comes_from(session: Session, source: str) -> ColumnElement[bool]:
    """A site where there is one of that name; asking both of every article would leave the index unused."""
    site = site_named(source)
    known = session.scalar(select(Article.id).where(Article.site == site).limit(1))
    return _named(Article.publisher, source) if known is None else Article.site == site


def _is_by(author: str) -> ColumnElement[bool]:
    written = StoredByline.role == "author", _named(StoredByline.name, author)
    return Article.id.in_(select(StoredByline.article_id).where(*written))


def _names(film: str) -> ColumnElement[bool]:
    return Article.id.in_(select(StoredFilm.article_id).where(StoredFilm.name == film))


def _named(name: InstrumentedAttribute[Any], asked: str) -> ColumnElement[bool]:
    """Whether a name is the one asked for; only the case of ASCII letters is sure to be the same to both databases."""
    return or_(name == asked, func.lower(name, type_=Words()) == asked.lower())


def _month(text: str) -> tuple[datetime, datetime]:
    since = datetime.strptime(text, "%Y-%m").replace(tzinfo=UTC)
    if since.year == MAXYEAR:
        raise ValueError("no such month")
    return since, since.replace(year=since.year + since.month // 12, month=since.month % 12 + 1)
