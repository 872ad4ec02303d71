"""``scrapy reclean``: clean stored pages again, with the rules of today."""

import argparse
import asyncio
import sys
from collections import Counter
from collections.abc import Collection, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from rich.progress import Progress

from cleaners.joining import join_pages
from crawler.command import Command as OurCommand
from crawler.command import at_least_one, only, screen
from crawler.exits import Mistake
from crawler.further import MAX_PAGES, next_page

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from cleaners import CleanArticle
    from crawler.workers import CleaningWorkers
    from storage.pages import Page
    from storage.reclean import Difference

BATCH = 32
"""Pages a process between two transactions: enough to keep it busy while the batch before is stored."""
SAMPLES = 5
"""Differences shown in full by --dry-run."""


class Command(OurCommand):
    """Cleans stored pages again."""

    def syntax(self) -> str:
        return "[--where name=value]... [--all] [--dry-run] [--processes N]"

    def short_desc(self) -> str:
        return "Clean stored pages again, those that older rules decided; goes on where it was stopped"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.add_argument(
            "--where", action="append", default=[], metavar="NAME=VALUE", help="choose pages; * stands for anything"
        )
        parser.add_argument("--all", action="store_true", help="also those that the rules of today have decided")
        parser.add_argument("--dry-run", action="store_true", help="store nothing, tell what would change")
        parser.add_argument("--processes", type=at_least_one, help="default: FILMWIRE_WORKERS")

    def answer(self, args: list[str], opts: argparse.Namespace) -> None:
        from storage.engine import open_database, reading  # noqa: PLC0415 - SQLAlchemy is loaded by those who need it
        from storage.reclean import CONDITIONS, pages_to_clean  # noqa: PLC0415

        only(args, 0, 0, "options only")
        where = dict(_condition(text, CONDITIONS) for text in opts.where)
        engine = open_database(self.database_url)
        with reading(engine) as session:
            pages = pages_to_clean(session, where, everything=opts.all)
        processes = opts.processes or self.settings.getint("FILMWIRE_WORKERS")
        counts, differences = asyncio.run(self._clean(engine, pages, processes, dry=opts.dry_run))
        if opts.dry_run:
            _tell(len(pages), counts, differences)
        else:
            print("  ".join(f"{name} {count}" for name, count in sorted(counts.items())) or "nothing to clean")

    async def _clean(
        self, engine: "Engine", pages: Sequence[int], processes: int, *, dry: bool
    ) -> tuple[Counter[str], "list[Difference]"]:
        """Clean batch after batch; while one is stored the next is being cleaned."""
        from crawler.workers import CleaningWorkers  # noqa: PLC0415

        settings = self.settings
        limits = settings.getfloat("FILMWIRE_CLEAN_SECONDS"), settings.getint("FILMWIRE_CLEAN_MEGABYTES")
        workers = CleaningWorkers(processes, *limits)
        counts: Counter[str] = Counter()
        differences: list[Difference] = []
        rest, finish = iter(pages), compare if dry else store
        try:
            with Progress(console=screen(), transient=True, disable=not sys.stderr.isatty()) as bar:
                task = bar.add_task("cleaning", total=len(pages))
                following = asyncio.create_task(_cleaned(engine, workers, list(islice(rest, BATCH * processes))))
                while batch := await following:
                    following = asyncio.create_task(_cleaned(engine, workers, list(islice(rest, BATCH * processes))))
                    await asyncio.sleep(0)
                    differences += await asyncio.to_thread(finish, engine, batch, counts)
                    bar.advance(task, len(batch))
        finally:
            workers.close()
        return counts, differences


Batch = list[tuple[int, "CleanArticle | str"]]


async def _cleaned(engine: "Engine", workers: "CleaningWorkers", pages: list[int]) -> Batch:
    from storage.engine import reading  # noqa: PLC0415
    from storage.pages import load_hints, load_page  # noqa: PLC0415

    with reading(engine) as session:
        loaded = [(load_page(session, number), load_hints(session, number)) for number in pages]
    cleaned = await asyncio.gather(*(workers.clean(page, hints) for page, hints in loaded))
    whole = [await _whole(engine, workers, page, one) for (page, _), one in zip(loaded, cleaned, strict=True)]
    return list(zip(pages, whole, strict=True))


async def _whole(
    engine: "Engine", workers: "CleaningWorkers", page: "Page", cleaned: "CleanArticle | str"
) -> "CleanArticle | str":
    """Join the further pages of an article to its first, as far as they are kept."""
    from storage.engine import reading  # noqa: PLC0415
    from storage.pages import load_hints, load_page  # noqa: PLC0415
    from storage.reclean import page_at  # noqa: PLC0415

    if isinstance(cleaned, str):
        return cleaned
    parts, seen = [cleaned], {page.url, page.final_url}
    while (link := next_page(parts[-1], seen)) and len(parts) < MAX_PAGES:
        seen.add(link)
        with reading(engine) as session:
            number = page_at(session, link)
            further = (load_page(session, number), load_hints(session, number)) if number else None
        part = await workers.clean(*further) if further else ""
        if isinstance(part, str):
            break
        parts.append(part)
    return join_pages(parts)


def store(engine: "Engine", batch: Batch, counts: Counter[str]) -> "list[Difference]":
    """Store a batch in one transaction: killed before its end, all of it is done again."""
    from storage.articles import mark_failed, store_article  # noqa: PLC0415
    from storage.engine import writing  # noqa: PLC0415

    with writing(engine) as session:
        for number, cleaned in batch:
            if isinstance(cleaned, str):
                stored = mark_failed(session, number, cleaned)
            else:
                stored = store_article(session, number, cleaned)
            counts[stored.fate] += 1
    return []


def compare(engine: "Engine", batch: Batch, counts: Counter[str]) -> "list[Difference]":
    """Find what a batch would change."""
    from storage.engine import reading  # noqa: PLC0415
    from storage.reclean import difference  # noqa: PLC0415

    with reading(engine) as session:
        found = [difference(session, number, cleaned) for number, cleaned in batch if not isinstance(cleaned, str)]
    differences = [one for one in found if one is not None]
    counts["failed"] += sum(isinstance(cleaned, str) for _, cleaned in batch)
    counts.update(name for one in differences for name in one.changed)
    return differences


def _condition(text: str, known: "Collection[str]") -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals or name not in known:
        raise Mistake(f"--where {text}: give name=value, the name one of {', '.join(known)}")
    return name, value


def _tell(pages: int, counts: Counter[str], differences: "list[Difference]") -> None:
    print(f"{pages} pages, {len(differences)} articles would change")
    for name, count in counts.most_common():
        print(f"  {name:16} {count}") if count else None
    for one in differences[:SAMPLES]:
        print(f"\n{one.url}  ({', '.join(one.changed)})", *one.diff[2:], sep="\n")
