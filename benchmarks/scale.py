"""Measure what a large database costs: storing an article with its duplicate check, searching, counting, memory, room.

    python -m benchmarks.scale [--articles 100000] [--database sqlite:///FILE] [--pages ../shared/pages]

Fills the database with invented articles (benchmarks/invented.py) and stops at 1, 2, 5, 10, 20, 50, ... thousand to measure.
Each article measured is kept and stored in a transaction of its own. Times are medians in milliseconds, CPU of this process.
"""

import argparse
import resource
import statistics
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

from sqlalchemy import Engine, func, select, text

from benchmarks.invented import Real, chains, invent, real_pages
from cleaners import CleanArticle
from storage.articles import store_article
from storage.browse import browse
from storage.engine import open_database, reading, writing
from storage.facets import facets
from storage.models import RawBytes
from storage.pages import Page, keep_page
from storage.search import search
from storage.wanted import Wanted

MOMENT = datetime(2026, 3, 1, tzinfo=UTC)
MEASURED = 300
"""Articles stored one at a time at each mark."""
GROUP = 50
"""Articles a transaction between two marks."""
ENGLISH = 'film|box office|director|"box office"|netflix series|christmas|star wars|award season|new york|film -review'.split(
    "|"
)
CHINESE = "电影|导演|票房|中国|春节|演员 首映|电影节|张艺谋|影|北京 OR 上海|title:中国|美国总统".split("|")

Arrival = tuple[str, CleanArticle]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--database", default=f"sqlite:///{tempfile.mkdtemp()}/scale.db")
    parser.add_argument("--pages", type=Path, default=Path("../shared/pages"))
    options = parser.parse_args()
    real = real_pages(options.pages, 200)
    engine = open_database(options.database)
    print(f"raw pages: {raw_page(engine, real):,.0f} bytes each, {mean_length(real):,.0f} before compression")
    arrivals = invent(chains(options.pages), real)
    stored = 0
    print("articles   store CPU  wall  worst 1%   search  worst   facets  first page   RSS MB   bytes/article")
    for mark in marks(options.articles):
        fill(engine, islice(arrivals, max(0, mark - stored - MEASURED)))
        measure(engine, mark, list(islice(arrivals, MEASURED)))
        stored = mark


def marks(most: int) -> Iterator[int]:
    """1,000, 2,000, 5,000, 10,000 and so on, and the last."""
    found = (figure * 10**power for power in range(3, 8) for figure in (1, 2, 5))
    yield from sorted({*(mark for mark in found if mark < most), most})


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


def raw_page(engine: Engine, real: Iterable[Real]) -> float:
    """Keep real pages; give the bytes that each takes."""
    with writing(engine) as session:
        for page in real:
            keep_page(session, Page(page.url, page.url, page.html, 200, "text/html", (), MOMENT, "benchmark"))
        return float(session.scalar(select(func.avg(func.length(RawBytes.data)))) or 0)


def mean_length(real: list[Real]) -> float:
    return statistics.mean(len(page.html) for page in real)


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
