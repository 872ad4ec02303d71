"""Align a page's true text with its blocks: which share of each block belongs to it."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from cleaners.body.prose import tokens_of

CONTIGUOUS = 0.5
"""What it is worth, in tokens, that a block begins where the one before it ended: decides between repeated lines."""


@dataclass(frozen=True, slots=True)
class Match:
    """A block found in the truth, from token ``start`` to ``end``."""

    block: int
    start: int
    end: int
    size: float


def align(truth: str, texts: Sequence[str]) -> list[float]:
    """The share of each block's tokens that belongs to the truth, in order; 0 for a block that is not of it."""
    tokens = [token.lower() for token in tokens_of(truth)]
    blocks = [[token.lower() for token in tokens_of(text)] for text in texts]
    index: dict[str, list[int]] = defaultdict(list)
    for position, token in enumerate(tokens):
        index[token].append(position)
    matches = [match for number, block in enumerate(blocks) if block for match in _matches(number, block, tokens, index)]
    shares, used = [0.0] * len(blocks), bytearray(len(tokens))
    chain = _best_chain(matches, len(tokens))
    out_of_order = [match for match in matches if match.size >= 8]
    for match in (*chain, *out_of_order):
        if not shares[match.block] and not any(used[match.start : match.end]):
            shares[match.block] = min(1.0, match.size / len(blocks[match.block]))
            used[match.start : match.end] = b"\1" * (match.end - match.start)
    return shares


def _matches(number: int, block: list[str], truth: list[str], index: dict[str, list[int]]) -> Iterator[Match]:
    starts = [start for start in index.get(block[0], ()) if truth[start : start + len(block)] == block][:30]
    for start in starts:
        yield Match(number, start, start + len(block), len(block))
    if starts or len(block) < 4:
        return
    longest = SequenceMatcher(None, block, truth, autojunk=False).find_longest_match()
    if longest.size < min(6, len(block) * 0.6):
        return
    low = max(0, longest.b - longest.a - 8)
    window = truth[low : longest.b + len(block) - longest.a + 8]
    runs = SequenceMatcher(None, block, window, autojunk=False).get_matching_blocks()
    runs = [run for run in runs if run.size >= 3 or (run.size and len(block) < 12)]
    if runs:
        yield Match(number, low + runs[0].b, low + runs[-1].b + runs[-1].size, sum(run.size for run in runs) * 0.999)


def _best_chain(matches: Sequence[Match], length: int) -> list[Match]:
    """The heaviest chain of matches whose blocks and places both go up."""
    ends, best = [0], [(0.0, -1)]
    exact: dict[int, tuple[float, int]] = {}
    before: list[int] = []
    done: list[tuple[int, float, int]] = []
    for number, match in enumerate(matches):
        if number and match.block != matches[number - 1].block:
            for end, weight, which in done:
                _record(ends, best, end, (weight, which))
                if weight >= exact.get(end, (0.0, -1))[0]:
                    exact[end] = (weight, which)
            done = []
        weight, which = best[bisect_right(ends, match.start) - 1]
        if match.start in exact and exact[match.start][0] + CONTIGUOUS > weight:
            weight, which = exact[match.start][0] + CONTIGUOUS, exact[match.start][1]
        edges = CONTIGUOUS * ((match.start == 0) + (match.end == length))
        before.append(which)
        done.append((match.end, weight + match.size + edges, number))
    for end, weight, which in done:
        _record(ends, best, end, (weight, which))
    at, chain = best[-1][1], []
    while at >= 0:
        chain.append(matches[at])
        at = before[at]
    return chain[::-1]


def _record(ends: list[int], best: list[tuple[float, int]], end: int, new: tuple[float, int]) -> None:
    """Keep the staircase of the best weight that ends at or before each place."""
    at = bisect_right(ends, end)
    if best[at - 1][0] >= new[0]:
        return
    if ends[at - 1] == end:
        best[at - 1] = new
        at -= 1
    else:
        ends.insert(at, end)
        best.insert(at, new)
    while at + 1 < len(ends) and best[at + 1][0] <= new[0]:
        del ends[at + 1], best[at + 1]
