"""The writer's thread: those who wait together share a transaction, and nobody pays for another's mistake."""

from concurrent.futures import CancelledError
from pathlib import Path
from threading import Event

import pytest
from sqlalchemy import event, func, insert, select, text
from sqlalchemy.exc import DBAPIError, IntegrityError, OperationalError

from storage.engine import reading, writing
from storage.models import Meta
from storage.problem import DatabaseProblem
from storage.writer import TOGETHER, Writer


@pytest.fixture
def writer(database_url: str):
    made = Writer(database_url)
    yield made
    made.close()


def note(key: str):
    """A verb that writes a row; the same key twice is a mistake."""
    return lambda session: session.execute(insert(Meta).values(key=key, value="x").returning(Meta.key)).scalar_one()


def count(writer: Writer) -> int:
    with reading(writer.engine) as session:
        return session.scalar(select(func.count()).select_from(Meta).where(Meta.value == "x")) or 0


def held(writer: Writer) -> Event:
    """Hold the writer's thread until the event is set, so that verbs gather behind it."""
    go = Event()
    writer.run(lambda _: go.wait(30))
    return go


def test_verbs_that_wait_together_share_transactions(writer: Writer) -> None:
    go, commits = held(writer), []
    event.listen(writer.engine, "commit", commits.append)
    futures = [writer.run(note(f"key {number}")) for number in range(3 * TOGETHER)]
    go.set()
    assert [future.result(30) for future in futures] == [f"key {number}" for number in range(3 * TOGETHER)]
    assert len(commits) == 3
    assert count(writer) == 3 * TOGETHER


def test_a_patient_verb_takes_along_what_comes_after_it(writer: Writer, monkeypatch: pytest.MonkeyPatch) -> None:
    commits = []
    event.listen(writer.engine, "commit", commits.append)
    monkeypatch.setattr("storage.writer.LULL", 30)
    futures = [writer.run(note("patient"), patient=True), writer.run(note("hurried"))]
    assert [future.result(30) for future in futures] == ["patient", "hurried"]
    assert len(commits) == 1


def test_who_asks_to_is_told_when_nothing_can_be_written_any_more(tmp_path: Path) -> None:
    losses, file = list[Exception](), tmp_path / "films.db"
    writer = Writer(f"sqlite:///{file}", losses.append)
    assert writer.run(note("kept")).result(30) == "kept"
    file.unlink()
    with pytest.raises(DatabaseProblem):
        writer.run(note("lost")).result(30)
    assert "no more the file" in str(losses[0])
    writer.close()


def test_what_no_waiting_helps_against_is_not_waited_for(tmp_path: Path) -> None:
    writer = Writer(f"sqlite:///{tmp_path / 'films.db'}")
    with pytest.raises(OperationalError, match="no such table"):
        writer.run(lambda session: session.execute(text("SELECT * FROM dreams"))).result(30)
    writer.close()


def test_a_schema_that_another_version_has_changed_is_told(writer: Writer) -> None:
    with writing(writer.engine) as session:
        session.execute(text("ALTER TABLE meta RENAME COLUMN value TO worth"))
    with pytest.raises(DBAPIError, match="value"):
        writer.run(note("ours")).result(30)
    with writing(writer.engine) as session:
        session.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(DatabaseProblem, match="another version of Filmwire has changed") as told:
        writer.run(note("ours")).result(30)
    assert "secret" not in str(told.value)


def test_a_mistake_is_the_one_who_made_its_alone(writer: Writer) -> None:
    go = held(writer)
    futures = [writer.run(note(key)) for key in ("one", "two", "one", "three")]
    go.set()
    assert isinstance(futures[2].exception(30), IntegrityError)
    assert [futures[number].result(30) for number in (0, 1, 3)] == ["one", "two", "three"]
    assert count(writer) == 3


def test_what_is_called_off_in_time_is_not_done(writer: Writer) -> None:
    go = held(writer)
    kept, called_off = writer.run(note("kept")), writer.run(note("called off"))
    assert called_off.cancel()
    go.set()
    assert kept.result(30) == "kept"
    with pytest.raises(CancelledError):
        called_off.result(30)
    assert writer.run(note("the next")).result(30) == "the next"
    assert count(writer) == 2
