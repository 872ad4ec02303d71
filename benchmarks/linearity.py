"""Time every step of cleaning on its worst inputs: n, 2n, 4n, and what a megabyte takes.

    python -m benchmarks.linearity --once
    python -m benchmarks.linearity [--size 1000000] [--input "page of"] [--least 20]

Processor time, the best of several. Menders and cleaners of lines see texts of ``benchmarks.material.worst``; what reads a page
sees pages of it. Only steps that take LEAST milliseconds a megabyte and more are listed. ``--once`` takes minutes: it asks for
the whole size alone, again only of what took longer than any step may, and tells the three worst inputs of each step.
``work`` counts instead what Python does, which is the same on any machine.
"""

import argparse
import gc
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from math import sqrt
from types import FrameType
from typing import Any

from benchmarks.material.worst import ALL
from cleaners.article import CleanArticle
from cleaners.body.body import extract_body
from cleaners.damage.damage import MENDERS, REPAIRERS, mend_head
from cleaners.decode import decode
from cleaners.document import page_document, with_text
from cleaners.fields.fields import read_fields
from cleaners.fields.films import read_films
from cleaners.fields.optout import read_opt_outs
from cleaners.furniture.author_notes import author_notes
from cleaners.furniture.repeats import repeated_blocks
from cleaners.language import language_of
from cleaners.page import CLEANERS, JUDGES, READERS, clean_page
from cleaners.spam.injected import injections
from cleaners.spam.trusted import trusted
from cleaners.text.page_text import PageText
from cleaners.text.whitespace import white_space

GROWTH = 2.5
"""By how much twice the input may multiply the time."""
SMALL = 0.001
"""Seconds below which times are all alike."""
MOST = 50.0
"""Milliseconds that a step may take for a megabyte."""

Step = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Timing:
    """Seconds for n, 2n and 4n of one input, and milliseconds for a megabyte of it as the largest tells."""

    step: str
    worst: str
    seconds: tuple[float, float, float]
    megabyte: float

    @property
    def growth(self) -> float:
        """By how much doubling the input multiplied the time, the mean of twice: a time near nothing is taken as SMALL."""
        small, _, large = (max(each, SMALL) for each in self.seconds)
        return sqrt(large / small)


def text_steps(text: str) -> Iterator[tuple[str, Step]]:
    """The steps that read a text."""
    page = PageText(text, text)
    for mender in MENDERS:
        yield f"mender {mender.__name__}", lambda mender=mender: list(mender(text, page))
    for cleaner in (*CLEANERS, white_space):
        yield f"cleaner {cleaner.__name__}", lambda cleaner=cleaner: list(cleaner(text))
    yield "language_of", partial(language_of, text)


def page_steps(html: str) -> Iterator[tuple[str, Step]]:
    """The steps that read a page; all of its blocks are chosen."""
    url = "https://film.example/a"
    yield "decode", partial(decode, html.encode())
    yield "page_document", partial(page_document, html, url=url)
    document = page_document(html, url=url)
    yield "mend_head", partial(mend_head, with_text(document))
    yield "trusted", partial(trusted, with_text(document))
    yield "extract_body", partial(extract_body, document)
    document = with_text(replace(document, chosen=frozenset(range(len(document.blocks)))))
    yield from ((f"repairer {repair.__name__}", partial(repair, document)) for repair in (REPAIRERS[0], REPAIRERS[-1]))
    yield "read_fields", partial(read_fields, document)
    headline = read_fields(document)["headline"]
    for name, (_, read) in READERS.items():
        yield f"reader {name}", partial(read, document)
    yield "injections", partial(injections, document)
    yield "repeated_blocks", lambda: list(repeated_blocks(document, headline))
    yield "author_notes", lambda: list(author_notes(document, ("Ann Lee",)))
    yield "read_opt_outs", partial(read_opt_outs, document)
    body = "\n\n".join(block.text for block in document.blocks)
    yield "read_films", partial(read_films, document, headline.value, body)
    article = CleanArticle(headline=headline.value, body=body, language="en")
    for judge in JUDGES:
        yield f"judge {judge.__name__}", lambda judge=judge: judge(article, document)
    yield "clean_page", partial(clean_page, html.encode(), url=url)


