"""No step of cleaning is quadratic: each is driven with a quarter, a half and the whole of its worst inputs.

What Python does for each is counted, which is the same on any machine; where the work is a pattern's, in C, the clock has to
tell. It tells processor time, the least of up to six attempts: a busy machine makes no difference, and neither does a fast one.
"""

from itertools import pairwise

import pytest

from benchmarks.linearity import GROWTH, measure, work
from benchmarks.material.worst import INPUTS
from cleaners.damage.damage import MENDERS
from cleaners.page import CLEANERS, JUDGES, READERS

SIZE = 60_000
"""Characters: few enough for what is kept of lines, from one question to the next, to hold all of them."""
COUNTED = 16_000
"""Characters where the work is counted."""
LITTLE = 4_000
"""Operations below which all work is alike: a rule may have nothing to look at in less, and begin with its first paragraph."""


def grown(given: str) -> dict[str, list[int]]:
    """The steps whose work grew too fast, twice."""
    work(given, 1000, 9)  # what is done once: patterns, tables
    found = dict[str, list[int]]()
    for attempt in range(2):
        counts = [work(given, part, attempt) for part in (COUNTED // 4, COUNTED // 2, COUNTED)]
        found = {step: [count[step] for count in counts] for step in counts[0] if attempt == 0 or step in found}
        found = {step: done for step, done in found.items() if any(b > GROWTH * max(a, LITTLE) for a, b in pairwise(done))}
        if not found:
            break
    return found


@pytest.mark.parametrize("given", ["text of everything", "page of everything"])
def test_twice_as_much_of_everything_is_twice_the_work(given: str) -> None:
    assert grown(given) == {}


@pytest.mark.slow
@pytest.mark.parametrize("given", INPUTS)
def test_twice_the_input_is_twice_the_work(given: str) -> None:
    assert grown(given) == {}


@pytest.mark.slow
@pytest.mark.timed
@pytest.mark.parametrize("given", INPUTS)
def test_twice_the_input_takes_twice_the_time(given: str) -> None:
    assert [timing for timing in measure(given, SIZE, attempts=6) if timing.growth > GROWTH] == []


def test_every_step_is_driven() -> None:
    driven = {step for given in ("text of 'a'", "page of paragraphs") for step in work(given, 1000, 0)}
    kinds = {"mender": MENDERS, "cleaner": CLEANERS, "judge": JUDGES}
    known = {f"{kind} {step.__name__}" for kind, steps in kinds.items() for step in steps} | {
        f"reader {name}" for name in READERS
    }
    assert known | {"decode", "injections", "read_fields", "extract_body", "clean_page"} <= driven
