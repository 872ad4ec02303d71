"""A second crawl fetches only what is new, asks only for changes, and a killed one goes on where it was."""

import json
import os
import signal
import subprocess
import sys
import time

import pytest

from tests.crawler.conftest import ROOT
from tests.crawler.server import article_html
from tests.crawler.test_crawl import TOPICS


def _story(site, number):
    topic, other = TOPICS[number % len(TOPICS)], TOPICS[(number * 7 + 5) % len(TOPICS)]
    path = f"/2026/11/{number % 28 + 1:02}/a-{topic}-beside-the-{other}-{number}.html"
    words = f"{topic} {other} gala{number} script{number} costume{number} extra{number} critic{number} ticket{number}"
    site.page(path, article_html(f"A {topic} beside the {other} {number}", words))
    return path


def _listing(site, stories, **headers):
    site.page("/film/", "".join(f"<a href='{path}'>story</a>" for path in stories), **headers)


def _counts(done_runs):
    return json.loads(done_runs.stdout.splitlines()[0])["counts"]


def test_a_second_crawl_fetches_only_what_is_new(site, scrapy):
    stories = [_story(site, number) for number in range(3)]
    _listing(site, stories)
    assert scrapy("crawl", "site", "-a", f"url={site.url}/film/").returncode == 0
    stories.append(_story(site, 3))
    _listing(site, stories)
    asked = len(site.asked)
    done = scrapy("crawl", "site", "-a", f"url={site.url}/film/")
    assert done.returncode == 0, done.stderr
    assert [path for path in site.paths()[asked:] if path != "/robots.txt"] == ["/film/", stories[3]]
    counts = _counts(scrapy("runs", "--json"))
    assert (counts["articles/new"], counts["links/known"]) == (1, 3)


def test_a_crawl_without_news_is_a_success_and_says_so(site, scrapy):
    _listing(site, [_story(site, number) for number in range(2)], ETag='"one"')
    scrapy("crawl", "site", "-a", f"url={site.url}/film/")
    done = scrapy("crawl", "site", "-a", f"url={site.url}/film/")
    assert done.returncode == 0, done.stderr
    assert "nothing new" in done.stderr
    assert site.asked[-1].headers["if-none-match"] == '"one"'


def _kill(site, url, after):
    """Start a crawl, and kill it once that many further pages have been asked for."""
    asked = len(site.asked)
    command = [sys.executable, "-m", "scrapy", "crawl", "site", "-a", f"url={site.url}/film/"]
    command += ["-s", "DOWNLOAD_DELAY=0", "-s", "AUTOTHROTTLE_ENABLED=0", "-s", "FILMWIRE_WORKERS=1", "-L", "ERROR"]
    command += ["-s", "FILMWIRE_ALLOWED_HOSTS=127.0.0.1"]
    process = subprocess.Popen(command, cwd=ROOT, env={**os.environ, "FILMWIRE_DATABASE_URL": url}, start_new_session=True)
    deadline = time.monotonic() + 60
    while len(site.asked) - asked < after and process.poll() is None and time.monotonic() < deadline:
        time.sleep(0.01)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()


@pytest.mark.parametrize(("pages", "kills"), [(24, 2), pytest.param(400, 12, marks=pytest.mark.slow)])
def test_a_killed_crawl_loses_nothing_and_stores_nothing_twice(site, scrapy, tmp_path, pages, kills):
    stories = [_story(site, number) for number in range(pages)]
    for page in range(1, pages // 8 + 1):
        links = "".join(f"<a href='{path}'>story</a>" for path in stories[(page - 1) * 8 : page * 8])
        pager = f"<a href='/film/page/{page + 1}'>next</a>" if page * 8 < pages else ""
        site.page("/film/" if page == 1 else f"/film/page/{page}", links + pager)
    url = f"sqlite:///{tmp_path / 'killed.db'}"
    for turn in range(kills):
        _kill(site, url, after=3 + turn * pages // (kills * 2))
    done = scrapy("crawl", "site", "-a", f"url={site.url}/film/", url=url)
    assert done.returncode == 0, done.stderr
    fetched = [path for path in site.paths() if path in set(stories)]
    assert set(fetched) == set(stories)
    assert len(fetched) - len(stories) <= kills * 48
    whole, killed = tmp_path / "whole.jsonl", tmp_path / "killed.jsonl"
    assert scrapy("crawl", "site", "-a", f"url={site.url}/film/").returncode == 0
    scrapy("export", str(whole))
    scrapy("export", str(killed), url=url)
    assert killed.read_bytes() == whole.read_bytes()
    assert len(whole.read_text(encoding="utf-8").splitlines()) == pages
