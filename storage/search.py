"""Find articles by their words: one analyser, an FTS5 index on SQLite, a tsvector on PostgreSQL, the same hits on both."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, cast, column, func, literal_column, or_, select, table
from sqlalchemy import text as sql
from sqlalchemy.dialects.postgresql import TSQUERY
from sqlalchemy.orm import InstrumentedAttribute, Session

from cleaners.films import film_key
from storage.analyser import words
from storage.columns import Words
from storage.models import Article, Standing, StoredByline, StoredFilm
from storage.query_language import Tree, in_title, parse, to_match, to_tsquery, without_films
from storage.snippets import Piece, pieces

TITLE_TOKENS, BODY_TOKENS = 300, 16_000
"""As many are indexed: PostgreSQL numbers positions up to 16,383 and refuses vectors above 1 MB."""

REPRESENTATIVES = (Standing.PUBLISHED,)
MEMBERS = (Standing.PUBLISHED, Standing.DUPLICATE)
"""Every article of each story, not only the one that stands for it."""

_WORDS = table("article_words", column("rowid"), column("article_id"), column("words"))
_ROWS: ColumnElement[str] = literal_column("article_words")
"""The name of an FTS5 table stands for all of its columns."""


class Order(StrEnum):
    """Which hits come first; equal ones newest first, then by public id."""

    RELEVANCE = "relevance"
    """Those whose headline alone answers, then by the engine's own rank, which counts the headline ten times."""
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Filters:
    """What else must hold; None asks for nothing. ``source`` is a site or a publisher, ``until`` exclusive."""

    source: str | None = None
    language: str | None = None
    since: datetime | None = None
    until: datetime | None = None
    author: str | None = None
    """A whole name, in any case."""
    verdict: str | None = None
    film: str | None = None
    """A title, however it is written."""
    standings: tuple[Standing, ...] = REPRESENTATIVES
    """Any of these; of an empty tuple, any at all."""


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that answers a search; ``pieces`` are the part of its text where the first words stand, those marked."""

    article_id: int
    public_id: str
    url: str
    headline: str | None
    publisher: str | None
    date_published: datetime | None
    language: str | None
    pieces: tuple[Piece, ...]

    @property
    def snippet(self) -> str:
        """The pieces as one text."""
        return "".join(piece.text for piece in self.pieces)


def search(  # noqa: PLR0913 - filters by name
    session: Session,
    text: str,
    *,
    language: str | None = None,
    since: datetime | None = None,
    until: datetime | None = None,
    source: str | None = None,
    limit: int = 20,
    filters: Filters | None = None,
    order: Order = Order.RELEVANCE,
) -> list[Hit]:
    """The articles that answer ``text``, written as ``storage.query_language`` reads it; published ones unless ``filters`` say.

    Any text is safe; one without a word finds nothing. The four filters by name outweigh those of ``filters``.
    """
    words, films = without_films(text)
    tree = parse(words)
    if tree is None and not films:
        return []
    filters = filters or Filters()
    filters = replace(
        filters,
        language=language or filters.language,
        since=since or filters.since,
        until=until or filters.until,
        source=source or filters.source,
    )
    query = _ranked(session, tree, order).where(*_conditions(filters), *map(names_film, films)).limit(limit)
    ids = list(session.scalars(query))
    articles = {article.id: article for article in session.scalars(select(Article).where(Article.id.in_(ids)))}
    return [_hit(articles[article_id], tree) for article_id in ids]


def matching(session: Session, text: str, *, title: bool = False) -> ColumnElement[bool] | None:
    """The condition that an article, or only its headline, answers ``text``; None for a text that asks for nothing."""
    words, films = without_films(text)
    tree = parse(words)
    tests = [] if tree is None else [_holds(session, in_title(tree) if title else tree)]
    tests += map(names_film, films)
    return and_(*tests) if tests else None


def names_film(key: str) -> ColumnElement[bool]:
    """The condition that an article names the film of that key."""
    return Article.id.in_(select(StoredFilm.article_id).where(StoredFilm.name == key))


def index_article(session: Session, article_id: int, title: str, body: str, old: tuple[str, str] | None = None) -> None:
    """Put an article's words in the index in the place of those of its ``old`` title and body."""
    connection = session.connection()
    if connection.dialect.name == "postgresql":
        connection.execute(_PUT_VECTOR, {"id": article_id, "words": _vector(*_tokens(title, body))})
        return
    if old is not None:
        connection.execute(_TAKE_ROW, _row(article_id, *old))
    connection.execute(_PUT_ROW, _row(article_id, title, body))


