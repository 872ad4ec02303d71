"""Whether a publisher's declaration still fits its site: what one article of it gave, out of a crawl that kept nothing else."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from storage.crawls.frontier import overview
from storage.crawls.leads import Standing
from storage.crawls.outcomes import list_outcomes
from storage.engine import reading_from
from storage.query.queries import Shown, show_article

FIELDS = "headline standfirst authors publisher section keywords date_published language images captions body".split()
NEEDED = frozenset({"headline", "date_published", "publisher", "language", "body"})
"""What an article of a site that is read well has; the other fields many sites leave out."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What a look at one site gave."""

    name: str
    ways: tuple[Standing, ...]
    """The feeds, sitemaps and listings that were asked for."""
    found: int
    """Addresses of articles that they led to."""
    url: str | None
    """Of the article; None where none came."""
    fields: dict[str, str]
    """What each field holds, for people's eyes; empty where it came out empty."""
    faults: tuple[str, ...]
    """The judges' words on the article, where it was put into quarantine."""

    @property
    def missing(self) -> tuple[str, ...]:
        """The fields that came out empty although an article has them."""
        return tuple(field for field in FIELDS if field in NEEDED and not self.fields.get(field))


def checked(name: str, frontier: str, database: str) -> Checked:
    """Read what a crawl of one article left in a database; of several that were under way, the one with the fewest faults."""
    with reading_from(database) as session:
        rows = overview(session, frontier)
        outcomes = [outcome.article_id for outcome in list_outcomes(session) if outcome.article_id is not None]
        came = [shown for article in outcomes if (shown := show_article(session, article)) is not None]
        shown = min(came, key=lambda one: sum(found.failed for found in one.findings), default=None)
        ways = tuple(row for row in rows if row.kind != "article" and row.state not in ("waiting", "leased"))
        found = Counter(row.kind for row in rows)["article"]
        faults = tuple(found.fault for found in shown.findings if found.failed) if shown else ()
        url = shown.article.canonical_url if shown else None
        return Checked(name, ways, found, url, _fields(shown) if shown else {}, faults)


def _fields(shown: Shown) -> dict[str, str]:
    said = {
        "authors": ", ".join(shown.authors),
        "images": _counted(shown.images, "image"),
        "captions": _counted(shown.captions, "caption"),
        "body": f"{len(shown.article.body):,} characters: {shown.article.body[:60]}…" if shown.article.body else "",
    }
    return {name: said[name] if name in said else _words(getattr(shown.article, name)) for name in FIELDS}


def _words(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value or "")


def _counted(rows: Sequence[object], word: str) -> str:
    return f"{len(rows)} {word}{'s' * (len(rows) > 1)}" if rows else ""


def report(checks: Sequence[Checked]) -> RenderableType:
    """A table a site: how its listings answered, and each field with what it holds."""
    return Group(*(_table(check) for check in checks), _verdicts(checks))


def _table(check: Checked) -> Table:
    table = Table(box=None, show_header=False, title=check.name, title_justify="left", title_style="bold", padding=(0, 2, 0, 0))
    table.add_column(style="dim", min_width=14)
    table.add_column(overflow="ellipsis", no_wrap=True)
    for way in check.ways:
        answer = Text("ok", "green") if way.state == "done" else Text(way.reason or way.state, "red")
        table.add_row(way.kind, Text.assemble(answer, "  ", way.url))
    table.add_row("articles", f"{check.found} found" if check.found else Text("none found", "red"))
    table.add_row("article", check.url or Text("none came", "red"))
    for field in FIELDS if check.url else ():
        empty = Text("empty", "bold red" if field in NEEDED else "yellow")
        table.add_row(field, Text(check.fields[field]) if check.fields[field] else empty)
    if check.faults:
        table.add_row("quarantined", Text(", ".join(check.faults), "yellow"))
    table.add_section()
    return table


def _verdicts(checks: Sequence[Checked]) -> Table:
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
    for check in checks:
        if check.url is None:
            verdict = Text("no article came", "bold red")
        elif check.missing:
            verdict = Text(f"empty: {', '.join(check.missing)}", "bold yellow")
        else:
            verdict = Text("good", "bold green")
        table.add_row(Text(check.name, "bold"), verdict)
    return table
