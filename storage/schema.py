"""The newest schema of SQLite as it stands once all migrations have run: a new database begins with it.

Alembic is loaded only where there is something to migrate: it and its migrations took a third of a second of every first
command (2026-11). After a new migration: ``python -m storage.schema > storage/migrations/newest_sqlite.sql``.
"""

import sqlite3
from contextlib import closing
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Connection, create_engine

_APART = ";\n\n"


def create(connection: Connection) -> None:
    """Make everything that a new SQLite database holds, in the connection's transaction."""
    for statement in (files("storage") / "migrations" / "newest_sqlite.sql").read_text("utf-8").split(_APART):
        if statement.strip():
            connection.exec_driver_sql(statement)


def migrated() -> str:
    """The statements that make what the migrations make."""
    from storage.upgrade import upgrade  # noqa: PLC0415 - what this module is there to avoid

    with TemporaryDirectory() as folder:
        path = Path(folder) / "new.db"
        engine = create_engine(f"sqlite:///{path}")
        with engine.begin() as connection:
            upgrade(connection)
        engine.dispose()
        with closing(sqlite3.connect(path)) as database:
            return "".join(f"{statement}{_APART}" for statement in _statements(database))


def _statements(database: sqlite3.Connection) -> list[str]:
    """Every table, index and view but those that others bring along, and the rows that tell versions."""
    made = "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'article^_words^_%' ESCAPE '^' ORDER BY rowid"
    told = "SELECT 'INSERT INTO meta VALUES (' || quote(key) || ', ' || quote(value) || ')' FROM meta ORDER BY key"
    version = "SELECT 'INSERT INTO alembic_version VALUES (' || quote(version_num) || ')' FROM alembic_version"
    return [row[0] for question in (made, told, version) for row in database.execute(question)]


if __name__ == "__main__":
    print(migrated(), end="")
