"""Describe the blocks of a page by numbers: a first look at each by itself and by its place, a second at its company."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from cleaners.document import Document
from cleaners.places import ANCESTORS, Array, Indices, Marks, Places, ancestor_flags, groups, name_clues, place, spine
from cleaners.prose import TOKEN, WORD_FEATURES, page_words, squeeze, word_clues, word_features
from cleaners.tree import Block

TAGS = ("p", "div", "li", "td", "h1", "h2", "h3", "figcaption", "pre", "blockquote")
_FAR = 99.0
"""Stands for "there is none" in distances counted in blocks."""
_NONE = -9.0
"""Stands for "no such block" in the place of a neighbour's logit."""
_LEVELS = 6


@dataclass(frozen=True, slots=True)
class Blocks:
    """A page as the model sees it: what does not depend on any opinion about the blocks."""

    blocks: tuple[Block, ...]
    tokens: tuple[Sequence[str], ...]
    """Lower-cased words and single Han characters of each block."""
    words: dict[str, Array]
    places: Places
    signatures: Indices
    siblings: Indices
    sizes: Array
    """Number of tokens of each block, long ones cut down so that none outweighs a page."""

    @property
    def count(self) -> int:
        """How many blocks there are."""
        return len(self.blocks)


Columns = dict[str, Array]


def lay_out(document: Document) -> Blocks:
    """Measure the words of every block and number the elements above them."""
    blocks = tuple(block for block in document.blocks if block.element is not None)
    head = page_words(document)
    tokens = tuple(TOKEN.findall(block.text.lower()) for block in blocks)
    rows = [word_features(block, own, head) for block, own in zip(blocks, tokens, strict=True)]
    table = np.array(rows, float).reshape(len(rows), len(WORD_FEATURES))
    words = {name: table[:, column] for column, name in enumerate(WORD_FEATURES)}
    places = place(blocks)
    sizes = np.minimum([len(own) for own in tokens], 120) + 0.5
    return Blocks(blocks, tokens, words, places, groups(places.signatures()), groups(places.siblings()), sizes)


def clues(page: Blocks) -> dict[str, list[Iterable[str]]]:
    """For each block the words that the two linear models weigh: of the markup's names and of the text."""
    return {"names": list(name_clues(page.places)), "words": [set(word_clues(own)) for own in page.tokens]}


def first_look(page: Blocks, names: Array, words: Array) -> Columns:
    """Describe each block by its words, its place and its like. ``names`` and ``words`` are the linear models' logits."""
    columns = dict(page.words) | {"names": names, "words": words}
    for shift in (-1, 1):
        columns[f"words{shift:+}"] = shifted(words, shift, _NONE)
    columns |= {f"tag_{tag}": np.array([block.tag == tag for block in page.blocks], float) for tag in TAGS}
    flags = ancestor_flags(page.places)
    columns |= {f"in_{tag}": flags[:, column] for column, tag in enumerate(ANCESTORS)}
    for part in (_ancestors, _ways, _alike, _position, _headings, _neighbours):
        columns |= part(page)
    return columns


def second_look(page: Blocks, logits: Array, vote: Array | None) -> Columns:
    """Describe each block by what the first look thought of the others, and by another extractor's vote, where there is one."""
    columns = {"first": logits}
    for shift in (-4, -3, -2, -1, 1, 2, 3, 4):
        columns[f"first{shift:+}"] = shifted(logits, shift, _NONE)
    chance = 1 / (1 + np.exp(-logits))
    for part in (_windows, _company, _holders, _between):
        columns |= part(page, chance)
    return columns | _votes(page, chance, vote)


def vote_of(page: Blocks, text: str) -> Array:
    """Which blocks a text holds, white space and punctuation aside."""
    wanted = squeeze(text)
    return np.array([bool(key) and key in wanted for key in (squeeze(block.text) for block in page.blocks)], float)


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


def _ancestors(page: Blocks) -> Columns:
    prose, weight = page.words["prose"], page.words["weight"]
    sums = page.places.sums
    mass, size, links = sums(prose), sums(weight), sums(weight * page.words["link_density"])
    number, long = sums(np.ones(page.count)), sums((prose > 0).astype(float))
    columns: Columns = {}
    for level in range(_LEVELS):
        at = page.places.above(level)
        columns |= {
            f"share{level}": mass[at] / max(1.0, prose.sum()),
            f"links{level}": links[at] / np.maximum(0.5, size[at]),
            f"prose{level}": mass[at] / np.maximum(0.5, size[at]),
            f"number{level}": np.log1p(number[at]),
            f"long{level}": long[at] / np.maximum(1, number[at]),
        }
    return columns


