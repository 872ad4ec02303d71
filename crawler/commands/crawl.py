"""``scrapy crawl``: Scrapy's own, with one line for a user's mistake and an exit code that a scheduler can act on."""

import argparse
import gc
import inspect
import logging
import math
from importlib import import_module

from scrapy import Spider
from scrapy.commands.crawl import Command as CrawlCommand
from scrapy.crawler import AsyncCrawlerProcess, Crawler
from scrapy.settings import BaseSettings
from scrapy.spiderloader import get_spider_loader

from crawler import settings as ours
from crawler.cleaning.forking import warm_up
from crawler.command import Command as OurCommand
from crawler.command import only
from crawler.descriptors import open_enough
from crawler.exits import Exit, Mistake
from crawler.garbage import keep_what_is_loaded
from crawler.signals import end_undisturbed, end_with_the_terminal

ABOVE_NOTHING = frozenset(
    """
    FILMWIRE_WORKERS FILMWIRE_CLEAN_SECONDS FILMWIRE_CLEAN_MEGABYTES FILMWIRE_PROGRESS_SECONDS FILMWIRE_LEASE_SECONDS
    CONCURRENT_REQUESTS CONCURRENT_REQUESTS_PER_DOMAIN CONCURRENT_ITEMS DOWNLOAD_TIMEOUT
    """.split()
)
"""Settings without which nothing could be fetched, cleaned or told."""
MOST_WORKERS = 64
"""Processes that clean, of which four are as many as a crawl can feed: a slip of the pen must not fill the machine."""
IN_PARTS = ("SECONDS", "TIMEOUT", "INTERVAL")
"""How settings end that may be given with a fraction although their defaults have none."""


class Command(OurCommand, CrawlCommand):
    """Runs a spider; `-a name=value` gives it arguments."""

    default_settings = {}

    def syntax(self) -> str:
        return "[options] <site>"

    def short_desc(self) -> str:
        return "Crawl a site that `scrapy list` shows; goes on where the last crawl was stopped"

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Do not look for garbage until all is loaded: to look through it while it grows takes a sixth of the start."""
        gc.disable()
        try:
            super().run(args, opts)
        finally:
            gc.enable()

    def answer(self, args: list[str], opts: argparse.Namespace) -> None:
        """Check everything that can be checked before the crawl, run it, and say how it ended."""
        name = only(args, 1, 1, "the name of one site; `scrapy list` shows them")[0]
        open_enough()
        warm_up()  # first what takes longest, the process that cleaners are forked from, before SQLAlchemy is loaded here
        import_module("crawler.fetch.headers")  # then: Scrapy's connections look through all that is loaded, three times
        from crawler.jobs.lane import held  # noqa: PLC0415 - SQLAlchemy is loaded by those who need it
        from storage.engine import open_database  # noqa: PLC0415

        check_settings(self.settings)
        spider = checked_spider(self.settings, name, opts.spargs)
        hush(opts.loglevel)
        open_database(self.database_url).dispose()
        with held(self.settings, spider):
            self._crawl(name, opts)

    def _crawl(self, name: str, opts: argparse.Namespace) -> None:
        self.crawler_process = AsyncCrawlerProcess(self.settings)
        hush(opts.loglevel)
        crawler = self._create_crawler(name)
        crawling = self.crawler_process.crawl(crawler, **opts.spargs)
        keep_what_is_loaded()
        end_with_the_terminal()
        self.crawler_process.start()
        end_undisturbed()
        if self.crawler_process.bootstrap_failed:
            crawling.result()  # raises what stood in its way
        self.exitcode = ending(crawler)
        if self.exitcode is Exit.NOTHING:
            self.complain(self._what_changed(name, crawler), Exit.NOTHING)

    def _what_changed(self, name: str, crawler: Crawler) -> str:
        """Say what came instead of articles, and when there last were any."""
        from storage.crawls.usual import last_fruitful  # noqa: PLC0415
        from storage.engine import reading_from  # noqa: PLC0415 - SQLAlchemy is loaded by those who need it

        stats = crawler.stats.get_stats()
        answers = f"{stats.get('response_received_count', 0)} pages came, {stats.get('pages/failed', 0)} failed"
        with reading_from(self.database_url) as session:
            last = last_fruitful(session, name)
            before = f"{last.counts['articles/new']} new on {last.started_at:%Y-%m-%d}" if last else "never any"
        return f"no article: {answers}, none led to an article (before: {before})"


def checked_spider(settings: BaseSettings, name: str, arguments: dict[str, str]) -> Spider:
    """Make the spider as the crawl would. Raises Mistake for a name or an argument that cannot be meant."""
    loader = get_spider_loader(settings)
    if name not in loader.list():
        raise Mistake(f"no site is called {name!r}; there are {', '.join(sorted(loader.list()))}")
    spider = loader.load(name)
    unknown = set(arguments) - known_arguments(spider)
    if unknown:
        raise Mistake(f"{name} takes no {unknown.pop()!r}; it takes {', '.join(sorted(known_arguments(spider)))}")
    return spider(**arguments)


def check_settings(settings: BaseSettings) -> None:
    """Raise Mistake for a setting of the project's that cannot be what it has to be."""
    for name, usual in vars(ours).items():
        if type(usual) in (int, float):
            _check_number(name, str(settings[name]), whole=type(usual) is int and not name.endswith(IN_PARTS))
        if type(usual) is bool and str(settings[name]).lower() not in ("0", "1", "true", "false"):
            raise Mistake(f"{name}={settings[name]}: give True or False", Exit.CONFIGURATION)
    if str(settings["LOG_LEVEL"]).upper() not in logging.getLevelNamesMapping():
        raise Mistake(f"LOG_LEVEL={settings['LOG_LEVEL']}: give DEBUG, INFO, WARNING or ERROR", Exit.CONFIGURATION)


