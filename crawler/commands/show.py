"""``scrapy show``: one article, and with --ledger how it came to be."""

import argparse
from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from cleaners.templates.short_way import ORIGIN
from crawler.command import Command as OurCommand
from crawler.command import only, screen
from crawler.exits import Exit, Mistake

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from storage.query.queries import Shown

FIELDS = {"public_id": "id", "canonical_url": "url"} | {
    name: name
    for name in "publisher source section keywords date_published date_modified language opt_outs standing verdict".split()
}
"""What is shown of an article, by the names that exports have for it."""


class Command(OurCommand):
    """Shows a stored article."""

    def syntax(self) -> str:
        return "[--ledger] [--template] [--versions] [--json] <number | public id | URL>"

    def short_desc(self) -> str:
        return "Show one article; --ledger tells what was taken out of it and why"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.add_argument("--ledger", action="store_true", help="every edit, every candidate, every finding")
        parser.add_argument("--template", action="store_true", help="where its site's pages keep their article, as learned")
        parser.add_argument("--versions", action="store_true", help="every text that it had, and what changed")
        parser.add_argument("--json", action="store_true", help="print everything as JSON, as the API gives it")

    def answer(self, args: list[str], opts: argparse.Namespace) -> None:
        from storage.engine import reading_from  # noqa: PLC0415 - SQLAlchemy is loaded by those who need it
        from storage.query.queries import find_article, show_article  # noqa: PLC0415

        name = only(args, 1, 1, "an article's number, its public id or its URL")[0]
        with reading_from(self.database_url) as session:
            article_id = find_article(session, name)
            shown = show_article(session, article_id) if article_id is not None else None
            if shown is None:
                raise Mistake(f"no article {name}", Exit.ERROR)
            if opts.json:
                from web.answers import article  # noqa: PLC0415 - the other answers do not need it

                print(article(shown).model_dump_json(indent=2))
            else:
                screen().print(_asked_for(session, shown, opts))


def _asked_for(session: "Session", shown: "Shown", opts: argparse.Namespace) -> RenderableType:
    parts = [_article(shown), *_parts(shown)]
    if opts.versions:
        parts += _history(shown)
    if opts.template:
        parts += _templates(session, shown)
    if opts.ledger:
        parts += [*_ledger(shown), *_provenance(shown), *_findings(shown)]
    return Group(*parts)


def _article(shown: "Shown") -> RenderableType:
    article = shown.article
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
    table.add_column(style="bold")
    table.add_column(overflow="fold")
    rows = [(name, getattr(article, field)) for field, name in FIELDS.items()]
    templates = [candidate.value for candidate in shown.provenance if candidate.origin == ORIGIN]
    for field, value in [("authors", shown.authors), ("editors", shown.editors), *rows, ("template", templates)]:
        if value:
            table.add_row(field, " · ".join(map(str, value)) if isinstance(value, list | tuple) else str(value))
    standfirst = [Text(f"\n{article.standfirst}", "italic")] if article.standfirst else []
    return Group(Text(article.headline or "(no headline)", "bold underline"), table, *standfirst, Text(f"\n{article.body}"))


def _parts(shown: "Shown") -> list[RenderableType]:
    captions = [Text(f"  {caption.text}" + (f"  ({caption.credit})" if caption.credit else "")) for caption in shown.captions]
    comments = [Text.assemble("  ", (comment.username or "?", "bold"), f": {comment.text}") for comment in shown.comments]
    versions = [Text(f"  {version.fetched_at:%Y-%m-%d %H:%M} {version.headline or ''}") for version in shown.versions]
    films = [Text.assemble("  ", (film.title, "bold"), f"  {film.origin}: {film.evidence}") for film in shown.films]
    others = [Text(f"  {other.id:>5} {other.headline or ''} {other.canonical_url}") for other in shown.duplicates]
    likes = [
        Text(f"  {like.other_id:>5} {like.kind:<9} {like.share:4.0%} of this, {like.share_of_other:4.0%} of that")
        for like in shown.likenesses
    ]
    parts: list[RenderableType] = []
    for name, rows in (
        ("captions", captions),
        ("comments", comments),
        ("films", films),
        ("earlier versions", versions),
        ("same story", others),
        ("likenesses", likes),
    ):
        parts += [Text(f"\n{name}", "bold"), *rows] if rows else []
    return parts


def _history(shown: "Shown") -> list[RenderableType]:
    """Each version with its kind of change and its lines, the oldest first."""
    from storage.articles.versions import history  # noqa: PLC0415

    parts: list[RenderableType] = [Text("\nhistory", "bold")]
    for step in history(shown.article, shown.versions):
        now = "  (now)" if step.current else ""
        parts.append(Text(f"  {step.fetched_at:%Y-%m-%d %H:%M}  {step.change}  {step.headline or ''}{now}", "bold cyan"))
        parts += [Text(f"    {line}", {"+": "green", "-": "red"}.get(line[:1], "dim")) for line in step.diff]
    return parts


def _templates(session: "Session", shown: "Shown") -> list[RenderableType]:
    """Every version of the template for pages like this one, the newest first."""
    from storage.crawls.templates import templates_of  # noqa: PLC0415

    parts: list[RenderableType] = []
    for row in templates_of(session, shown.article.canonical_url):
        gone = f", given up {row.given_up_at:%Y-%m-%d %H:%M}" if row.given_up_at else ""
        table = _table("what stands there", "place")
        for path, kind in row.data["places"]:
            table.add_row(kind, Text(path))
        known = f"{len(row.data['repeated'])} blocks known to be repeated, bodies from weight {row.data['least']}"
        title = f"\ntemplate {row.site} v{row.version}, learned {row.learned_at:%Y-%m-%d %H:%M}{gone}; {known}"
        parts += [Text(title, "bold"), table]
    return parts or [Text("\nno template was learned for pages like this one", "dim")]


def _ledger(shown: "Shown") -> list[RenderableType]:
    """The edits in their order; offsets count characters of the text as their step found it."""
    table = _table("step", "place", "rule", "reason", "what")
    for edit in shown.ledger:
        removed = edit.after is None
        what = f"[-{edit.before}-]" if removed else f"[-{edit.before}-]{{+{edit.after}+}}"
        style = "red" if removed else "green"
        row = (str(edit.step), f"{edit.start}-{edit.stop}", edit.rule, edit.reason or "repair", what.replace("\n", "⏎"))
        table.add_row(*(Text(cell) for cell in row), style=style)
    return [Text("\nledger", "bold"), table]


def _provenance(shown: "Shown") -> list[RenderableType]:
    table = _table("field", "from", "", "value")
    for candidate in shown.provenance:
        row = (candidate.field, candidate.origin, "✓" if candidate.chosen else "", candidate.value)
        table.add_row(*(Text(cell) for cell in row), style="" if candidate.chosen else "dim")
    return [Text("\nwhere the fields came from", "bold"), table]


def _findings(shown: "Shown") -> list[RenderableType]:
    table = _table("fault", "value", "limit", "evidence")
    for found in shown.findings:
        row = (found.fault, f"{found.value:g}", f"{found.limit:g}", "; ".join(found.evidence))
        table.add_row(*(Text(cell) for cell in row), style="yellow" if found.failed else "dim")
    return [Text("\nfindings", "bold"), table]


def _table(*columns: str) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0))
    for column in columns:
        table.add_column(column, overflow="fold")
    return table