def _ways(page: Blocks) -> Columns:
    columns = {"depth": page.places.depths[page.places.holders].astype(float)}
    mass = page.places.sums(page.words["prose"])
    for name, share, of_page in (("page", 0.45, True), ("parent", 0.75, False)):
        columns[f"above_{name}"], columns[f"off_{name}"] = spine(page.places, mass, share, of_page=of_page)
    return columns


def _alike(page: Blocks) -> Columns:
    parents = groups(page.places.parents[page.places.holders].tolist())
    texts = groups(block.text for block in page.blocks)
    prose, weight = page.words["prose"], page.words["weight"]
    columns: Columns = {}
    for name, group in (("signature", page.signatures), ("sibling", page.siblings), ("parent", parents), ("text", texts)):
        first, last = _ends(group)
        number, size = np.bincount(group), np.bincount(group, weight)
        columns |= {
            f"{name}_number": np.log1p(number)[group],
            f"{name}_share": np.bincount(group, prose)[group] / max(1.0, prose.sum()),
            f"{name}_links": (np.bincount(group, weight * page.words["link_density"]) / np.maximum(0.5, size))[group],
            f"{name}_size": (size / number)[group],
            f"{name}_long": (np.bincount(group, prose > 0) / number)[group],
            f"{name}_span": (last - first + 1)[group] / page.count,
        }
    return columns


def _ends(group: Indices) -> tuple[Indices, Indices]:
    first = np.full(group.max() + 1, len(group), np.intp)
    last = np.zeros(group.max() + 1, np.intp)
    np.minimum.at(first, group, np.arange(len(group)))
    np.maximum.at(last, group, np.arange(len(group)))
    return first, last


def _position(page: Blocks) -> Columns:
    prose, at = page.words["prose"], np.arange(page.count)
    before, total = np.cumsum(prose) - prose, max(1.0, prose.sum())
    title = _title(page)
    long = np.nonzero(prose > 25)[0]
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
        "from_long": (at - long[0] if len(long) else at * 0).astype(float),
        "to_long": (long[-1] - at if len(long) else at * 0).astype(float),
        "since_long": _since(prose > 25),
        "until_long": _since((prose > 25)[::-1])[::-1],
    }


def _title(page: Blocks) -> int:
    """The block that repeats the head's title, a first heading if possible; -1 where there is none."""
    alike = np.nonzero(page.words["title_alike"] > 0.5)[0].tolist()
    headings = [at for at, block in enumerate(page.blocks) if block.tag == "h1"]
    return next(iter([at for at in headings if at in alike] or alike or headings), -1)


def _since(marks: Marks) -> Array:
    """How many blocks ago the last marked block was, the block itself left out."""
    at = np.arange(len(marks))
    last = np.maximum.accumulate(np.where(marks, at, -1))
    last = np.concatenate(([-1], last[:-1]))
    return np.where(last >= 0, np.minimum(at - last, _FAR), _FAR)


def _headings(page: Blocks) -> Columns:
    heading = np.array([block.tag in {"h1", "h2"} for block in page.blocks])
    any_heading = np.array([block.tag[0] == "h" and block.tag[1:].isdigit() for block in page.blocks])
    tags = page.places.tags
    article = [-1] * len(tags)
    for number, parent in enumerate(page.places.parents.tolist()):
        article[number] = number if tags[number] == "article" else article[parent]
    own = np.array(article, np.intp)[page.places.holders]
    order = np.unique(own[own >= 0])
    return {
        "headings_before": np.cumsum(heading).astype(float),
        "headings": np.full(page.count, float(heading.sum())),
        "since_heading": np.where(any_heading, 0, _since(any_heading)),
        "article": np.where(own >= 0, np.searchsorted(order, own), -1).astype(float),
        "articles": np.full(page.count, float(len(order))),
    }


