"""`scrapy search` as a user runs it."""

import csv
import io
import json

import pytest
from sqlalchemy import Engine

from cleaners.article import CleanArticle
from storage.engine import open_database
from tests.storage.samples import MORNING, store

ARTICLES = {
    "harbour": CleanArticle(
        headline="Winter Harbour", body="The film opens.", language="en", date_published=MORNING, authors=("Ada Lin",)
    ),
    "lin": CleanArticle(headline="林远航新片《冬港》开机", body="导演说，film 明年上映。", language="zh"),
}


@pytest.fixture
def filled(tmp_path):
    engine: Engine = open_database(f"sqlite:///{tmp_path / 'filmwire.db'}")
    for name, article in ARTICLES.items():
        store(engine, f"https://films.example/{name}", article)
    engine.dispose()


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        (["film", "--order", "date"], ["harbour", "lin"]),
        (["(film OR nothing) -winter", "--lang", "zh"], ["lin"]),
        (["film", "--author", "ada lin", "--since", "2026-03-01", "--until", "2026-03-01"], ["harbour"]),
        (["film", "--limit", "1"], ["harbour"]),
        (["film", "--", "-winter"], ["lin"]),
        (["--lang", "zh"], ["lin"]),
        (["--author", "Ada Lin"], ["harbour"]),
    ],
)
def test_options_narrow_and_order(filled, scrapy, arguments, found):
    done = scrapy("search", "--json", *arguments)
    assert done.returncode == 0, done.stderr
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert [row["url"].rpartition("/")[2] for row in rows] == found
    assert {row["date_published"] for row in rows} <= {"2026-03-01T08:00:00Z", None}


def test_a_table_has_a_heading_and_the_snippet(filled, scrapy):
    [row] = csv.DictReader(io.StringIO(scrapy("search", "harbour", "--csv").stdout))
    told = ("Winter Harbour", "2026-03-01T08:00:00Z", "The film opens.")
    assert (row["headline"], row["date_published"], row["snippet"]) == told


def test_people_see_headline_day_and_snippet(filled, scrapy):
    shown = scrapy("search", '"the film').stdout
    assert all(part in shown for part in ("Winter Harbour", "2026-03-01", "The film opens."))


def test_where_there_is_no_terminal_an_article_has_three_lines_and_an_address_is_never_broken(tmp_path, scrapy):
    engine = open_database(f"sqlite:///{tmp_path / 'filmwire.db'}")
    path = "a-very-long-address-" * 12
    store(engine, f"https://films.example/{path}", CleanArticle(headline="Quay", body="The film opens, word for word. " * 20))
    engine.dispose()
    head, told, snippet = scrapy("search", "film").stdout.splitlines()
    assert told.endswith(path)
    assert (head.split(), snippet[:10]) == (["1", "Quay"], " " * 7 + "The")
