"""One attempt at a job: a process of its own, its log kept, its lease renewed, its end judged."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from crawler.exits import Exit
from crawler.jobs.leash import VARIABLE
from storage.crawls.jobs import Ending, JobState, Work

Renew = Callable[[], "Future[bool]"]
"""Asks for more time; the answer says whether the job is still ours."""
POLL = 0.2
"""Seconds between two looks at the process."""
GRACE = 45.0
"""Seconds that a process has to end when it is told to: one answer's time-out and a page's cleaning."""
HOPELESS = (Exit.USAGE, Exit.CONFIGURATION, Exit.QUALITY)
"""What a new try would only meet again."""
_WORDS: dict[int, str] = {
    Exit.ERROR: "an error",
    Exit.USAGE: "usage",
    Exit.NOTHING: "nothing came",
    Exit.CONFIGURATION: "bad configuration",
    Exit.QUALITY: "a quality gate failed",
    Exit.INTERRUPTED: "interrupted",
}
BACK_OFF = 4
"""How many times longer each pause between two tries is than the one before."""


@dataclass(frozen=True, slots=True)
class Terms:
    """On what terms a worker works; times in seconds."""

    lease: float
    tries: int
    pause: float
    """Before the second try."""
    longest: float
    """An attempt that takes longer is told to end: a crawl that hangs must not keep its site for good."""
    logs: str
    log_days: float = 30
    """Days after which a log is deleted."""
    options: tuple[str, ...] = ()
    """What was given to the worker as ``-s NAME=VALUE``: its crawls get it too."""


def command_line(work: Work) -> list[str]:
    """What stands behind ``scrapy`` for a piece of work: a crawl, or a batch of re-cleaning with its conditions.

    >>> command_line(Work("crawl", "chinadaily", {"since": "2026-01-01"}))
    ['crawl', 'chinadaily', '-a', 'since=2026-01-01']
    >>> command_line(Work("reclean", arguments={"pages": "1-500", "all": "yes", "language": "zh"}))
    ['reclean', '--pages=1-500', '--all', '--where=language=zh']
    """
    if work.kind == "crawl":
        return ["crawl", work.target, *(word for name, value in work.arguments.items() for word in ("-a", f"{name}={value}"))]
    if work.kind == "reclean":
        return ["reclean", *(_option(name, value) for name, value in work.arguments.items())]
    raise ValueError(f"no worker knows how to {work.kind!r}")


def _option(name: str, value: str) -> str:
    return {"pages": f"--pages={value}", "all": "--all"}.get(name, f"--where={name}={value}")


def attend(words: list[str], log: Path, terms: Terms, renew: Renew, stopping: Callable[[], bool]) -> int | None:
    """Run ``scrapy`` with these words to its end; give its exit code. None: the lease was lost, so the process was ended."""
    log.parent.mkdir(parents=True, exist_ok=True)
    environment = {**os.environ, VARIABLE: str(terms.lease / 3)}
    command = [sys.executable, "-m", "scrapy", *words]
    with (
        log.open("ab") as out,
        subprocess.Popen(  # noqa: S603 - the words come from our own database
            command, stdin=subprocess.PIPE, stdout=out, stderr=out, env=environment, start_new_session=True
        ) as process,
    ):
        try:
            return _watch(process, terms, renew, stopping)
        finally:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)  # whatever it started goes with it


def _watch(process: "subprocess.Popen[bytes]", terms: Terms, renew: Renew, stopping: Callable[[], bool]) -> int | None:
    held, renewal, told = time.monotonic(), None, None
    until = held + terms.longest
    while True:
        with suppress(subprocess.TimeoutExpired):
            return process.wait(POLL)
        now = time.monotonic()
        if told is None and (stopping() or now > until):
            process.terminate()
            told = now
        if renewal is None and now > held + terms.lease / 3:
            asked, renewal = now, renew()
        if renewal is not None and renewal.done():
            if not renewal.result():
                return None
            held, renewal = asked, None
        if now > held + terms.lease:
            return None
        if told is not None and now > told + GRACE:
            process.kill()


def prune_logs(folder: Path, days: float) -> int:
    """Delete the logs of attempts that nobody wrote to for so many days; say how many."""
    before, old = time.time() - days * 86_400, 0
    for log in folder.glob("*-*-*.log"):
        with suppress(FileNotFoundError):  # another worker of this machine was faster
            if log.stat().st_mtime < before:
                log.unlink()
                old += 1
    return old


def judged(code: int, tries: int, terms: Terms, *, stopped: bool = False) -> Ending:
    """Say what an exit code means for the job.

    >>> terms = Terms(lease=60, tries=3, pause=60, longest=86400, logs="logs")
    >>> [judged(code, 1, terms).state.value for code in (0, 1, 2, 3, 4, 5, 11, -9)]
    ['done', 'queued', 'failed', 'queued', 'failed', 'failed', 'queued', 'queued']
    >>> [judged(1, tries, terms).delay for tries in (1, 2, 3)], judged(1, 3, terms).state.value
    ([60, 240, 0], 'failed')
    """
    if code == Exit.OK:
        return Ending(JobState.DONE)
    if stopped and (code == Exit.INTERRUPTED or code < 0):
        return Ending(JobState.QUEUED, "its worker was stopped", counts=False)
    if code in HOPELESS or tries >= terms.tries:
        return Ending(JobState.FAILED, meaning(code))
    return Ending(JobState.QUEUED, meaning(code), terms.pause * BACK_OFF ** (tries - 1))


def meaning(code: int) -> str:
    """An exit code in words.

    >>> meaning(3), meaning(-9), meaning(70)
    ('nothing came', 'killed by SIGKILL', 'exit code 70')
    """
    if code < 0:
        return f"killed by {signal.Signals(-code).name}"
    return _WORDS.get(code, f"exit code {code}")
