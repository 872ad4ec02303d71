"""Runs in the book of crawls: which of them belong to one crawl."""

from sqlalchemy import Engine

from storage.crawls.runs import crawl_began, finish_run, start_run
from storage.crawls.tables import Run
from storage.engine import writing


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
