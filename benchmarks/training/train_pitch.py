"""Train the model of pitches on those of ``pitches.txt``, the reports of the same things in ``reports.txt``, and the honest
paragraphs of labelled pages, whole and by sentences.

    python -m benchmarks.training.train_pitch ../shared/pages

Wants scikit-learn. Prints, held out by pages, how many characters of honest paragraphs pass each score, by the share of their
words that their page says elsewhere; then writes ``cleaners/data/pitch.json``. Nothing of ``peddled`` is in the training.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from benchmarks.material.labelled import labelled_rows, page_at
from cleaners.decode import decode
from cleaners.document import page_document
from cleaners.ready import chosen_anew
from cleaners.spam.offers import sentences
from cleaners.spam.pitch import LONGEST, signs
from cleaners.spam.spam import is_han, words_of
from cleaners.spam.surroundings import strangeness

PITCHES, REPORTS = (Path(__file__).with_name(name) for name in ("pitches.txt", "reports.txt"))
REPORTED = 10
"""How many honest paragraphs a report weighs: few speak of what is pitched."""
MODEL = Path(__file__).parents[2] / "cleaners" / "data" / "pitch.json"
COMMON = 3_000
"""Words of honest paragraphs, the commonest, that have weights beside those of the pitches."""
REACHED = {
    "en": (
        "Contact Nordiva on WhatsApp +44 7700 900123.",
        "Visit www.bright-offer.com today.",
        "Email us at sales@goldmail.com or call 0800 000 000.",
        "More at Zibbolux (zibbolux.com).",
    ),
    "zh": ("电话13800000000王经理。", "网址：www.haoyun.com", "加微信hy66990咨询。", "QQ：100200300"),
}
"""How who pitches is reached: every third pitch is taught with one of these as well. Alone, they tell reports."""
PRICED = {
    "en": (
        "Only $9.99 a month.",
        "Now 70% off at Zibbolux.",
        "Prices start at $29!",
        "Get 150% more with Nordiva Club.",
    ),
    "zh": ("仅需98元！", "现在下单优惠50%。", "每单赚30元，提成20%！", "最高可得8万元。"),
}
"""Figures, brands and cries, of which pitches have more than the news: another third is taught with these."""
START = -530
"""Hundredths of the log-odds of a text without a word that tells: fixed, so that limits keep their meaning."""
SMALLEST = 10
"""Hundredths of a weight that is written."""
SHORTEST = 12
SEVERAL = 3
_PLURAL = 4
"""Letters of a word that may have a plural's s behind it."""
FOLDS = 4
SCORES, SHARES = (-4, -3, -2.5, -2, -1.5, -1, 0), (0.05, 0.1, 0.2, 0.3, 0.4)

Paragraph = tuple[int, str, float]
"""The number of its page, its text, the share of its words that the page says elsewhere."""


def honest(folder: Path) -> Iterator[Paragraph]:
    """The chosen paragraphs of all labelled pages."""
    for number, (path, row) in enumerate(labelled_rows(folder)):
        document = chosen_anew(page_document(decode(page_at(path)).text, url=row["url"])).document
        said = {index: words_of(document.blocks[index].text) for index in document.chosen}
        heard = Counter(word for words in said.values() for word in words)
        for index, words in said.items():
            text = document.blocks[index].text
            if len(text) >= SHORTEST:
                yield number, text, strangeness(words, heard - Counter(words))


def pitched() -> Iterator[str]:
    """The pitches written for the model, some of them once more with a way to reach who makes them."""
    for number, line in enumerate(filter(None, PITCHES.read_text(encoding="utf-8").splitlines())):
        yield line
        language = "en" if line.isascii() else "zh" if is_han(line) else ""
        if language and number % 3 < 2:
            more = (REACHED, PRICED)[number % 3][language]
            yield f"{line} {more[number // 3 % len(more)]}"


def apart(paragraphs: Sequence[Paragraph]) -> Iterator[tuple[int, str]]:
    """The longer sentences of paragraphs that have several, and their pages: what is planted is looked for by sentences."""
    for number, text, _ in paragraphs:
        spans = sentences(text[:LONGEST])
        if len(spans) >= SEVERAL:
            said = (text[start:end].strip() for start, end in spans)
            yield from ((number, part) for part in said if len(words_of(part)) > SEVERAL)


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
    paragraphs = list(honest(parser.parse_args().folder))
    selling = [features(line) for line in pitched()]
    plain = [features(text) for _, text, _ in paragraphs]
    told = [features(line) for line in REPORTS.read_text(encoding="utf-8").splitlines() if line] * REPORTED
    common = (word for word, _ in Counter(word for words in plain for word in words).most_common(COMMON))
    words = dict.fromkeys([*sorted(set().union(*selling, *told)), *common])
    places = {word: at for at, word in enumerate(words)}
    written, parts = [*selling, *told], list(apart(paragraphs))
    inputs = matrix([*written, *plain, *(features(part) for _, part in parts)], places)
    pitching = np.array([1] * len(selling) + [0] * (inputs.shape[0] - len(selling)))
    numbers = [*(page for page, _, _ in paragraphs), *(page for page, _ in parts)]
    pages = np.array([-1] * len(written) + [page % FOLDS for page in numbers])
    model = LogisticRegression(C=1.0, class_weight={1: 7, 0: 1}, max_iter=500)
    scores = np.zeros(len(numbers))
    for fold in range(FOLDS):
        model.fit(inputs[pages != fold], pitching[pages != fold])
        given = model.decision_function(inputs[pages == fold]) - model.intercept_
        scores[pages[len(written) :] == fold] = given + START / 100
    report(paragraphs, scores[: len(paragraphs)])
    model.fit(inputs, pitching)
    given = zip(words, model.coef_[0], strict=True)
    weights = {form: round(100 * weight) for word, weight in given for form in forms(word)}
    kept = {word: weight for word, weight in sorted(weights.items()) if abs(weight) >= SMALLEST}
    data = {"start": START, "weights": kept}
    MODEL.write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")


def report(paragraphs: Sequence[Paragraph], scores: np.ndarray) -> None:
    """Characters of honest paragraphs that are such strangers and have such a score."""
    shares, sizes = np.array([share for _, _, share in paragraphs]), np.array([len(text) for _, text, _ in paragraphs])
    print(f"{len(paragraphs)} honest paragraphs, {sizes.sum()} characters")
    for share in SHARES:
        told = (f"{score:5}: {sizes[(shares < share) & (scores > score)].sum():6}" for score in SCORES)
        print(f"share below {share:4}  ", "  ".join(told))


if __name__ == "__main__":
    main()
