from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine

from cleaners.article import CleanArticle, Verdict
from storage.engine import reading
from storage.search import search
from tests.storage.samples import MORNING, store

ARTICLES = {
    "https://films.example/harbour": CleanArticle(
        headline="Winter Harbour wins",
        body="The critics’ prizes went to Amélie Roux’s films.",
        language="en",
        date_published=MORNING,
    ),
    "https://films.example/lin": CleanArticle(
        headline="林远航新片《冬港》开机",
        body="导演林远航說，電影節后开机。3D版本明年上映。",
        language="zh",
        publisher="海岸影讯",
    ),
    "https://films.example/prize": CleanArticle(
        headline="Critics’ prizes", body="A list of every film.", language="en", date_published=MORNING + timedelta(days=3)
    ),
    "https://spam.example/x": CleanArticle(headline="Harbour", body="Harbour harbour", verdict=Verdict.QUARANTINE),
}


@pytest.fixture
def filled(engine: Engine) -> Engine:
    for url, article in ARTICLES.items():
        store(engine, url, article)
    return engine


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("harbour", ["harbour"]),
        ("HARBOUR wins", ["harbour"]),
        ("harbour prize", ["harbour"]),
        ("critic", ["prize", "harbour"]),
        ("amelie", ["harbour"]),
        ("film", ["prize", "harbour"]),
        ("电影", ["lin"]),
        ("電影節", ["lin"]),
        ("林远航", ["lin"]),
        ("港", ["lin"]),
        ("机", ["lin"]),
        ("远航新片", ["lin"]),
        ("航林", []),
        ("3d", ["lin"]),
        ("3D版本", ["lin"]),
        ("lighthouse", []),
        ("", []),
        ("!?", []),
    ],
)
def test_words_of_both_languages_are_found(filled: Engine, text: str, found: list[str]) -> None:
    with reading(filled) as session:
        assert [hit.url.rpartition("/")[2] for hit in search(session, text)] == found


def test_filters_narrow(filled: Engine) -> None:
    with reading(filled) as session:
        assert len(search(session, "film", since=MORNING + timedelta(days=1))) == 1
        assert len(search(session, "film", until=MORNING + timedelta(days=1))) == 1
        assert search(session, "film", language="zh") == []
        assert len(search(session, "电影", source="海岸影讯")) == 1
        assert len(search(session, "film", source="films.example", limit=1)) == 1


def test_the_snippet_shows_the_word(filled: Engine) -> None:
    with reading(filled) as session:
        assert "Amélie" in search(session, "amelie")[0].snippet


def test_the_index_follows_a_change(filled: Engine) -> None:
    store(filled, "https://films.example/harbour", CleanArticle(headline="Summer Bay", body="Nothing else."), hours=1)
    with reading(filled) as session:
        assert search(session, "harbour") == []
        assert len(search(session, "summer bay")) == 1


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.one_of(st.text(), st.text("\"'*:()^-+ANDORTNE影电 %_\\\x00\ud800|&!<>")))
def test_any_text_is_safe(engine: Engine, text: str) -> None:
    with reading(engine) as session:
        assert search(session, text) == []
