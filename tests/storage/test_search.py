from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine

from cleaners.article import CleanArticle, Verdict
from storage.engine import open_database, reading
from storage.query.search import Order, Wanted, search
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
        assert len(search(session, "film", Wanted(since=MORNING + timedelta(days=1)))) == 1
        assert len(search(session, "film", Wanted(until=MORNING + timedelta(days=1)))) == 1
        assert search(session, "film", Wanted(language="zh")) == []
        assert len(search(session, "电影", Wanted(source="海岸影讯"))) == 1
        assert len(search(session, "film", Wanted(source="films.example"), limit=1)) == 1


def test_the_snippet_shows_the_word(filled: Engine) -> None:
    with reading(filled) as session:
        assert "Amélie" in search(session, "amelie")[0].snippet


def test_the_index_follows_a_change(filled: Engine) -> None:
    store(filled, "https://films.example/harbour", CleanArticle(headline="Summer Bay", body="Nothing else."), hours=1)
    with reading(filled) as session:
        assert search(session, "harbour") == []
        assert len(search(session, "summer bay")) == 1


QUERIES = [
    ('"winter harbour"', ["harbour"]),
    ('"harbour winter"', []),
    ('"harbour wins the critics"', []),  # a phrase does not run on from the headline into the text
    ("“critics prizes”", ["prize", "harbour"]),
    ("lighthouse OR harbour", ["harbour"]),
    ("film NOT harbour", ["prize"]),
    ("film -harbour", ["prize"]),
    ('film -"amelie roux"', ["prize"]),
    ("film AND (harbour OR 电影)", ["harbour"]),
    ("lin OR 电影 OR harbour", ["harbour", "lin"]),
    ("title:prize", ["prize"]),
    ("title:film", []),
    ("title:港", ["lin"]),
    ("title:机 导演", ["lin"]),
    ("title:节", []),
    ('title:"林远航新片"', ["lin"]),
    ("-title:prize film", ["harbour"]),
    ("港", ["lin"]),
    ("冬港", ["lin"]),
    ("林远航", ["lin"]),
    ("開機", ["lin"]),
    ("远航新片", ["lin"]),
    ('"3D版本"', ["lin"]),
    ('"后开机。3D版"', ["lin"]),
    ('"winter harbour', ["harbour"]),
    ("winter AND", ["harbour"]),
    ("OR winter", ["harbour"]),
    ("-winter", ["harbour"]),
    ("(winter", ["harbour"]),
    ("winter-harbour", ["harbour"]),
    ("winter:harbour", ["harbour"]),
    ("winter* harbour^", ["harbour"]),
    ("winter\x00harbour", ["harbour"]),
    ("winter\ud800harbour", ["harbour"]),
    ("{title}:winter", []),
    ("a" * 5_000, []),
]


@pytest.mark.parametrize("order", Order)
def test_what_is_typed_finds_the_same_on_both_databases(filled: Engine, order: Order) -> None:
    with reading(filled) as session:
        for text, found in QUERIES:
            urls = [hit.url.rpartition("/")[2] for hit in search(session, text, order=order)]
            assert sorted(urls) == sorted(found), text


def test_the_order_is_that_of_the_words_or_of_the_days(filled: Engine) -> None:
    bodies = {
        "passing": f"A long list of {'many other ' * 60} things, and a ferry.",
        "about": "Ferry, ferry and ferry.",
        "title": "Other.",
    }
    for day, (name, body) in enumerate(bodies.items()):
        headline = "The ferry" if name == "title" else "News"
        moment = MORNING - timedelta(days=day)
        store(filled, f"https://order.example/{name}", CleanArticle(headline=headline, body=body, date_published=moment))
    with reading(filled) as session:
        ranked = [hit.url.rpartition("/")[2] for hit in search(session, "ferry")]
        dated = [hit.url.rpartition("/")[2] for hit in search(session, "ferry", order=Order.DATE)]
    assert (ranked, dated) == (["title", "about", "passing"], ["passing", "about", "title"])


def test_filters_ask_for_authors_verdicts_and_members(filled: Engine) -> None:
    store(filled, "https://films.example/signed", CleanArticle(headline="A ferry", body="Ferry.", authors=("Ada Lin",)))
    long = " ".join(f"word{number}" for number in range(200))
    for name in ("one", "two"):
        store(filled, f"https://{name}.example/same", CleanArticle(headline="Twice told", body=long))
    with reading(filled) as session:

        def count(text: str, **fields: Any) -> int:
            return len(search(session, text, Wanted(**fields)))

        assert (count("ferry", author="ADA lin"), count("ferry", author="Ada")) == (1, 0)
        assert (count("twice told"), count("twice told", members=True)) == (1, 2)
        assert (count("harbour", standing=None), count("harbour", standing=None, verdict="quarantine")) == (2, 1)
        assert count("ferry", source="elsewhere.example") == 0
        assert count("ferry", author="\x00", source="\ud800", language="\x00") == 0


def test_a_very_long_word_is_stored_and_found(engine: Engine) -> None:
    store(engine, "https://films.example/long", CleanArticle(headline="Zz", body="z" * 5_000 + " " + "é" * 5_000))
    with reading(engine) as session:
        assert len(search(session, "z" * 900)) == 1


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.one_of(st.text(), st.text("\"'*:()^-+ANDORTNE影电 %_\\\x00\ud800|&!<>")))
@example("(" * 1_000)
@example("(a OR -(" * 300)
@example("a " * 1_000)
@example("a OR b " * 1_000)
@example('"' + "影" * 2_000 + '"')
@example("é" * 1_000)
def test_any_text_is_safe(engine: Engine, text: str) -> None:
    with reading(engine) as session:
        assert search(session, text) == []


WORDS = st.sampled_from(
    'harbour film prizes the 电影 節 冬港开机 3D版 AND OR NOT " ( ) - title: “ ” winter critics * a:b'.split()
)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.lists(WORDS, max_size=12), gap=st.sampled_from([" ", ""]))
def test_both_databases_agree(both: tuple[Engine, Engine], words: list[str], gap: str) -> None:
    text = gap.join(words)
    answers = []
    for engine in both:
        with reading(engine) as session:
            answers.append([hit.public_id for hit in search(session, text, Wanted(standing=None))])
    assert answers[0] == answers[1]


@pytest.fixture
def both(tmp_path: Path, postgres_url: str) -> Iterator[tuple[Engine, Engine]]:
    """A database of each kind with the same articles."""
    engines = open_database(f"sqlite:///{tmp_path / 'both.db'}"), open_database(postgres_url)
    for engine in engines:
        for url, article in ARTICLES.items():
            store(engine, url, article)
    yield engines
    for engine in engines:
        engine.dispose()
