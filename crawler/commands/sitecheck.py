"""``scrapy sitecheck``: does each publisher's declaration still fit its site?"""

import argparse
import json
import logging
import tempfile
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from scrapy.crawler import AsyncCrawlerProcess, Crawler
from scrapy.settings import SETTINGS_PRIORITIES
from scrapy.spiderloader import get_spider_loader

from crawler.command import Command as OurCommand
from crawler.command import screen
from crawler.descriptors import open_enough
from crawler.exits import Exit, Mistake

if TYPE_CHECKING:
    from crawler.sitecheck import Checked

SETTINGS = {
    "CONCURRENT_REQUESTS_PER_DOMAIN": 1,
    "EXTENSIONS": {"crawler.progress.Progress": None},
    "FILMWIRE_WORKERS": 1,
    "LOG_LEVEL": "ERROR",
}
"""One page at a time and nothing said: the report is what counts."""


class Command(OurCommand):
    """Looks at one listing and one article of every publisher."""

    def syntax(self) -> str:
        return "[SITE ...] [--json]"

    def short_desc(self) -> str:
        return "Fetch one article of each publisher and tell which fields came out empty"

    def long_desc(self) -> str:
        return (
            "Looks at the feeds or listings and at one article of each publisher, or of those named, and keeps nothing. Ends"
            " with 0 where all is well, 3 where a site gave no article, 5 where a field came out empty that articles have."
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.add_argument("--json", action="store_true", help="one JSON object a line")

    def answer(self, args: list[str], opts: argparse.Namespace) -> None:
        from crawler.sitecheck import report  # noqa: PLC0415 - SQLAlchemy is loaded by those who need it

        with tempfile.TemporaryDirectory(prefix="filmwire-") as folder:
            checks = self._look_at(self._sites(args), Path(folder))
        if opts.json:
            for check in checks:
                print(json.dumps(asdict(check) | {"missing": check.missing}, ensure_ascii=False))
        else:
            screen().print(report(checks))
        self.exitcode = max((_code(check) for check in checks), key=(Exit.OK, Exit.QUALITY, Exit.NOTHING).index)

    def _sites(self, args: list[str]) -> list[str]:
        """The publishers named, else all that stand in ``crawler/sites``."""
        loader = get_spider_loader(self.settings)
        if unknown := [name for name in args if name not in loader.list()]:
            raise Mistake(f"no site is called {unknown[0]!r}; there are {', '.join(sorted(loader.list()))}")
        own = [name for name in sorted(loader.list()) if loader.load(name).__module__.startswith("crawler.sites.")]
        return list(dict.fromkeys(args)) or own

    def _look_at(self, names: list[str], folder: Path) -> list["Checked"]:
        from crawler.sitecheck import checked  # noqa: PLC0415

        open_enough()
        self.settings.setdict(SETTINGS, priority="cmdline")
        process = AsyncCrawlerProcess(self.settings)
        logging.getLogger("filmwire").setLevel(logging.ERROR)
        crawlers = {name: self._crawler_of(process, name, folder) for name in names}
        for crawler in crawlers.values():
            process.crawl(crawler, max_articles=1)
        process.start()
        if any(crawler.spider is None for crawler in crawlers.values()):
            raise Mistake("the check could not be made; the log above says why", Exit.ERROR)
        urls = {name: crawler.settings["FILMWIRE_DATABASE_URL"] for name, crawler in crawlers.items()}
        return [checked(name, getattr(crawler.spider, "frontier", name), urls[name]) for name, crawler in crawlers.items()]

    def _crawler_of(self, process: AsyncCrawlerProcess, name: str, folder: Path) -> Crawler:
        """A crawler of that site with a database of its own."""
        crawler = process.create_crawler(name)
        database = f"sqlite:///{folder / name}.db"
        crawler.settings.set("FILMWIRE_DATABASE_URL", database, priority=SETTINGS_PRIORITIES["cmdline"])
        return crawler


def _code(check: "Checked") -> Exit:
    return Exit.NOTHING if check.url is None else Exit.QUALITY if check.missing else Exit.OK
