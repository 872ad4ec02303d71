"""The one pipeline: keep the raw page, clean it in a worker, store what came of it; enter what was found on the way."""

import asyncio
import logging
import time
from asyncio import wrap_future
from collections.abc import Callable, Coroutine
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import Protocol, TypeVar

from scrapy import Spider, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import DropItem

from cleaners import CleanArticle, SiteHints
from cleaners.joining import join_pages
from crawler.cleaning.templates import SiteTemplates
from crawler.cleaning.workers import CleaningWorkers
from crawler.discovery.further import MAX_PAGES, fetch_page, next_page
from crawler.discovery.traps import Traps
from crawler.exits import end_at_once
from crawler.fetch.reservations import Reservations
from crawler.items import Fetched, Found
from crawler.jobs.lane import lane_of
from crawler.links import Kind, Link
from crawler.settling import follow, settle
from storage.articles.articles import Fate, Stored
from storage.crawls.frontier import enter
from storage.crawls.leads import State
from storage.crawls.rests import resting
from storage.crawls.runs import bury, crawl_began, finish_run, start_run
from storage.pages import Page, keep_page
from storage.writer import Session, Writer

T = TypeVar("T")
GRACE = 4.0
"""Seconds that pages under way have when the crawl is interrupted; all is to be over within ten."""
MAX_WAYS = 500
"""Listings, feeds and sitemaps that one crawl follows: calendars and endless pagers have no end of their own."""
GONE = frozenset({"status 404", "status 410"})
FIELDS = "headline date_published authors publisher body captions images".split()
"""What is counted where it is filled, so that a site's change is seen by what goes empty."""

_log = logging.getLogger("filmwire")


class Frontier(Protocol):
    """Where the next URLs come from, and what it is told of those that are done with."""

    exhausted: bool

    def settled(self, source: int | None) -> None:
        """Let go what waited for this URL."""

    async def replenish(self) -> None:
        """Lease more, if there is little left."""


