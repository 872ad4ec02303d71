"""Train the model of pitches on those of ``pitches.txt``, the reports of the same things in ``reports.txt``, and the honest
paragraphs of labelled pages, whole and by sentences.

    python -m benchmarks.training.train_pitch ../shared/pages [--keep]

Wants scikit-learn. Prints, held out by pages, how many characters of honest paragraphs pass each score, by the share of their
words that their page says elsewhere. Writes ``cleaners/data/pitch.json`` and, beside it, the limits of all rules, each moved as
what strangers among the honest texts come to, held out, has moved; with ``--keep`` they stay.
Nothing of ``peddled`` is in the training.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from benchmarks.training import pitch_limits
from benchmarks.training.pitch_texts import Honest, Text, honest, pitched, reported
from cleaners.spam.limits import table
from cleaners.spam.pitch import LONGEST, signs
from cleaners.spam.words import words_of

REPORTED = 15
"""How many honest paragraphs a report weighs: few speak of what is pitched."""
MODEL = Path(__file__).parents[2] / "cleaners" / "data" / "pitch.json"
COMMON = 3_000
"""Words of honest paragraphs, the commonest, that have weights beside those of the pitches."""
START = -530
"""Hundredths of the log-odds of a text without a word that tells: fixed, so that limits keep their meaning."""
SMALLEST = 10
"""Hundredths of a weight that is written."""
_PLURAL = 4
"""Letters of a word that may have a plural's s behind it."""
FOLDS = 4
SCORES, SHARES = (-4, -3, -2.5, -2, -1.5, -1, 0), (0.05, 0.1, 0.2, 0.3, 0.4)


@dataclass(frozen=True, slots=True)
class Lesson:
    """Texts as the model sees them: those written for it, then the honest ones."""

    words: Sequence[str]
    inputs: csr_matrix
    pitching: np.ndarray
    folds: np.ndarray
    """By the text, which part of the pages it is from; -1 for one written for the model."""


def lesson(told: Honest) -> Lesson:
    selling = [features(line) for line in pitched()]
    written = [*selling, *[features(line) for line in reported()] * REPORTED]
    said = [[features(text) for _, text, _ in texts] for texts in told.kinds.values()]
    common = (word for word, _ in Counter(word for words in said[0] for word in words).most_common(COMMON))
    words = dict.fromkeys([*sorted(set().union(*written)), *common])
    inputs = matrix([*written, *chain(*said)], {word: at for at, word in enumerate(words)})
    pages = [page % FOLDS for page, _, _ in chain(*told.kinds.values())]
    pitching = np.arange(inputs.shape[0]) < len(selling)
    return Lesson(list(words), inputs, pitching.astype(int), np.array([-1] * len(written) + pages))


def fitted(lesson: Lesson, fold: int | None = None) -> LogisticRegression:
    """The model of all texts, or of all but one part of the pages."""
    model = LogisticRegression(C=1.0, class_weight={1: 7, 0: 1}, max_iter=500)
    rows = lesson.folds != fold if fold is not None else lesson.folds > -2
    return model.fit(lesson.inputs[rows], lesson.pitching[rows])


def held_out(lesson: Lesson, told: Honest) -> Mapping[str, np.ndarray]:
    """How much each honest text pitches, by what it is, to a model that has not seen its page."""
    scores = np.zeros(len(lesson.folds))
    for fold in range(FOLDS):
        model, rows = fitted(lesson, fold), lesson.folds == fold
        scores[rows] = model.decision_function(lesson.inputs[rows]) - model.intercept_ + START / 100
    ends = np.cumsum([len(texts) for texts in told.kinds.values()])
    return dict(zip(told.kinds, np.split(scores[lesson.folds >= 0], ends[:-1]), strict=True))


def features(text: str) -> set[str]:
    return {singular(word) for word in words_of(text[:LONGEST])} | set(signs(text))


def singular(word: str) -> str:
    """An English word less the s of a plural or a verb: both forms share one weight.

    >>> singular("loans"), singular("class"), singular("bets")
    ('loan', 'class', 'bets')
    """
    return word[:-1] if len(word) > _PLURAL and word.isascii() and word[-1] == "s" != word[-2] else word


def forms(word: str) -> tuple[str, ...]:
    """A feature as texts have it: a word and its plural."""
    return (word, f"{word}s") if len(word) >= _PLURAL and word.isascii() and word.isalpha() and word[-1] != "s" else (word,)


def matrix(said: Sequence[set[str]], places: dict[str, int]) -> csr_matrix:
    pairs = [(row, places[word]) for row, words in enumerate(said) for word in words if word in places]
    rows, columns = zip(*pairs, strict=True)
    return csr_matrix((np.ones(len(pairs)), (rows, columns)), shape=(len(said), len(places)))


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--keep", action="store_true", help="leave the limits where they are")
    options = parser.parse_args()
    told = honest(options.folder)
    taught = lesson(told)
    scores = held_out(taught, told)
    report(told.paragraphs, scores["paragraphs"])
    reach = pitch_limits.reached(told, scores)
    limits = table() if options.keep else pitch_limits.moved(reach)
    print(pitch_limits.changes(limits))
    write(zip(taught.words, fitted(taught).coef_[0], strict=True))
    pitch_limits.write(reach, limits)


def write(given: Iterable[tuple[str, float]]) -> None:
    """Write the model: the weights of words and of their plurals."""
    weights = {form: round(100 * weight) for word, weight in given for form in forms(word)}
    kept = {word: weight for word, weight in sorted(weights.items()) if abs(weight) >= SMALLEST}
    data = {"start": START, "weights": kept}
    MODEL.write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")


def report(paragraphs: Sequence[Text], scores: np.ndarray) -> None:
    """Characters of honest paragraphs that are such strangers and have such a score."""
    shares, sizes = np.array([share for _, _, share in paragraphs]), np.array([len(text) for _, text, _ in paragraphs])
    print(f"{len(paragraphs)} honest paragraphs, {sizes.sum()} characters")
    for share in SHARES:
        told = (f"{score:5}: {sizes[(shares < share) & (scores > score)].sum():6}" for score in SCORES)
        print(f"share below {share:4}  ", "  ".join(told))


if __name__ == "__main__":
    main()
