"""A table of facts or figures stays in the body whole or leaves it whole; a table that only lays a page out is none."""

import numpy as np
import pytest

from cleaners.body.blocks import lay_out
from cleaners.body.tables import whole_tables
from cleaners.document import page_document

FACTS = "<tr><th>Director</th><td>Lorna Veit</td></tr><tr><th>Cast</th><td>Jonas Bellweather, Ines Dray</td></tr>"
TERMS = "<dl><dt>Director</dt><dd>Lorna Veit</dd><dt>Cast</dt><dd>Jonas Bellweather, Ines Dray</dd></dl>"
LAYOUT = "<tr><td>Film<br><br>Stage</td><td>The mill turns again.<br><br>It was shot over nine weeks.</td></tr>"


def cells_kept(html: str, kept: set[int]) -> list[bool]:
    page = lay_out(page_document(f"<body>{html}</body>"))
    assert page is not None
    return [bool(keep) for keep in whole_tables(page, np.array([at in kept for at in range(page.count)]))]


@pytest.mark.parametrize("html", [f"<table>{FACTS}</table>", TERMS])
def test_a_table_goes_where_most_of_it_goes(html: str) -> None:
    assert cells_kept(html, {1, 3}) == [True] * 4
    assert cells_kept(html, {0, 1}) == [False] * 4


def test_cells_of_several_lines_are_a_layout() -> None:
    assert cells_kept(f"<table>{LAYOUT}</table>", {2, 3}) == [False, False, True, True]


def test_paragraphs_in_cells_are_a_layout() -> None:
    long = "It was shot over nine weeks in the lowlands with a crew of sixty and a great deal of flour, its makers say. " * 2
    html = f"<table><tr><td>Film</td><td>Stage</td></tr><tr><td>Letters</td><td>{long}</td></tr></table>"
    assert cells_kept(html, {3}) == [False, False, False, True]


def test_blocks_outside_of_tables_are_left_alone() -> None:
    assert cells_kept(f"<p>One.</p><table>{FACTS}</table><p>Two.</p>", {0, 2, 4}) == [True, True, True, True, True, False]
