"""``scrapy export``: the published articles as a file."""

import argparse
from pathlib import Path

from crawler.command import Command as OurCommand
from crawler.command import only
from crawler.exits import Exit, Mistake


class Command(OurCommand):
    """Writes the articles to a file."""

    def syntax(self) -> str:
        return "<file.jsonl | .csv | ...>"

    def short_desc(self) -> str:
        return "Write the published articles to a file; its suffix chooses the format"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.add_argument(
            "--respect-optout",
            action="store_true",
            help="leave out what publishers do not want handed on (noindex, noarchive, noai, TDM reservation)",
        )

    def answer(self, args: list[str], opts: argparse.Namespace) -> None:
        from storage.engine import open_database, reading  # noqa: PLC0415 - SQLAlchemy is loaded by those who need it
        from storage.export import export  # noqa: PLC0415

        path = Path(only(args, 1, 1, "the file to write")[0])
        if not path.resolve().parent.is_dir():
            raise Mistake(f"no such folder: {path.parent}", Exit.ERROR)
        with reading(open_database(self.database_url)) as session:
            try:
                export(session, path, respect_optout=opts.respect_optout)
            except ValueError as error:  # a suffix that stands for no format
                raise Mistake(str(error)) from None
            except OSError as error:
                raise Mistake(f"cannot write {path}: {error.strerror}", Exit.ERROR) from None
