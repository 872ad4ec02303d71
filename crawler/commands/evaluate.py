"""``scrapy evaluate``: clean labelled pages and score what comes out."""

import argparse
import json
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import track

from crawler.command import Command as OurCommand
from crawler.command import at_least_one, only, screen
from crawler.evaluation.peers import FIGURES, PEERS
from crawler.evaluation.scoreboard import table, worst
from crawler.evaluation.scoring import by_language, fallen, raised, score_page
from crawler.exits import Exit, Mistake

Floors = dict[str, dict[str, float]]


class Command(OurCommand):
    """Scores cleaning against labels."""

    def syntax(self) -> str:
        return "[--out PRED.json] [--floors FILE [--raise]] [--limit N] [--worst N] [--peer NAME] [--json] <index.jsonl>"

    def short_desc(self) -> str:
        return "Clean labelled pages and score body and fields against their labels"

    def long_desc(self) -> str:
        return (
            "Each line of the index is a JSON object: id, url, html (a path beside the index, gzipped or not), lang, truth"
            " (text, title, authors, date, comments, captions, with, without). With --floors, a figure below its floor ends the"
            " command with exit code 5; --raise lifts the floors to what was measured and never lowers one. With --peer"
            " trafilatura, its figures on the same pages stand below ours, and what is won against it."
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.add_argument("--out", type=Path, metavar="PRED.json", help="write the predictions to this file")
        parser.add_argument("--floors", type=Path, metavar="FILE", help="least figures, by index folder, language and name")
        parser.add_argument("--raise", dest="lift", action="store_true", help="lift the floors to what was measured")
        parser.add_argument("--limit", type=at_least_one, metavar="N", help="only the first N pages")
        parser.add_argument("--worst", type=int, metavar="N", default=3, help="show the N worst pages (default: 3)")
        parser.add_argument("--peer", choices=sorted(PEERS), help="compare with another extractor on the same pages")
        parser.add_argument("--json", action="store_true", help="print the figures as JSON")

    def answer(self, args: list[str], opts: argparse.Namespace) -> None:
        from crawler.evaluation.evaluation import clean_all, read_index  # noqa: PLC0415 - `scrapy -h` must not wait for the cleaners

        index = Path(only(args, 1, 1, "one index of labelled pages")[0])
        everything = read_floors(opts.floors) if opts.floors else {}
        pages = read_index(index, opts.limit)
        if not pages:
            raise Mistake(f"{index} names no page", Exit.NOTHING)
        started = time.monotonic()
        found = followed(clean_all(pages), "cleaning", len(pages))
        if opts.out:
            said = {page.page: prediction for page, prediction in zip(pages, found, strict=True)}
            write_predictions(opts.out, said, time.monotonic() - started)
        scores = [score_page(page.page, page.language, page.truth, said) for page, said in zip(pages, found, strict=True)]
        name, figures = index.resolve().parent.name, by_language(scores)
        floors = everything.get(name, {})
        theirs = measured(pages, followed(clean_all(pages, opts.peer), opts.peer, len(pages))) if opts.peer else None
        if opts.json:
            print(json.dumps(figures | ({opts.peer: theirs} if theirs else {}), ensure_ascii=False, indent=2))
        else:
            texts = {page.page: (page.truth.get("text") or "", said["text"]) for page, said in zip(pages, found, strict=True)}
            screen().print(table(figures, floors, opts.peer or "", theirs), worst(scores, texts, opts.worst))
        self.guard(opts, figures, everything, name)

    def guard(self, opts: argparse.Namespace, figures: Floors, everything: dict[str, Floors], name: str) -> None:
        """Hold the figures against their floors; lift these where that is asked and none has fallen."""
        below = fallen(figures, everything.get(name, {}))
        for line in below:
            self.complain(line, Exit.QUALITY)
        if opts.lift and opts.floors and not below:
            lifted = everything | {name: raised(figures, everything.get(name, {}))}
            opts.floors.write_text(json.dumps(lifted, indent=2) + "\n", encoding="utf-8")


def followed(predictions: Iterator[dict[str, Any]], what: str, number: int) -> list[dict[str, Any]]:
    """Every prediction, with a bar on stderr while they come."""
    return list(track(predictions, what, number, console=Console(stderr=True), transient=True))


def measured(pages: Sequence[Any], predictions: list[dict[str, Any]]) -> Floors:
    """A peer's figures, of those that peers give."""
    scores = [score_page(page.page, page.language, page.truth, said) for page, said in zip(pages, predictions, strict=True)]
    return {group: {name: values[name] for name in values if name in FIGURES} for group, values in by_language(scores).items()}


def read_floors(path: Path) -> dict[str, Floors]:
    """Read the least figures: index folder, language or ``all``, figure. Raises Mistake where that cannot be read."""
    try:
        floors = json.loads(path.read_text(encoding="utf-8"))
        return {
            folder: {group: {name: float(floor) for name, floor in figures.items()} for group, figures in groups.items()}
            for folder, groups in floors.items()
        }
    except OSError as error:
        raise Mistake(f"cannot read {path}: {error.strerror}", Exit.CONFIGURATION) from None
    except (ValueError, AttributeError, TypeError) as error:
        raise Mistake(f"{path} holds no floors: {error}", Exit.CONFIGURATION) from None


def write_predictions(path: Path, predictions: dict[str, Any], seconds: float) -> None:
    """Write the predictions as ``score.py`` reads them. Raises Mistake where the file cannot be written."""
    whole = {"extractor": "filmwire", "n": len(predictions), "seconds": round(seconds, 3), "pred": predictions}
    try:
        path.write_text(json.dumps(whole, ensure_ascii=False), encoding="utf-8")
    except OSError as error:
        raise Mistake(f"cannot write {path}: {error.strerror}", Exit.ERROR) from None
