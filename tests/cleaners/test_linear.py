"""No step of cleaning is quadratic: each is timed on a quarter, a half and the whole of its worst inputs.

Processor time, the least of up to six attempts: a busy machine makes no difference, and neither does a fast one.
"""

import pytest

from benchmarks.linearity import GROWTH, INPUTS, measure

SIZE = 60_000
"""Characters: few enough for what is kept of lines, from one question to the next, to hold all of them."""


@pytest.mark.slow
@pytest.mark.timed
@pytest.mark.parametrize("given", INPUTS)
def test_twice_the_input_takes_twice_the_time(given: str) -> None:
    assert [timing for timing in measure(given, SIZE, attempts=6) if timing.growth > GROWTH] == []


def test_every_step_is_timed() -> None:
    timed = {timing.step for given in ("text of 'a'", "page of paragraphs") for timing in measure(given, 4000, attempts=1)}
    assert {"mender glosses", "cleaner tail_lines", "reader comments", "judge mirror", "injections", "read_fields"} <= timed
