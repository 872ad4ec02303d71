"""``scrapy export``: the published articles as a file, or the pages they came from."""

import argparse
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from crawler.command import Command as OurCommand
from crawler.command import aside, only
from crawler.exits import Exit, Mistake
from crawler.filters import add_conditions, add_filters, conditions, filtered

if TYPE_CHECKING:
    from storage.export.export import Selection

PIPE = Path("-")


class Command(OurCommand):
    """Writes the articles to a file."""

    def syntax(self) -> str:
        return "[options] <file.jsonl | .csv | .parquet | .rss | .warc.gz | ->"

    def short_desc(self) -> str:
        return "Write the published articles, or the pages they came from, to a file; its suffix chooses the format"

    def long_desc(self) -> str:
        return (
            "Write the published articles to a file, whole or not at all, and beside it FILE.manifest.json with their number"
            " and the file's SHA-256. A .warc or .warc.gz holds the pages as they were fetched; --where chooses them."
            " - writes JSON lines to standard output."
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        forms = ("filmwire", "zyte", "schema")
        parser.add_argument("--form", choices=forms, default="filmwire", help="names of the fields (.jsonl)")
        add_filters(parser)
        parser.add_argument("--words", default="", help="articles with these words, as scrapy search finds them")
        parser.add_argument(
            "--respect-optout",
            action="store_true",
            help="leave out what publishers do not want handed on (noindex, noarchive, noai, TDM reservation)",
        )
        add_conditions(parser)

    def answer(self, args: list[str], opts: argparse.Namespace) -> None:
        from storage.engine import reading_from  # noqa: PLC0415 - SQLAlchemy is loaded by those who need it
        from storage.export.export import WARCS, export, pour  # noqa: PLC0415

        path = Path(only(args, 1, 1, "the file to write")[0])
        if not path.resolve().parent.is_dir():
            raise Mistake(f"no such folder: {path.parent}", Exit.ERROR)
        selection = _selection(opts, pages=path.name.lower().endswith(WARCS))
        with reading_from(self.database_url) as session:
            if path == PIPE:
                pour(session, sys.stdout.buffer, selection)
                return
            try:
                count = export(session, path, selection)
            except ValueError as error:  # a suffix that stands for no format
                raise Mistake(str(error)) from None
            except ImportError:
                raise Mistake("a .parquet file needs pyarrow: pip install 'filmwire[parquet]'", Exit.CONFIGURATION) from None
            except OSError as error:
                raise Mistake(f"cannot write {path}: {error.strerror}", Exit.ERROR) from None
        thing = "page" if path.name.lower().endswith(WARCS) else "article"
        aside(f"{count} {thing}{'' if count == 1 else 's'} written to {path}")


def _selection(opts: argparse.Namespace, *, pages: bool) -> "Selection":
    """What is asked for. Raises Mistake where articles are chosen for a file of pages, or pages for one of articles."""
    from storage.export.export import Selection  # noqa: PLC0415
    from storage.query.wanted import Wanted  # noqa: PLC0415

    wanted, where = replace(filtered(opts), text=opts.words), conditions(opts.where)
    if pages and wanted != Wanted():
        raise Mistake("a .warc file holds pages: --where chooses them, the other filters choose articles")
    if where and not pages:
        raise Mistake("--where chooses pages: they go into a .warc or .warc.gz file")
    return Selection(wanted, opts.form, opts.respect_optout, where)
