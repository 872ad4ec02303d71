"""``scrapy search``: find articles by their words, English and Chinese."""

import argparse
import csv
import json
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

from rich.text import Text

from crawler.command import Command as OurCommand
from crawler.command import aside, at_least_one, only, screen
from crawler.filters import add_filters, filtered

if TYPE_CHECKING:
    from storage.query.browse import Card

FIELDS = ("article_id", "public_id", "url", "headline", "publisher", "date_published", "language", "snippet")


class Command(OurCommand):
    """Searches the database."""

    def syntax(self) -> str:
        return "[options] <words>"

    def short_desc(self) -> str:
        return "Find articles by their words"

    def long_desc(self) -> str:
        return (
            "Find articles by their words: all of them must occur. In quotes, words stand in a row; OR finds either, NOT or a"
            ' minus leaves out, title: looks in the headline, brackets group; film:"A Title" finds the articles that name the'
            """ film. As in: scrapy search '"box office" (harbour OR 冬港) NOT title:review'."""
            " What begins with a minus follows --."
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        add_filters(parser)
        parser.add_argument("--author", metavar="NAME", help="the whole name of a writer")
        parser.add_argument("--members", action="store_true", help="every article of a story, not only one")
        parser.add_argument(
            "--order",
            choices=("relevance", "date"),
            default="relevance",
            help="what comes first: where the words stand, or the newest (default: relevance)",
        )
        parser.add_argument("--limit", type=at_least_one, default=20, metavar="N", help="at most N (default: 20)")
        parser.add_argument("--json", action="store_true", help="one JSON object a line")
        parser.add_argument("--csv", action="store_true", help="a table with a heading line")

    def answer(self, args: list[str], opts: argparse.Namespace) -> None:
        from storage.engine import reading_from  # noqa: PLC0415 - SQLAlchemy is loaded by those who need it
        from storage.export.formats import cell, rfc3339  # noqa: PLC0415
        from storage.query.search import Order, search  # noqa: PLC0415

        words = " ".join(only(args, 1, 99, "the words to look for"))
        wanted = replace(filtered(opts), author=opts.author, members=opts.members)
        with reading_from(self.database_url) as session:
            hits = search(session, words, wanted, order=Order(opts.order), limit=opts.limit)
        rows = [{name: getattr(hit, name) for name in FIELDS} for hit in hits]
        if opts.json:
            for row in rows:
                print(json.dumps(row, ensure_ascii=False, default=rfc3339))
        elif opts.csv:
            table = csv.writer(sys.stdout)
            table.writerow(FIELDS)
            table.writerows(map(cell, row.values()) for row in rows)
        else:
            _print(hits)


def _print(hits: "list[Card]") -> None:
    console = screen()
    for hit in hits:
        when = f"{hit.date_published:%Y-%m-%d}" if hit.date_published else "no date"
        console.print(Text.assemble((f"{hit.article_id:>5}  ", "cyan"), (hit.headline or "(no headline)", "bold")))
        console.print(Text(f"       {when}  {hit.publisher or ''}  {hit.url}", "dim"))
        marked = ((piece.text, "bold yellow" if piece.marked else "") for piece in hit.pieces)
        console.print(Text.assemble("       ", *marked))
    if not hits:
        aside("nothing found")
