"""Keep a table of facts or figures whole, or not at all."""

import numpy as np
from lxml.html import HtmlElement

from cleaners.body.blocks import Blocks
from cleaners.body.places import Marks

_CELLS = frozenset(("td", "th", "dt", "dd"))
_FEWEST, _LONGEST = 4, 100
"""Cells of a table at least, and characters of its longest: in a layout's table stand paragraphs, several in one."""
_MOST = 0.5
"""Share of a table's characters from which on all of it is body."""


def whole_tables(page: Blocks, keep: Marks) -> Marks:
    """All cells of a table where most of it was kept, none where little was."""
    keep = keep.copy()
    for cells in _tables(page).values():
        sizes = [len(page.blocks[at].text) for at in cells]
        some = keep[cells]
        plain = max(sizes) <= _LONGEST and len({page.blocks[at].element for at in cells}) == len(cells)
        if plain and len(cells) >= _FEWEST and some.any() and not some.all():
            keep[cells] = np.dot(some, sizes) >= _MOST * sum(sizes)
    return keep


def _tables(page: Blocks) -> dict[HtmlElement, list[int]]:
    """The cells of each table or list of definitions, by their place."""
    tables: dict[HtmlElement, list[int]] = {}
    for at, block in enumerate(page.blocks):
        if block.tag in _CELLS and block.element is not None:
            table = next(block.element.iterancestors("table", "dl"), None)
            if table is not None:
                tables.setdefault(table, []).append(at)
    return tables
