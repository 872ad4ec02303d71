"""Copy the articles of a SQLite database inside it, so that a million are there in minutes: the rows that storing would write.

A copy has addresses, hashes and fingerprints of its own, spread as an article's are, so that it is nobody's duplicate and
every index grows as it would; its words are those of the original and go into the index of words one article at a time.
Nothing else may have the database open meanwhile: it is written without a journal.
"""

import random
from functools import lru_cache
from unittest.mock import patch

from sqlalchemy import Connection, Engine, Table, func, select, text

from storage.articles.parts import PARTS
from storage.duplicates.tables import Fingerprint, Relation
from storage.engine import open_database, writing
from storage.models import Article, Outcome, StoredPage, table_of
from storage.query import word_index

BATCH = 2_000
FINGERPRINT_BITS = 59
"""One shingle of sixteen is sampled, the smallest, and a fingerprint has one bit less: see ``cleaners.text.signature``."""

_OWN = {
    "public_id": "lower(hex(randomblob(8)))",
    "canonical_url": "canonical_url || '?copy=' || :copy",
    "url": "url || '?copy=' || :copy",
    "final_url": "final_url || '?copy=' || :copy",
    "text_hash": "randomblob(16)",
    "hash": "(hash | :mask) - (hash & :mask)",
}
"""What a copy has of its own; SQLite writes an exclusive or like this."""
_NUMBERS = {"id", "article_id", "other_id", "cluster_id", "page_id"}


_FAST = ("journal_mode = OFF", "synchronous = OFF", "cache_size = -2000000")


def copy_articles(url: str, copies: int) -> None:
    """Copy every article with all that hangs on it so often."""
    engine = open_database(url)
    _set(engine, *_FAST)
    # The copies of one text have the same words: cut once.
    with patch.object(word_index, "words", lru_cache(40_000)(word_index.words)):
        _copy_all(engine, copies)
    _set(engine, "journal_mode = WAL")
    engine.dispose()


def _set(engine: Engine, *pragmas: str) -> None:
    """Outside of a transaction; the engine has one connection."""
    raw = engine.raw_connection()
    for pragma in pragmas:
        raw.cursor().execute(f"PRAGMA {pragma}").fetchall()
    raw.close()


def _copy_all(engine: Engine, copies: int) -> None:
    tables = [table_of(kind) for kind in (StoredPage, Article, Outcome, Relation, *PARTS)]
    with writing(engine) as session:
        step = max(session.scalar(select(func.max(kind.id))) or 0 for kind in (Article, StoredPage))
    for copy in range(1, copies + 1):
        with writing(engine) as session:
            for table in tables:
                _copy(session.connection(), table, step, copy)
            _copy(session.connection(), table_of(Fingerprint), step, copy, order="hash")
        _copy_words(engine, step, copy)


def _copy(connection: Connection, table: Table, step: int, copy: int, order: str = "") -> None:
    numbered = next(name for name in ("id", "page_id", "article_id") if name in table.primary_key.columns)
    names = [column.name for column in table.c]
    columns, values = ", ".join(f'"{name}"' for name in names), ", ".join(map(_value, names))
    rows = f"SELECT {values} FROM {table.name} WHERE {numbered} <= :step"  # noqa: S608 - names of our own tables
    statement = f"INSERT INTO {table.name} ({columns}) {rows}{f' ORDER BY {_OWN[order]}' if order else ''}"
    mask = random.Random(step + copy).getrandbits(FINGERPRINT_BITS)
    given = {"shift": copy * step, "step": step, "copy": copy, "mask": mask}
    connection.execute(text(statement), {name: value for name, value in given.items() if f":{name}" in statement})


def _value(column: str) -> str:
    return f"{column} + :shift" if column in _NUMBERS else _OWN.get(column, f'"{column}"')


def _copy_words(engine: Engine, step: int, copy: int) -> None:
    """The index holds no texts to copy: the words are cut anew, some hundred articles in a transaction."""
    articles = table_of(Article)
    for start in range(0, step, BATCH):
        numbers = articles.c.id.between(copy * step + start + 1, copy * step + start + BATCH)
        query = select(articles.c.id, articles.c.headline, articles.c.standfirst, articles.c.body).where(numbers)
        with writing(engine) as session:
            for row in session.execute(query.order_by(articles.c.id)).all():
                words = word_index.indexed(row.headline, row.standfirst, row.body)
                word_index.index_article(session.connection(), row.id, *words)
