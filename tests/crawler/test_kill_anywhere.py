"""Kill-anywhere: however often a crawl is killed, in the end there is what an uninterrupted one would have brought."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing

import pytest

from tests.crawler.conftest import LOOPBACK, ROOT
from tests.crawler.server import article_html

ON_A_LISTING = 8


def _publish(site, pages):
    """A site of that many stories, no two alike, on listings that lead one to the next."""
    stories = [f"/2026/11/{number % 28 + 1:02}/the-night-of-harbour-number-{number}.html" for number in range(pages)]
    for number, path in enumerate(stories):
        words = " ".join(f"{word}{number}" for word in "gala script costume extra critic ticket".split())
        site.page(path, article_html(f"The night of harbour {number}", words))
    for page in range(1, -(-pages // ON_A_LISTING) + 1):
        links = "".join(f"<a href='{path}'>story</a>" for path in stories[(page - 1) * ON_A_LISTING : page * ON_A_LISTING])
        pager = f"<a href='/film/page/{page + 1}'>next</a>" if page * ON_A_LISTING < pages else ""
        site.page("/film/" if page == 1 else f"/film/page/{page}", links + pager)
    return stories


def _kill(site, database, after):
    """Start a crawl, and kill it with its children once that many further pages were asked for. Gives the pages in flight."""
    asked = len(site.asked)
    settings = [word for name, value in LOOPBACK.items() for word in ("-s", f"{name}={value}")]
    command = [sys.executable, "-m", "scrapy", "crawl", "site", "-a", f"url={site.url}/film/", *settings, "-L", "ERROR"]
    environment = {**os.environ, "FILMWIRE_DATABASE_URL": f"sqlite:///{database}"}
    process = subprocess.Popen(command, cwd=ROOT, env=environment, start_new_session=True)
    deadline = time.monotonic() + 300
    while len(site.asked) - asked < after and process.poll() is None and time.monotonic() < deadline:
        time.sleep(0.005)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    return _count(database, "SELECT count(*) FROM frontier WHERE state = 'leased'")


def _count(database, query):
    with closing(sqlite3.connect(database, timeout=60)) as connection:
        tables = connection.execute("SELECT count(*) FROM sqlite_master WHERE name = 'frontier'").fetchone()[0]
        return connection.execute(query).fetchone()[0] if tables else 0


@pytest.mark.parametrize(
    ("pages", "kills"),
    [(24, 2), pytest.param(400, 12, marks=pytest.mark.slow), pytest.param(2000, 30, marks=pytest.mark.slow)],
)
def test_a_killed_crawl_loses_nothing_and_stores_nothing_twice(site, scrapy, tmp_path, pages, kills):
    stories, chance = _publish(site, pages), random.Random(pages)
    killed = tmp_path / "killed.db"
    in_flight = [_kill(site, killed, after=chance.randint(1, 2 * pages // kills)) for _ in range(kills)]
    done = scrapy("crawl", "site", "-a", f"url={site.url}/film/", url=f"sqlite:///{killed}", timeout=3600)
    assert done.returncode == 0, done.stderr
    fetched = [path for path in site.paths() if path in set(stories)]
    assert set(fetched) == set(stories)
    twice = len(fetched) - len(stories)
    assert twice <= sum(in_flight)
    assert _count(killed, "SELECT count(*) FROM outcomes") == pages
    assert scrapy("crawl", "site", "-a", f"url={site.url}/film/", timeout=3600).returncode == 0
    exports = {}
    for name, url in (("whole", None), ("killed", f"sqlite:///{killed}")):
        exported = scrapy("export", str(tmp_path / f"{name}.jsonl"), url=url)
        assert exported.returncode == 0, exported.stderr
        exports[name] = (tmp_path / f"{name}.jsonl").read_bytes()
    assert exports["killed"] == exports["whole"]
    assert exports["whole"].count(b"\n") == pages
    print(f"{pages} pages, {kills} kills: {sum(in_flight)} pages in flight when killed, {twice} fetched twice")
