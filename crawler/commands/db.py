"""``scrapy db``: which database this is, and what it holds."""

import argparse
import dataclasses
import json
from collections.abc import Mapping

from rich.table import Table

from crawler.command import Command as OurCommand
from crawler.command import only, screen

MEGABYTE = 1_000_000


class Command(OurCommand):
    """Tells what the database holds; makes it, or brings it to the newest schema, where that is needed."""

    def syntax(self) -> str:
        return "[--json]"

    def short_desc(self) -> str:
        return "Tell which database this is and what it holds; makes or upgrades it if need be"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.add_argument("--json", action="store_true", help="print it as JSON")

    def answer(self, args: list[str], opts: argparse.Namespace) -> None:
        from storage.engine import masked, open_database, reading  # noqa: PLC0415 - SQLAlchemy is loaded by those who need it
        from storage.overview import overview  # noqa: PLC0415

        only(args, 0, 0, "no argument")
        with reading(open_database(self.database_url)) as session:
            held = overview(session)
        if opts.json:
            print(json.dumps({"database": masked(self.database_url), **dataclasses.asdict(held)}, ensure_ascii=False))
            return
        table = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
        table.add_row("database", masked(self.database_url))
        table.add_row("schema", held.revision)
        table.add_row("articles", _counts(held.articles))
        table.add_row("pages", f"{held.pages}, {held.raw / MEGABYTE:.1f} MB kept in {held.kept / MEGABYTE:.1f} MB")
        table.add_row("frontier", _counts(held.frontier))
        table.add_row("runs", str(held.runs))
        screen().print(table)


def _counts(counts: Mapping[str, int]) -> str:
    """Say counts by name.

    >>> _counts({"published": 3, "duplicate": 1})
    '4 (1 duplicate, 3 published)'
    """
    named = ", ".join(f"{count} {name}" for name, count in sorted(counts.items()))
    return f"{sum(counts.values())} ({named})" if counts else "none"