def steps_on(name: str, size: int, attempt: int) -> Iterator[tuple[str, Step]]:
    """The steps that read one input, a new one for each attempt: what is kept from one question to the next is no help."""
    given = ALL[name](size)
    if name.startswith("page"):
        return page_steps(given.replace("<title>", f"<title>{attempt} "))
    return text_steps(f"{attempt} {given}")


def seconds(name: str, size: int, attempt: int) -> dict[str, float]:
    """What each step takes on one input."""
    spent = {}
    gc.disable()  # what it takes depends on what else a process holds
    for step, run in steps_on(name, size, attempt):
        start = time.process_time()
        run()
        spent[step] = time.process_time() - start
    gc.enable()
    return spent


def work(name: str, size: int, attempt: int) -> dict[str, int]:
    """What each step makes Python do on one input, counted: what C does for it does not tell."""
    return {step: _operations(run) for step, run in steps_on(name, size, attempt)}


def _operations(run: Step) -> int:
    count, before = 0, sys.gettrace()

    def trace(frame: FrameType, event: str, arg: Any) -> Any:
        nonlocal count
        frame.f_trace_opcodes = True
        count += 1
        return trace

    sys.settrace(trace)
    try:
        run()
    finally:
        sys.settrace(before)
    return count


def measure(name: str, size: int, attempts: int = 3) -> Iterator[Timing]:
    """Time one input at a quarter, a half and the whole of a size; again, where that seems to grow too fast."""
    least: dict[str, list[float]] = {}
    seconds(name, 2000, -1)
    for attempt in range(attempts):
        for at, part in enumerate((size // 4, size // 2, size)):
            for step, spent in seconds(name, part, attempt).items():
                times = least.setdefault(step, [9e9] * 3)
                times[at] = min(times[at], spent)
        if all(Timing(step, name, tuple(times), 0).growth <= GROWTH for step, times in least.items()):
            break
    for step, times in least.items():
        yield Timing(step, name, (times[0], times[1], times[2]), 1000 * times[2] * 1_000_000 / size)


def once(name: str, size: int, attempts: int = 3) -> dict[str, float]:
    """Milliseconds a megabyte of one input, by step; the least, where a step took longer than it may.

    A megabyte of Chinese has a third of a million characters.
    """
    seconds(name, 2000, -1)
    chars = len(ALL[name](size).encode()[:size].decode("utf-8", "ignore"))
    least: dict[str, float] = {}
    for attempt in range(attempts):
        for step, spent in seconds(name, chars, attempt).items():
            least[step] = min(least.get(step, 9e9), 1000 * spent * 1_000_000 / size)
        if all(spent <= MOST for step, spent in least.items() if step != "clean_page"):
            break
    return least


def list_worst(names: list[str], size: int, least: float) -> None:
    """Print each step with its three worst inputs, the worst step first."""
    found: dict[str, list[tuple[float, str]]] = {}
    for name in names:
        for step, spent in once(name, size).items():
            found.setdefault(step, []).append((spent, name))
    print(f"{'step':34} ms/MB  on")
    for step, times in sorted(found.items(), key=lambda item: -max(item[1])[0]):
        (spent, name), *others = sorted(times, reverse=True)[:3]
        if spent >= least:
            print(f"{step:34} {spent:5.0f}  {name} ({', '.join(f'{other} {spent:.0f}' for spent, other in others)})")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--size", type=int, default=1_000_000, help="characters of the largest input, its bytes with --once")
    parser.add_argument("--input", default="", help="only inputs whose name holds this")
    parser.add_argument("--least", type=float, default=20.0, help="milliseconds a megabyte from which on a step is listed")
    parser.add_argument("--once", action="store_true", help="only the largest, and the worst inputs of each step")
    options = parser.parse_args()
    names = [name for name in ALL if options.input in name]
    if options.once:
        list_worst(names, options.size, options.least)
        return
    worst: dict[str, Timing] = {}
    for timing in (timing for name in names for timing in measure(name, options.size)):
        if timing.growth > GROWTH:
            print(f"GROWS {timing.growth:.1f} {timing}", flush=True)
        if timing.megabyte > worst.get(timing.step, timing).megabyte or timing.step not in worst:
            worst[timing.step] = timing
    print(f"{'step':34} ms/MB  growth  on")
    for timing in sorted(worst.values(), key=lambda timing: -timing.megabyte):
        if timing.megabyte >= options.least:
            print(f"{timing.step:34} {timing.megabyte:5.0f}  {timing.growth:6.1f}  {timing.worst}")


if __name__ == "__main__":
    main()
