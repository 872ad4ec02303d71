"""Figures of an evaluation as people read them: a table, and the worst pages with what is missing and what is too much."""

from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from crawler.evaluation.scoring import PageScore

FIGURES = {
    "pages": "pages",
    "f1": "text F1",
    "precision": "precision",
    "recall": "recall",
    "exact": "exact",
    "kept": "kept",
    "removed": "removed",
    "title": "title",
    "authors": "authors",
    "date": "date",
    "comments": "comments",
    "captions": "captions",
}
LINES, WIDTH = 8, 150
"""How much of a page's differences is shown: lines of each kind, characters of a line."""


Figures = Mapping[str, Mapping[str, float]]


def table(figures: Figures, floors: Figures, peer: str = "", theirs: Figures | None = None) -> Table:
    """One row a language; red is below its floor. Under each a peer's row, and what is won against it."""
    shown = [name for name in FIGURES if any(name in group for group in figures.values())]
    board = Table("", *(FIGURES[name] for name in shown), box=None, header_style="bold", pad_edge=False)
    for group, values in figures.items():
        board.add_row(group, *(_cell(name, values.get(name), floors.get(group, {}).get(name)) for name in shown))
        other = (theirs or {}).get(group)
        if other:
            board.add_row(Text(f"  {peer}", style="dim"), *(_cell(name, other.get(name), None) for name in shown))
            board.add_row(Text("  won", style="dim"), *(_won(name, values.get(name), other.get(name)) for name in shown))
    return board


def worst(scores: list[PageScore], texts: Mapping[str, tuple[str, str]], number: int) -> Group:
    """The pages with the lowest F1, each with its differences. ``texts`` holds label and text by page."""
    low = sorted((score for score in scores if score.f1 is not None and score.f1 < 1), key=lambda score: score.f1 or 0.0)
    return Group(*(part for score in low[:number] for part in _page(score, *texts[score.page])))


def _cell(name: str, value: float | None, floor: float | None) -> Text:
    if value is None:
        return Text("-", style="dim")
    style = "red" if floor is not None and value < floor else ""
    return Text(f"{value:.0f}" if name == "pages" else f"{value:.3f}", style=style)


def _won(name: str, ours: float | None, theirs: float | None) -> Text:
    if ours is None or theirs is None or name == "pages":
        return Text()
    return Text(f"{ours - theirs:+.3f}", style="green" if ours >= theirs else "red")


def _page(score: PageScore, truth: str, text: str) -> Iterator[RenderableType]:
    yield Text()
    yield Text(f"{score.page}  F1 {score.f1:.3f}  precision {score.precision:.3f}  recall {score.recall:.3f}", style="bold")
    lines = list(differences(truth, text))
    for mark, style in (("-", "green"), ("+", "red")):
        kind = [line for sign, line in lines if sign == mark]
        yield from (Text(f"{mark} {line[:WIDTH]}", style=style) for line in kind[:LINES])
        if len(kind) > LINES:
            yield Text(f"{mark} and {len(kind) - LINES} more", style="dim")


def differences(truth: str, text: str) -> Iterator[tuple[str, str]]:
    """The paragraphs that are missing (``-``) and too much (``+``).

    >>> list(differences("One.\\n\\nTwo.", "One.\\n\\nShare"))
    [('-', 'Two.'), ('+', 'Share')]
    """
    wanted, got = ([" ".join(line.split()) for line in side.splitlines() if line.strip()] for side in (truth, text))
    for kind, a, b, c, d in SequenceMatcher(None, wanted, got, autojunk=False).get_opcodes():
        if kind != "equal":
            yield from (("-", line) for line in wanted[a:b])
            yield from (("+", line) for line in got[c:d])
