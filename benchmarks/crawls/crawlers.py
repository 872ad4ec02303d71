"""The crawlers that are timed: Filmwire, the usual way with Scrapy, and peers in environments of their own."""

import sqlite3
import sys
import tempfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from benchmarks.crawls.crawling import Account, account

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PACE = {
    "DOWNLOAD_DELAY": 0,
    "AUTOTHROTTLE_ENABLED": 0,
    "CONCURRENT_REQUESTS_PER_DOMAIN": 16,
    "FILMWIRE_ALLOWED_HOSTS": "127.0.0.1",
}
Crawler = Callable[[str], "Crawl"]


@dataclass(frozen=True, slots=True)
class Crawl:
    """How many articles a crawl stored, and what it took."""

    stored: int
    account: Account

    @property
    def processor(self) -> float:
        """Seconds of processor time in all."""
        return sum(self.account.processor.values())

    def __str__(self) -> str:
        took, rate = self.account, self.stored / self.account.seconds
        parts = sorted(took.processor.items(), key=lambda part: -part[1])
        shares = ", ".join(f"{name} {seconds / self.processor:.0%}" for name, seconds in parts)
        line = f"{self.stored:4} stored in {took.seconds:5.1f} s, {rate:5.1f}/s, {took.megabytes:.0f} MB"
        return f"{line}; processor {self.processor:.1f} s: {shares}"


def filmwire(url: str, database: Path | None = None) -> Crawl:
    """Crawl with Filmwire, into a database of its own or one that is there."""
    with tempfile.TemporaryDirectory() as folder:
        path = database or Path(folder) / "bench.db"
        settings = [word for name, value in PACE.items() for word in ("-s", f"{name}={value}")]
        command = [sys.executable, "-m", "scrapy", "crawl", "site", "-a", f"url={url}", "-L", "ERROR", *settings]
        before = count(path) if path.exists() else 0
        took = account(command, ROOT, {"FILMWIRE_DATABASE_URL": f"sqlite:///{path}"})
        return Crawl(count(path) - before, took)


def plain(url: str) -> Crawl:
    """Crawl with plain Scrapy, trafilatura inline, one commit an article."""
    words = ["-m", "scrapy", "runspider", str(HERE / "plain.py")]
    return _into_sqlite([sys.executable, *words, "-a", f"url={url}", "-a", "database=bench.db"])


def peer(script: str, environment: Path, url: str) -> Crawl:
    """Run a script of ours with a peer's own Python; it stores as many articles as it likes the peer's usual way."""
    return _into_sqlite([str(environment / "bin" / "python"), str(HERE / script), url, "bench.db"])


def _into_sqlite(command: list[str]) -> Crawl:
    with tempfile.TemporaryDirectory() as folder:
        took = account(command, Path(folder), {})
        return Crawl(count(Path(folder) / "bench.db"), took)


def count(path: Path) -> int:
    """How many articles a database holds."""
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute("SELECT count(*) FROM articles").fetchone()[0])


PEERS = {
    "newspaper4k": partial(partial, peer, "peer_newspaper.py"),
    "news-please": partial(partial, peer, "peer_newsplease.py"),
}
"""Peers by the name of their environment."""
