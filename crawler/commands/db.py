"""``scrapy db``: which database this is and what it holds; check it, copy it, give back unused room."""

import argparse
import dataclasses
import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from rich.table import Table

from crawler.command import Command as OurCommand
from crawler.command import only, screen
from crawler.exits import Exit, Mistake

if TYPE_CHECKING:
    from sqlalchemy import Engine

MEGABYTE = 1_000_000
VERBS = ("upgrade", "check", "backup", "vacuum", "rebuild")


class Command(OurCommand):
    """Tells what the database holds; makes it, or brings it to the newest schema, where that is needed."""

    def syntax(self) -> str:
        return "[--json] [upgrade | check | backup FILE | vacuum | rebuild [all]]"

    def short_desc(self) -> str:
        return "Tell which database this is and what it holds (made or upgraded if need be); check, back up or vacuum it"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.add_argument("--json", action="store_true", help="print it as JSON")

    def answer(self, args: list[str], opts: argparse.Namespace) -> None:
        from storage.engine import masked, opened, reading_from  # noqa: PLC0415 - SQLAlchemy is loaded by those who need it
        from storage.query.overview import overview  # noqa: PLC0415

        verb, *rest = only(args, 0, 2, self.syntax()) or ["upgrade"]
        if verb not in VERBS or ((verb == "backup") != bool(rest) and (verb, rest) != ("rebuild", ["all"])):
            raise Mistake(f"give {self.syntax()}")
        if verb != "upgrade":
            with opened(self.database_url) as engine:
                self.exitcode = _look_after(engine, verb, rest)
            return
        with reading_from(self.database_url) as session:
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


def _look_after(engine: "Engine", verb: str, rest: list[str]) -> Exit:
    """Check, copy, rebuild or vacuum the database, and say what came of it."""
    from storage.care import care  # noqa: PLC0415

    problems: list[str] = []
    if verb == "check":
        problems = care.check(engine)
        print(*(problems or ["all is well"]), sep="\n")
    elif verb == "backup":
        try:
            care.backup(engine, Path(rest[0]))
        except OSError as error:
            raise Mistake(f"cannot write {rest[0]}: {error.strerror}", Exit.ERROR) from None
        print(f"copied to {rest[0]}")
    elif verb == "rebuild":
        _rebuild(engine, everything=bool(rest))
    else:
        care.vacuum(engine)
        print("vacuumed")
    return Exit.ERROR if problems else Exit.OK


def _rebuild(engine: "Engine", *, everything: bool) -> None:
    from storage.care.rebuild import rebuild  # noqa: PLC0415
    from storage.engine import lock_writers, writing  # noqa: PLC0415

    with writing(engine) as session:
        lock_writers(session)
        parts = rebuild(session, everything=everything)
    print(f"made anew: {', '.join(parts)}" if parts else "all of it is of today")


def _counts(counts: Mapping[str, int]) -> str:
    """Say counts by name.

    >>> _counts({"published": 3, "duplicate": 1})
    '4 (1 duplicate, 3 published)'
    """
    named = ", ".join(f"{count} {name}" for name, count in sorted(counts.items()))
    return f"{sum(counts.values())} ({named})" if counts else "none"
