"""``scrapy quarantine``: what is kept out of sight and why; release it or reject it for good."""

import argparse
import json
from typing import TYPE_CHECKING, Any

from rich.table import Table
from rich.text import Text

from crawler.command import Command as OurCommand
from crawler.command import aside, at_least_one, only, screen
from crawler.exits import Exit, Mistake

if TYPE_CHECKING:
    from storage.models import Article

VERBS = {"release": "released", "reject": "rejected", "withdraw": None}


class Command(OurCommand):
    """Lists quarantined articles, and records an editor's word on one."""

    def syntax(self) -> str:
        return "[list [--limit N] [--json] | release ID | reject ID | withdraw ID]"

    def short_desc(self) -> str:
        return "List what is quarantined; release or reject an article, and it stays so when it is cleaned again"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.add_argument("--limit", type=at_least_one, default=20, metavar="N", help="list at most N (default: 20)")
        parser.add_argument("--json", action="store_true", help="list one JSON object a line")

    def answer(self, args: list[str], opts: argparse.Namespace) -> None:
        verb, *rest = only(args, 0, 2, self.syntax()) or ["list"]
        if verb == "list" and not rest:
            self._list(opts)
        elif verb in VERBS and rest:
            self._decide(verb, rest[0])
        else:
            raise Mistake(f"give {self.syntax()}")

    def _list(self, opts: argparse.Namespace) -> None:
        from storage.engine import reading_from  # noqa: PLC0415 - SQLAlchemy is loaded by those who need it
        from storage.models import Standing  # noqa: PLC0415
        from storage.query.facets import count_articles  # noqa: PLC0415
        from storage.query.queries import quarantined  # noqa: PLC0415
        from storage.query.wanted import Wanted  # noqa: PLC0415

        with reading_from(self.database_url) as session:
            total = count_articles(session, Wanted(standing=Standing.QUARANTINED))
            rows = [_told(article, faults) for article, faults in quarantined(session, opts.limit)]
        if opts.json:
            for row in rows:
                print(json.dumps(row, ensure_ascii=False))
        elif rows:
            screen().print(_table(rows))
        if len(rows) < total:
            aside(f"{len(rows)} of {total}; --limit lists more")
        elif not rows:
            aside("nothing is quarantined")

    def _decide(self, verb: str, name: str) -> None:
        from storage.articles.decisions import decide  # noqa: PLC0415
        from storage.engine import writing_to  # noqa: PLC0415
        from storage.models import Decision  # noqa: PLC0415
        from storage.query.queries import find_article  # noqa: PLC0415

        word = VERBS[verb]
        with writing_to(self.database_url) as session:
            article_id = find_article(session, name)
            if article_id is None or not decide(session, article_id, Decision(word) if word else None):
                raise Mistake(f"no article {name}", Exit.ERROR)
        print(f"{name}: {word or 'undecided again'}")


def _told(article: "Article", faults: list[str]) -> dict[str, Any]:
    names = {"id": "public_id", "number": "id", "url": "canonical_url", "headline": "headline", "site": "site"}
    return {name: getattr(article, column) for name, column in names.items()} | {"faults": faults}


def _table(rows: list[dict[str, Any]]) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0))
    for column in ("id", "headline", "why", "url"):
        table.add_column(column, overflow="fold")
    for row in rows:
        cells = (str(row["number"]), row["headline"] or "", ", ".join(row["faults"]), row["url"])
        table.add_row(*map(Text, cells))
    return table
