"""Tell what the demo's crawl brought, out of its database: what came in, what was noticed and done, what was taken out."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from storage.crawls.outcomes import PageOutcome
from storage.models import Fate, Standing, StoredCandidate, StoredEdit
from storage.query.queries import Shown

STYLES = {"new": "green", "updated": "cyan", "merged": "blue", "headline": "yellow", "letters": "yellow", "quarantined": "red"}


def report(outcomes: Sequence[PageOutcome], articles: Sequence[Shown]) -> RenderableType:
    """Lay out the three tables."""
    tables = (_came_in(outcomes, articles), _noticed(articles), _taken_out(articles))
    return Group(*(Padding(table, (1, 0, 0, 0)) for table in tables))


def notices(shown: Shown) -> Iterator[tuple[str, str]]:
    """What there is to tell about an article, each with the word that sorts it."""
    article = shown.article
    if article.standing == Standing.QUARANTINED:
        yield "quarantined", ", ".join(finding.fault.replace("_", " ") for finding in shown.findings if finding.failed)
    if article.standing == Standing.DUPLICATE and shown.duplicates:
        first = shown.duplicates[0]
        yield "merged", f"tells the same story as {first.id}: “{first.headline}” ({first.publisher or first.site})"
    if refused := _refused_title(shown.provenance):
        chosen, other = refused
        yield "headline", f"taken from the {chosen.origin}; the {other.origin} said “{other.value:.40}”"
    if repairs := [edit for edit in shown.ledger if edit.after is not None and edit.before.strip()]:
        examples = Counter(_in_context(edit) for edit in repairs)
        yield "letters", f"{len(repairs)} repaired: {', '.join(list(examples)[:3])}"
    if shown.versions:
        yield "updated", f"{len(shown.versions) + 1} texts under one address, all kept"
    if shown.comments:
        yield "comments", f"{len(shown.comments)} by readers, kept apart from the text"
    if article.pager and article.pager.get("page") == 1:
        pages = article.pager.get("pages") or "several"
        yield "pages", f"the first of {pages}" if article.pager.get("next_url") else f"{pages} joined into one text"


def _came_in(outcomes: Sequence[PageOutcome], articles: Sequence[Shown]) -> Table:
    table = _table("What came in", "site", "publisher named", "language")
    for name in ("pages", "new", "updated", "duplicate", "quarantined"):
        table.add_column(name, justify="right")
    fates: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for outcome in outcomes:
        fates[outcome.site][outcome.fate] += 1
    for site, counts in fates.items():
        mine = [shown.article for shown in articles if shown.article.site == site]
        publishers = Counter(article.publisher or "" for article in mine).most_common(1) or [("", 0)]
        languages = " ".join(sorted({article.language for article in mine if article.language}))
        shown_counts = [str(counts[fate] or "") for fate in (Fate.NEW, Fate.UPDATED, Fate.DUPLICATE, Fate.QUARANTINED)]
        table.add_row(site, publishers[0][0], languages, str(counts.total()), *shown_counts)
    return table


def _noticed(articles: Sequence[Shown]) -> Table:
    table = _table("What was noticed, and what was done", "id", "", "article")
    table.add_column("", overflow="fold")
    rows = [(word, what, shown.article) for shown in articles for word, what in notices(shown)]
    for word, what, article in sorted(rows, key=lambda row: (row[0], row[2].id)):
        headline = f"{article.headline or article.canonical_url:.38}"
        table.add_row(str(article.id), Text(word, STYLES.get(word, "")), Text(headline), Text(what))
    return table


def _taken_out(articles: Sequence[Shown]) -> Table:
    table = _table("What was taken out of the texts", "reason")
    table.add_column("spans", justify="right")
    table.add_column("for example", overflow="fold")
    removals: defaultdict[str, list[str]] = defaultdict(list)
    for edit in (edit for shown in articles for edit in shown.ledger if edit.after is None):
        removals[edit.reason or ""].append(" ".join(edit.before.split()))
    for reason, texts in sorted(removals.items(), key=lambda row: -len(row[1])):
        table.add_row(reason, str(len(texts)), Text(f"{texts[0]:.90}"))
    return table


def _refused_title(candidates: Sequence[StoredCandidate]) -> tuple[StoredCandidate, StoredCandidate] | None:
    """The chosen headline, and one the page offered that says something else altogether."""
    headlines = [candidate for candidate in candidates if candidate.field == "headline" and candidate.origin != "h2"]
    chosen = next((candidate for candidate in headlines if candidate.chosen), None)
    if chosen is None:
        return None
    letters = set(chosen.value.casefold())
    strange = (other for other in headlines if len(letters & set(other.value.casefold())) < len(letters) / 3)
    return next(((chosen, other) for other in strange), None)


def _in_context(edit: StoredEdit) -> str:
    return f"{edit.before} → {edit.after}"


def _table(title: str, *columns: str) -> Table:
    table = Table(title=title, title_justify="left", title_style="bold", box=None, padding=(0, 2, 0, 0), header_style="dim")
    for column in columns:
        table.add_column(column, no_wrap=True)
    return table