def _neighbours(page: Blocks) -> Columns:
    columns: Columns = {}
    for name, shifts in (("weight_log", (-2, -1, 1, 2)), ("link_density", (-2, -1, 1, 2)), ("stopped", (-1, 1))):
        columns |= {f"{name}{shift:+}": shifted(page.words[name], shift, -1.0) for shift in shifts}
    return columns


def _windows(page: Blocks, chance: Array) -> Columns:
    size = page.sizes
    kept, whole = (np.concatenate(([0.0], np.cumsum(values))) for values in (chance * size, size))
    at, total = np.arange(page.count), max(1e-6, float((chance * size).sum()))
    columns = {
        "kept_before": kept[:-1] / total,
        "kept_after": 1 - kept[1:] / total,
        "kept": np.full(page.count, np.log1p(total)),
        "sure": np.full(page.count, np.log1p((chance > 0.6).sum())),
    }
    for reach in (4, 12):
        for name, low, high in (
            ("last", np.maximum(0, at - reach), at),
            ("next", at + 1, np.minimum(page.count, at + 1 + reach)),
        ):
            columns[f"{name}{reach}"] = (kept[high] - kept[low]) / np.maximum(0.25, whole[high] - whole[low])
    return columns


def _company(page: Blocks, chance: Array) -> Columns:
    size, sure = page.sizes, (chance > 0.5).astype(float)
    mass, total = chance * size, max(1e-6, float((chance * size).sum()))
    columns: Columns = {}
    for name, group in (("signature", page.signatures), ("sibling", page.siblings)):
        kept, whole, number = np.bincount(group, mass)[group], np.bincount(group, size)[group], np.bincount(group)[group]
        columns |= {
            f"{name}_others": np.where(whole - size > 0.1, (kept - mass) / np.maximum(0.1, whole - size), -1.0),
            f"{name}_kept": kept / total,
            f"{name}_sure": np.bincount(group, sure)[group] / number,
        }
    return columns


def _holders(page: Blocks, chance: Array) -> Columns:
    size, sure, sums = page.sizes, (chance > 0.5).astype(float), page.places.sums
    mass = chance * size
    kept, whole, certain, number = sums(mass), sums(size), sums(sure), sums(np.ones(page.count))
    columns: Columns = {}
    for level in range(5):
        at = page.places.above(level)
        columns |= {
            f"kept{level}": kept[at] / max(1e-6, float(mass.sum())),
            f"mean{level}": (kept[at] - mass) / np.maximum(0.3, whole[at] - size),
            f"sure{level}": (certain[at] - sure) / np.maximum(1, number[at] - 1),
        }
    for share in (0.5, 0.8, 0.95):
        columns[f"kept_above{share}"], columns[f"kept_off{share}"] = spine(page.places, kept, share, of_page=True)
    return columns


def _between(page: Blocks, chance: Array) -> Columns:
    sure = (chance > 0.7) & (page.sizes >= 12)
    at, where = np.arange(page.count), np.nonzero(sure)[0]
    return {
        "from_sure": (at - where[0] if len(where) else np.full(page.count, _NONE)).astype(float),
        "to_sure": (where[-1] - at if len(where) else np.full(page.count, _NONE)).astype(float),
        "since_sure": _since(sure),
        "until_sure": _since(sure[::-1])[::-1],
    }


def _votes(page: Blocks, chance: Array, vote: Array | None) -> Columns:
    """The vote of each block and its neighbours, and how far it agrees with the first look; -1 where nobody was asked."""
    names = ("vote", "vote-2", "vote-1", "vote+1", "vote+2", "vote_kept", "vote_size", "vote_sure", "from_vote", "to_vote")
    if vote is None:
        return {name: np.full(page.count, -1.0) for name in names}
    mass, size, at, where = chance * page.sizes, page.sizes, np.arange(page.count), np.nonzero(vote)[0]
    both, voted = float((mass * vote).sum()), float((size * vote).sum())
    columns: Sequence[Array] = (
        vote,
        *(shifted(vote, by, 0.0) for by in (-2, -1, 1, 2)),
        np.full(page.count, both / max(1e-6, float(mass.sum()))),
        np.full(page.count, np.log1p(voted)),
        np.full(page.count, both / max(1e-6, voted)),
        (at - where[0] if len(where) else at * 0).astype(float),
        (where[-1] - at if len(where) else at * 0).astype(float),
    )
    return dict(zip(names, columns, strict=True))
