"""A crawl learns where its site keeps its articles, uses it, notices when that changes, and can say so."""

import asyncio
import json
import sqlite3

import pytest

from cleaners.templates.sample import ENOUGH
from crawler.cleaning.templates import SiteTemplates
from tests.film_site import address, story

SETTINGS = {"CONCURRENT_REQUESTS_PER_DOMAIN": 1}


def publish(site, numbers, **how) -> None:
    for number in numbers:
        site.page(address(number, ""), story(number, **how))
    site.page("/film/", "".join(f"<a href='{address(number, '')}'>story</a>" for number in numbers))


def told(scrapy) -> dict[str, int]:
    runs = map(json.loads, scrapy("runs", "--json").stdout.splitlines())
    return max(runs, key=lambda run: run["id"])["counts"]


def test_a_lesson_that_fails_is_told_and_keeps_no_crawl_from_its_end(caplog):
    async def fail() -> None:
        raise OSError("the disk is gone")

    async def crawl() -> None:
        templates = SiteTemplates(None, None, None)
        templates.tasks.add(asyncio.ensure_future(fail()))
        await templates.close(at_once=False)

    asyncio.run(crawl())
    assert [str(record.exc_info[1]) for record in caplog.records if record.name == "filmwire"] == ["the disk is gone"]


@pytest.mark.slow
def test_templates_are_learned_used_and_learned_anew(site, scrapy, tmp_path):
    def crawl(numbers, **how) -> dict[str, int]:
        publish(site, numbers, **how)
        done = scrapy("crawl", "site", "-a", f"url={site.url}/film/", **SETTINGS)
        assert done.returncode == 0, done.stderr
        return told(scrapy)

    first = crawl(range(ENOUGH + 1))
    assert first["templates/learned"] == 1
    second = crawl(range(20, 30))
    assert second["templates/used"] == 10
    changed = crawl(range(40, 56), holder="new-layout")
    assert changed["templates/sent back"] >= 12
    assert changed["templates/learned"] == 1
    again = crawl(range(60, 66), holder="new-layout")
    assert again["templates/used"] == 6
    database = sqlite3.connect(tmp_path / "filmwire.db")
    versions = database.execute("SELECT version, given_up_at IS NULL FROM templates ORDER BY 1").fetchall()
    database.close()
    assert versions == [(1, 0), (2, 1)]
    shown = scrapy("show", "--template", address(62, site.url)).stdout
    assert "v2, learned" in shown
    assert "div.new-layout > p" in shown
    before, after = tmp_path / "before.jsonl", tmp_path / "after.jsonl"
    assert scrapy("export", str(before)).returncode == 0
    assert scrapy("reclean", "--all").returncode == 0
    assert scrapy("export", str(after)).returncode == 0
    assert before.read_bytes() == after.read_bytes(), "cleaned again by the template of its time, a page comes out the same"
