"""Open a database: create it or bring it to the newest schema, and hand out sessions for reading and for writing."""

import os
import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib.resources import files
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.engine import URL, ExceptionContext, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError
from sqlalchemy.orm import Session
from sqlalchemy.pool import ConnectionPoolEntry

from storage.problem import DatabaseProblem
from storage.schema import create

BUSY_TIMEOUT = 30
"""Seconds that a writer waits for another on SQLite."""

PRAGMAS = (
    "page_size = 8192",
    "journal_mode = WAL",
    "synchronous = NORMAL",
    "foreign_keys = ON",
    "temp_store = MEMORY",
    "cache_size = -65536",
    "wal_autocheckpoint = 2000",
)
"""Of every connection to SQLite. The page's size counts for a new file; 64 MB of cache hold the upper pages of every index of a
million articles, and a checkpoint waits for 16 MB: each writes a page once, however often it was changed."""

DRIVERS = frozenset({"pysqlite", "psycopg"})
"""What speaks to the two databases: others take other parameters, or need to be awaited."""

_PASSWORD = re.compile(r"(?<=password=)[^&]+", re.I)

_PRIMARY = 0xFF
"""The part of an extended error code of SQLite that tells its kind."""
_LASTING = {
    sqlite3.SQLITE_CORRUPT: "is damaged: put back a copy that `scrapy db backup` made",
    sqlite3.SQLITE_READONLY: "cannot be written to",
}
_PASSING = frozenset(
    {
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_NOMEM,
        sqlite3.SQLITE_PROTOCOL,
    }
)

WRITERS_LOCK = 0x66696C6D
"""The advisory lock of PostgreSQL under which one writer at a time stores articles ("film" in ASCII)."""


def open_database(url: str) -> Engine:
    """Open the database at ``url``, made or migrated to the newest schema. Raises DatabaseProblem."""
    address = _address(url)
    if address.get_backend_name() == "sqlite" and address.database in (None, "", ":memory:"):
        raise DatabaseProblem(f"{masked(url)} names no file: what it held would be gone with each connection")
    engine = _sqlite_engine(address) if address.get_backend_name() == "sqlite" else create_engine(address)
    try:
        with engine.connect() as connection:
            is_new = _revision(connection) == newest_revision()
        if not is_new:  # who only reads waits for no writer, and may read what cannot be written
            _renew(engine, url)
    except DBAPIError as error:
        engine.dispose()
        raise DatabaseProblem(f"cannot open {masked(url)}: {first_line(error.orig)}") from None
    except DatabaseProblem:
        engine.dispose()
        raise
    return engine


@contextmanager
def reading(engine: Engine) -> Iterator[Session]:
    """A session that sees one state of the database and changes nothing."""
    with Session(engine) as session:
        if engine.dialect.name == "postgresql":  # SQLite's transactions do so by themselves
            session.connection(execution_options={"isolation_level": "REPEATABLE READ"})
        yield session


@contextmanager
def writing(engine: Engine) -> Iterator[Session]:
    """A session that commits when the block ends well. On SQLite it holds the write lock from its first statement."""
    with Session(engine.execution_options(sqlite_begin="IMMEDIATE")) as session, session.begin():
        yield session


@contextmanager
def opened(url: str) -> Iterator[Engine]:
    """Open a database for as long as the block lasts. Raises DatabaseProblem."""
    engine = open_database(url)
    try:
        yield engine
    finally:
        engine.dispose()


@contextmanager
def reading_from(url: str) -> Iterator[Session]:
    """Open a database for one reading, and close it. Raises DatabaseProblem."""
    with opened(url) as engine, reading(engine) as session:
        yield session


@contextmanager
def writing_to(url: str) -> Iterator[Session]:
    """Open a database for one writing, and close it. Raises DatabaseProblem."""
    with opened(url) as engine, writing(engine) as session:
        yield session


def lock_writers(session: Session) -> None:
    """Let one writer at a time go on, until its transaction ends; SQLite's IMMEDIATE transactions do so by themselves."""
    if session.get_bind().dialect.name == "postgresql":
        session.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": WRITERS_LOCK})


def masked(url: str) -> str:
    """The URL for people's eyes, its passwords hidden.

    >>> masked("postgresql+psycopg://me:secret@db/films"), masked("postgresql+psycopg://db/films?password=secret")
    ('postgresql+psycopg://me:***@db/films', 'postgresql+psycopg://db/films?password=***')
    """
    try:
        shown = make_url(url).render_as_string(hide_password=True)
    except (ArgumentError, ValueError):  # the latter for a port that is no number
        return "the database URL"
    return _PASSWORD.sub("***", shown)