_PUT_ROW = sql("INSERT INTO article_words (rowid, title, body) VALUES (:id, :title, :body)")
_TAKE_ROW = sql("INSERT INTO article_words (article_words, rowid, title, body) VALUES ('delete', :id, :title, :body)")
"""A contentless index forgets a row only when told the very words that it holds."""
_PUT_VECTOR = sql(
    "INSERT INTO article_words (article_id, words) VALUES (:id, CAST(:words AS tsvector))"
    " ON CONFLICT (article_id) DO UPDATE SET words = excluded.words"
)


def _tokens(title: str, body: str) -> tuple[list[str], list[str]]:
    return words(title, TITLE_TOKENS), words(body, BODY_TOKENS)


def _row(article_id: int, title: str, body: str) -> dict[str, object]:
    heads, rest = _tokens(title, body)
    return {"id": article_id, "title": " ".join(heads), "body": " ".join(rest)}


def _vector(title: list[str], body: list[str]) -> str:
    """A tsvector's text: the headline has weight A, and a gap keeps phrases from running on into the body."""
    heads = (f"'{token}':{at}A" for at, token in enumerate(title, 1))
    return " ".join((*heads, *(f"'{token}':{at}" for at, token in enumerate(body, len(title) + 2))))


def _ranked(session: Session, tree: Tree | None, order: Order) -> Select[int]:
    """The ids of the articles that answer, best first. The rows are fetched later: sorting would carry their texts along."""
    newest = Article.date_published.desc().nulls_last(), Article.public_id
    if tree is None or order is Order.DATE:
        held = [] if tree is None else [_holds(session, tree)]
        return select(Article.id).where(*held).order_by(*newest)
    rank: ColumnElement[float]
    if _on_postgresql(session):
        asked = cast(to_tsquery(tree), TSQUERY)
        query = select(Article.id).join(_WORDS, _WORDS.c.article_id == Article.id).where(_WORDS.c.words.op("@@")(asked))
        rank = func.ts_rank(_WORDS.c.words, asked).desc()
    else:
        query = select(Article.id).join(_WORDS, _WORDS.c.rowid == Article.id).where(_ROWS.op("MATCH")(to_match(tree)))
        rank = func.bm25(_ROWS, 10.0, 1.0)
    return query.order_by(_holds(session, in_title(tree)).desc(), rank, *newest)


def _holds(session: Session, tree: Tree) -> ColumnElement[bool]:
    """The condition that the index has an article among the answers."""
    if _on_postgresql(session):
        rows = select(_WORDS.c.article_id).where(_WORDS.c.words.op("@@")(cast(to_tsquery(tree), TSQUERY)))
    else:
        rows = select(_WORDS.c.rowid).where(_ROWS.op("MATCH")(to_match(tree)))
    return Article.id.in_(rows)


def _on_postgresql(session: Session) -> bool:
    return session.get_bind().dialect.name == "postgresql"


def _conditions(filters: Filters) -> list[ColumnElement[bool]]:
    tests: list[ColumnElement[bool]] = []
    if filters.standings:
        tests.append(Article.standing.in_(filters.standings))
    if filters.language:
        tests.append(Article.language == filters.language)
    if filters.since:
        tests.append(Article.date_published >= filters.since)
    if filters.until:
        tests.append(Article.date_published < filters.until)
    if filters.source:
        tests.append(or_(Article.site == filters.source.lower(), _named(Article.publisher, filters.source)))
    if filters.verdict:
        tests.append(Article.verdict == filters.verdict)
    if filters.film:
        tests.append(names_film(film_key(filters.film)))
    if filters.author:
        written = StoredByline.role == "author", _named(StoredByline.name, filters.author)
        tests.append(Article.id.in_(select(StoredByline.article_id).where(*written)))
    return tests


def _named(name: InstrumentedAttribute[Any], asked: str) -> ColumnElement[bool]:
    """Whether a name is the one asked for; only the case of ASCII letters is sure to be the same to both databases."""
    return or_(name == asked, func.lower(name, type_=Words()) == asked.lower())


def _hit(article: Article, tree: Tree | None) -> Hit:
    return Hit(
        article_id=article.id,
        public_id=article.public_id,
        url=article.canonical_url,
        headline=article.headline,
        publisher=article.publisher or article.site,
        date_published=article.date_published,
        language=article.language,
        pieces=pieces(article.body, tree),
    )
