"""Tell how far a crawl is: a live line on a terminal, log lines elsewhere, one table at the end. All of it on stderr."""

import asyncio
import logging
import sys
import time
from collections.abc import Mapping
from typing import TextIO

from rich.console import Console
from rich.live import Live
from rich.table import Table
from rich.text import Text
from scrapy import Spider, signals
from scrapy.crawler import Crawler
from scrapy.settings import SETTINGS_PRIORITIES

from storage.articles.articles import Fate

_log = logging.getLogger("filmwire")

STYLES = {
    Fate.NEW: "green",
    Fate.UPDATED: "cyan",
    Fate.UNCHANGED: "dim",
    Fate.DUPLICATE: "blue",
    Fate.QUARANTINED: "yellow",
    Fate.FAILED: "red",
}
_REFRESHES = 4
"""How often a second the live line is drawn."""


class Screen(Console):
    """Standard error. That nobody reads it any more ends no crawl: rich would, without its threads, and it would hang."""

    def on_broken_pipe(self) -> None:
        """Say nothing further."""
        self.quiet = True


class Progress:
    """Watches Scrapy's stats; counts nothing itself, so every figure shown is a stat too."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.console = Screen(stderr=True)
        self.live = Live(console=self.console, auto_refresh=False, transient=True) if self.console.is_terminal else None
        self.every = 1 / _REFRESHES if self.live else crawler.settings.getfloat("FILMWIRE_PROGRESS_SECONDS")
        self.started = time.monotonic()
        self.task: asyncio.Task[None] | None = None
        crawler.signals.connect(self.opened, signals.spider_opened)
        crawler.signals.connect(self.closed, signals.spider_closed)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "Progress":
        """Build it the way Scrapy asks."""
        return cls(crawler)

    def opened(self) -> None:
        """Start to tell."""
        self.started = time.monotonic()
        if self.live:
            self.live.start()
            _stand_above(self.crawler)
        self.task = asyncio.get_running_loop().create_task(self._tell())

    def closed(self, spider: Spider, reason: str) -> None:
        """Stop, and show the table."""
        if self.task:
            self.task.cancel()
        if self.live:
            self.live.stop()
            for handler in _stderr_handlers():
                handler.setStream(sys.stderr)
        if "links/new" in self.stats:
            self.console.print(summary(self.stats), highlight=False)
        self.console.print(final_table(spider.name, reason, self.stats, time.monotonic() - self.started))

    @property
    def stats(self) -> Mapping[str, int]:
        """The figures so far."""
        return self.crawler.stats.get_stats()

    async def _tell(self) -> None:
        while True:
            await asyncio.sleep(self.every)
            line = live_line(self.stats, time.monotonic() - self.started, self._queue())
            if self.live:
                self.live.update(line, refresh=True)
            else:
                _log.info("%s", line.plain)

    def _queue(self) -> int:
        scheduler = self.crawler.engine.scheduler
        return len(scheduler) if scheduler is not None and hasattr(scheduler, "__len__") else 0


def live_line(stats: Mapping[str, int], seconds: float, queue: int) -> Text:
    """Say where a crawl stands in one line.

    >>> live_line({"response_received_count": 30, "articles/new": 12}, 10, 5).plain
    '30 pages  12 new  0 updated  0 duplicate  0 quarantined  0 failed  1.2/s  5 queued'
    """
    fates = (Fate.NEW, Fate.UPDATED, Fate.DUPLICATE, Fate.QUARANTINED, Fate.FAILED)
    parts: list[tuple[str, str]] = [(f"{fetched(stats)} pages", "bold")]
    parts += [(f"{count(stats, fate)} {fate}", STYLES[fate]) for fate in fates]
    parts += [(f"{finished(stats) / max(seconds, 0.001):.1f}/s", "dim"), (f"{queue} queued", "dim")]
    return Text("  ").join(Text(words, style) for words, style in parts)


def summary(stats: Mapping[str, int]) -> str:
    """Say in one line what a crawl of a site brought.

    >>> summary({"links/known": 248, "links/rechecked": 3})
    'nothing new: 248 already stored, 3 rechecked'
    >>> summary({"pages/unchanged": 2})
    'nothing new: 2 pages or lists the same as last time'
    >>> summary({"articles/new": 12})
    '12 new'
    """
    known, again, same = (stats.get(name, 0) for name in ("links/known", "links/rechecked", "pages/unchanged"))
    told = [f"{known} already stored, {again} rechecked"] if known or again else []
    told += [f"{same} page{'s'[: same > 1]} or list{'s'[: same > 1]} the same as last time"] if same else []
    return ": ".join(filter(None, (f"{count(stats, Fate.NEW) or 'nothing'} new", ", ".join(told))))


def final_table(name: str, reason: str, stats: Mapping[str, int], seconds: float) -> Table:
    """Show what came of a crawl; the rows of articles and of what was passed over add up to what was read."""
    title = f"{name}: {reason} after {seconds:.0f} s, {finished(stats) / max(seconds, 0.001):.1f} pages a second"
    table = Table(title=title, title_justify="left", min_width=len(title))
    table.add_column("pages")
    table.add_column("", justify="right")
    read = "records read" if "archive/records" in stats else "fetched"
    table.add_row(read, str(fetched(stats)), style="bold", end_section=True)
    for fate in Fate:
        table.add_row(fate.value, str(count(stats, fate)), style=STYLES[fate])
    for group in ("pages/failed/", "pages/skipped/"):
        for stat in sorted(name for name in stats if name.startswith(group)):
            table.add_row(stat.removeprefix("pages/").replace("/", ": "), str(stats[stat]), style="dim")
    return table


def fetched(stats: Mapping[str, int]) -> int:
    """Pages had from servers, or records from an archive."""
    return stats.get("archive/records") or stats.get("response_received_count", 0)


def count(stats: Mapping[str, int], fate: Fate) -> int:
    """Pages that met one fate."""
    return stats.get(f"articles/{fate}", 0) + (stats.get("pages/failed", 0) if fate is Fate.FAILED else 0)


def finished(stats: Mapping[str, int]) -> int:
    """Pages that were cleaned and stored, whatever became of them."""
    return sum(count(stats, fate) for fate in Fate)


def _stand_above(crawler: Crawler) -> None:
    """Let log lines stand above the live line, and only what matters: Scrapy's handler wrote to the stream before it."""
    asked_for = crawler.settings.getpriority("LOG_LEVEL") == SETTINGS_PRIORITIES["cmdline"]
    for handler in _stderr_handlers():
        handler.setStream(sys.stderr)
        handler.setLevel(handler.level if asked_for else logging.WARNING)


def _stderr_handlers() -> list["logging.StreamHandler[TextIO]"]:
    return [handler for handler in logging.root.handlers if type(handler) is logging.StreamHandler]
