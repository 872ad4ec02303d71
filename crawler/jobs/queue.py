"""The queue that wakes workers: Huey on SQLite, PostgreSQL or Redis. A message is the number of a job in our database."""

import logging
import sqlite3
import uuid
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import psycopg
from huey.api import Huey, PostgresHuey, RedisHuey, SqliteHuey, TaskWrapper
from huey.exceptions import ConfigurationError
from huey.registry import Message
from huey.serializer import Serializer

from crawler.exits import Exit, Mistake
from storage.engine import masked

try:
    from redis.exceptions import RedisError
except ImportError:  # an extra: who has no Redis needs no client

    class RedisError(Exception):  # type: ignore[no-redef]
        """Never raised."""


_log = logging.getLogger("filmwire")

NAME = "filmwire"
DOWN = (psycopg.Error, sqlite3.Error, RedisError, OSError)
"""What is raised where the queue's server or file cannot be had."""


class JobNumbers(Serializer):  # type: ignore[misc]
    """Writes a message as digits. Huey's own pickles would let whoever can write into the queue run code in a worker."""

    def _serialize(self, message: Message) -> bytes:
        return b"%d" % message.args[0]

    def _deserialize(self, data: bytes) -> Message:
        return Message(str(uuid.uuid4()), f"{__name__}.job", args=(int(bytes(data)),), kwargs={})


@dataclass(frozen=True, slots=True)
class Queue:
    """Messages about jobs. One that is lost, or comes twice, does no harm."""

    huey: Huey
    wake: TaskWrapper

    def close(self) -> None:
        """Let its connections go."""
        self.huey.storage.close()

    def announce(self, jobs: Iterable[int]) -> None:
        """Wake workers for these jobs, unless they have messages enough; that the queue is down is told, and waits."""
        try:
            if not len(self.huey):
                for job_id in jobs:
                    self.huey.enqueue(self.wake.s(job_id))
        except DOWN as error:
            _log.warning("the queue cannot be had (%s): jobs wait in the database", str(error).splitlines()[0])


def queue_url(given: str, database_url: str) -> str:
    """Where the queue is: as given, else with the database; SQLite's beside it, in a file of its own.

    >>> queue_url("", "sqlite+pysqlite:///data/filmwire.db"), queue_url("", "postgresql+psycopg://db/films")
    ('sqlite:///data/filmwire.queue.db', 'postgresql+psycopg://db/films')
    """
    if given or not database_url.startswith("sqlite"):
        return given or database_url
    return f"sqlite:///{Path(database_url.partition(':///')[2]).with_suffix('.queue.db')}"


def open_queue(url: str, perform: Callable[[int], bool]) -> Queue:
    """Open the queue at ``url``; ``perform`` is what a worker does about a job. Raises Mistake where it cannot be had."""

    def job(number: int) -> bool:
        return perform(number)

    try:
        huey = _huey(url)
        len(huey)
    except ConfigurationError:
        raise Mistake("a queue on Redis needs its client: pip install 'filmwire[redis]'", Exit.CONFIGURATION) from None
    except DOWN as error:
        why = (str(error).splitlines() or [type(error).__name__])[0]
        raise Mistake(f"cannot open the queue {masked(url)}: {why}", Exit.CONFIGURATION) from None
    return Queue(huey, huey.task()(job))


def _huey(url: str) -> Huey:
    options = {"name": NAME, "results": False, "serializer": JobNumbers()}
    match url.partition(":")[0]:
        case "sqlite":
            return SqliteHuey(filename=url.removeprefix("sqlite:///"), timeout=30, **options)
        case "postgresql" | "postgresql+psycopg":
            return PostgresHuey(dsn=url.replace("+psycopg", "", 1), **options)
        case "redis" | "rediss" | "unix":
            return RedisHuey(url=url, **options)
    raise Mistake(f"no queue at {masked(url)}: it may be sqlite:///, postgresql:// or redis://", Exit.CONFIGURATION)
