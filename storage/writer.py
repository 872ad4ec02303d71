"""One thread that writes: SQLite takes one writer, and whoever fetches must never wait for a disk."""

import logging
import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Event, Lock
from typing import Any, TypeVar

from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.orm import Session

from storage.engine import first_line, lasting, open_database, overtaken, passes, writing
from storage.problem import DatabaseProblem

__all__ = ["Session", "Writer"]

T = TypeVar("T")

TOGETHER = 16
"""Verbs that share a transaction at most: a commit costs as much as a tenth of storing an article (2026-11)."""
LULL = 0.02
"""Seconds that a patient verb waits for others to share its transaction. Longer ones save half a millisecond a page, but what
came of a page is known so late that traps take twice as many requests (0.1 s, 2026-11)."""
PATIENCE = 600.0
"""Seconds for which a database may refuse (locked, restarting, disk full) before a write is given up."""
PAUSE = 0.5
"""Seconds before the first new try; each further pause is twice as long, up to ``LONGEST_PAUSE``."""
LONGEST_PAUSE = 15.0
ONE_TROUBLE = 60.0
"""Seconds within which a database that refuses anew is still the same trouble, of which has been told."""

_log = logging.getLogger("filmwire")


class _Trouble:
    """What has been told of a database that refuses: once, whichever of a process's writers meets it first."""

    def __init__(self) -> None:
        self._lock, self._told, self._quiet_until = Lock(), False, 0.0

    def begins(self, reason: str) -> None:
        with self._lock:
            if not self._told and time.monotonic() > self._quiet_until:
                self._told = True
                _log.warning("the database refuses (%s): waiting for it, nothing is lost", reason)

    def ends(self) -> None:
        with self._lock:
            if self._told:
                self._told, self._quiet_until = False, time.monotonic() + ONE_TROUBLE
                _log.warning("the database takes writes again")


_trouble = _Trouble()


class Writer:
    """Runs verbs one after the other; those that wait together share a transaction. Opening raises DatabaseProblem.

    ``lost`` is told, in the writer's thread, of what ends all writing: nothing that is asked for after it can be kept.
    """

    def __init__(self, url: str, lost: Callable[[Exception], None] | None = None) -> None:
        self.engine, self._lost = open_database(url), lost
        self._asked: deque[tuple[Callable[[Session], Any], Future[Any]]] = deque()
        self._hurry = Event()
        self._thread = ThreadPoolExecutor(1, "filmwire-writer")

    def run(self, verb: Callable[[Session], T], *, patient: bool = False) -> "Future[T]":
        """Run a verb in a transaction; its value is there once that is committed. A refused transaction is run again whole.

        A ``patient`` one waits a little for others, until enough of them wait or one does not.
        """
        future: Future[T] = Future()
        self._asked.append((verb, future))
        if not patient or len(self._asked) >= TOGETHER:
            self._hurry.set()
        self._thread.submit(self._take, LULL if patient else 0)
        return future

    def close(self) -> None:
        """Finish what was asked for, and let the database go."""
        self._thread.shutdown()
        self.engine.dispose()

    def _take(self, lull: float) -> None:
        """Run what waits, a few verbs at most: who waits for the first waits for the last."""
        if lull and self._asked:
            self._hurry.wait(lull)
        self._hurry.clear()
        taken = [self._asked.popleft() for _ in range(min(len(self._asked), TOGETHER))]
        self._answer([(verb, future) for verb, future in taken if future.set_running_or_notify_cancel()])

    def _answer(self, asked: list[tuple[Callable[[Session], Any], Future[Any]]]) -> None:
        try:
            values = self._persist(lambda session: [verb(session) for verb, _ in asked]) if asked else []
        except BaseException as error:  # noqa: BLE001 - it goes to the one who asked, as an executor's would
            if len(asked) == 1:
                asked[0][1].set_exception(error)
            else:
                for one in asked:
                    self._answer([one])
        else:
            for (_, future), value in zip(asked, values, strict=True):
                future.set_result(value)

    def _persist(self, verb: Callable[[Session], T]) -> T:
        deadline, pause = time.monotonic() + PATIENCE, PAUSE
        while True:
            try:
                with writing(self.engine) as session:
                    value = verb(session)
            except (DatabaseProblem, DBAPIError) as error:
                self._judge(error, first=pause == PAUSE, last=time.monotonic() + pause > deadline)
                time.sleep(pause)
                pause = min(2 * pause, LONGEST_PAUSE)
            else:
                if pause > PAUSE:
                    _trouble.ends()
                return value

    def _judge(self, error: DatabaseProblem | DBAPIError, *, first: bool, last: bool) -> None:
        """Tell of a refusal that may pass. Raises any other, and every one in the end."""
        loss = self._loss(error) or (error if last else None)
        if loss is not None:
            if self._lost is not None:
                self._lost(loss)
            raise loss
        if first and isinstance(error, DBAPIError):
            _trouble.begins(first_line(error.orig))

    def _loss(self, error: DatabaseProblem | DBAPIError) -> DatabaseProblem | None:
        """Why there will be no writing any more; None where the refusal may pass. Raises an error that is of the verb's own."""
        if isinstance(error, DatabaseProblem):
            return error
        if problem := lasting(self.engine, error.orig):
            return problem
        if isinstance(error, OperationalError) and passes(error.orig):
            return None
        if problem := overtaken(self.engine):
            return problem
        raise error
