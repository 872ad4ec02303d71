"""``scrapy quarantine``: what is kept out of sight and why; release it or reject it for good."""

import argparse

from rich.table import Table
from rich.text import Text

from crawler.command import Command as OurCommand
from crawler.command import aside, only, screen
from crawler.exits import Exit, Mistake

VERBS = {"release": "released", "reject": "rejected", "undo": None}


class Command(OurCommand):
    """Lists quarantined articles, and records an editor's word on one."""

    def syntax(self) -> str:
        return "[list | release ID | reject ID | undo ID]"

    def short_desc(self) -> str:
        return "List what is quarantined; release or reject an article, and it stays so when it is cleaned again"

    def answer(self, args: list[str], opts: argparse.Namespace) -> None:
        verb, *rest = only(args, 0, 2, self.syntax()) or ["list"]
        if verb == "list" and not rest:
            self._list()
        elif verb in VERBS and rest:
            self._decide(verb, rest[0])
        else:
            raise Mistake(f"give {self.syntax()}")

    def _list(self) -> None:
        from storage.engine import reading_from  # noqa: PLC0415 - SQLAlchemy is loaded by those who need it
        from storage.query.queries import quarantined  # noqa: PLC0415

        table = Table(box=None, padding=(0, 2, 0, 0))
        for column in ("id", "headline", "why", "url"):
            table.add_column(column, overflow="fold")
        with reading_from(self.database_url) as session:
            for article, faults in quarantined(session):
                row = (str(article.id), article.headline or "", ", ".join(faults), article.canonical_url)
                table.add_row(*(Text(cell) for cell in row))
        if table.row_count:
            screen().print(table)
        else:
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