@cache
def newest_revision() -> str:
    """The newest schema's number, which its migration's file begins with."""
    names = (file.name for file in (files("storage") / "migrations" / "versions").iterdir())
    return max(name[:4] for name in names if name[:4].isdigit())


def _revision(connection: Connection) -> str | None:
    """The number of a database's schema; None where there is none yet."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    revision: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return revision


def _renew(engine: Engine, url: str) -> None:
    """Bring the schema to the newest, unless somebody else just did. Raises DatabaseProblem."""
    with writing(engine) as session:
        lock_writers(session)
        connection = session.connection()
        if _revision(connection) != newest_revision():
            _upgrade(connection, url)


def _upgrade(connection: Connection, url: str) -> None:
    if connection.dialect.name == "sqlite" and not inspect(connection).get_table_names():
        create(connection)
        return
    from alembic.util import CommandError  # noqa: PLC0415 - a fifth of all that a command loads, for a database seldom

    from storage.upgrade import upgrade  # noqa: PLC0415

    try:
        upgrade(connection)
    except CommandError as error:
        raise DatabaseProblem(f"cannot open {masked(url)}: made by another version of Filmwire ({error})") from None


def _address(url: str) -> URL:
    try:
        address = make_url(url)
        driver = address.get_dialect().driver
    except (ArgumentError, NoSuchModuleError, ValueError):
        raise DatabaseProblem("not a database URL: give sqlite:///file.db or postgresql+psycopg://user@host/name") from None
    if driver not in DRIVERS:
        raise DatabaseProblem(f"neither SQLite nor PostgreSQL by psycopg: {masked(url)}")
    return address


def _sqlite_engine(address: URL) -> Engine:
    engine = create_engine(address, connect_args={"timeout": BUSY_TIMEOUT})
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    event.listen(engine, "handle_error", _tell_of_damage)
    return engine


def _prepare_sqlite(connection: Any, record: ConnectionPoolEntry) -> None:
    connection.isolation_level = None
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}").fetchall()
    record.info["path"] = path = connection.execute("PRAGMA database_list").fetchall()[0][2]
    record.info["file"] = _file_at(path)


def _begin_sqlite(connection: Connection) -> None:
    opened, path = connection.info["file"], connection.info["path"]
    if _file_at(path) != opened:
        connection.invalidate()
        raise DatabaseProblem(f"{path} is no more the file that was opened: it was deleted, moved or put in another's place")
    connection.exec_driver_sql(f"BEGIN {connection.get_execution_options().get('sqlite_begin', 'DEFERRED')}")


def _file_at(path: str) -> tuple[int, int] | None:
    """What tells one file from another: SQLite goes on writing into one that is deleted, and all of it is lost."""
    try:
        found = os.stat(path)  # noqa: PTH116 - before every transaction: a third of what a Path takes
    except FileNotFoundError:
        return None
    return found.st_dev, found.st_ino


def _tell_of_damage(context: ExceptionContext) -> None:
    """Say in one line what is wrong with the file, whoever meets it first. Raises DatabaseProblem."""
    if context.engine and (problem := lasting(context.engine, context.original_exception)):
        raise problem


def lasting(engine: Engine, error: BaseException | None) -> DatabaseProblem | None:
    """What no waiting helps against: a damaged file, or one that must not be written to. None for everything else."""
    code = getattr(error, "sqlite_errorcode", 0) & _PRIMARY
    return DatabaseProblem(f"{engine.url.database} {_LASTING[code]}") if code in _LASTING else None


def overtaken(engine: Engine) -> DatabaseProblem | None:
    """What is to be told where another version of Filmwire has changed the schema since the database was opened."""
    with engine.connect() as connection:
        revision = _revision(connection)
    if revision == newest_revision():
        return None
    return DatabaseProblem(f"another version of Filmwire has changed {masked(str(engine.url))} meanwhile: start this one anew")


def passes(error: BaseException | None) -> bool:
    """Whether the same may be asked again a little later: of SQLite's errors those that come from outside."""
    code = getattr(error, "sqlite_errorcode", None)
    return code is None or code & _PRIMARY in _PASSING


def first_line(error: BaseException | None) -> str:
    """What an error says, for one line of a log."""
    return (str(error).strip() or type(error).__name__).splitlines()[0]
