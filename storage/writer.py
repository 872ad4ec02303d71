"""One thread that writes: SQLite takes one writer, and whoever fetches must never wait for a disk."""

import logging
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from storage.engine import open_database, writing

__all__ = ["Session", "Writer"]

T = TypeVar("T")

PATIENCE = 600.0
"""Seconds for which a database may refuse (locked, restarting, disk full) before a write is given up."""
PAUSE = 0.5
"""Seconds before the first new try; each further pause is twice as long, up to ``LONGEST_PAUSE``."""
LONGEST_PAUSE = 15.0

_log = logging.getLogger("filmwire")


class Writer:
    """Runs verbs, each in a transaction of its own, one after the other. Opening raises DatabaseProblem."""

    def __init__(self, url: str) -> None:
        self.engine = open_database(url)
        self._thread = ThreadPoolExecutor(1, "filmwire-writer")

    def run(self, verb: Callable[[Session], T]) -> "Future[T]":
        """Run a verb in a transaction; its value is there once that is committed. A refused transaction is run again whole."""
        return self._thread.submit(self._persist, verb)

    def close(self) -> None:
        """Finish what was asked for, and let the database go."""
        self._thread.shutdown()
        self.engine.dispose()

    def _persist(self, verb: Callable[[Session], T]) -> T:
        deadline, pause = time.monotonic() + PATIENCE, PAUSE
        while True:
            try:
                with writing(self.engine) as session:
                    value = verb(session)
            except OperationalError as error:
                if time.monotonic() + pause > deadline:
                    raise
                if pause == PAUSE:
                    _log.warning("the database refuses (%s): waiting for it, nothing is lost", str(error.orig).splitlines()[0])
                time.sleep(pause)
                pause = min(2 * pause, LONGEST_PAUSE)
            else:
                if pause > PAUSE:
                    _log.warning("the database takes writes again")
                return value
