"""Make anew what is derived from the texts, when the code that derives it has changed: the index of words, the fingerprints.

The database says which versions it was made with; ``scrapy db check`` compares them. Each part is made in one transaction.
"""

from collections.abc import Iterator

from sqlalchemy import Connection, Row, bindparam, delete, select, update
from sqlalchemy import text as sql
from sqlalchemy.dialects.postgresql import insert as upsert
from sqlalchemy.orm import Session

from cleaners.text import signature
from storage.duplicates.duplicates import settle
from storage.duplicates.relations import sampled
from storage.duplicates.tables import Fingerprint, Relation
from storage.models import Article, Meta, table_of
from storage.query import analyser
from storage.query.word_index import index_article, indexed

BATCH = 500
"""Articles read at a time, so that memory does not grow with the database."""

VERSIONS = {"analyser": analyser.VERSION, "fingerprints": str(signature.VERSION)}
"""What the code of today derives."""

_META, _ARTICLES = table_of(Meta), table_of(Article)
_TOLD = upsert(_META).values(key=bindparam("name"), value=bindparam("version"))
_TEXTS = (
    select(_ARTICLES.c.id, _ARTICLES.c.headline, _ARTICLES.c.standfirst, _ARTICLES.c.body, _ARTICLES.c.cluster_id)
    .where(_ARTICLES.c.id > bindparam("after"))
    .order_by(_ARTICLES.c.id)
    .limit(BATCH)
)
_KNOWN = update(_ARTICLES).where(_ARTICLES.c.id == bindparam("this"))
_KNOWN = _KNOWN.values(text_hash=bindparam("digest"), sampled=bindparam("size"))


def outdated(session: Session) -> list[str]:
    """The parts that another version of the code made."""
    connection = session.connection()
    return [name for name, version in VERSIONS.items() if told_version(connection, name) != version]


def rebuild(session: Session, *, everything: bool = False) -> list[str]:
    """Make anew what is outdated, or all; give the names of the parts. The caller holds the writers' lock."""
    parts = list(VERSIONS) if everything else outdated(session)
    if "analyser" in parts:
        rebuild_words(session.connection())
    if "fingerprints" in parts:
        _rebuild_fingerprints(session)
    return parts


def rebuild_words(connection: Connection) -> None:
    """Empty the index of words and fill it from the articles."""
    on_postgresql = connection.dialect.name == "postgresql"
    empty = "DELETE FROM article_words" if on_postgresql else "INSERT INTO article_words (article_words) VALUES ('delete-all')"
    connection.execute(sql(empty))
    for row in _articles(connection):
        index_article(connection, row.id, *indexed(row.headline, row.standfirst, row.body))
    _tell(connection, "analyser")


def told_version(connection: Connection, part: str) -> str | None:
    """The version that made a part; None where nothing is known."""
    return connection.execute(select(_META.c.value).where(_META.c.key == part)).scalar_one_or_none()


def _rebuild_fingerprints(session: Session) -> None:
    """Every fingerprint, likeness and story anew, from the texts alone: the order of arrival does not matter."""
    connection = session.connection()
    connection.execute(delete(table_of(Relation)))
    connection.execute(delete(table_of(Fingerprint)))
    connection.execute(update(_ARTICLES).values(cluster_id=_ARTICLES.c.id))
    for row in _articles(connection):
        digest = signature.text_hash(row.body)
        connection.execute(_KNOWN, {"this": row.id, "digest": digest, "size": sampled(row.body)})
    for row in _articles(connection):
        settle(session, row.id, signature.text_hash(row.body), row.body, story=row.id)
    _tell(connection, "fingerprints")


def _articles(connection: Connection) -> Iterator[Row[int, str | None, str | None, str, int]]:
    last = 0
    while rows := connection.execute(_TEXTS, {"after": last}).all():
        yield from rows
        last = rows[-1].id


def _tell(connection: Connection, part: str) -> None:
    told = _TOLD.on_conflict_do_update(index_elements=[_META.c.key], set_={"value": VERSIONS[part]})
    connection.execute(told, {"name": part, "version": VERSIONS[part]})
