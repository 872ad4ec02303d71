"""Measure what a large database costs: storing an article with its duplicate check, searching, counting, memory, room.

    python -m benchmarks.scale [--articles 100000] [--copies 9] [--database sqlite:///FILE] [--pages ../shared/pages]

Fills the database with invented articles (benchmarks/material/invented.py), stops at 1, 2, 5, 10, 20, ... thousand to measure.
With ``--copies`` it goes on: what is there is copied so often (benchmarks/material/copies.py), and measured once more.
A database that holds articles already is filled further; one that holds enough is measured once.
Each article measured is kept and stored in a transaction of its own. Times are medians in milliseconds, CPU of this process,
which does nothing but store and search: another one invents the articles, so that the memory told is storage's own.
"""

import argparse
import multiprocessing
import resource
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from itertools import islice
from multiprocessing.connection import Connection
from pathlib import Path

from sqlalchemy import Engine, func, select, text

from benchmarks.material.copies import copy_articles
from benchmarks.material.invented import chains, invent, real_pages
from cleaners import CleanArticle
from storage.articles.articles import store_article
from storage.engine import open_database, reading, writing
from storage.models import Article, RawBytes
from storage.pages import Page, keep_page
from storage.query.browse import browse
from storage.query.facets import facets
from storage.query.search import search
from storage.query.wanted import Wanted

MOMENT = datetime(2026, 3, 1, tzinfo=UTC)
MEASURED = 500
"""Articles stored one at a time at each mark."""
GROUP = 50
"""Articles a transaction between two marks."""
ENGLISH = 'film|box office|director|"box office"|netflix series|christmas|star wars|award season|new york|film -review'.split(
    "|"
)
CHINESE = "电影|导演|票房|中国|春节|演员 首映|电影节|张艺谋|影|北京 OR 上海|title:中国|美国总统".split("|")

SHORTEST = 1_000
"""Bytes of a page that is real: those of the invented articles are their addresses."""

Arrival = tuple[str, CleanArticle]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--copies", type=int, default=0)
    parser.add_argument("--database", default=f"sqlite:///{tempfile.mkdtemp()}/scale.db")
    parser.add_argument("--pages", type=Path, default=Path("../shared/pages"))
    options = parser.parse_args()
    engine = open_database(options.database)
    with reading(engine) as session:
        stored, last = session.execute(select(func.count(), func.coalesce(func.max(Article.id), 0))).one()
    received, sent = multiprocessing.Pipe(duplex=False)
    inventor = multiprocessing.get_context("spawn").Process(target=send_arrivals, args=(options.pages, last, sent), daemon=True)
    inventor.start()
    print(raw_page(engine, received.recv()))
    arrivals = receive_arrivals(received)
    print("articles   store CPU  wall  worst 1%   search  worst   facets  first page   RSS MB   bytes/article")
    for mark in marks(stored, options.articles):
        fill(engine, islice(arrivals, max(0, mark - stored - MEASURED)))
        measure(engine, mark, list(islice(arrivals, MEASURED)))
        stored = mark
    if options.copies:
        engine.dispose()
        copier = multiprocessing.Process(target=copy_articles, args=(options.database, options.copies))
        copier.start()
        copier.join()
        fill(engine, islice(arrivals, MEASURED))
        measure(engine, stored * (1 + options.copies) + 2 * MEASURED, list(islice(arrivals, MEASURED)))
    inventor.terminate()


def send_arrivals(pages: Path, after: int, sent: Connection) -> None:
    """Send the bytes of some real pages, and after them articles without end, in groups."""
    real = real_pages(pages, 200)
    sent.send([(page.url, page.html) for page in real])
    arrivals = invent(chains(pages), real, after)
    while True:
        sent.send(list(islice(arrivals, GROUP)))


def receive_arrivals(received: Connection) -> Iterator[Arrival]:
    while True:
        yield from received.recv()


def marks(least: int, most: int) -> Iterator[int]:
    """1,000, 2,000, 5,000, 10,000 and so on above the least, and the last."""
    found = (figure * 10**power for power in range(3, 8) for figure in (1, 2, 5))
    yield from sorted({*(mark for mark in found if least < mark < most), max(most, least + 2 * MEASURED)})


def fill(engine: Engine, arrivals: Iterator[Arrival]) -> None:
    while group := list(islice(arrivals, GROUP)):
        with writing(engine) as session:
            for url, article in group:
                store_article(session, keep_page(session, _page(url)), article)


def measure(engine: Engine, mark: int, arrivals: list[Arrival]) -> None:
    costs = [_cost(lambda: fill(engine, iter([arrival]))) for arrival in arrivals]  # noqa: B023 - called at once
    cpu, wall = (sorted(cost[at] for cost in costs) for at in (0, 1))
    with reading(engine) as session:
        searches = [min(_cost(lambda: search(session, query))[0] for _ in range(3)) for query in (*ENGLISH, *CHINESE)]  # noqa: B023
        counting, leafing = (
            statistics.median(_cost(verb)[0] for _ in range(3))
            for verb in (lambda: facets(session, Wanted()), lambda: browse(session, Wanted()))
        )
    memory = int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize() / 1e6
    print(
        f"{mark:8}   {statistics.median(cpu):9.2f} {statistics.median(wall):5.2f} {cpu[-max(1, len(cpu) // 100)]:9.1f}"
        f" {statistics.median(searches):8.1f} {max(searches):6.1f} {counting:8.1f} {leafing:11.1f} {memory:8.0f}"
        f" {_size(engine) / mark:15,.0f}",
        flush=True,
    )


def raw_page(engine: Engine, real: list[tuple[str, bytes]]) -> str:
    """Keep real pages; say what room each takes."""
    with writing(engine) as session:
        for url, html in real:
            keep_page(session, Page(url, url, html, 200, "text/html", (), MOMENT, "benchmark"))
        sizes = select(func.avg(func.length(RawBytes.data)), func.avg(RawBytes.length))
        size, length = session.execute(sizes.where(RawBytes.length > SHORTEST)).one()
    return f"raw pages: {size:,.0f} bytes each, {length:,.0f} before compression"


def _page(url: str) -> Page:
    """Not the bytes of a real page: they would fill the disk, and cost what they cost whatever the database holds."""
    return Page(url, url, url.encode(), 200, "text/html", (("Content-Type", "text/html"),), MOMENT, "benchmark")


def _cost(verb: Callable[[], object]) -> tuple[float, float]:
    """Milliseconds of CPU and of the clock."""
    cpu, wall = time.process_time(), time.perf_counter()
    verb()
    return 1000 * (time.process_time() - cpu), 1000 * (time.perf_counter() - wall)


def _size(engine: Engine) -> int:
    """Bytes of the database on disk."""
    if engine.dialect.name == "sqlite":
        files = (Path(f"{engine.url.database}{end}") for end in ("", "-wal"))
        return sum(file.stat().st_size for file in files if file.exists())
    with reading(engine) as session:
        return session.scalar(text("SELECT pg_database_size(current_database())")) or 0


if __name__ == "__main__":
    main()
