"""Counts that took long are kept for a while, and only those."""

from collections.abc import Iterator

import pytest

from storage.engine import open_database, reading, writing
from storage.models import Article
from storage.query.wanted import Wanted
from tests.web.conftest import fill
from web import counts
from web.counts import Counts


@pytest.fixture
def engine(tmp_path) -> Iterator[object]:
    url = f"sqlite:///{tmp_path / 'filmwire.db'}"
    fill(url)
    opened = open_database(url)
    yield opened
    opened.dispose()


def reject_one(engine) -> None:
    with writing(engine) as session:
        session.query(Article).filter(Article.headline == "Reel 7").update({"standing": "rejected"})


@pytest.mark.parametrize(("slow", "seen"), [(-1.0, 33), (60.0, 32)], ids=["took long", "was quick"])
def test_what_took_long_is_not_counted_again(engine, monkeypatch, slow, seen) -> None:
    monkeypatch.setattr(counts, "SLOW", slow)
    kept = Counts(engine)
    with reading(engine) as session:
        assert kept.of(session, Wanted()).total == 33
    reject_one(engine)
    with reading(engine) as session:
        assert kept.of(session, Wanted()).total == seen
        assert kept.of(session, Wanted(language="en")).total == 30, "another search is counted by itself"


def test_it_is_kept_for_a_minute_and_not_for_ever(engine, monkeypatch) -> None:
    monkeypatch.setattr(counts, "SLOW", -1.0)
    monkeypatch.setattr(counts, "KEPT", 0.0)
    monkeypatch.setattr(counts, "LATE", 0.0)
    monkeypatch.setattr(counts, "MOST", 2)
    kept = Counts(engine)
    with reading(engine) as session:
        first = kept.of(session, Wanted())
        assert kept.of(session, Wanted()) is not first
        for language in ("en", "zh", "fr"):
            kept.of(session, Wanted(language=language))
    assert len(kept._kept) == 2


def test_after_a_minute_it_is_counted_anew_behind_the_page(engine, monkeypatch) -> None:
    monkeypatch.setattr(counts, "SLOW", -1.0)
    monkeypatch.setattr(counts, "KEPT", 0.0)
    kept = Counts(engine)
    with reading(engine) as session:
        assert kept.of(session, Wanted()).total == 33
    reject_one(engine)
    with reading(engine) as session:
        assert kept.of(session, Wanted()).total == 33, "the reader who asks first does not wait"
        kept._behind.submit(int).result()
        assert kept.of(session, Wanted()).total == 32
    kept.close()