def _check_number(name: str, given: str, *, whole: bool) -> None:
    try:
        number = int(given) if whole else float(given)
    except ValueError:
        raise Mistake(f"{name}={given} is no {'whole ' * whole}number", Exit.CONFIGURATION) from None
    if not 0 <= number < math.inf or (name in ABOVE_NOTHING and number == 0):
        raise Mistake(f"{name}={given} is no number {'above 0' if name in ABOVE_NOTHING else 'from 0 on'}", Exit.CONFIGURATION)
    if name == "FILMWIRE_WORKERS" and number > MOST_WORKERS:
        raise Mistake(f"{name}={given}: {MOST_WORKERS} are the most", Exit.CONFIGURATION)


def hush(loglevel: str | None) -> None:
    """Leave out what Scrapy and Alembic say of themselves, unless a level was asked for."""
    for name in ("alembic", "scrapy"):
        logging.getLogger(name).setLevel(logging.NOTSET if loglevel else logging.WARNING)


def known_arguments(spider: type[Spider]) -> set[str]:
    """The names that ``-a`` may give to a spider: the keyword arguments of its class and of those it stands on."""
    makers = [vars(kind)["__init__"] for kind in spider.__mro__ if "__init__" in vars(kind) and issubclass(kind, Spider)]
    parameters = [parameter for maker in makers for parameter in inspect.signature(maker).parameters.values()]
    return {parameter.name for parameter in parameters if parameter.kind is parameter.KEYWORD_ONLY}


def ending(crawler: Crawler) -> Exit:
    """How a crawl ended, judged by its stats."""
    stats = crawler.stats.get_stats()
    if stats.get("finish_reason", "shutdown") == "shutdown":  # none: it was asked twice, and left off
        return Exit.INTERRUPTED
    if stats.get("finish_reason") in ("start_error", "memusage_exceeded"):
        return Exit.ERROR
    came = any(name.startswith("articles/") and not name.endswith("/failed") for name in stats)
    known = stats.get("links/known") or stats.get("pages/unchanged")
    return Exit.OK if came or known else Exit.NOTHING
