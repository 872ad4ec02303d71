"""``scrapy demo``: crawl the bundled site without a network and show what became of it."""

import argparse
import signal
from contextlib import suppress
from pathlib import Path

from rich.table import Table
from rich.text import Text
from scrapy.crawler import AsyncCrawlerProcess

from crawler.command import Command as OurCommand
from crawler.command import only, screen
from crawler.descriptors import open_enough
from crawler.exits import Exit, Mistake

DATABASE = "filmwire-demo.db"
NEXT = (
    ("export FILMWIRE_DATABASE_URL=sqlite:///filmwire-demo.db", "the commands below look there"),
    ("scrapy search 票房", "find Chinese words"),
    ('scrapy search "box office"', "and English ones"),
    ("scrapy show 1 --ledger", "one article, and why it reads as it does"),
    ("scrapy export out.jsonl", "take the articles elsewhere"),
    ("scrapy serve", "read them in a browser"),
)


class Command(OurCommand):
    """Crawls a film-news world that exists only here."""

    def syntax(self) -> str:
        return "[--keep-serving]"

    def short_desc(self) -> str:
        return f"Crawl the bundled film-news site into {DATABASE}; needs no network"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.add_argument("--keep-serving", action="store_true", help="serve the site for a browser afterwards, until Ctrl-C")

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        """Work in a database of its own, whatever the settings say."""
        super().process_options(args, opts)
        self.settings.set("FILMWIRE_DATABASE_URL", f"sqlite:///{DATABASE}", priority="cmdline")

    def answer(self, args: list[str], opts: argparse.Namespace) -> None:
        """Crawl from nothing, report from the database, name the next steps."""
        only(args, 0, 0, "no argument")
        open_enough()
        for ending in ("", "-wal", "-shm"):
            Path(DATABASE + ending).unlink(missing_ok=True)
        self._crawl()
        self._report()
        if opts.keep_serving:
            self._keep_serving()

    def _crawl(self) -> None:
        from crawler.commands.crawl import ending, hush  # noqa: PLC0415 - commands are all imported at every start

        process = AsyncCrawlerProcess(self.settings)
        hush(None)
        crawler = process.create_crawler("demo")
        process.crawl(crawler)
        process.start()
        code = Exit.ERROR if process.bootstrap_failed else ending(crawler)
        if code is not Exit.OK:
            raise Mistake("the crawl did not end well; the log above says why", code)

    def _report(self) -> None:
        from crawler.demo.report import report  # noqa: PLC0415 - SQLAlchemy is loaded by those who need it
        from storage.crawls.outcomes import list_outcomes  # noqa: PLC0415
        from storage.engine import reading_from  # noqa: PLC0415
        from storage.query.queries import show_article  # noqa: PLC0415

        with reading_from(self.database_url) as session:
            outcomes = list_outcomes(session)
            ids = dict.fromkeys(outcome.article_id for outcome in outcomes if outcome.article_id is not None)
            articles = [shown for article_id in ids if (shown := show_article(session, article_id))]
            screen().print(report(outcomes, articles))
        following = Table("", "", title="\nNext", title_justify="left", title_style="bold", box=None, show_header=False)
        for command, what in NEXT:
            following.add_row(command, Text(what, "dim"))
        screen().print(following)

    def _keep_serving(self) -> None:
        from threading import Event  # noqa: PLC0415

        from crawler.demo.server import demo_site  # noqa: PLC0415

        with demo_site() as address:
            print(f"\nThe demo site is at {address}/ until Ctrl-C.")
            signal.signal(signal.SIGINT, signal.default_int_handler)  # Scrapy's own has nothing left to stop
            with suppress(KeyboardInterrupt):
                Event().wait()
