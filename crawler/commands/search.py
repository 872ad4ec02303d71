"""``scrapy search``: find articles by their words, English and Chinese."""

import argparse
import csv
import json
import sys
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from rich.text import Text

from crawler.command import Command as OurCommand
from crawler.command import aside, at_least_one, only, screen
from crawler.exits import Mistake
from crawler.filters import add_filters, filtered

if TYPE_CHECKING:
    from storage.query.browse import Card

FIELDS = {
    "id": "public_id",
    "number": "article_id",
    **{name: name for name in "url headline publisher date_published language snippet".split()},
}
"""What is told of an article, by the names that the API and exports have for it; its number holds in this database alone."""
INDENT = " " * 7


class Command(OurCommand):
    """Searches the database."""

    def syntax(self) -> str:
        return "[options] [words]"

    def short_desc(self) -> str:
        return "Find articles by their words, or by site, day, language, writer or film"

    def long_desc(self) -> str:
        return (
            "Find articles by their words: all of them must occur. In quotes, words stand in a row; OR finds either, NOT or a"
            ' minus leaves out, title: looks in the headline, brackets group; film:"A Title" finds the articles that name the'
            """ film. As in: scrapy search '"box office" (harbour OR 冬港) NOT title:review'."""
            " What begins with a minus follows --. Without words, the newest of what the options ask for."
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        add_filters(parser)
        parser.add_argument(
            "--order",
            choices=("relevance", "date"),
            default="relevance",
            help="what comes first: where the words stand, or the newest (default: relevance)",
        )
        parser.add_argument("--limit", type=at_least_one, default=20, metavar="N", help="at most N (default: 20)")
        form = parser.add_mutually_exclusive_group()
        form.add_argument("--json", action="store_true", help="one JSON object a line")
        form.add_argument("--csv", action="store_true", help="a table with a heading line")

    def answer(self, args: list[str], opts: argparse.Namespace) -> None:
        from storage.engine import reading_from  # noqa: PLC0415 - SQLAlchemy is loaded by those who need it
        from storage.query.browse import Order, browse_all  # noqa: PLC0415
        from storage.query.wanted import Wanted  # noqa: PLC0415

        wanted = replace(filtered(opts), text=" ".join(only(args, 0, 99, "the words to look for")).strip())
        if wanted == Wanted():
            raise Mistake("give the words to look for, or an option such as --source or --since")
        show = _print_lines if opts.json else _print_table if opts.csv else _print
        with reading_from(self.database_url) as session:
            show(browse_all(session, wanted, order=Order(opts.order), most=opts.limit))


def _print_lines(hits: Iterable["Card"]) -> None:
    from storage.export.formats import rfc3339  # noqa: PLC0415

    for hit in hits:
        told = {name: getattr(hit, field) for name, field in FIELDS.items()}
        print(json.dumps(told, ensure_ascii=False, default=rfc3339))


def _print_table(hits: Iterable["Card"]) -> None:
    from storage.export.formats import cell  # noqa: PLC0415

    table = csv.writer(sys.stdout)
    table.writerow(FIELDS)
    table.writerows([cell(getattr(hit, field)) for field in FIELDS.values()] for hit in hits)


def _print(hits: Iterable["Card"]) -> None:
    """Three lines an article; on a terminal a snippet is broken at its width, an address never."""
    console, hit = screen(), None
    for hit in hits:
        when = f"{hit.date_published:%Y-%m-%d}" if hit.date_published else "no date"
        head = Text.assemble((f"{hit.article_id:>5}  ", "cyan"), (hit.headline or "(no headline)", "bold"))
        told = Text(f"{INDENT}{when}  {hit.publisher or ''}  {hit.url}", "dim")
        snippet = Text.assemble(*((piece.text, "bold yellow" if piece.marked else "") for piece in hit.pieces))
        lines = snippet.wrap(console, max(1, console.width - len(INDENT))) if console.is_terminal else [snippet]
        for line in (head, told, *(Text.assemble(INDENT, line) for line in lines)):
            console.print(line, soft_wrap=True)
    if hit is None:
        aside("nothing found")
