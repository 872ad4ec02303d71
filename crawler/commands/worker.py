"""``scrapy worker``: do jobs from the database, on as many machines as can reach it."""

import argparse

from crawler.command import Command as OurCommand
from crawler.command import at_least_one, log_to_stderr, only
from crawler.exits import Exit
from crawler.signals import stopped_by_signals


class Command(OurCommand):
    """Works for the schedules; any number of workers share one database."""

    default_settings = {"LOG_LEVEL": "INFO"}

    def syntax(self) -> str:
        return "[--jobs N] [--once]"

    def short_desc(self) -> str:
        return "Run the crawls that are due, on this machine; start as many workers on as many machines as you like"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.add_argument("--jobs", type=at_least_one, default=1, metavar="N", help="crawls at the same time (default: 1)")
        parser.add_argument("--once", action="store_true", help="do what is due now, one after the other, and end")

    def answer(self, args: list[str], opts: argparse.Namespace) -> None:
        only(args, 0, 0, "no argument")
        stopping = None if opts.once else stopped_by_signals()  # before all that takes time
        from crawler.jobs.worker import hired, serve, work_off  # noqa: PLC0415 - SQLAlchemy is loaded by those who need it

        log_to_stderr(self.settings)
        with hired(self.settings, opts.set, stopping) as (worker, queue):
            if opts.once:
                self.exitcode = Exit.OK if work_off(worker, queue) else Exit.ERROR
            else:
                serve(worker, queue, jobs=opts.jobs, scheduling=False)
