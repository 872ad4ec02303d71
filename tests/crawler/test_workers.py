"""Two workers, for real: what one loses the other does, and nothing is done twice in effect."""

import signal
import time
from contextlib import ExitStack
from itertools import pairwise
from pathlib import Path

import pytest
from sqlalchemy import func, select

from storage.crawls.tables import Job
from storage.engine import reading
from storage.models import Article
from tests.crawler.machinery import Machine, crawl_of, enter, jobs, killed, machine, publish, runs, until
from tests.crawler.server import Site, serving

pytestmark = pytest.mark.slow


@pytest.fixture
def sites():
    """Two sites on hosts of their own: a crawl of either takes a while."""
    with ExitStack() as stack:
        yield [stack.enter_context(serving(Site(host=host))) for host in ("127.0.0.1", "127.0.0.2")]


@pytest.fixture(params=["postgresql", "redis"])
def two_machines(request, tmp_path: Path, postgres_url: str):
    """Both on one PostgreSQL; their queue is there too, or on Redis."""
    queue = request.getfixturevalue("redis_url") if request.param == "redis" else ""
    with machine(postgres_url, tmp_path, queue) as made:
        yield made


def articles(engine) -> int:
    with reading(engine) as session:
        return session.scalar(select(func.count()).select_from(Article))


def test_one_of_two_workers_is_killed_in_the_middle(two_machines: Machine, sites: list[Site]) -> None:
    stories = [publish(site, topic, 12, 0.7) for site, topic in zip(sites, ("harbour", "orchard"), strict=True)]
    engine = two_machines.engine
    ids = enter(engine, *map(crawl_of, sites))
    workers = {process.pid: process for process in (two_machines.start("worker"), two_machines.start("worker"))}
    until(lambda: all(len(set(site.paths()) & set(paths)) >= 2 for site, paths in zip(sites, stories, strict=True)))
    running = jobs(engine)
    assert {running[job_id].state for job_id in ids} == {"running"}, "each worker has one"
    first = running[ids[0]]
    victim = int(first.worker.partition(":")[2])
    assert {int(running[job_id].worker.partition(":")[2]) for job_id in ids} == set(workers)
    killed(workers[victim], with_children=two_machines.queue != "")
    until(lambda: all(job.state == "done" for job in jobs(engine).values()))
    done = jobs(engine)
    assert (done[ids[0]].tries, done[ids[1]].tries) == (2, 1)
    lost, found = (run for run in runs(engine) if run.job_id == ids[0])
    assert lost.status == "lost" if two_machines.queue else lost.status in ("shutdown", "lost"), "a crawl ends with its worker"
    assert (lost.exit_code, found.status, found.exit_code) == (None, "finished", 0)
    assert [run.status for run in runs(engine) if run.job_id == ids[1]] == ["finished"]
    assert articles(engine) == 24, "every story is there, once"
    asked = sites[0].paths()
    assert all(asked.count(path) <= 2 for path in stories[0]), "again is fetched what was leased, and only once"
    (other,) = (process for pid, process in workers.items() if pid != victim)
    other.send_signal(signal.SIGTERM)
    assert other.wait(60) == 0


def test_many_workers_crawl_a_site_once_at_a_time(tmp_path: Path, postgres_url: str) -> None:
    with serving(Site()) as site, machine(postgres_url, tmp_path) as machines:
        publish(site, "harbour", 3, 0.3)
        engine = machines.engine
        enter(engine, *[crawl_of(site)] * 3)
        for _ in range(2):
            machines.start("worker", "--jobs", "2")
        until(lambda: all(job.state == "done" for job in jobs(engine).values()))
        spans = sorted((run.started_at, run.finished_at) for run in runs(engine))
        assert len(spans) == 3
        assert all(ended <= begun for (_, ended), (begun, _) in pairwise(spans)), "never two at once"
        assert articles(engine) == 3


def test_a_worker_that_is_stopped_gives_its_job_back(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'filmwire.db'}"
    with serving(Site()) as site, machine(url, tmp_path) as here:
        stories = publish(site, "harbour", 12, 0.7)
        engine = here.engine
        (job_id,) = enter(engine, crawl_of(site))
        worker = here.start("worker")
        until(lambda: len(set(site.paths()) & set(stories)) >= 2)
        worker.send_signal(signal.SIGTERM)
        assert worker.wait(60) == 0
        job = jobs(engine)[job_id]
        assert (job.state, job.tries, job.reason) == ("queued", 0, "its worker was stopped")
        assert runs(engine)[0].exit_code == 11
        code, _, err = here.run("worker", "--once")
        assert code == 0, err
        assert jobs(engine)[job_id].state == "done"
        assert articles(engine) == 12
        assert len(site.paths()) <= 12 + 12, "the second attempt went on where the first stood"


def test_a_site_that_is_down_is_tried_again_and_then_given_up(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'filmwire.db'}"
    with serving(Site()) as site, machine(url, tmp_path) as here:
        site.page("/film/", "<p>maintenance</p>", status=503)
        engine = here.engine
        (job_id,) = enter(engine, crawl_of(site))
        settings = {"FILMWIRE_RETRY_SECONDS": 0.1, "FILMWIRE_TRIES": 2, "RETRY_TIMES": 0}
        code, _, err = here.run("worker", "--once", **settings)
        time.sleep(0.2)
        if jobs(engine)[job_id].state == "queued":
            code, _, err = here.run("worker", "--once", **settings)
        assert code == 1
        assert "job 1: nothing came, given up; see " in err
        job = jobs(engine)[job_id]
        assert (job.state, job.tries, job.reason) == ("failed", 2, "nothing came")
        assert [run.exit_code for run in runs(engine)] == [3, 3]
        assert all(Path(run.log).read_text() for run in runs(engine))


def test_every_minute_for_five_with_the_scheduler_killed_and_started_again(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'filmwire.db'}"
    with serving(Site()) as site, machine(url, tmp_path) as here:
        publish(site, "harbour", 3)
        code, _, err = here.run("schedule", "add", "site", "* * * * *", "-a", f"url={site.url}/film/", "--tz", "UTC")
        assert code == 0, err
        begun = time.time()
        scheduler = here.start("schedule", "run")
        time.sleep(100 - (time.time() - begun))
        killed(scheduler)
        time.sleep(75)  # at least one time passes with nobody there
        scheduler = here.start("schedule", "run")
        time.sleep(max(0, 300 - (time.time() - begun)))
        scheduler.send_signal(signal.SIGTERM)
        assert scheduler.wait(60) == 0, scheduler.stderr.read()
        engine = here.engine
        with reading(engine) as session:
            made = session.scalars(select(Job).order_by(Job.id)).all()
            minutes = [job.created_at.replace(second=0, microsecond=0) for job in made]
        assert 4 <= len(made) <= 5, minutes
        assert len(set(minutes)) == len(minutes), "no minute twice"
        assert {job.state for job in made[:-1]} == {"done"}
        spans = sorted((run.started_at, run.finished_at) for run in runs(engine) if run.finished_at)
        assert all(ended <= start for (_, ended), (start, _) in pairwise(spans)), "no overlap"
        assert articles(engine) == 3
