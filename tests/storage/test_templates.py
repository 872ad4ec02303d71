"""Templates in the database: every version stays, and a page remembers the one that it was cleaned by."""

from dataclasses import replace
from datetime import UTC, datetime

from sqlalchemy import Engine

from cleaners import CleanArticle, SiteHints, Verdict
from cleaners.templates.template import Place, Template, shape_of
from storage.crawls.templates import (
    alike,
    current_template,
    decided_since,
    give_up,
    keep_template,
    last_version,
    load_template,
    templates_of,
)
from storage.engine import reading, writing
from storage.pages import keep_page, load_hints
from tests.storage.samples import page, store

URL = "https://lantern.example/film/2026/11/the-story-of-film-1.html"
FIRST = Template(shape_of(URL), 1, (("body > p", Place.BODY), ("body > nav", Place.FURNITURE)), frozenset({"ab", "cd"}), 300)
SECOND = replace(FIRST, version=2)


def test_the_newest_version_counts_and_the_old_stay(engine: Engine) -> None:
    with writing(engine) as session:
        assert (current_template(session, FIRST.site), last_version(session, FIRST.site)) == (None, 0)
        keep_template(session, FIRST)
        give_up(session, FIRST)
        assert current_template(session, FIRST.site) is None
        keep_template(session, SECOND)
    with reading(engine) as session:
        assert current_template(session, FIRST.site) == SECOND
        assert load_template(session, FIRST.site, 1) == FIRST
        assert [row.version for row in templates_of(session, URL)] == [2, 1]


def test_a_crawl_keeps_to_what_stood_when_it_began(engine: Engine) -> None:
    with writing(engine) as session:
        began = datetime.now(UTC)
        assert not decided_since(session, FIRST.site, began)
        keep_template(session, FIRST)
        assert decided_since(session, FIRST.site, began)
        assert current_template(session, FIRST.site, began) is None
        later = datetime.now(UTC)
        give_up(session, FIRST)
        keep_template(session, SECOND)
        assert current_template(session, FIRST.site, later) == FIRST
        assert current_template(session, FIRST.site, datetime.now(UTC)) == SECOND


def test_a_page_remembers_its_template(engine: Engine) -> None:
    with writing(engine) as session:
        keep_template(session, FIRST)
        kept = keep_page(session, page(URL), hints=SiteHints(template=FIRST, publisher="The Lantern"))
        assert load_hints(session, kept).template == FIRST
        assert load_hints(session, keep_page(session, page(URL))).template is None


def test_pages_of_one_shape_are_found_newest_first(engine: Engine) -> None:
    for number in range(3):
        store(engine, URL.replace("film-1", f"film-{number}"), CleanArticle(headline="A film", body=f"Text {number}"))
    store(engine, "https://lantern.example/about/us.html", CleanArticle(headline="About", body="Us"))
    store(engine, URL.replace("film-1", "film-9"), CleanArticle(headline="Spam", body="Spam", verdict=Verdict.QUARANTINE))
    with reading(engine) as session:
        found = alike(session, URL, 2)
        assert found == sorted(found, reverse=True)
        assert len(found) == 2
        assert len(alike(session, URL, 9)) == 3
