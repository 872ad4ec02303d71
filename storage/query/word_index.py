"""The index of words: FTS5 on SQLite, a tsvector on PostgreSQL, filled by one analyser, so that both hold the same.

News says first what it is about: a word counts most in the headline, then in the lead, then anywhere. These three places
are what relevance is made of, the same on both databases, where their own ranks would differ.
"""

from enum import Enum

from sqlalchemy import ColumnElement, Connection, cast, column, func, insert, literal_column, select, table
from sqlalchemy import text as sql
from sqlalchemy.dialects.postgresql import TSQUERY
from sqlalchemy.orm import Session

from storage.models import Article
from storage.prepared import Prepared
from storage.query.analyser import words
from storage.query.query_language import Tree, in_title, to_match, to_tsquery

TITLE_TOKENS, LEAD_TOKENS, BODY_TOKENS = 300, 80, 16_000
"""As many are indexed: PostgreSQL numbers positions up to 16,383 and refuses vectors above 1 MB. The lead comes first."""

FEW = 10_000
"""Articles that SQLite looks at one by one as fast as it walks an index of 100,000 (2026-11-21, articles of 3 KB)."""

_WORDS = table("article_words", column("rowid"), column("article_id"), column("words"))
_ROWS: ColumnElement[str] = literal_column("article_words")
"""The name of an FTS5 table stands for all of its columns."""

_FTS = table("article_words", *map(column, ("rowid", "title", "lead", "body", "article_words")))
_PUT_ROW = Prepared(insert(_FTS), ("rowid", "title", "lead", "body"))
_TAKE_ROW = Prepared(insert(_FTS).values(article_words="delete"), ("rowid", "title", "lead", "body"))
"""A contentless index forgets a row only when told the very words that it holds."""
_PUT_VECTOR = sql(
    "INSERT INTO article_words (article_id, words) VALUES (:id, CAST(:words AS tsvector))"
    " ON CONFLICT (article_id) DO UPDATE SET words = excluded.words"
)


class Place(Enum):
    """Where an article answers, the best first."""

    HEADLINE, LEAD, ANYWHERE = range(3)


def indexed(headline: str | None, standfirst: str | None, body: str) -> tuple[str, str]:
    """What is indexed of an article: its headline, and its text with the standfirst."""
    return headline or "", f"{standfirst or ''}\n{body}"


def index_article(connection: Connection, article_id: int, title: str, body: str, old: tuple[str, str] | None = None) -> None:
    """Put an article's words in the index in the place of those of its ``old`` title and body."""
    if connection.dialect.name == "postgresql":
        connection.execute(_PUT_VECTOR, {"id": article_id, "words": _vector(*_tokens(title, body))})
        return
    if old is not None:
        _TAKE_ROW.many(connection, [_row(article_id, *old)])
    _PUT_ROW.many(connection, [_row(article_id, title, body)])


def holds(session: Session, tree: Tree, place: Place = Place.ANYWHERE) -> ColumnElement[bool]:
    """The condition that an article answers in that place. The headline is part of the lead, and both of the article."""
    asked, lead = in_title(tree) if place is Place.HEADLINE else tree, place is Place.LEAD
    if session.get_bind().dialect.name == "postgresql":
        rows = select(_WORDS.c.article_id).where(_WORDS.c.words.op("@@")(cast(to_tsquery(asked, lead=lead), TSQUERY)))
    else:
        rows = select(_WORDS.c.rowid).where(_ROWS.op("MATCH")(to_match(asked, lead=lead)))
    return Article.id.in_(rows)


def are_few(session: Session, tree: Tree) -> bool:
    """Whether so few articles answer that each can be looked at; PostgreSQL finds that out by itself."""
    if session.get_bind().dialect.name == "postgresql":
        return False
    found = select(_WORDS.c.rowid).where(_ROWS.op("MATCH")(to_match(tree))).limit(FEW)
    return session.scalars(select(func.count()).select_from(found.subquery())).one() < FEW


def _tokens(title: str, body: str) -> tuple[list[str], list[str]]:
    return words(title, TITLE_TOKENS), words(body, BODY_TOKENS)


def _row(article_id: int, title: str, body: str) -> dict[str, object]:
    heads, rest = _tokens(title, body)
    return {"rowid": article_id, "title": " ".join(heads), "lead": " ".join(rest[:LEAD_TOKENS]), "body": " ".join(rest)}


def _vector(title: list[str], body: list[str]) -> str:
    """A tsvector's text: the headline has weight A, the lead B; a gap keeps phrases from running on into the body."""
    heads = (f"'{token}':{at}A" for at, token in enumerate(title, 1))
    lead = (f"'{token}':{at}B" for at, token in enumerate(body[:LEAD_TOKENS], len(title) + 2))
    rest = (f"'{token}':{at}" for at, token in enumerate(body[LEAD_TOKENS:], len(title) + 2 + LEAD_TOKENS))
    return " ".join((*heads, *lead, *rest))
