"""Score extracted texts: 4-gram F1 as in the Scrapinghub benchmark, and the share of pages exactly right."""

from collections import Counter
from collections.abc import Iterable
from statistics import fmean

from cleaners.body.prose import tokens_of


def score_texts(pairs: Iterable[tuple[str, str]]) -> dict[str, float]:
    """Score (truth, text) pairs. Precision and recall are means over pages of multiset overlap of 4-token shingles.

    >>> score_texts([("a b c d e", "a b c d")])
    {'pages': 1, 'f1': 0.6667, 'precision': 1.0, 'recall': 0.5, 'exact': 0.0}
    """
    precisions, recalls, exact = [], [], []
    for truth, text in pairs:
        wanted, found = tokens_of(truth), tokens_of(text)
        exact.append(float(wanted == found))
        left, right = _shingles(wanted), _shingles(found)
        shared = sum((left & right).values())
        if right:
            precisions.append(shared / right.total())
        if left:
            recalls.append(shared / left.total())
    precision, recall = fmean(precisions or [0.0]), fmean(recalls or [0.0])
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    figures = {"f1": f1, "precision": precision, "recall": recall, "exact": fmean(exact)}
    return {"pages": len(exact)} | {name: round(value, 4) for name, value in figures.items()}


def _shingles(tokens: list[str]) -> Counter[tuple[str, ...]]:
    return Counter(tuple(tokens[at : at + 4]) for at in range(max(1, len(tokens) - 3))) if tokens else Counter()
