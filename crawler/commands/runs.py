"""``scrapy runs``: what each crawl brought."""

import argparse
import json
from typing import Any

from rich.table import Table

from crawler.command import Command as OurCommand
from crawler.command import aside, at_least_one, only, screen

FATES = "new updated unchanged duplicate quarantined failed".split()


class Command(OurCommand):
    """Lists the crawls."""

    def syntax(self) -> str:
        return "[--limit N] [--json]"

    def short_desc(self) -> str:
        return "List the crawls, newest first, and what each brought"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.add_argument("--limit", type=at_least_one, default=20, metavar="N", help="at most N (default: 20)")
        parser.add_argument("--json", action="store_true", help="one JSON object a line")

    def answer(self, args: list[str], opts: argparse.Namespace) -> None:
        from storage.crawls.runs import list_runs  # noqa: PLC0415
        from storage.crawls.usual import unusual_about  # noqa: PLC0415
        from storage.engine import reading_from  # noqa: PLC0415 - SQLAlchemy is loaded by those who need it

        only(args, 0, 0, "no argument")
        with reading_from(self.database_url) as session:
            rows = [
                {
                    "id": run.id,
                    "spider": run.spider,
                    "arguments": run.arguments,
                    "started": run.started_at.astimezone().isoformat(timespec="seconds"),
                    "seconds": (run.finished_at - run.started_at).total_seconds() if run.finished_at else None,
                    "status": run.status,
                    "counts": run.counts,
                    "exit_code": run.exit_code,
                    "job": run.job_id,
                    "log": run.log,
                    "unusual": unusual_about(session, run),
                }
                for run in list_runs(session, opts.limit)
            ]
        if opts.json:
            for row in rows:
                print(json.dumps(row, ensure_ascii=False))
        elif rows:
            screen().print(_table(rows))
        else:
            aside("no crawl has run yet")


def _table(rows: list[dict[str, Any]]) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0))
    for column in ("run", "spider", "started", "seconds", "status", "exit"):
        table.add_column(column)
    for fate in FATES:
        table.add_column(fate, justify="right")
    table.add_column("unusual", style="yellow")
    for row in rows:
        counts = row["counts"]
        seconds = row["seconds"]
        told = [str(counts.get(f"articles/{fate}", 0)) for fate in FATES] if isinstance(counts, dict) else []
        lasted = f"{seconds:.0f}" if isinstance(seconds, float) else ""
        ended = "" if row["exit_code"] is None else str(row["exit_code"])
        run = (str(row["id"]), str(row["spider"]), str(row["started"]).replace("T", " "), lasted, str(row["status"]), ended)
        table.add_row(*run, *told, "; ".join(row["unusual"]))
    return table
