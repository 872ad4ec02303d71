"""Describe the blocks of a page by numbers, each by itself and by its place: the first look of the body's model."""

from dataclasses import dataclass
from itertools import compress

import numpy as np

from cleaners.body.places import ANCESTORS, Array, Indices, Marks, Places, heaviest, place, running_sum, spine
from cleaners.body.prose import characters_of, told_title
from cleaners.document import Document
from cleaners.markup.tree import HEADINGS, Block

TAGS = ("p", "pre", "blockquote", "h2", "h3", "h4", "h5", "h6", "dd", "dt", "li", "td", "th", "figcaption", "h1")
"""Tags that tell something, roughly from those of prose on; all others count as one more."""
_NUMBER = {tag: float(number) for number, tag in enumerate(TAGS)}
FAR = 99.0
"""Stands for "there is none" in distances counted in blocks."""
NONE = -9.0
"""Stands for "no such block" in the place of a neighbour's log-odds."""
_LONG = 25
"""Weight above which a block of prose is a paragraph for certain."""

Columns = dict[str, Array]


@dataclass(frozen=True, slots=True)
class Blocks:
    """A page as the model sees it: what does not depend on any opinion about the blocks."""

    blocks: tuple[Block, ...]
    words: Columns
    places: Places
    signatures: Indices
    siblings: Indices
    sizes: Array
    """Number of tokens of each block, long ones cut down so that none outweighs a page."""

    @property
    def count(self) -> int:
        """How many blocks there are."""
        return len(self.blocks)

    def without(self, gone: Marks) -> "Blocks":
        """The page as if the marked blocks had never been on it."""
        stay, places = ~gone, self.places.without(gone)
        words = {name: column[stay] for name, column in self.words.items()}
        return _numbered(tuple(compress(self.blocks, stay)), words, places)


def lay_out(document: Document) -> Blocks | None:
    """Measure the blocks of a page and number the elements above them; None where there are none."""
    blocks = tuple(block for block in document.blocks if block.element is not None)
    if not blocks:
        return None
    tags = np.array([_NUMBER.get(block.tag, len(TAGS)) for block in blocks])
    return _numbered(blocks, characters_of(blocks, told_title(document)) | {"tag": tags}, place(blocks))


def tagged(page: Blocks, *tags: str) -> Marks:
    """Which blocks have one of these tags."""
    return np.asarray(np.bitwise_or.reduce([page.words["tag"] == _NUMBER[tag] for tag in tags]))


def _numbered(blocks: tuple[Block, ...], words: Columns, places: Places) -> Blocks:
    return Blocks(blocks, words, places, places.signatures(), places.siblings(), np.minimum(words["tokens"], 120) + 0.5)


def first_look(page: Blocks, names: Array) -> Columns:
    """Describe each block by its characters, its place and its like. ``names`` holds the log-odds of each element's names."""
    columns = dict(page.words)
    for part in (_markup, _ancestors, _ways, _alike, _position, _headings, _neighbours):
        columns |= part(page)
    own = names[page.places.named][page.places.ways]
    return columns | {"names": own[0] + own[1]} | _by_level("name", own[:4])


def _by_level(name: str, rows: Array) -> Columns:
    return {f"{name}{level}": row for level, row in enumerate(rows)}


def shifted(values: Array, by: int, missing: float) -> Array:
    """For each block the value of the one so many places on.

    >>> shifted(np.array([1.0, 2.0, 3.0]), 1, -1.0).tolist()
    [2.0, 3.0, -1.0]
    """
    moved = np.full(len(values), missing)
    if by < 0:
        moved[-by:] = values[:by]
    elif by < len(values):
        moved[: len(values) - by] = values[by:]
    return moved


def since(marks: Marks) -> Array:
    """How many blocks ago the last marked block was, the block itself left out.

    >>> since(np.array([True, False, False])).tolist()
    [99.0, 1.0, 2.0]
    """
    at = np.arange(len(marks))
    last = np.full(len(marks), -1)
    last[1:] = np.maximum.accumulate(np.where(marks, at, -1))[:-1]
    return np.where(last >= 0, np.minimum(at - last, FAR), FAR)


def _markup(page: Blocks) -> Columns:
    flags = page.places.flags[page.places.holders]
    return {f"in_{tag}": (flags >> position & 1).astype(float) for position, tag in enumerate(ANCESTORS)}


def _ancestors(page: Blocks) -> Columns:
    places, words = page.places, page.words
    starts, ends = places.starts[places.ways], places.ends[places.ways]

    def under(values: Array) -> Array:
        running = running_sum(values)
        return np.asarray(running[ends] - running[starts])

    mass, size, number = under(words["prose"]), np.maximum(0.5, under(words["weight"])), ends - starts
    return (
        _by_level("share", mass / max(1.0, words["prose"].sum()))
        | _by_level("links", under(words["weight"] * words["link_density"]) / size)
        | _by_level("prose", mass / size)
        | _by_level("number", np.log1p(number))
        | _by_level("long", under((words["prose"] > 0).astype(float)) / number)
    )


