"""Find articles by their words: one analyser, an FTS5 index on SQLite, a tsvector on PostgreSQL, the same hits on both."""

from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from sqlalchemy import ColumnElement, Select, cast, column, func, literal_column, or_, select, table
from sqlalchemy import text as sql
from sqlalchemy.dialects.postgresql import TSQUERY
from sqlalchemy.orm import Session

from storage.analyser import analyse, is_han
from storage.models import Article, Standing

TITLE_TOKENS, BODY_TOKENS = 300, 16_000
"""As many are indexed: PostgreSQL numbers positions up to 16,383 and refuses vectors above 1 MB."""

SNIPPET = 160
"""Characters."""

_WORDS = table("article_words", column("rowid"), column("article_id"), column("words"))


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that answers a search; ``snippet`` is the part of its text where the first word stands."""

    article_id: int
    public_id: str
    url: str
    headline: str | None
    publisher: str | None
    date_published: datetime | None
    language: str | None
    snippet: str


def search(  # noqa: PLR0913 - filters by name
    session: Session,
    text: str,
    *,
    language: str | None = None,
    since: datetime | None = None,
    until: datetime | None = None,
    source: str | None = None,
    limit: int = 20,
) -> list[Hit]:
    """The published articles that hold every word of ``text``: those with all of them in the headline first, then the newest.

    Any text is safe; one without a word finds nothing. ``source`` is a site or a publisher, ``until`` exclusive.
    """
    phrases = _phrases(text)
    if not phrases:
        return []
    query = _query(session, phrases).where(Article.standing == Standing.PUBLISHED).limit(limit)
    if language:
        query = query.where(Article.language == language)
    if since:
        query = query.where(Article.date_published >= since)
    if until:
        query = query.where(Article.date_published < until)
    if source:
        query = query.where(or_(Article.site == source.lower(), func.lower(Article.publisher) == source.lower()))
    return [_hit(article, phrases[0][0]) for article in session.scalars(query)]


def matching(session: Session, text: str, *, title: bool = False) -> ColumnElement[bool] | None:
    """The condition that an article, or only its headline, holds every word of ``text``; None for a text without a word."""
    phrases = _phrases(text)
    if not phrases:
        return None
    matches = _in_vector if session.get_bind().dialect.name == "postgresql" else _in_rows
    return matches(phrases, title=title)


def snippet(body: str, text: str) -> str:
    """The part of a body where the first word of ``text`` stands, or its beginning; on one line."""
    phrases = _phrases(text)
    return _snippet(body, phrases[0][0] if phrases else "\0")


def index_article(session: Session, article_id: int, title: str, body: str, old: tuple[str, str] | None = None) -> None:
    """Put an article's words in the index in the place of those of its ``old`` title and body."""
    if session.get_bind().dialect.name == "postgresql":
        session.execute(_PUT_VECTOR, {"id": article_id, "words": _vector(*_tokens(title, body))})
        return
    if old is not None:
        session.execute(_TAKE_ROW, _row(article_id, *old))
    session.execute(_PUT_ROW, _row(article_id, title, body))


_PUT_ROW = sql("INSERT INTO article_words (rowid, title, body) VALUES (:id, :title, :body)")
_TAKE_ROW = sql("INSERT INTO article_words (article_words, rowid, title, body) VALUES ('delete', :id, :title, :body)")
"""A contentless index forgets a row only when told the very words that it holds."""
_PUT_VECTOR = sql(
    "INSERT INTO article_words (article_id, words) VALUES (:id, CAST(:words AS tsvector))"
    " ON CONFLICT (article_id) DO UPDATE SET words = excluded.words"
)


def _tokens(title: str, body: str) -> tuple[list[str], list[str]]:
    heads, words = islice(analyse(title), TITLE_TOKENS), islice(analyse(body), BODY_TOKENS)
    return [token for token, _, _ in heads], [token for token, _, _ in words]


def _row(article_id: int, title: str, body: str) -> dict[str, object]:
    heads, words = _tokens(title, body)
    return {"id": article_id, "title": " ".join(heads), "body": " ".join(words)}


def _vector(title: list[str], body: list[str]) -> str:
    """A tsvector's text: the headline has weight A, and a gap keeps phrases from running on into the body."""
    heads = (f"'{token}':{at}A" for at, token in enumerate(title, 1))
    return " ".join((*heads, *(f"'{token}':{at}" for at, token in enumerate(body, len(title) + 2))))


def _phrases(text: str) -> list[list[str]]:
    """What must be found: each word alone, each run of Han characters as its pairs in a row."""
    phrases: list[list[str]] = []
    end = -1
    for token, start, stop in analyse(text):
        if is_han(token) and start < end:
            if len(token) > 1:
                phrases[-1].append(token)
        else:
            phrases.append([token])
        end = stop
    return phrases


def _query(session: Session, phrases: list[list[str]]) -> Select[Article]:
    postgresql = session.get_bind().dialect.name == "postgresql"
    matches = _in_vector if postgresql else _in_rows
    newest = Article.date_published.desc().nulls_last(), Article.public_id
    query = select(Article).where(matches(phrases, title=False))
    return query.order_by(matches(phrases, title=True).desc(), *newest)


def _in_rows(phrases: list[list[str]], *, title: bool) -> ColumnElement[bool]:
    terms = " AND ".join(f'"{" ".join(phrase)}"{" *" if _alone(phrase) else ""}' for phrase in phrases)
    rows = select(_WORDS.c.rowid).where(literal_column("article_words").op("MATCH")(f"title : ({terms})" if title else terms))
    return Article.id.in_(rows)


def _in_vector(phrases: list[list[str]], *, title: bool) -> ColumnElement[bool]:
    weight = "A" if title else ""
    terms = " & ".join(
        "(" + " <-> ".join(f"'{token}':{weight}{'*' if _alone(phrase) else ''}".rstrip(":") for token in phrase) + ")"
        for phrase in phrases
    )
    rows = select(_WORDS.c.article_id).where(_WORDS.c.words.op("@@")(cast(terms, TSQUERY)))
    return Article.id.in_(rows)


def _alone(phrase: list[str]) -> bool:
    """Whether it is one Han character: every place of it begins a token, so a prefix finds it."""
    return len(phrase) == 1 and len(phrase[0]) == 1 and is_han(phrase[0])


def _hit(article: Article, first: str) -> Hit:
    return Hit(
        article_id=article.id,
        public_id=article.public_id,
        url=article.canonical_url,
        headline=article.headline,
        publisher=article.publisher or article.site,
        date_published=article.date_published,
        language=article.language,
        snippet=_snippet(article.body, first),
    )


def _snippet(body: str, token: str) -> str:
    """The part of a text round the first place of a token, on one line."""
    place = next((start for found, start, _ in analyse(body) if found.startswith(token)), 0)
    start = max(0, place - SNIPPET // 4)
    part = " ".join(body[start : start + SNIPPET].split())
    return f"{'…' if start else ''}{part}{'…' if start + SNIPPET < len(body) else ''}"
