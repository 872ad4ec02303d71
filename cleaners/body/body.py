"""Choose the blocks of a page that make up its article."""

import re
from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from cleaners.body.blocks import Blocks, Columns, first_look, lay_out
from cleaners.body.company import second_look
from cleaners.body.model import body_model, names_weight
from cleaners.body.places import Array, Marks
from cleaners.body.prose import told_title
from cleaners.body.scripted import scripted_blocks, withheld_blocks
from cleaners.body.stories import below_headline, own_story
from cleaners.body.stray_links import menus, without_promos
from cleaners.body.tables import whole_tables
from cleaners.body.teasers import without_teasers
from cleaners.document import Document
from cleaners.markup.elements import outward
from cleaners.markup.tree import Block
from cleaners.quality import MIN_WEIGHT, weight

KEEP = 0.5
"""A block at least so likely is body, whatever the others are."""
MODEST = 0.55
"""On a page unlike those trained on all chances are low: there a block is body at this share of the chance usual there.
Held out (2026-11, 706 pages): 4-gram F1 .965 -> .967 on English news, .948 -> .950 elsewhere, the same on Chinese."""
NEVER = -5.5
"""Log-odds after the first look below which a block is out for good: 0.02 % of the body's blocks in 1,029 labelled pages."""
LEAST = 0.1
"""A block less likely is never body."""
_ARTICLE = frozenset(("articleBody", "text", "reviewBody"))
"""What an article is called in microdata."""
BETWEEN = 0.2
"""A paragraph so likely is body between two others of the same row: terse lines of a dialogue. Held out (2026-11, 706 pages):
4-gram F1 .9669 -> .9673 on English news, .9841 -> .9844 on Chinese, the same elsewhere."""

_CALLOUT = re.compile(r"(?:^|[\s_-])(?:callout|admonition)(?:$|[\s_-])", re.I)
"""What Ghost, wikis and manuals call a box amid the text that is part of it."""
_OWNS_UP = re.compile(
    r"\W{0,3}(?:(?:corrections?|clarifications?|for the record)\b[^!?]{0,60}?:\s.{30}|更正(?:启事)?\s?[:：].{10})", re.I
)
"""How a note begins in which a paper corrects what it said: part of the article, as the two labelled ones are (2026-11)."""
NOTICE = 160
"""Tokens of a choice from which on it is no mere notice of the site's."""
BOOK = 300
"""Paragraphs of a row from which on it is a book's: no page learned from has as many; chances fall with the place."""


def extract_body(document: Document) -> Sequence[Block]:
    """Choose the article's blocks. A page whose blocks hold no article, or its beginning at most, may carry it in a script."""
    page = lay_out(document)
    chosen = _chosen(page, document) if page else []
    scripted = scripted_blocks(document) if _weight(chosen) < MIN_WEIGHT else withheld_blocks(document, chosen)
    return scripted if _weight(scripted) >= MIN_WEIGHT else chosen


def _weight(blocks: Iterable[Block]) -> int:
    """How much blocks say, counted no further than to what makes an article."""
    total = 0
    for block in blocks:
        total += weight(block.text)
        if total >= MIN_WEIGHT:
            break
    return total


def _chosen(page: Blocks, document: Document) -> list[Block]:
    """The blocks of the article, chosen as if the page had no cards about others; among all where that leaves nothing."""
    rest = without_teasers(page, document)
    return _picked(rest, document) or ([] if rest is page else _picked(page, document))


def _picked(page: Blocks, document: Document) -> list[Block]:
    chances = judge(page, look(page))
    keep = whole_tables(page, bridged(page, chances, kept(page, chances)))
    keep &= ~menus(page, chances) & ~for_machines(page.blocks)
    at = np.nonzero(keep)[0].tolist()
    if at and page.sizes[keep].sum() < NOTICE:
        at = below_headline(page.blocks, at, (chances >= BETWEEN).tolist(), told_title(document))
    found = [page.blocks[index] for index in at]
    return without_promos(own_story(found, document.titles, told_title(document)))


def for_machines(blocks: Iterable[Block]) -> Marks:
    """Which blocks are hidden and named: microdata, but for the article itself."""
    names = (block.element.get("itemprop") if block.hidden and block.element is not None else None for block in blocks)
    return np.array([name is not None and name not in _ARTICLE for name in names], bool)


def look(page: Blocks) -> Columns:
    """The first look: every block by itself and by its place, with the log-odds that come of it under ``first``."""
    columns = first_look(page, np.array([names_weight(names) for names in page.places.names]))
    return columns | {"first": body_model().first.logits(columns)}


def judge(page: Blocks, seen: Columns) -> Array:
    """The second look: how likely each block is body, from 0 to 1, given the first."""
    forest, live, chances = body_model().second, seen["first"] > NEVER, np.zeros(page.count)
    if live.any():
        columns = seen | second_look(page, seen["first"])
        chances[live] = chance(forest.logits(columns, live))
    return chances


def kept(page: Blocks, chances: Array) -> Marks:
    """Which blocks are likely enough, for this page."""
    mass = chances * page.sizes
    usual = float((mass * chances).sum() / max(1e-9, float(mass.sum())))
    return chances >= max(LEAST, min(KEEP, MODEST * usual))


def bridged(page: Blocks, chances: Array, keep: Marks) -> Marks:
    """Keep paragraphs between kept ones of their row as well, where most of the row is kept so far; all of a book's row."""
    row, at = page.siblings, np.nonzero(keep)[0]
    first, last = np.full(page.count, page.count), np.full(page.count, -1)
    first[row[at[::-1]]], last[row[at]] = at[::-1], at
    everywhere = np.arange(page.count)
    inside = (first[row] <= everywhere) & (everywhere <= last[row])
    mostly = 2 * np.bincount(row, keep) >= np.bincount(row, inside)
    book = (np.bincount(row, keep) >= BOOK)[row]
    open_ones = (inside & mostly[row] & (chances >= BETWEEN) | book) & ~keep & (page.words["link_density"] < 0.5)
    filled = [index for index in np.nonzero(open_ones)[0] if book[index] or page.blocks[index].tag == "p"]
    keep[filled] = True
    keep[[*_called_out(page, chances, keep), *_owned_up(page, chances, keep)]] = True
    return keep


def _owned_up(page: Blocks, chances: Array, keep: Marks) -> Iterator[int]:
    """The correction right behind the text, or parted from it by one line."""
    last = int(np.nonzero(keep)[0].max(initial=-1)) if keep.any() else -1
    for index in range(last + 1, min(last + 3, page.count)) if last >= 0 else ():
        if chances[index] >= LEAST and page.words["link_density"][index] < 0.5 and _OWNS_UP.match(page.blocks[index].text):
            yield index


def _called_out(page: Blocks, chances: Array, keep: Marks) -> Iterator[int]:
    """The sentences likely enough that stand between two kept blocks in a box which its class calls a callout."""
    worded = np.nonzero(page.words["tokens"] > 0)[0]
    before, at, behind = worded[:-2], worded[1:-1], worded[2:]
    between = keep[before] & keep[behind] & ~keep[at] & (chances[at] >= BETWEEN) & (page.words["stopped"][at] > 0)
    for index in at[between].tolist():
        near = outward(page.blocks[index].element, 1) if page.blocks[index].element is not None else ()
        if any(_CALLOUT.search(one.get("class") or "") for one in near):
            yield index


def chance(logits: Array) -> Array:
    """Turn log-odds into a likelihood.

    >>> chance(np.array([0.0])).tolist()
    [0.5]
    """
    return np.asarray(1 / (1 + np.exp(-logits)))