def _ways(page: Blocks) -> Columns:
    columns = {"depth": page.places.depths[page.places.holders].astype(float)}
    mass = page.places.sums(page.words["prose"])
    heavy, child = mass.tolist(), heaviest(page.places, mass)
    for name, share, of_page in (("page", 0.45, True), ("parent", 0.75, False)):
        columns[f"above_{name}"], columns[f"off_{name}"] = spine(page.places, heavy, child, share, of_page=of_page)
    return columns


def _alike(page: Blocks) -> Columns:
    prose, weight = page.words["prose"], page.words["weight"]
    texts: dict[str, int] = {}
    same = np.array([texts.setdefault(block.text, len(texts)) for block in page.blocks], np.intp)
    columns: Columns = {}
    for name, group in (("signature", page.signatures), ("sibling", page.siblings), ("text", same)):
        number, size = np.bincount(group), np.bincount(group, weight)
        every = {
            "number": np.log1p(number),
            "share": np.bincount(group, prose) / max(1.0, prose.sum()),
            "links": np.bincount(group, weight * page.words["link_density"]) / np.maximum(0.5, size),
            "size": size / number,
            "long": np.bincount(group, prose > 0) / number,
            "span": _span(group) / page.count,
        }
        columns |= {f"{name}_{what}": values[group] for what, values in every.items()}
    return columns


def _span(group: Indices) -> Indices:
    """How many blocks each group reaches over."""
    at = np.arange(len(group))
    first, last = np.empty(int(group.max()) + 1, np.intp), np.empty(int(group.max()) + 1, np.intp)
    last[group], first[group[::-1]] = at, at[::-1]
    return last - first + 1


def _position(page: Blocks) -> Columns:
    prose, at = page.words["prose"], np.arange(page.count)
    before, total = np.cumsum(prose) - prose, max(1.0, float(prose.sum()))
    title, long = _title(page), prose > _LONG
    where = np.nonzero(long)[0]
    return {
        "position": at / max(1, page.count - 1),
        "before": before / total,
        "blocks_before": np.log1p(at),
        "blocks_after": np.log1p(page.count - 1 - at),
        "page_blocks": np.full(page.count, np.log1p(page.count)),
        "page_prose": np.full(page.count, np.log1p(total)),
        "page_prose_share": np.full(page.count, total / max(1.0, page.words["weight"].sum())),
        "from_title": np.sign(at - title) * np.log1p(np.abs(at - title)) if title >= 0 else np.zeros(page.count),
        "prose_from_title": (before - before[title]) / total if title >= 0 else before / total,
        "from_long": (at - where[0] if len(where) else at * 0).astype(float),
        "to_long": (where[-1] - at if len(where) else at * 0).astype(float),
        "since_long": since(long),
        "until_long": since(long[::-1])[::-1],
    }


def _title(page: Blocks) -> int:
    """The block that repeats the head's title, a first heading if possible; -1 where there is none."""
    alike = np.nonzero(page.words["title_alike"] > 0.5)[0].tolist()
    headings = np.nonzero(tagged(page, "h1"))[0].tolist()
    return next(iter([at for at in headings if at in alike] or alike or headings), -1)


def _headings(page: Blocks) -> Columns:
    first, any_heading = tagged(page, "h1"), tagged(page, *HEADINGS)
    heading = first | tagged(page, "h2")
    own = page.places.articles[page.places.holders]
    order = np.unique(own[own >= 0])
    return {
        "headings_before": np.cumsum(heading).astype(float),
        "headings": np.full(page.count, float(heading.sum())),
        "since_heading": np.where(any_heading, 0, since(any_heading)),
        "titles_before": np.cumsum(first).astype(float),
        "titles": np.full(page.count, float(first.sum())),
        "article": np.where(own >= 0, np.searchsorted(order, own), -1).astype(float),
        "articles": np.full(page.count, float(len(order))),
    }


def _neighbours(page: Blocks) -> Columns:
    weight_log = np.log1p(page.words["weight"])
    columns: Columns = {"weight_log": weight_log}
    for by in (-2, -1, 1, 2):
        columns[f"weight_log{by:+}"] = shifted(weight_log, by, -1.0)
        columns[f"link_density{by:+}"] = shifted(page.words["link_density"], by, -1.0)
    return columns | {f"stopped{by:+}": shifted(page.words["stopped"], by, -1.0) for by in (-1, 1)}
