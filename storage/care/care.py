"""Look after a database: check it, copy it while it is in use, give back the room of what was replaced."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import cast

from sqlalchemy import Engine, func, select, text
from sqlalchemy.orm import Session

from storage.care.rebuild import outdated
from storage.engine import reading
from storage.models import Article, Outcome, Standing, StoredPage
from storage.problem import DatabaseProblem


def check(engine: Engine) -> list[str]:
    """What is wrong, a line each; nothing when all is well. On SQLite every page of the file is read."""
    with reading(engine) as session:
        return list(_file(session)) or [*_stories(session), *_index(session), *_versions(session)]


def backup(engine: Engine, path: Path) -> None:
    """Copy a SQLite database while others read and write it; the file appears when it is complete.

    Raises DatabaseProblem, and OSError where the copy cannot be written or would stand on the database itself.
    """
    if engine.dialect.name != "sqlite":
        raise DatabaseProblem("PostgreSQL has its own way to be copied: pg_dump")
    if path.is_dir() or path.resolve() == Path(engine.url.database or "").resolve():
        raise FileExistsError(errno.EEXIST, "a folder or the database itself stands there")
    draft = path.with_name(f".{path.name}.part")
    draft.touch()
    try:
        with closing(sqlite3.connect(draft)) as copy, engine.connect() as connection:
            cast(sqlite3.Connection, connection.connection.driver_connection).backup(copy)
        draft.replace(path)
    except sqlite3.Error as error:  # such as a disk that is full
        raise OSError(errno.EIO, str(error)) from error
    finally:
        draft.unlink(missing_ok=True)


def vacuum(engine: Engine) -> None:
    """Give back the room of what was replaced, and let the planner look at the tables anew."""
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        driver = connection.connection.driver_connection
        if isinstance(driver, sqlite3.Connection):
            for statement in ("PRAGMA wal_checkpoint(TRUNCATE)", "VACUUM", "ANALYZE"):
                driver.execute(statement).fetchall()
        else:
            connection.exec_driver_sql("VACUUM (ANALYZE)")


def _file(session: Session) -> Iterator[str]:
    if session.get_bind().dialect.name == "sqlite":
        yield from (str(row[0]) for row in session.execute(text("PRAGMA integrity_check")) if row[0] != "ok")
        yield from (f"{row[0]}: row {row[1]} hangs on no {row[2]}" for row in session.execute(text("PRAGMA foreign_key_check")))


def _stories(session: Session) -> Iterator[str]:
    """Every story has at most one representative, every article that can be shown stands in a story with one."""
    published = select(Article.cluster_id).where(Article.standing == Standing.PUBLISHED)
    twice = published.group_by(Article.cluster_id).having(func.count() > 1)
    yield from (f"story {cluster} has more than one representative" for cluster in session.scalars(twice))
    lost = select(Article.id).where(Article.standing == Standing.DUPLICATE, Article.cluster_id.not_in(published))
    yield from (f"article {article} is the duplicate of nothing that is shown" for article in session.scalars(lost))
    unknown = select(Outcome.page_id).outerjoin(StoredPage, StoredPage.id == Outcome.page_id).where(StoredPage.id.is_(None))
    yield from (f"outcome of page {page}, which is not kept" for page in session.scalars(unknown))


def _versions(session: Session) -> Iterator[str]:
    """What is derived from the texts was derived by the code of today."""
    yield from (f"the {part} of another version: run scrapy db rebuild" for part in outdated(session))


def _index(session: Session) -> Iterator[str]:
    """The search index has a row for each article."""
    table = "article_words_docsize" if session.get_bind().dialect.name == "sqlite" else "article_words"
    articles, rows = (session.scalar(text(f"SELECT count(*) FROM {name}")) for name in ("articles", table))  # noqa: S608 - two constants
    if articles != rows:
        yield f"{articles} articles, but {rows} in the search index"
