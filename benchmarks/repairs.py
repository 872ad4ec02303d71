"""Measure the repair of damaged characters on labelled texts: how many places are right again, how many repairs are wrong.

    python -m benchmarks.repairs ../shared/pages [--pages 400] [--seed 7] [--kind "lost: GBK"] [--show 20]

FOLDER holds sets of labelled pages, each with an ``index.jsonl``. The labelled text of each page, mended where its publisher
damaged it, is damaged and mended by itself. The menders' limits were set on such texts, and their word list is no stranger to
them, so the figures flatter. A stretch is right where it says what it said, else all of it is wrong; dashes count as one, a
no-break space as a space, and a replacement character as nothing said. The last line counts repairs of the texts as they are:
all of them are wrong, or reverse damage of the publisher's own.
"""

import argparse
import random
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.kinds.damages import DAMAGES, Damaged, Text
from benchmarks.material.labelled import drawn_rows
from cleaners.damage.damage import mend, mended
from cleaners.damage.invisible import invisible
from cleaners.language import language_of
from cleaners.ledger import Draft, Repair, patch
from cleaners.text.page_text import PageText

_OWN = 3
"""How often a text is mended before it is damaged: what was escaped twice shows when it has been mended once."""
_ONE = str.maketrans("\xa0–―‑\u2009\u202f", " ——-  ")


@dataclass(slots=True)
class Score:
    """Characters damaged, right again, and made wrong by repairs, over a number of texts."""

    texts: int = 0
    chars: int = 0
    right: int = 0
    wrong: int = 0
    examples: list[tuple[str, str, str]] = field(default_factory=list)
    """Before, after, and what it was, of repairs that are wrong and of places that were missed."""

    @property
    def precision(self) -> float:
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        return self.right / max(1, self.chars)


@dataclass(slots=True)
class _Region:
    """A stretch of the text on its way, what it should say, how many damaged places it holds, whether a repair touched it."""

    start: int
    end: int
    truth: str
    places: int
    touched: bool = False


def judge(damaged: Damaged, score: Score) -> None:
    """Mend a text and count each place as right, wrong or missed."""
    draft, page = Draft(damaged.text), PageText(damaged.text)
    regions = [_Region(*place, truth, 1) for place, truth in sorted(damaged.truth.items())]
    after = mend(draft, page)
    steps: dict[int, list[Repair]] = {}
    for edit in after.ledger:
        if isinstance(edit, Repair):
            steps.setdefault(edit.step, []).append(edit)
    text = damaged.text
    for step in steps.values():
        regions = list(_after(regions, step, text))
        text = patch(Draft(text), step).text
    score.texts += 1
    for region in regions:
        now = text[region.start : region.end]
        size, unknown = max(1, len(region.truth)), now.count("\ufffd")
        right = _is(now, region.truth)
        score.chars += size if region.places else 0
        score.right += size - unknown if right and region.places else 0
        score.wrong += size if region.touched and not right else 0
        if not right or unknown:
            around = text[max(0, region.start - 25) : region.end + 25]
            score.examples.append(("missed" if right or not region.touched else "wrong", around, region.truth))


def _is(now: str, truth: str) -> bool:
    """Whether a text says what it should, a replacement character standing for any."""
    one, other = " ".join(now.translate(_ONE).split()), " ".join(truth.translate(_ONE).split())
    return len(one) == len(other) and all(a in {b, "\ufffd"} for a, b in zip(one, other, strict=True))


def _after(regions: list[_Region], step: list[Repair], text: str) -> Iterator[_Region]:
    """The regions after one step of repairs; those that one repair touches become one."""
    starts = [region.start for region in regions]
    shift, taken = 0, 0
    for edit in step:
        first = max(taken, bisect_left(starts, edit.start))
        if first > taken and regions[first - 1].end > edit.start:
            first -= 1
        for region in regions[taken:first]:
            yield _Region(region.start + shift, region.end + shift, region.truth, region.places, region.touched)
        last = first
        while last < len(regions) and (regions[last].start < edit.end or regions[last].start == edit.start):
            last += 1
        held = regions[first:last]
        left = min([edit.start, *(region.start for region in held)])
        right = max([edit.end, *(region.end for region in held)])
        truth, at = [], left
        for region in held:
            truth += [text[at : region.start], region.truth]
            at = region.end
        truth.append(text[at:right])
        grown = len(edit.after) - len(edit.before)
        yield _Region(left + shift, right + shift + grown, "".join(truth), sum(region.places for region in held), touched=True)
        shift, taken = shift + grown, last
    for region in regions[taken:]:
        yield _Region(region.start + shift, region.end + shift, region.truth, region.places, region.touched)


def measure(texts: Iterable[tuple[str, str]], *, seed: int = 7, kinds: Iterable[str] = tuple(DAMAGES)) -> dict[str, Score]:
    """Damage and mend every text, given with its language, in every way; the kind "none" leaves it as it is."""
    scores = {kind: Score() for kind in (*kinds, "none")}
    for number, (text, language) in enumerate(texts):
        whole = text
        for _ in range(_OWN):
            whole = mended(whole, PageText(whole))
        for kind, score in scores.items():
            given = Text(whole, language, random.Random(f"{seed} {kind} {number}"))
            damaged = Damaged(invisible_removed(text), {}) if kind == "none" else DAMAGES[kind](given)
            if damaged is not None:
                judge(damaged, score)
    return scores


def labelled(folder: Path, most: int, seed: int) -> Iterator[tuple[str, str]]:
    """The labelled texts of every set in the folder with their languages, as many of each, drawn by the seed."""
    for _, row in drawn_rows(folder, most, seed):
        text = row["truth"].get("text") or ""
        if (language := language_of(text)) in ("en", "zh"):
            yield text, language


def invisible_removed(text: str) -> str:
    """An honest text less what no reader sees: nothing here should mend that."""
    return patch(Draft(text), invisible(text, PageText())).text


def report(scores: dict[str, Score]) -> str:
    """The figures as a table for people."""
    lines = [f"{'kind':36} texts   chars   wrong precision  recall"]
    for kind, score in scores.items():
        figures = f"{score.texts:5} {score.chars:7} {score.wrong:7} {score.precision:9.2%} {score.recall:7.1%}"
        lines.append(f"{kind:36} {figures}")
    return "\n".join(lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pages", type=int, default=400, help="texts of each set")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument(
        "--kind", action="append", metavar="KIND", choices=[*DAMAGES], help="only this kind; may be given several times"
    )
    parser.add_argument("--show", type=int, default=0, help="examples of what went wrong, of each kind")
    options = parser.parse_args()
    texts = labelled(options.folder, options.pages, options.seed)
    scores = measure(texts, seed=options.seed, kinds=options.kind or tuple(DAMAGES))
    print(report(scores))
    for kind, score in scores.items():
        chosen = [*[example for example in score.examples if example[0] == "wrong"], *score.examples][: options.show]
        print(*(f"{kind}: {how}: {now!r} was {was!r}" for how, now, was in chosen), sep="\n", end="\n" if chosen else "")


if __name__ == "__main__":
    main()
