"""A database of any earlier schema opens with all that it holds, and what is new is made from it."""

import subprocess
import sys
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path

import pytest
from alembic import command
from alembic.script import ScriptDirectory
from sqlalchemy import MetaData, create_engine, insert, text

from storage.care import care
from storage.care.rebuild import outdated
from storage.engine import newest_revision, open_database, reading
from storage.query.search import search
from storage.schema import migrated
from storage.upgrade import migrations

REVISIONS = sorted(script.revision for script in ScriptDirectory.from_config(migrations()).walk_revisions())
QUICK = {"0001", "0006"}


def test_the_newest_schema_is_told_by_its_file() -> None:
    assert newest_revision() == REVISIONS[-1]


def test_a_new_database_begins_with_what_the_migrations_make() -> None:
    """After a new migration: python -m storage.schema > storage/migrations/newest_sqlite.sql."""
    assert (files("storage") / "migrations" / "newest_sqlite.sql").read_text("utf-8") == migrated()


def test_a_new_database_is_made_without_alembic(tmp_path: Path) -> None:
    opened = f"from storage.engine import open_database; open_database('sqlite:///{tmp_path / 'new.db'}').dispose()"
    loaded = "import sys; assert 'alembic' not in sys.modules"
    assert subprocess.run([sys.executable, "-c", f"{opened}; {loaded}"], check=False).returncode == 0


PAGE = {
    "id": 1,
    "url": "https://films.example/a",
    "final_url": "https://films.example/a",
    "site": "films.example",
    "status": 200,
    "content_type": "text/html",
    "headers": "[]",
    "spider": "sample",
    "sha256": b"x" * 32,
}
ARTICLE = {
    "id": 1,
    "public_id": "quay",
    "canonical_url": "https://films.example/a",
    "site": "films.example",
    "page_id": 1,
    "headline": "Winter Quay",
    "body": "The ferry comes in late. 电影节开幕。",
    "section": "[]",
    "keywords": "[]",
    "verdict": "accept",
    "standing": "published",
    "cluster_id": 1,
}


def fill(url: str, revision: str) -> None:
    """Make a database of that schema with one article in it, as plain rows."""
    engine = create_engine(url)
    with engine.begin() as connection:
        config = migrations()
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
        tables = MetaData()
        tables.reflect(connection, only=["raw_bytes", "pages", "articles", "outcomes"])
        moment = datetime(2026, 3, 1, tzinfo=UTC)
        rows = {
            "raw_bytes": {"sha256": b"x" * 32, "codec": "zstd", "length": 1, "data": b"x"},
            "pages": {**PAGE, "fetched_at": moment},
            "articles": {**ARTICLE, **dict.fromkeys(("fetched_at", "stored_at", "updated_at"), moment)},
            "outcomes": {"page_id": 1, "fate": "new", "article_id": 1},
        }
        for name, row in rows.items():
            connection.execute(insert(tables.tables[name]).values(row))
    engine.dispose()


@pytest.mark.parametrize(
    "revision", [pytest.param(one, marks=() if one in QUICK else (pytest.mark.slow,)) for one in REVISIONS[:-1]]
)
def test_an_earlier_schema_is_brought_up_with_its_articles(database_url: str, revision: str) -> None:
    fill(database_url, revision)
    engine = open_database(database_url)
    with reading(engine) as session:
        assert session.scalar(text("SELECT version_num FROM alembic_version")) == REVISIONS[-1]
        assert session.execute(text("SELECT id, headline, films FROM clean_articles")).all() == [("quay", "Winter Quay", None)]
        if revision < "0008":
            assert [hit.public_id for hit in search(session, "winter 电影")] == ["quay"]
            assert outdated(session) == []
    if revision < "0008":
        assert care.check(engine) == []
    engine.dispose()
