"""A crawl that is asked to stop finishes what is under way, gives back the rest, and says that it was interrupted."""

import os
import re
import shlex
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from storage.engine import reading
from storage.export.export import export
from tests.crawler.conftest import LOOPBACK, ROOT
from tests.crawler.machinery import machine, publish, until
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


STOPS = {
    "a terminal that is closed": [signal.SIGHUP],
    "a machine that goes down": [signal.SIGTERM, signal.SIGHUP],
    "no patience": [signal.SIGTERM, signal.SIGTERM],
}


@pytest.mark.parametrize("signals", STOPS.values(), ids=STOPS)
def test_whoever_stops_it_it_says_that_it_was_interrupted(site, tmp_path, signals):
    paths = publish(site, "harbour", 40, seconds=0.25)
    with machine(f"sqlite:///{tmp_path / 'filmwire.db'}", tmp_path) as it:
        process = it.start("crawl", "site", "-a", f"url={site.url}/film/")
        until(lambda: len(set(site.paths()) & set(paths)) > 4 or process.poll() is not None)
        for number in signals:  # to all its processes, as terminals and service managers send them
            os.killpg(process.pid, number)
            time.sleep(0.3)
        _, said = process.communicate(timeout=60)
        assert process.returncode == 11, said
        assert "Traceback" not in said or signals == STOPS["no patience"]
        assert it.run("crawl", "site", "-a", f"url={site.url}/film/")[0] == 0
        with reading(it.engine) as session:
            assert export(session, tmp_path / "out.jsonl") == len(paths)


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_closed_streams_leave_their_numbers_to_no_file(site, tmp_path, closed):
    """What is printed then went into whichever file was opened next, such as the database."""
    paths = publish(site, "harbour", 3)
    given = {**LOOPBACK, "FILMWIRE_DATABASE_URL": f"sqlite:///{tmp_path / 'filmwire.db'}"}
    pairs = [word for name, value in given.items() for word in ("-s", f"{name}={value}")]
    command = [sys.executable, "-m", "scrapy", "crawl", "site", *pairs, "-a", f"url={site.url}/film/"]
    done = subprocess.run(["sh", "-c", f"{shlex.join(command)} {closed}"], cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    assert set(paths) <= set(site.paths())


def test_a_stop_is_heeded_from_the_first_moment(tmp_path):
    """Even while the schedules cannot be looked at yet; once it was death at the start, and forgotten a little later."""
    file = tmp_path / "filmwire.db"
    with machine(f"sqlite:///{file}", tmp_path) as it, closing(sqlite3.connect(file, isolation_level=None)) as other:
        it.engine.dispose()
        other.execute("BEGIN EXCLUSIVE")
        process = it.start("schedule", "run")
        until(lambda: heeds(process.pid, signal.SIGTERM) or process.poll() is not None)
        process.send_signal(signal.SIGTERM)
        other.execute("ROLLBACK")
        _, said = process.communicate(timeout=60)
    assert process.returncode == 0, said


def test_who_is_asked_twice_to_stop_ends_as_well_as_who_is_asked_once(tmp_path):
    """Service managers and `timeout` ask the process and its group; Python takes its handlers back before it has ended."""
    with machine(f"sqlite:///{tmp_path / 'filmwire.db'}", tmp_path) as it:
        process = it.start("schedule", "run")
        assert "fires the schedules" in process.stderr.readline()
        for _ in range(40):
            process.send_signal(signal.SIGTERM)  # none is sent once it has been seen to end
            time.sleep(0.05)
        _, said = process.communicate(timeout=60)
    assert process.returncode == 0, said


def heeds(pid: int, number: int) -> bool:
    """Whether a process has said what it does on a signal."""
    caught = re.search(r"^SigCgt:\s*([0-9a-f]+)", Path(f"/proc/{pid}/status").read_text(), re.MULTILINE)
    return caught is not None and bool(int(caught[1], 16) >> number - 1 & 1)


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
