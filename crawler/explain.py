"""Show on a terminal what cleaning did to a page: every field and where it came from, every edit and its rule."""

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from cleaners import CleanArticle, Verdict
from cleaners.ledger import Removal, Repair
from cleaners.text.marks import Mark, marked

VERDICTS = {Verdict.ACCEPT: "bold green", Verdict.REPAIRED: "bold cyan", Verdict.QUARANTINE: "bold yellow"}
FIELDS = (
    "headline standfirst authors editors publisher source section keywords date_published date_modified date_precision"
    " language headline_language canonical_url rights opt_outs pager"
).split()


def explain(article: CleanArticle) -> RenderableType:
    """Everything there is to say about a cleaned page."""
    text = Text("").join(map(_shown, marked(article.restore(), article.ledger)))
    return Group(
        _heading(f"{article.verdict}", VERDICTS[article.verdict]),
        _fields(article),
        _heading("text: [-removed-] {+repaired+} ‹rule›"),
        Padding(text, (0, 0, 0, 2)),
        *_parts(article),
        _heading("edits"),
        _edits(article),
        _heading("findings"),
        _findings(article),
    )


def _heading(words: str, style: str = "bold") -> Text:
    return Text(f"\n{words}", style)


def _fields(article: CleanArticle) -> Table:
    """Each field, its value, and the candidates that lost."""
    table = Table(box=None, padding=(0, 2, 0, 0), show_header=False)
    table.add_column(style="bold")
    table.add_column(overflow="fold")
    table.add_column(style="dim", overflow="fold")
    for field in FIELDS:
        value = getattr(article, field)
        candidates = [candidate for candidate in article.provenance if candidate.field == field]
        if value or candidates:
            origins = ", ".join(dict.fromkeys(candidate.origin for candidate in candidates if candidate.chosen))
            others = "; ".join(f"{candidate.origin}: {candidate.value}" for candidate in candidates if not candidate.chosen)
            told = (origins and f"from {origins}", others and f"not {others}")
            table.add_row(field, _words(value), "   ".join(filter(None, told)))
    return table


def _words(value: object) -> Text:
    if not value:
        return Text("none", "dim")
    return Text(" · ".join(map(str, value)) if isinstance(value, tuple) else str(value))


def _shown(mark: Mark) -> Text:
    if isinstance(mark.edit, Removal):
        return Text.assemble((f"[-{mark.text}-]", "red strike"), (f"‹{mark.edit.rule}›", "dim red"))
    if isinstance(mark.edit, Repair) and (mark.text.strip() or mark.before.strip()):
        before = f"[-{mark.before}-]" if mark.before else ""
        return Text.assemble((before, "red strike"), (f"{{+{mark.text}+}}", "green"), (f"‹{mark.edit.rule}›", "dim green"))
    return Text(mark.text)


def _parts(article: CleanArticle) -> list[RenderableType]:
    """Captions and comments: they left the text to become data."""
    captions = [Text(f"  {caption.text}" + (f"  ({caption.credit})" if caption.credit else "")) for caption in article.captions]
    comments = [Text.assemble("  ", (comment.user or "?", "bold"), f": {comment.text}") for comment in article.comments]
    shown: list[RenderableType] = []
    for name, rows in (("captions", captions), ("comments", comments)):
        shown += [_heading(name), *rows] if rows else []
    return shown


def _edits(article: CleanArticle) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0))
    for column, justify in (("rule", "left"), ("reason", "left"), ("edits", "right"), ("characters", "right")):
        table.add_column(column, justify=justify)  # type: ignore[arg-type]
    totals: dict[tuple[str, str], list[int]] = {}
    for edit in article.ledger:
        reason, size = (edit.reason.value, len(edit.text)) if isinstance(edit, Removal) else ("repair", len(edit.before))
        total = totals.setdefault((edit.rule, reason), [0, 0])
        total[0] += 1
        total[1] += size
    for (rule, reason), (edits, size) in sorted(totals.items()):
        table.add_row(rule, reason, str(edits), str(size), style="green" if reason == "repair" else "red")
    return table


def _findings(article: CleanArticle) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0))
    for column in ("fault", "value", "limit", "evidence"):
        table.add_column(column, overflow="fold")
    for found in article.findings:
        style = "yellow" if found.failed else "dim"
        table.add_row(found.fault, f"{found.value:g}", f"{found.limit:g}", "; ".join(found.evidence), style=style)
    return table
