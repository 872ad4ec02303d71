"""Hold a site's lane while somebody crawls it by hand: no site is crawled twice at once, whoever started it."""

import logging
import os
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial

from scrapy import Spider
from scrapy.settings import BaseSettings

from crawler.exits import Exit, Mistake, end_at_once
from crawler.holder import is_dead, this_process
from storage.crawls.jobs import (
    Claim,
    Ending,
    JobState,
    Work,
    database_time,
    hold_lane,
    let_go,
    renew_for,
    runs_in,
    settle,
    take_back,
)
from storage.urls import site_of
from storage.writer import Session, Writer

_log = logging.getLogger("filmwire")


def lane_of(spider: Spider) -> str | None:
    """The site that a spider goes to, as schedules name their lanes; None: it goes to none."""
    domains = getattr(spider, "allowed_domains", None) or []
    return (site_of(f"https://{domains[0]}/") or domains[0]) if domains else None


@contextmanager
def held(settings: BaseSettings, spider: Spider) -> Iterator[None]:
    """Hold the spider's lane. Raises Mistake while its site is being crawled. A worker's crawl has its lane already."""
    lane = lane_of(spider)
    if lane is None or settings.getint("FILMWIRE_RUN"):
        yield
        return
    writer = Writer(settings["FILMWIRE_DATABASE_URL"], partial(end_at_once, "crawl"))
    lease = settings.getfloat("FILMWIRE_LEASE_SECONDS")
    ended = threading.Event()
    try:
        claim = writer.run(lambda session: _taken(session, spider, lane, lease, settings.getint("FILMWIRE_TRIES"))).result()
        hold = lambda: writer.run(lambda session: renew_for(session, claim, lease)).result()  # noqa: E731
        keeper = threading.Thread(target=_keep, args=(hold, ended, lease / 3), name="lane", daemon=True)
        keeper.start()
        yield
        ended.set()
        writer.run(lambda session: settle(session, claim, Ending(JobState.DONE), database_time(session))).result()
    finally:
        ended.set()
        writer.close()


def _taken(session: Session, spider: Spider, lane: str, lease: float, tries: int) -> Claim:
    now = database_time(session)
    take_back(session, now, tries)
    if (holder := runs_in(session, lane)) and is_dead(holder):
        let_go(session, lane, holder, now)
    work = Work("crawl", spider.name, lane=lane)
    claim = hold_lane(session, work, this_process(), now, lease)
    if claim is None:
        raise Mistake(f"{lane} is being crawled by {runs_in(session, lane)}: a site wants one visitor at a time", Exit.ERROR)
    return claim


def _keep(hold: Callable[[], bool], ended: threading.Event, pause: float) -> None:
    while not ended.wait(pause):
        if not hold():
            _log.warning("the site's lane was lost: this crawl ends, and goes on where it stood when it is started again")
            os.kill(os.getpid(), signal.SIGTERM)
            return
