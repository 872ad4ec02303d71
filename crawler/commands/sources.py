"""``scrapy sources``: what each site gave, how complete it is, and when it last gave something."""

import argparse
import dataclasses
import json
from typing import TYPE_CHECKING

from rich.table import Table

from crawler.command import Command as OurCommand
from crawler.command import aside, only, screen

if TYPE_CHECKING:
    from storage.query.figures import SourceFigures

COUNTS = "articles published duplicates quarantined".split()
FIELDS = "headline author date".split()


class Command(OurCommand):
    """Lists the sites."""

    def syntax(self) -> str:
        return "[--json]"

    def short_desc(self) -> str:
        return "List the sites, the largest first: what each gave, how complete it is, the day of its newest article"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.add_argument("--json", action="store_true", help="one JSON object a line, as the API gives it")

    def answer(self, args: list[str], opts: argparse.Namespace) -> None:
        from storage.engine import reading_from  # noqa: PLC0415 - SQLAlchemy is loaded by those who need it
        from storage.export.formats import rfc3339  # noqa: PLC0415
        from storage.query.figures import list_sources  # noqa: PLC0415

        only(args, 0, 0, "no argument")
        with reading_from(self.database_url) as session:
            sources = list_sources(session)
        if not sources:
            aside("no articles yet")
        elif opts.json:
            for source in sources:
                print(json.dumps(dataclasses.asdict(source), ensure_ascii=False, default=rfc3339))
        else:
            screen().print(_table(sources))


def _table(sources: "list[SourceFigures]") -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0))
    for column in ("site", "publisher"):
        table.add_column(column, overflow="fold")
    for column in (*COUNTS, *(f"with {field}" for field in FIELDS)):
        table.add_column(column, justify="right")
    table.add_column("newest")
    for source in sources:
        counts = [str(getattr(source, name) or "") for name in COUNTS]
        shares = [f"{getattr(source, f'with_{field}') / source.articles:.0%}" for field in FIELDS]
        newest = f"{source.latest:%Y-%m-%d}" if source.latest else ""
        table.add_row(source.site, source.publisher or "", *counts, *shares, newest)
    return table