class StorePipeline:
    """Owns the database and the cleaning workers of a crawl, and its row among the runs."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler, self.stats = crawler, crawler.stats
        settings = crawler.settings
        self.writer = Writer(settings["FILMWIRE_DATABASE_URL"], partial(end_at_once, "crawl"))
        self.workers = CleaningWorkers(
            settings.getint("FILMWIRE_WORKERS"),
            settings.getfloat("FILMWIRE_CLEAN_SECONDS"),
            settings.getint("FILMWIRE_CLEAN_MEGABYTES"),
        )
        self.templates = SiteTemplates(self.writer, self.workers, self.stats)
        self.reservations = Reservations(crawler)
        self.frontier: Frontier | None = None
        self.traps = Traps()
        self.started = datetime.now(UTC)
        self.run_id = settings.getint("FILMWIRE_RUN")
        self.interrupted: float | None = None
        self.closing: asyncio.Future[None] | None = None
        crawler.signals.connect(self.begin, signals.spider_opened)
        crawler.signals.connect(self.finish, signals.spider_closed)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "StorePipeline":
        """Build it the way Scrapy asks."""
        return cls(crawler)

    async def begin(self, spider: Spider) -> None:
        """Enter the run, unless a worker has."""
        arguments = getattr(spider, "arguments", {})
        self.run_id = self.run_id or await self._write(lambda session: start_run(session, spider.name, arguments))
        if lane_of(spider) is not None:
            await self._write(lambda session: bury(session, self.run_id))
        self.templates.began = await self._write(lambda session: crawl_began(session, self.run_id))

    async def process_item(self, item: Fetched | Found) -> CleanArticle:
        """Store a page, or enter what one led to. What is left of an item is the clean article, for Scrapy's own feeds."""
        try:
            cleaned = await self._store(item) if isinstance(item, Fetched) else await self._enter(item)
        except DropItem:
            raise
        except Exception:
            self._leave(item)
            raise
        if self.frontier is not None:
            self.frontier.settled(item.source)
            await self.frontier.replenish()
        if not isinstance(cleaned, CleanArticle):
            raise DropItem(cleaned, log_level="DEBUG")
        return cleaned

    def _leave(self, item: Fetched | Found) -> None:
        """Let nobody wait for what could not be stored; its URL stays ours until the next crawl, which tries again."""
        self.stats.inc_value("pages/failed")
        self.traps.ended(item.source, fruitful=None)
        if self.frontier is not None:
            self.frontier.settled(item.source)

    async def read(self, kind: Kind, page: Page) -> list[Link] | str | None:
        """Where a feed, a sitemap or a listing leads, or why that cannot be told; None where the crawl ends before it is."""
        return await self._in_time(self.workers.read(kind, page))

    async def finish(self, spider: Spider, reason: str) -> None:
        """Write down how the run ended, and let everything go."""
        try:
            await self.templates.close(at_once=reason != "finished")
            counts = figures(self.crawler)
            await self._write(lambda session: finish_run(session, self.run_id, reason, counts))
        finally:
            self.workers.close()
            self.writer.close()

    async def _store(self, item: Fetched) -> CleanArticle | str:
        """Keep, clean, store: whatever happens to a page, its bytes are there already and its fate is written down."""
        template = await self.templates.of(item.page.final_url)
        if template is not None:
            self.traps.vouch(item.page.final_url)
        reserved = item.source is not None and await self.reservations.hold(item.page.final_url)
        hints = replace(item.hints, template=template, opt_outs=(*item.hints.opt_outs, *("tdm",) * reserved))
        page_id, cleaned = await self._clean(item.page, hints)
        if isinstance(cleaned, CleanArticle) and item.source is not None:
            cleaned = await self._with_further_pages(item, cleaned)
        stored, fruitful = await self._write(lambda session: self._settle(session, page_id, item, cleaned), patient=True)
        self.traps.ended(item.source, fruitful=fruitful)
        if item.leads and self.frontier is not None:
            self.frontier.exhausted = False
        self.stats.inc_value(f"articles/{stored.fate}")
        for field in FIELDS:
            if isinstance(cleaned, CleanArticle) and getattr(cleaned, field):
                self.stats.inc_value(f"fields/{field}")
        _tell(item, cleaned, stored)
        if isinstance(cleaned, CleanArticle):
            await self.templates.note(item.page.final_url, template, cleaned)
        self._close_when_enough()
        return cleaned

    def _settle(self, session: Session, page_id: int, item: Fetched, cleaned: CleanArticle | str) -> tuple[Stored, bool | None]:
        """Settle a page, and enter what its text leads to unless it is no story."""
        stored, fruitful = settle(session, page_id, item, cleaned)
        if item.leads and stored.fate not in (Fate.QUARANTINED, Fate.FAILED):
            enter(session, self._name, item.leads, datetime.now(UTC), before=self.started)
        return stored, fruitful

    async def _clean(self, page: Page, hints: SiteHints) -> tuple[int, CleanArticle | str]:
        """Keep a page while it is cleaned: a worker need not wait for a disk."""
        keeping = self.writer.run(lambda session: keep_page(session, page, self.run_id, hints), patient=True)
        cleaned = await self._in_time(self.workers.clean(page, hints))
        if cleaned is None:
            raise DropItem("interrupted: the next crawl takes it up again", log_level="DEBUG")
        return await wrap_future(keeping), cleaned

    async def _in_time(self, work: Coroutine[None, None, T]) -> T | None:
        """What comes of the work; None where the crawl is interrupted and has no time left for it."""
        working = asyncio.ensure_future(work)
        while not working.done():
            await asyncio.wait([working], timeout=1)
            if self._is_out_of_time() and working.cancel():
                return None
        return working.result()

    def _is_out_of_time(self) -> bool:
        """Whether the crawl was interrupted so long ago that pages under way are left for the next one."""
        if self.crawler.engine.running:
            return False
        self.interrupted = self.interrupted or time.monotonic()
        return time.monotonic() - self.interrupted > GRACE

    async def _with_further_pages(self, item: Fetched, first: CleanArticle) -> CleanArticle:
        """Fetch, keep and clean the pages that an article goes on to, and make one of all."""
        pages, seen = [first], {item.page.url, item.page.final_url}
        while (link := next_page(pages[-1], seen)) and len(pages) < MAX_PAGES:
            seen.add(link)
            page = await fetch_page(self.crawler, link)
            cleaned = "cannot be had" if page is None else (await self._clean(page, item.hints))[1]
            if isinstance(cleaned, str):
                self.stats.inc_value("pages/incomplete")
                _log.warning("incomplete  %s goes on at %s (%s)", item.page.final_url, link, cleaned)
                break
            if any(cleaned.body == page.body for page in pages):
                break  # a pager without an end shows the last page again
            pages.append(cleaned)
        return join_pages(pages)

    async def _enter(self, item: Found) -> str:
        """Enter the articles of a listing, then, where it brought something, the listings behind it."""
        if item.source is None:
            await self._tell_of_the_dead(item)
        name = self._name
        ways_left = MAX_WAYS - self.stats.get_value("links/ways", 0)
        entered, ways = await self._write(lambda session: follow(session, name, item, self.started, ways_left))
        for stat, count in (("new", entered.new), ("known", entered.known), ("rechecked", entered.again), ("ways", ways)):
            self.stats.inc_value(f"links/{stat}", count)
        self._tell_traps(item, entered.new)
        if self.frontier is not None and (item.articles or item.ways):
            self.frontier.exhausted = False
        return "links entered"

    async def _tell_of_the_dead(self, item: Found) -> None:
        """Say which of the addresses where a crawl begins are left to rest."""
        urls, now = [way.url for way in item.ways], datetime.now(UTC)
        for rest in await self._write(lambda session: resting(session, self._name, urls, now)):
            self.stats.inc_value("links/resting")
            why = f"{rest.times} times in a row it brought nothing ({rest.reason})"
            _log.warning("resting      %s until %s: %s", rest.url, f"{rest.until:%Y-%m-%d %H:%M}", why)

    @property
    def _name(self) -> str:
        return getattr(self.crawler.spider, "frontier", "")

    def _tell_traps(self, item: Found, new: int) -> None:
        is_index = any(way.kind == "sitemap" for way in item.ways)
        if item.answer.state is State.DONE and not is_index:
            self.traps.listed(item.source, [lead.url for lead in item.articles], new)
        else:
            self.traps.ended(item.source, fruitful=False if item.answer.reason in GONE else None)

    def _close_when_enough(self) -> None:
        most = getattr(self.crawler.spider, "max_articles", None)
        came = sum(self.stats.get_value(f"articles/{fate}", 0) for fate in (Fate.NEW, Fate.UPDATED))
        if most and came >= most and self.closing is None:
            # Not awaited: the engine closes when all items are through, and this one is not.
            self.closing = asyncio.ensure_future(self.crawler.engine.close_spider_async(reason="max_articles"))

    async def _write(self, verb: Callable[[Session], T], *, patient: bool = False) -> T:
        return await wrap_future(self.writer.run(verb, patient=patient))


def figures(crawler: Crawler) -> dict[str, int]:
    """The crawl's figures so far, under the names they have in Scrapy's stats."""
    groups = ("articles/", "pages/", "archive/", "fields/", "links/", "templates/", "response_received_count")
    return {name: value for name, value in sorted(crawler.stats.get_stats().items()) if name.startswith(groups)}


def _tell(item: Fetched, cleaned: CleanArticle | str, stored: Stored) -> None:
    """One line for each page: what became of it, and why where it did not become an article."""
    if isinstance(cleaned, str):
        why = cleaned
    else:
        why = ", ".join(cleaned.flags) if stored.fate is Fate.QUARANTINED else cleaned.headline or "no headline"
    level = logging.WARNING if stored.fate is Fate.FAILED else logging.INFO
    _log.log(level, "%-11s %s (%s)", stored.fate, item.page.final_url, why)
