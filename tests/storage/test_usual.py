"""What is unusual about a crawl, by the site's own measure."""

import pytest
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from storage.crawls.runs import finish_run, start_run
from storage.crawls.tables import Run
from storage.crawls.usual import last_fruitful, unusual, unusual_about
from storage.engine import writing

USUAL = {"articles/new": 10, "articles/duplicate": 10, "links/known": 5, "fields/headline": 20, "fields/authors": 9}


@pytest.mark.parametrize(
    ("counts", "earlier", "told"),
    [
        ({"articles/new": 20, "fields/headline": 20, "fields/authors": 1}, [USUAL] * 3, []),
        ({}, [USUAL] * 2, []),  # two runs are no custom
        ({}, [USUAL] * 3, ["no article seen, usually 25"]),
        ({"links/known": 30}, [USUAL] * 3, []),  # no news is not a fault
        ({"pages/unchanged": 1}, [USUAL] * 3, []),
        ({}, [{}] * 5, []),  # a site that never brings anything
        ({"articles/new": 20}, [USUAL] * 3, ["headline is empty, usually 100 %"]),  # authors are often missing: chance
        ({"articles/new": 4}, [USUAL] * 3, []),  # too few to tell
        (
            {"articles/quarantined": 15, "articles/new": 5, "fields/headline": 20},
            [USUAL] * 3,
            ["75 % quarantined or failed, usually 0 %"],
        ),
        ({"pages/failed": 9, "articles/new": 1}, [USUAL] * 3, ["90 % quarantined or failed, usually 0 %"]),
        ({"articles/quarantined": 15, "fields/headline": 15}, [{"articles/quarantined": 20, "fields/headline": 20}] * 3, []),
        ({}, [USUAL, {}, USUAL, {}, USUAL], ["no article seen, usually 25"]),
    ],
)
def test_what_is_unusual(counts: dict[str, int], earlier: list[dict[str, int]], told: list[str]) -> None:
    assert unusual(counts, earlier) == told


def crawled(session: Session, spider: str, url: str, counts: dict[str, int], status: str = "finished") -> Run:
    run_id = start_run(session, spider, {"url": url, "since": "2026-11-01"})
    finish_run(session, run_id, status, counts)
    return session.get_one(Run, run_id, populate_existing=True)


def test_a_run_is_compared_with_finished_runs_of_its_own_site(engine: Engine) -> None:
    with writing(engine) as session:
        for _ in range(3):
            crawled(session, "site", "https://a.example/", USUAL)
            crawled(session, "site", "https://b.example/", {})
            crawled(session, "site", "https://a.example/", {}, "shutdown")
        assert unusual_about(session, crawled(session, "site", "https://a.example/", {})) == ["no article seen, usually 25"]
        assert unusual_about(session, crawled(session, "site", "https://b.example/", {})) == []
        assert unusual_about(session, crawled(session, "other", "https://a.example/", {})) == []


def test_the_last_crawl_that_brought_something_is_found_behind_many_of_others(engine: Engine) -> None:
    with writing(engine) as session:
        good = crawled(session, "site", "https://a.example/", USUAL)
        crawled(session, "site", "https://b.example/", USUAL)
        for _ in range(60):
            crawled(session, "other", "https://c.example/", USUAL)
        crawled(session, "site", "https://a.example/", {})
        assert last_fruitful(session, "site") is good
        assert last_fruitful(session, "nosuch") is None
