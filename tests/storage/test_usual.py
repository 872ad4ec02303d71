"""What is unusual about a crawl, by the site's own measure."""

import pytest
from sqlalchemy import Engine

from storage.crawls.runs import finish_run, start_run
from storage.crawls.tables import Run
from storage.crawls.usual import unusual, unusual_about
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


def test_a_run_is_compared_with_finished_runs_of_its_own_site(engine: Engine) -> None:
    with writing(engine) as session:

        def crawled(spider: str, url: str, counts: dict[str, int], status: str = "finished") -> Run:
            run_id = start_run(session, spider, {"url": url, "since": "2026-11-01"})
            finish_run(session, run_id, status, counts)
            return session.get(Run, run_id, populate_existing=True)

        for _ in range(3):
            crawled("site", "https://a.example/", USUAL)
            crawled("site", "https://b.example/", {})
            crawled("site", "https://a.example/", {}, "shutdown")
        assert unusual_about(session, crawled("site", "https://a.example/", {})) == ["no article seen, usually 25"]
        assert unusual_about(session, crawled("site", "https://b.example/", {})) == []
        assert unusual_about(session, crawled("other", "https://a.example/", {})) == []
