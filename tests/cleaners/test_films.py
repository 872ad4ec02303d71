import json
from pathlib import Path
from typing import Any

import pytest

from cleaners import clean_page
from cleaners.article import Film
from cleaners.document import Document
from cleaners.fields.films import MOST, read_films

CASES = json.loads((Path(__file__).parent.parent / "cases/films.json").read_text(encoding="utf-8"))


def named(case: dict[str, Any]) -> list[str]:
    return [film.title for film in read_films(Document(), case.get("headline"), case["body"])]


@pytest.mark.parametrize("case", CASES["wild"], ids=lambda case: case["why"])
def test_films_that_are_said_to_be_films_are_named(case: dict[str, Any]) -> None:
    assert named(case) == case["films"]


@pytest.mark.parametrize("case", CASES["negative"], ids=lambda case: case["why"])
def test_nothing_else_is_taken_for_a_film(case: dict[str, Any]) -> None:
    assert named(case) == []


@pytest.mark.parametrize("case", CASES["known_failures"], ids=lambda case: case["why"])
@pytest.mark.xfail(strict=True)
def test_known_failures(case: dict[str, Any]) -> None:
    assert named(case) == case["films"]


def test_each_film_is_named_once_with_the_words_that_say_so() -> None:
    (film,) = read_films(Document(), "电影《盐线》定档", "影片《鹽線》将于五月上映，《盐线》讲述海上往事。")
    assert film == Film("盐线", "headline", "电影《盐线》定档")


def test_data_for_machines_and_slanted_words_count() -> None:
    page = """<html><head><title>A night at the quay</title><script type="application/ld+json">{"@type": "Review",
    "headline": "A night at the quay", "itemReviewed": {"@type": "Movie", "name": "Winter Harbour"}}</script></head><body>
    <article><h1>A night at the quay</h1><p>%s</p><p>Ana Field directed <em>The Long Quay</em> before, and the new one is better
    still: it takes its time, it listens, and it ends where it has to. %s</p></article></body></html>"""
    words = (
        "The ferry comes in late and the crew waits in the rain, as the people of the harbour always have, for a letter. " * 4
    )
    article = clean_page((page % (words, words)).encode(), url="https://films.example/quay")
    assert [(film.title, film.origin) for film in article.films] == [("Winter Harbour", "json-ld"), ("The Long Quay", "body")]


def test_a_programme_is_cut() -> None:
    body = "影展片单：" + "".join(f"电影《第{n}夜》。" for n in range(100))
    assert len(read_films(Document(), None, body)) == MOST


def test_a_hostile_text_takes_no_time() -> None:
    for piece in ("《a", "《a》、", "“A ", "the film “", "'a"):
        assert len(read_films(Document(), None, piece * 20_000)) <= MOST
