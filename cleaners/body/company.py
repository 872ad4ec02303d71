"""Describe the blocks of a page by the company they keep: the second look of the model, at what the first one thought."""

import numpy as np

from cleaners.body.blocks import NONE, Blocks, Columns, shifted, since
from cleaners.body.places import Array, heaviest, running_sum, spine

SURE = 0.7
"""Likelihood above which a block of some length marks where the body begins and ends."""


def second_look(page: Blocks, logits: Array) -> Columns:
    """Describe each block by what the first look thought of it and of the others."""
    columns = {"first": logits}
    for by in (-4, -3, -2, -1, 1, 2, 3, 4):
        columns[f"first{by:+}"] = shifted(logits, by, NONE)
    chance = 1 / (1 + np.exp(-logits))
    for part in (_windows, _alike, _holders, _between):
        columns |= part(page, chance)
    return columns


def _windows(page: Blocks, chance: Array) -> Columns:
    size = page.sizes
    kept, whole = running_sum(chance * size), running_sum(size)
    at, total = np.arange(page.count), max(1e-6, float(kept[-1]))
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


def _alike(page: Blocks, chance: Array) -> Columns:
    size, sure = page.sizes, (chance > 0.5).astype(float)
    mass = chance * size
    total = max(1e-6, float(mass.sum()))
    columns: Columns = {}
    for name, group in (("signature", page.signatures), ("sibling", page.siblings)):
        kept, whole = np.bincount(group, mass), np.bincount(group, size)
        others = whole[group] - size
        columns |= {
            f"{name}_others": np.where(others > 0.1, (kept[group] - mass) / np.maximum(0.1, others), -1.0),
            f"{name}_kept": (kept / total)[group],
            f"{name}_sure": (np.bincount(group, sure) / np.bincount(group))[group],
        }
    return columns


def _holders(page: Blocks, chance: Array) -> Columns:
    size, sure, places = page.sizes, (chance > 0.5).astype(float), page.places
    mass = chance * size
    starts, ends = places.starts[places.ways], places.ends[places.ways]
    kept, whole, certain = (running[ends] - running[starts] for running in map(running_sum, (mass, size, sure)))
    columns: Columns = {}
    for level in range(5):
        columns |= {
            f"kept{level}": kept[level] / max(1e-6, float(mass.sum())),
            f"mean{level}": (kept[level] - mass) / np.maximum(0.3, whole[level] - size),
            f"sure{level}": (certain[level] - sure) / np.maximum(1, (ends - starts)[level] - 1),
        }
    under = places.sums(mass)
    heavy, child = under.tolist(), heaviest(places, under)
    for share in (0.5, 0.8, 0.95):
        columns[f"kept_above{share}"], columns[f"kept_off{share}"] = spine(places, heavy, child, share, of_page=True)
    return columns


def _between(page: Blocks, chance: Array) -> Columns:
    sure = (chance > SURE) & (page.sizes >= 12)
    at, where = np.arange(page.count), np.nonzero(sure)[0]
    return {
        "from_sure": (at - where[0] if len(where) else np.full(page.count, NONE)).astype(float),
        "to_sure": (where[-1] - at if len(where) else np.full(page.count, NONE)).astype(float),
        "since_sure": since(sure),
        "until_sure": since(sure[::-1])[::-1],
    }
