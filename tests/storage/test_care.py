import resource
from pathlib import Path

import pytest
from sqlalchemy import Engine, select, text

from cleaners.article import CleanArticle, Finding
from storage.care import care
from storage.engine import open_database, reading, reading_from
from storage.models import Article
from storage.problem import DatabaseProblem
from storage.query.search import search
from tests.storage.samples import store
from tests.storage.stories import english


@pytest.fixture
def filled(engine: Engine) -> Engine:
    finding = Finding("short", 1.0, 2.0, failed=False)
    for number in range(3):
        article = CleanArticle(headline="Quay", body=english(number), authors=("Ana",), findings=(finding,))
        store(engine, f"https://films.example/{number}", article)
    return engine


def test_a_sound_database_has_nothing_to_tell(filled: Engine) -> None:
    assert care.check(filled) == []


def test_what_is_lost_is_told(filled: Engine) -> None:
    with filled.begin() as connection:
        connection.execute(text("UPDATE articles SET standing = 'duplicate' WHERE id = 1"))
    assert care.check(filled) == ["article 1 is the duplicate of nothing that is shown"]


def test_a_damaged_file_is_told_and_met_with_one_line(tmp_path: Path) -> None:
    file = tmp_path / "films.db"
    engine = open_database(f"sqlite:///{file}")
    with engine.connect() as connection:
        root = connection.execute(text("SELECT rootpage FROM sqlite_master WHERE name = 'articles'")).scalar_one()
        size = connection.execute(text("PRAGMA page_size")).scalar_one()
    engine.dispose()  # from here on all of it stands in one file
    whole = file.read_bytes()
    file.write_bytes(whole[: (root - 1) * size] + b"\x5a" * size + whole[root * size :])
    with reading_from(f"sqlite:///{file}") as session, pytest.raises(DatabaseProblem, match=r"films\.db is damaged"):
        session.scalars(select(Article)).all()


def test_a_vacuum_changes_nothing(filled: Engine) -> None:
    care.vacuum(filled)
    assert care.check(filled) == []


def test_a_backup_is_a_whole_database(filled: Engine, tmp_path: Path) -> None:
    if filled.dialect.name == "postgresql":
        with pytest.raises(DatabaseProblem, match="pg_dump"):
            care.backup(filled, tmp_path / "copy.db")
        return
    care.backup(filled, tmp_path / "copy.db")
    copy = open_database(f"sqlite:///{tmp_path / 'copy.db'}")
    assert care.check(copy) == []
    with reading(copy) as session:
        assert len(search(session, "quay")) == 3
    copy.dispose()


def test_a_backup_that_cannot_be_written_leaves_what_was_there(tmp_path: Path) -> None:
    engine, copy = open_database(f"sqlite:///{tmp_path / 'films.db'}"), tmp_path / "copy.db"
    copy.write_bytes(b"yesterday's")
    usual = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (64 * 1024, usual[1]))  # as a full disk would
    try:
        with pytest.raises(OSError, match="disk"):
            care.backup(engine, copy)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, usual)
    engine.dispose()
    assert copy.read_bytes() == b"yesterday's"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["copy.db", "films.db"]
