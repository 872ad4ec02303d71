from collections.abc import Callable
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Engine, text

import storage.crawls.tables
import storage.crawls.templates
import storage.duplicates.tables  # noqa: F401 - with those above: every module that declares tables
from storage.engine import lock_writers, masked, open_database, reading, reading_from, writing, writing_to
from storage.models import Base
from storage.problem import DatabaseProblem


def test_the_migrations_make_what_the_models_say(engine: Engine) -> None:
    def ours(name: str | None, kind: str, _parents: object) -> bool:
        return kind != "table" or not str(name).startswith("article_words")

    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_name": ours, "compare_type": True})
        assert compare_metadata(context, Base.metadata) == []


def test_opening_again_changes_nothing(engine: Engine, database_url: str) -> None:
    open_database(database_url).dispose()
    with reading(engine) as session:
        assert session.scalar(text("SELECT count(*) FROM alembic_version")) == 1


def test_who_opens_a_database_waits_for_nobody_who_writes(engine: Engine, database_url: str, monkeypatch) -> None:
    monkeypatch.setattr("storage.engine.BUSY_TIMEOUT", 0.1)
    with writing(engine) as session:
        lock_writers(session)
        session.execute(text("INSERT INTO meta (key, value) VALUES ('news', '1')"))
        with reading_from(database_url) as other:
            assert other.scalar(text("SELECT count(*) FROM articles")) == 0


def test_a_database_that_cannot_be_written_can_be_read(tmp_path: Path) -> None:
    open_database(f"sqlite:///{tmp_path / 'a.db'}").dispose()
    with reading_from(f"sqlite:///file:{tmp_path / 'a.db'}?mode=ro&uri=true") as session:
        assert session.scalar(text("SELECT count(*) FROM articles")) == 0


def test_a_reader_sees_one_state_whatever_others_write(engine: Engine) -> None:
    count = text("SELECT count(*) FROM meta")
    with reading(engine) as session:
        before = session.scalar(count)
        with writing(engine) as other:
            other.execute(text("INSERT INTO meta (key, value) VALUES ('news', '1')"))
        assert session.scalar(count) == before
    with reading(engine) as session:
        assert session.scalar(count) == before + 1


def test_sqlite_is_set_for_several_processes(tmp_path: Path) -> None:
    with reading_from(f"sqlite:///{tmp_path / 'a.db'}") as session:
        assert session.scalar(text("PRAGMA journal_mode")) == "wal"
        assert session.scalar(text("PRAGMA foreign_keys")) == 1


@pytest.mark.parametrize(
    ("url", "word"),
    [
        ("nonsense", "not a database URL"),
        ("oracle://me@host/db", "neither SQLite nor PostgreSQL"),
        ("postgresql+psycopg://me:secret@host:port/db", "not a database URL"),
        ("postgresql+asyncpg://me:secret@host/db", "neither SQLite nor PostgreSQL by psycopg"),
        ("mysql://me:secret@host/db", "neither SQLite nor PostgreSQL"),
        ("sqlite://", "names no file"),
        ("sqlite:///:memory:", "names no file"),
        ("sqlite:////no/such/folder/filmwire.db", "unable to open"),
        ("postgresql+psycopg://me:secret@127.0.0.1:1/films", "cannot open"),
        ("postgresql+psycopg://127.0.0.1:1/films?user=me&password=secret", "cannot open"),
    ],
)
def test_what_cannot_be_opened_is_said_in_one_line_without_the_password(url: str, word: str) -> None:
    with pytest.raises(DatabaseProblem) as problem:
        open_database(url)
    message = str(problem.value)
    assert word in message
    assert "\n" not in message
    assert "secret" not in message


def test_another_kind_of_file_is_no_database(tmp_path: Path) -> None:
    file = tmp_path / "notes.db"
    file.write_bytes(b"these are notes, no database at all" * 100)
    with pytest.raises(DatabaseProblem, match="not a database"):
        open_database(f"sqlite:///{file}")
    assert file.read_bytes().startswith(b"these are notes")


def test_a_newer_schema_is_left_alone(engine: Engine, database_url: str) -> None:
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(DatabaseProblem, match="another version of Filmwire"):
        open_database(database_url)


@pytest.mark.parametrize("session", [reading, writing])
@pytest.mark.parametrize("happens", ["deleted", "replaced"])
def test_a_file_that_is_gone_takes_no_more(tmp_path: Path, happens: str, session: Callable) -> None:
    """SQLite would go on writing into the file that nobody finds any more."""
    file, other = tmp_path / "films.db", tmp_path / "other.db"
    engine = open_database(f"sqlite:///{file}")
    other.touch()
    other.rename(file) if happens == "replaced" else file.unlink()
    with pytest.raises(DatabaseProblem, match="no more the file that was opened"), session(engine) as opened:
        opened.execute(text("SELECT 1"))
    engine.dispose()


def test_passwords_are_masked() -> None:
    assert masked("postgresql+psycopg://me:secret@db/films") == "postgresql+psycopg://me:***@db/films"
    assert masked("postgresql://db/films?password=secret&user=me") == "postgresql://db/films?password=***&user=me"
    assert masked("not a url") == masked("postgresql://me:secret@db:port/films") == "the database URL"


def test_a_database_opened_for_one_session_is_closed_behind_it(database_url: str) -> None:
    for once in (reading_from, writing_to):
        with once(database_url) as session:
            engine = session.get_bind()
            assert isinstance(engine, Engine)
            pool = engine.pool
            session.execute(text("SELECT 1"))
        assert pool.checkedin() == pool.checkedout() == 0
