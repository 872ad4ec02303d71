"""``scrapy search``: find articles by their words, English and Chinese."""

import argparse
import csv
import dataclasses
import json
import sys
from datetime import UTC, date, datetime, time, timedelta

from rich.console import Console
from rich.text import Text

from crawler.command import Command as OurCommand
from crawler.command import only, screen
from crawler.exits import Mistake


class Command(OurCommand):
    """Searches the database."""

    def syntax(self) -> str:
        return "[options] <words>"

    def short_desc(self) -> str:
        return "Find articles by their words: all of them must occur"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.add_argument("--lang", help="language of the article: en, zh")
        parser.add_argument("--since", metavar="DAY", help="published on this day or later (2026-11-21)")
        parser.add_argument("--until", metavar="DAY", help="published on this day or earlier")
        parser.add_argument("--source", help="a site (chinadaily.com.cn) or a publisher's name")
        parser.add_argument("--limit", type=int, default=20, help="at most that many (default: 20)")
        parser.add_argument("--json", action="store_true", help="one JSON object a line")
        parser.add_argument("--csv", action="store_true", help="a table with a heading line")

    def answer(self, args: list[str], opts: argparse.Namespace) -> None:
        from storage.engine import open_database, reading  # noqa: PLC0415 - SQLAlchemy is loaded by those who need it
        from storage.search import search  # noqa: PLC0415

        words = " ".join(only(args, 1, 99, "the words to look for"))
        since, until = day(opts.since), day(opts.until)
        with reading(open_database(self.database_url)) as session:
            hits = search(
                session,
                words,
                language=opts.lang,
                since=since,
                until=until and until + timedelta(days=1),
                source=opts.source,
                limit=opts.limit,
            )
        rows = [dataclasses.asdict(hit) for hit in hits]
        if opts.json:
            for row in rows:
                print(json.dumps(row, ensure_ascii=False, default=str))
        elif opts.csv:
            writer = csv.DictWriter(sys.stdout, list(rows[0]) if rows else [])
            writer.writeheader()
            writer.writerows(rows)
        else:
            _print(rows)


def day(text: str | None) -> datetime | None:
    """A day as the moment it begins, in UTC. Raises Mistake for what is no day.

    >>> day("2026-11-21")
    datetime.datetime(2026, 11, 21, 0, 0, tzinfo=datetime.timezone.utc)
    """
    try:
        return datetime.combine(date.fromisoformat(text), time.min, UTC) if text else None
    except ValueError:
        raise Mistake(f"{text!r} is no day: write it as 2026-11-21") from None


def _print(rows: list[dict[str, object]]) -> None:
    console = screen()
    for row in rows:
        published = row["date_published"]
        when = f"{published:%Y-%m-%d}" if isinstance(published, datetime) else "no date"
        console.print(Text.assemble((f"{row['article_id']:>5}  ", "cyan"), (str(row["headline"] or "(no headline)"), "bold")))
        console.print(Text(f"       {when}  {row['publisher'] or ''}  {row['url']}", "dim"))
        console.print(Text(f"       {row['snippet']}"))
    if not rows:
        Console(stderr=True).print("nothing found", style="dim")
