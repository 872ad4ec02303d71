"""``scrapy reclean``: clean stored pages again, with the rules of today."""

import argparse
import asyncio
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from crawler.command import Command as OurCommand
from crawler.command import at_least_one, only, screen
from crawler.exits import Mistake
from crawler.filters import add_conditions, conditions

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from storage.care.reclean import Difference

BATCH = 500
"""Pages that ``--queue`` makes one job: half a minute's work, so that little is done again where a worker is lost."""


class Command(OurCommand):
    """Cleans stored pages again."""

    def syntax(self) -> str:
        return "[--where NAME=VALUE]... [--pages FIRST-LAST] [--all] [--dry-run | --queue [--batch N]] [--processes N]"

    def short_desc(self) -> str:
        return "Clean stored pages again, those that older rules decided; goes on where it was stopped"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        add_conditions(parser)
        parser.add_argument("--all", action="store_true", help="also those that the rules of today have decided")
        parser.add_argument("--dry-run", action="store_true", help="store nothing, tell what would change")
        parser.add_argument(
            "--queue", action="store_true", help="leave the work to the workers, in batches: see `scrapy worker`"
        )
        parser.add_argument(
            "--batch", type=at_least_one, default=BATCH, metavar="N", help=f"pages a job, with --queue (default: {BATCH})"
        )
        parser.add_argument("--pages", type=page_range, metavar="FIRST-LAST", help="only pages whose numbers are between these")
        parser.add_argument("--processes", type=at_least_one, metavar="N", help="that clean (default: FILMWIRE_WORKERS)")

    def answer(self, args: list[str], opts: argparse.Namespace) -> None:
        from storage.care.reclean import pages_to_clean  # noqa: PLC0415
        from storage.engine import opened, reading  # noqa: PLC0415 - SQLAlchemy is loaded by those who need it

        only(args, 0, 0, "options only")
        where = conditions(opts.where)
        with opened(self.database_url) as engine:
            with reading(engine) as session:
                pages = pages_to_clean(session, where, everything=opts.all, between=opts.pages)
            self._answer(engine, pages, where, opts)

    def _answer(self, engine: "Engine", pages: Sequence[int], where: Mapping[str, str], opts: argparse.Namespace) -> None:
        """Clean the pages again, or queue that, and say what came of it."""
        if opts.queue:
            if opts.dry_run:
                raise Mistake("--queue and --dry-run do not go together")
            print(_entered(engine, sorted(pages), opts.batch, {**where, **({"all": "yes"} if opts.all else {})}))
            return
        counts, differences = asyncio.run(self._clean(engine, pages, opts))
        if opts.dry_run:
            from crawler.preview import preview  # noqa: PLC0415

            screen().print(*preview(len(pages), counts["failed"], differences), sep="\n")
        else:
            print("  ".join(f"{name} {count}" for name, count in sorted(counts.items())) or "nothing to clean")

    async def _clean(
        self, engine: "Engine", pages: Sequence[int], opts: argparse.Namespace
    ) -> "tuple[Counter[str], list[Difference]]":
        from crawler.cleaning.workers import CleaningWorkers  # noqa: PLC0415
        from crawler.recleaning import clean_again  # noqa: PLC0415
        from storage.crawls.runs import finish_run  # noqa: PLC0415
        from storage.engine import writing  # noqa: PLC0415

        settings = self.settings
        limits = settings.getfloat("FILMWIRE_CLEAN_SECONDS"), settings.getint("FILMWIRE_CLEAN_MEGABYTES")
        workers = CleaningWorkers(opts.processes or settings.getint("FILMWIRE_WORKERS"), *limits)
        counts, differences = await clean_again(engine, pages, workers, dry=opts.dry_run)
        if run_id := settings.getint("FILMWIRE_RUN"):
            with writing(engine) as session:
                finish_run(session, run_id, "finished", {f"articles/{fate}": count for fate, count in counts.items()})
        return counts, differences


def page_range(text: str) -> tuple[int, int]:
    """The first and the last page of a batch, for argparse.

    >>> page_range("12-511")
    (12, 511)
    """
    if not (match := re.fullmatch(r"(\d{1,18})-(\d{1,18})", text)):
        raise argparse.ArgumentTypeError("give two numbers, as 1-500")
    return int(match[1]), int(match[2])


def _entered(engine: "Engine", pages: Sequence[int], size: int, arguments: Mapping[str, str]) -> str:
    """Enter the pages as jobs, a batch each; say how many. Raises Mistake while earlier ones wait."""
    from storage.crawls.jobs import Work, database_time, enqueue, open_jobs  # noqa: PLC0415
    from storage.engine import lock_writers, writing  # noqa: PLC0415

    with writing(engine) as session:
        lock_writers(session)
        if waiting := open_jobs(session, "reclean"):
            raise Mistake(f"{waiting} batches are still to be done: `scrapy worker` does them")
        now, batches = database_time(session), [pages[at : at + size] for at in range(0, len(pages), size)]
        for batch in batches:
            enqueue(session, Work("reclean", arguments={"pages": f"{batch[0]}-{batch[-1]}"} | dict(arguments)), now)
    return f"{len(pages)} pages wait for workers, in {len(batches)} batches"
