import pytest
from sqlalchemy import Engine, text

from cleaners.article import CleanArticle
from storage.care import care, rebuild
from storage.engine import reading, writing
from storage.query.search import search
from tests.storage.samples import store
from tests.storage.stories import chinese, english


@pytest.fixture
def filled(engine: Engine) -> Engine:
    for number, story in enumerate((english(1), chinese(1), english(2), english(1) + " Seen first here.", english(3))):
        store(engine, f"https://films.example/{number}", CleanArticle(headline=f"Quay {number}", standfirst="冬港", body=story))
    return engine


def state(engine: Engine) -> list[list[tuple[object, ...]]]:
    """Everything that is derived from the texts, as far as it can be read."""
    queries = (
        "SELECT * FROM fingerprints ORDER BY hash, article_id",
        "SELECT * FROM relations ORDER BY article_id, other_id",
        "SELECT id, cluster_id, standing, sampled FROM articles ORDER BY id",
    )
    with reading(engine) as session:
        rows = [[tuple(row) for row in session.execute(text(query))] for query in queries]
        return [*rows, [tuple(hit.public_id for hit in search(session, words)) for words in ("quay", "冬港", "harbour")]]


def test_a_new_database_is_of_today(filled: Engine) -> None:
    with writing(filled) as session:
        assert rebuild.rebuild(session) == []


def test_another_version_is_told_and_made_anew(filled: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(rebuild.VERSIONS, "analyser", "next")
    assert care.check(filled) == ["the analyser of another version: run scrapy db rebuild"]
    with writing(filled) as session:
        assert rebuild.rebuild(session) == ["analyser"]
    assert care.check(filled) == []


def test_everything_can_be_made_anew_from_the_texts_alone(filled: Engine) -> None:
    before = state(filled)
    with filled.begin() as connection:
        connection.execute(text("DELETE FROM fingerprints"))
        connection.execute(text("DELETE FROM relations"))
        connection.execute(text("UPDATE articles SET cluster_id = id, sampled = 0, standing = 'published'"))
    with writing(filled) as session:
        assert rebuild.rebuild(session, everything=True) == ["analyser", "fingerprints"]
    assert state(filled) == before
    assert care.check(filled) == []


def test_what_is_stored_afterwards_is_found_with_it(filled: Engine) -> None:
    with writing(filled) as session:
        rebuild.rebuild(session, everything=True)
    store(filled, "https://films.example/2", CleanArticle(headline="Lantern", body=english(9)), hours=1)
    with reading(filled) as session:
        assert len(search(session, "lantern title:lantern")) == 1
        assert {hit.headline for hit in search(session, "title:quay")} == {"Quay 1", "Quay 3", "Quay 4"}
