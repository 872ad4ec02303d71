"""Runs in the book of crawls: which of them belong to one crawl."""

from sqlalchemy import Engine

from cleaners import CleanArticle
from storage.articles.articles import store_article
from storage.crawls.jobs import Work, database_time, enqueue
from storage.crawls.runs import bury, crawl_began, finish_run, start_run
from storage.crawls.tables import Run
from storage.engine import writing
from storage.pages import Page, keep_page
from tests.storage.samples import MORNING


def test_a_run_goes_on_with_those_that_were_killed_or_stopped(engine: Engine) -> None:
    def run(status: str, **arguments: str) -> int:
        with writing(engine) as session:
            run_id = start_run(session, "harbour", arguments)
            if status != "running":
                finish_run(session, run_id, status, {})
            return run_id

    def begins_with(run_id: int) -> int:
        with writing(engine) as session:
            began = crawl_began(session, run_id)
            return next(run.id for run in session.query(Run) if run.started_at == began)

    whole = run("finished")
    killed, other, stopped = run("running"), run("finished", url="https://film.example/"), run("shutdown")
    last, enough = run("finished"), run("max_articles")
    assert [begins_with(one) for one in (whole, killed, other, stopped, last)] == [whole, killed, other, killed, killed]
    assert begins_with(enough) == enough
    assert begins_with(run("died")) == enough + 1


def test_a_killed_crawl_is_buried_by_the_next_of_its_site_with_what_it_had_stored(engine: Engine) -> None:
    with writing(engine) as session:
        job = enqueue(session, Work("crawl", "site", lane="film.example"), database_time(session))
        killed = start_run(session, "site", {"url": "https://www.film.example/a/"})
        for number in range(2):
            url = f"https://film.example/{number}"
            page = Page(url, url, url.encode(), 200, "text/html", (), MORNING, "site")
            store_article(session, keep_page(session, page, killed), CleanArticle(headline="Quay", body=f"Reel {number}."))
        elsewhere = start_run(session, "site", {"url": "https://other.example/"})
        attempt = start_run(session, "site", {"url": "https://film.example/"}, job)
        ended = start_run(session, "site", {"url": "https://film.example/"})
        finish_run(session, ended, "finished", {"articles/new": 5})
        this = start_run(session, "site", {"url": "https://film.example/b/"})
        bury(session, this)
    with writing(engine) as session:
        told = {run.id: (run.status, run.counts) for run in session.query(Run)}
    assert told[killed] == ("died", {"articles/new": 2})
    assert [told[one][0] for one in (elsewhere, attempt, ended, this)] == ["running", "running", "finished", "running"]
