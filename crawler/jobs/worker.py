"""Workers and the scheduler: they tend the jobs in the database, wake each other by the queue, and make attempts."""

import logging
import threading
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from scrapy.settings import BaseSettings

from crawler.holder import this_process
from crawler.jobs.attempt import Terms, attend, command_line, judged, prune_logs
from crawler.jobs.queue import Queue, open_queue, queue_url
from crawler.jobs.timetable import ahead, plan
from storage.crawls.attempts import Attempt, begin, conclude, hold
from storage.crawls.jobs import JobState, Work, database_time, due_jobs, enqueue, take_back
from storage.crawls.schedules import advance, list_schedules
from storage.engine import lock_writers, writing
from storage.writer import Session, Writer

_log = logging.getLogger("filmwire")

TICK = 1.0
"""Seconds between two looks at the timetables, the leases and the queue."""


@dataclass(frozen=True, slots=True)
class Worker:
    """Who works, and on what terms. ``stopping`` lets the attempts under way come to their end."""

    writer: Writer
    terms: Terms
    name: str = field(default_factory=this_process)
    stopping: threading.Event = field(default_factory=threading.Event)

    def perform(self, job_id: int) -> bool:
        """Make an attempt at a job if it is to be had. False: it was made, and failed."""
        if self.stopping.is_set():
            return True
        terms = self.terms
        attempt = self.writer.run(lambda session: begin(session, job_id, self.name, terms.lease, terms.logs)).result()
        return attempt is None or self._make(attempt)

    def _make(self, attempt: Attempt) -> bool:
        claim, terms = attempt.claim, self.terms
        _log.info("job %d: %s, try %d, log in %s", claim.job_id, described(claim.work), claim.tries, attempt.log)
        words = [*command_line(claim.work), *terms.options, "-s", f"FILMWIRE_RUN={attempt.run_id}"]
        renew = lambda: self.writer.run(lambda session: hold(session, attempt, terms.lease))  # noqa: E731
        code = attend(words, Path(attempt.log), terms, renew, self.stopping.is_set)
        if code is None:
            _log.warning("job %d: the lease was lost, so this attempt was ended", claim.job_id)
            return True
        prune_logs(Path(terms.logs), terms.log_days)
        ending = judged(code, claim.tries, terms, stopped=self.stopping.is_set())
        for line in self.writer.run(lambda session: conclude(session, attempt, code, ending)).result():
            _log.warning("job %d: %s: %s", claim.job_id, claim.work.target, line)
        if ending.reason is None:
            _log.info("job %d: done", claim.job_id)
            return True
        then = f"again in {ending.delay:.0f} s" if ending.state is JobState.QUEUED else "given up"
        _log.warning("job %d: %s, %s; see %s", claim.job_id, ending.reason, then, attempt.log)
        return False


def described(work: Work) -> str:
    """A piece of work for people's eyes.

    >>> described(Work("crawl", "chinadaily", {"since": "2026-01-01"}))
    'crawl chinadaily since=2026-01-01'
    """
    return " ".join([work.kind, work.target, *(f"{name}={value}" for name, value in work.arguments.items())])


def tend(session: Session, most_tries: int, *, scheduling: bool) -> list[int]:
    """Take back what lost workers had, enter what the timetables say, and give the jobs that can be started."""
    now = database_time(session)
    for job_id in take_back(session, now, most_tries):
        _log.warning("job %d: taken back from a lost worker", job_id)
    schedules = list_schedules(session) if scheduling else ()
    for firing in ahead(schedules, now):
        advance(session, firing.schedule.id, firing.seen, firing.next_at)
    for firing in plan(schedules, now):
        schedule = firing.schedule
        if advance(session, schedule.id, firing.seen, firing.next_at):
            work = Work("crawl", schedule.spider, schedule.arguments, schedule.lane)
            if enqueue(session, work, now, schedule.id) is None:
                _log.warning("%s is due, but its last job is not finished: passed over", schedule.name)
    return due_jobs(session, now)


def serve(worker: Worker, queue: Queue, *, jobs: int, scheduling: bool) -> None:
    """Work, ``jobs`` at a time, until the worker is stopped; with ``scheduling`` fire the timetables too."""
    consumer = queue.huey.create_consumer(workers=jobs, periodic=False, scheduler_interval=60, max_delay=TICK) if jobs else None
    does = ["fires the schedules"] * scheduling + [f"does up to {jobs} jobs at a time"] * bool(jobs)
    _log.info("%s %s; jobs are in %s", worker.name, " and ".join(does), worker.writer.engine.url.render_as_string())
    if consumer:
        consumer._set_signal_handlers = lambda: None  # a stop is ours to heed: what came between was lost, or killed
        consumer.start()
    while not worker.stopping.wait(TICK):
        due = worker.writer.run(lambda session: tend(session, worker.terms.tries, scheduling=scheduling)).result()
        queue.announce(due)
        if consumer:
            consumer.check_worker_health()
    if consumer:
        consumer.stop(graceful=True)


def work_off(worker: Worker, queue: Queue) -> bool:
    """Do every job that is due, and come back. False: one failed."""
    well = True
    while due := worker.writer.run(lambda session: tend(session, worker.terms.tries, scheduling=False)).result():
        queue.announce(due)
        while (message := queue.huey.dequeue()) is not None:
            well = bool(queue.huey.execute(message)) and well
    return well


@contextmanager
def hired(
    settings: BaseSettings, options: Sequence[str], stopping: threading.Event | None = None
) -> Iterator[tuple[Worker, Queue]]:
    """A worker on the terms of the settings, and its queue. Raises DatabaseProblem, or Mistake for the queue."""
    url = settings["FILMWIRE_DATABASE_URL"]
    writer = Writer(url)
    try:
        worker = Worker(writer, _terms(settings, options), stopping=stopping or threading.Event())
        with writing(writer.engine) as session:
            lock_writers(session)  # two queues that make their tables at once stand in each other's way
            queue = open_queue(queue_url(settings["FILMWIRE_QUEUE_URL"], url), worker.perform)
        with closing(queue):
            yield worker, queue
    finally:
        writer.close()


def _terms(settings: BaseSettings, options: Sequence[str]) -> Terms:
    return Terms(
        lease=settings.getfloat("FILMWIRE_LEASE_SECONDS"),
        tries=settings.getint("FILMWIRE_TRIES"),
        pause=settings.getfloat("FILMWIRE_RETRY_SECONDS"),
        longest=settings.getfloat("FILMWIRE_CRAWL_SECONDS"),
        logs=settings["FILMWIRE_LOGS"],
        log_days=settings.getfloat("FILMWIRE_LOG_DAYS"),
        options=tuple(word for option in options for word in ("-s", option)),
    )
