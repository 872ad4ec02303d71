import pytest
from sqlalchemy import Engine, text

from cleaners.article import CleanArticle, Film
from storage.engine import reading
from storage.query.browse import browse
from storage.query.facets import facets
from storage.query.queries import show_article
from storage.query.search import Wanted, search
from tests.storage.samples import store
from tests.storage.stories import english


def film(title: str) -> Film:
    return Film(title, "body", f"the film “{title}”")


@pytest.fixture
def filled(engine: Engine) -> Engine:
    named = [("The Salt Line", "冬日海港"), ("Salt Line!",), ("冬日海港", "Glass Tide"), ()]
    for number, titles in enumerate(named):
        article = CleanArticle(headline=f"Quay {number}", body=english(number), films=tuple(map(film, titles)), language="en")
        store(engine, f"https://films.example/{number}", article)
    return engine


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ('film:"salt line"', {"Quay 0", "Quay 1"}),
        ("film:《冬日海港》", {"Quay 0", "Quay 2"}),
        ("film:冬日海港 quay film:“The Salt Line”", {"Quay 0"}),
        ('film:"salt line" quay -title:1', {"Quay 0"}),
        ("film:moon", set()),
        ("quay", {"Quay 0", "Quay 1", "Quay 2", "Quay 3"}),
        ("film:!", set()),
    ],
)
def test_articles_are_found_by_the_films_that_they_name(filled: Engine, asked: str, found: set[str]) -> None:
    with reading(filled) as session:
        assert {hit.headline for hit in search(session, asked)} == found
        if found:
            assert {card.headline for card in browse(session, Wanted(asked)).cards} == found


def test_a_film_is_a_filter_and_a_facet(filled: Engine) -> None:
    with reading(filled) as session:
        assert {hit.headline for hit in search(session, "quay", Wanted(film="GLASS TIDE"))} == {"Quay 2"}
        assert len(browse(session, Wanted(film="The Salt Line")).cards) == 2
        counted = facets(session, Wanted()).fields["film"]
        assert counted == [("Salt Line!", 2), ("冬日海港", 2), ("Glass Tide", 1)]
        assert facets(session, Wanted(film="glass tide")).fields["film"] == [("Glass Tide", 1), ("冬日海港", 1)]


def test_films_are_shown_with_their_evidence_and_stand_in_the_view(filled: Engine) -> None:
    with reading(filled) as session:
        shown = show_article(session, 1)
        assert shown is not None
        assert [(one.title, one.evidence) for one in shown.films] == [
            ("The Salt Line", "the film “The Salt Line”"),
            ("冬日海港", "the film “冬日海港”"),
        ]
        titles = session.scalar(text("SELECT films FROM clean_articles WHERE headline = 'Quay 0'"))
        assert titles == "The Salt Line; 冬日海港"


def test_films_follow_the_text(filled: Engine) -> None:
    store(filled, "https://films.example/0", CleanArticle(headline="Quay 0", body=english(9)), hours=1)
    with reading(filled) as session:
        assert {hit.headline for hit in search(session, 'film:"salt line"')} == {"Quay 1"}
