"""``scrapy stories``: what more than one article tells."""

import argparse
import dataclasses
import json

from rich.text import Text

from crawler.command import Command as OurCommand
from crawler.command import aside, at_least_one, only, screen


class Command(OurCommand):
    """Lists the stories that more than one article tells."""

    def syntax(self) -> str:
        return "[--limit N] [--json]"

    def short_desc(self) -> str:
        return "List the stories that more than one article tells, the newest first; `scrapy show` lists the articles of one"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.add_argument("--limit", type=at_least_one, default=20, metavar="N", help="at most N (default: 20)")
        parser.add_argument("--json", action="store_true", help="one JSON object a line, as the API gives it")

    def answer(self, args: list[str], opts: argparse.Namespace) -> None:
        from storage.engine import reading_from  # noqa: PLC0415 - SQLAlchemy is loaded by those who need it
        from storage.query.figures import list_stories  # noqa: PLC0415

        only(args, 0, 0, "no argument")
        with reading_from(self.database_url) as session:
            stories = list_stories(session, limit=opts.limit, newest=True)
        if not stories:
            aside("no story is told twice yet")
        for story in stories:
            if opts.json:
                print(json.dumps(dataclasses.asdict(story), ensure_ascii=False))
            else:
                head = Text.assemble((story.id, "cyan"), "  ", (story.headline or "(no headline)", "bold"))
                screen().print(head, soft_wrap=True)
                screen().print(Text(f"{'':16}  {story.members} articles: {', '.join(story.told_by)}", "dim"), soft_wrap=True)
