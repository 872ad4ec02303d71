"""The one pipeline: keep the raw page, clean it in a worker, store what came of it."""

import logging
from asyncio import wrap_future

from scrapy import Spider, signals
from scrapy.crawler import Crawler

from cleaners import CleanArticle
from crawler.items import Fetched
from crawler.workers import CleaningWorkers
from storage.articles import Fate, Stored, mark_failed, store_article
from storage.pages import keep_page
from storage.runs import finish_run, start_run
from storage.writer import Writer

_log = logging.getLogger("filmwire")


class StorePipeline:
    """Owns the database and the cleaning workers of a crawl, and its row among the runs."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        settings = crawler.settings
        self.writer = Writer(settings["FILMWIRE_DATABASE_URL"])
        self.workers = CleaningWorkers(
            settings.getint("FILMWIRE_WORKERS"),
            settings.getfloat("FILMWIRE_CLEAN_SECONDS"),
            settings.getint("FILMWIRE_CLEAN_MEGABYTES"),
        )
        self.run_id = 0
        crawler.signals.connect(self.begin, signals.spider_opened)
        crawler.signals.connect(self.finish, signals.spider_closed)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "StorePipeline":
        """Build it the way Scrapy asks."""
        return cls(crawler)

    async def begin(self, spider: Spider) -> None:
        """Enter the run."""
        arguments = getattr(spider, "arguments", {})
        self.run_id = await wrap_future(self.writer.run(lambda session: start_run(session, spider.name, arguments)))

    async def process_item(self, item: Fetched) -> Fetched:
        """Keep, clean, store: whatever happens to a page, its bytes are there already and its fate is written down."""
        page_id = await wrap_future(self.writer.run(lambda session: keep_page(session, item.page, self.run_id)))
        cleaned = await self.workers.clean(item.page, item.hints)
        stored = await self._store(page_id, cleaned)
        self.crawler.stats.inc_value(f"articles/{stored.fate}")
        _tell(item, cleaned, stored)
        return item

    async def finish(self, spider: Spider, reason: str) -> None:
        """Write down how the run ended, and let everything go."""
        counts = figures(self.crawler)
        await wrap_future(self.writer.run(lambda session: finish_run(session, self.run_id, reason, counts)))
        self.workers.close()
        self.writer.close()

    async def _store(self, page_id: int, cleaned: CleanArticle | str) -> Stored:
        if isinstance(cleaned, str):
            return await wrap_future(self.writer.run(lambda session: mark_failed(session, page_id, cleaned)))
        return await wrap_future(self.writer.run(lambda session: store_article(session, page_id, cleaned)))


def figures(crawler: Crawler) -> dict[str, int]:
    """The crawl's figures so far, under the names they have in Scrapy's stats."""
    groups = ("articles/", "pages/", "archive/", "response_received_count")
    return {name: value for name, value in sorted(crawler.stats.get_stats().items()) if name.startswith(groups)}


def _tell(item: Fetched, cleaned: CleanArticle | str, stored: Stored) -> None:
    """One line for each page: what became of it, and why where it did not become an article."""
    if isinstance(cleaned, str):
        why = cleaned
    else:
        why = ", ".join(cleaned.flags) if stored.fate is Fate.QUARANTINED else cleaned.headline or "no headline"
    level = logging.WARNING if stored.fate is Fate.FAILED else logging.INFO
    _log.log(level, "%-11s %s (%s)", stored.fate, item.page.final_url, why)
