"""Cleaning again as batches that any worker takes: what one loses another does, and nothing is done twice in effect."""

from pathlib import Path

import pytest
from sqlalchemy import func, select, update

from cleaners.article import CleanArticle
from storage.articles.articles import store_article
from storage.articles.rules import rules_id
from storage.engine import reading, writing
from storage.models import Article, Outcome, Version
from storage.pages import keep_page
from tests.crawler.machinery import Machine, jobs, killed, machine, runs, until
from tests.crawler.server import article_html
from tests.storage.samples import page

PAGES = 72


def keep_stories(machines: Machine, count: int) -> None:
    """Pages with stories, each stored with a text that older rules made of it."""
    with writing(machines.engine) as session:
        for number in range(count):
            words = " ".join(f"{word}{number}" for word in "premiere director festival actress studio ticket".split())
            headline = f"The harbour of number {number}"
            sent = page(f"https://films.example/{number}", body=article_html(headline, words).encode())
            store_article(
                session, keep_page(session, sent), CleanArticle(headline=headline, body=f"{words} as it was read once.")
            )
        session.execute(update(Outcome).values(rules="older"))


def done(machines: Machine) -> int:
    with reading(machines.engine) as session:
        return session.scalar(select(func.count()).select_from(Outcome).where(Outcome.rules == rules_id())) or 0


def counted(machines: Machine, table: type[Article | Version]) -> int:
    with reading(machines.engine) as session:
        return session.scalar(select(func.count()).select_from(table)) or 0


def test_batches_wait_for_workers_and_are_entered_once(tmp_path: Path) -> None:
    with machine(f"sqlite:///{tmp_path / 'filmwire.db'}", tmp_path) as machines:
        keep_stories(machines, 5)
        code, out, err = machines.run("reclean", "--queue", "--batch", "2", "--where", "site=films.*")
        assert (code, out) == (0, "5 pages wait for workers, in 3 batches\n"), err
        assert [job.arguments for job in jobs(machines.engine).values()] == [
            {"pages": pages, "site": "films.*"} for pages in ("1-2", "3-4", "5-5")
        ]
        code, _, err = machines.run("reclean", "--queue")
        assert (code, err) == (2, "scrapy reclean: 3 batches are still to be done: `scrapy worker` does them\n")
        assert done(machines) == 0


@pytest.mark.slow
def test_a_workers_loss_costs_nothing(tmp_path: Path, postgres_url: str) -> None:
    with machine(postgres_url, tmp_path) as machines:
        keep_stories(machines, PAGES)
        assert machines.run("reclean", "--queue", "--batch", str(PAGES // 2))[0] == 0
        workers = [machines.start("worker") for _ in range(2)]
        until(lambda: [job.state for job in jobs(machines.engine).values()] == ["running"] * 2)
        until(lambda: done(machines))
        names = {job.worker: job.id for job in jobs(machines.engine).values() if job.state == "running"}
        name, lost = next(iter(names.items()))
        killed(next(one for one in workers if str(one.pid) == name.partition(":")[2]), with_children=True)
        until(lambda: all(job.state == "done" for job in jobs(machines.engine).values()))
        assert jobs(machines.engine)[lost].tries == 2, "the lost batch was taken again"
        assert done(machines) == counted(machines, Article) == counted(machines, Version) == PAGES, "each text changed, once"
        ended = [run for run in runs(machines.engine) if run.status == "finished"]
        assert sum(run.counts.get("articles/updated", 0) for run in ended) <= PAGES
        assert {run.spider for run in ended} == {"reclean"}
