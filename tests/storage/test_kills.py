"""A process that stores is killed at any moment: the database opens, is sound, and the next process goes on."""

import random
import time
from multiprocessing.process import BaseProcess
from pathlib import Path

import pytest
from sqlalchemy import text

from crawler.cleaning.forking import PRELOADED, forking
from storage.care import care
from storage.care.reclean import pages_to_clean
from storage.engine import open_database, reading, writing
from tests.storage import storing
from tests.storage.storing import STORIES


def start(url: str, what: str) -> BaseProcess:
    """Start the process and wait until it has the database open.

    It is forked from a server that has loaded everything: loading takes longer than what is to be killed. Python has one
    such server, so this one has loaded what the cleaning workers need as well, should this test be the first to want it.
    """
    processes = forking()
    processes.set_forkserver_preload([*PRELOADED, "tests.storage.storing"])
    receiver, sender = processes.Pipe(duplex=False)
    process = processes.Process(target=storing.run, args=(url, what, sender))
    process.start()
    assert receiver.recv() == "ready"
    return process


def kill(url: str, what: str, seconds: float) -> bool:
    """Kill the process so long after it began, and check what it leaves; say whether it was through already."""
    process = start(url, what)
    time.sleep(seconds)
    through = not process.is_alive()
    process.kill()
    process.join()
    engine = open_database(url)
    assert care.check(engine) == []
    engine.dispose()
    return through


def finish(url: str, what: str) -> None:
    process = start(url, what)
    process.join()
    assert process.exitcode == 0


def forget_rules(url: str) -> None:
    """As if the rules had changed: everything is to be stored again."""
    engine = open_database(url)
    with writing(engine) as session:
        session.execute(text("UPDATE outcomes SET rules = 'older'"))
    engine.dispose()


def counts(url: str) -> tuple[int, int, int]:
    """Articles, published ones, pages that are still to be cleaned."""
    engine = open_database(url)
    with reading(engine) as session:
        query = "SELECT count(*), sum(CASE WHEN standing = 'published' THEN 1 ELSE 0 END) FROM articles"
        articles, published = session.execute(text(query)).one()
        found = articles, published, len(pages_to_clean(session))
    assert care.check(engine) == []
    engine.dispose()
    return found


@pytest.mark.parametrize("kills", [3, pytest.param(50, marks=pytest.mark.slow)])
def test_killed_while_storing_and_while_storing_again(tmp_path: Path, kills: int) -> None:
    url = f"sqlite:///{tmp_path / 'killed.db'}"
    rng, what, killed = random.Random(kills), "store", 0
    while killed < kills:
        if kill(url, what, rng.uniform(0.0, 0.4)):
            what = "store again"
            forget_rules(url)
        else:
            killed += 1
    finish(url, "store")
    finish(url, "store again")
    assert counts(url) == (STORIES, STORIES * 3 // 4, 0)
