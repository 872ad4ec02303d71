"""A crawl that is asked to stop finishes what is under way, gives back the rest, and says that it was interrupted."""

import os
import signal
import sqlite3
import subprocess
import sys
import time

import pytest

from tests.crawler.conftest import LOOPBACK, ROOT
from tests.crawler.server import article_html


# Ten seconds are promised; on a machine that others use too they are measured by the slow form alone.
@pytest.mark.parametrize("within", [60, pytest.param(10, marks=pytest.mark.slow)])
def test_it_stops_soon_and_loses_nothing(site, scrapy, tmp_path, within):
    stories = [f"/2026/11/04/a-very-long-night-number-{number}.html" for number in range(40)]
    for number, path in enumerate(stories):
        words = f"tide{number} pilot{number} signal{number} engine{number} anchor{number}"
        site.page(path, article_html(f"A very long night {number}", words))
    site.page("/film/", "".join(f"<a href='{path}'>story</a>" for path in stories))
    settings = [word for name, value in {**LOOPBACK, "DOWNLOAD_DELAY": 0.5}.items() for word in ("-s", f"{name}={value}")]
    command = [sys.executable, "-m", "scrapy", "crawl", "site", "-a", f"url={site.url}/film/", *settings]
    environment = {**os.environ, "FILMWIRE_DATABASE_URL": f"sqlite:///{tmp_path / 'filmwire.db'}"}
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stderr=subprocess.DEVNULL)
    deadline = time.monotonic() + 300
    while not set(stories) & set(site.paths()) and time.monotonic() < deadline:
        time.sleep(0.05)
    asked = time.monotonic()
    process.send_signal(signal.SIGTERM)
    assert process.wait(60) == 11
    assert time.monotonic() - asked < within
    database = sqlite3.connect(tmp_path / "filmwire.db")
    states = dict(database.execute("SELECT state, count(*) FROM frontier GROUP BY state").fetchall())
    database.close()
    assert "leased" not in states
    assert states["waiting"] + states["done"] == len(stories) + 1
    assert scrapy("crawl", "site", "-a", f"url={site.url}/film/").returncode == 0
    assert set(stories) <= set(site.paths())


def test_a_crawl_whose_log_nobody_reads_any_more_ends_by_itself(tmp_path):
    """As in ``scrapy crawl ... 2>&1 | head``; a name that has to be looked up leaves threads that wait for work."""
    given = {
        **LOOPBACK,
        "FILMWIRE_ALLOWED_HOSTS": "localhost",
        "FILMWIRE_DATABASE_URL": f"sqlite:///{tmp_path / 'filmwire.db'}",
    }
    pairs = [word for name, value in given.items() for word in ("-s", f"{name}={value}")]
    command = [sys.executable, "-m", "scrapy", "crawl", "site", *pairs, "-a", "url=http://localhost:9/"]
    reader, writer = os.pipe()
    os.close(reader)
    try:
        done = subprocess.run(command, cwd=ROOT, stdout=writer, stderr=writer, timeout=120, check=False)
    finally:
        os.close(writer)
    assert done.returncode in (3, 120)  # 120: Python could not write its last words
