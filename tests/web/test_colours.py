"""The colours can be told apart: every ink on the grounds it stands on, light and dark, by the measure of WCAG 2."""

import re
from pathlib import Path

import pytest

STYLE = (Path(__file__).parents[2] / "web" / "static" / "style.css").read_text("utf-8")
TEXT, SHAPE = 4.5, 3.0
"""The least contrast of text, and of shapes that tell something (WCAG 2.2, 1.4.3 and 1.4.11, level AA)."""
PAIRS = [
    *((ink, ground, TEXT) for ink in ("ink", "dim", "accent") for ground in ("paper", "raised")),
    ("on-accent", "accent", TEXT),
    ("paper", "ink", TEXT),
    *((f"{ground}-ink", ground, TEXT) for ground in ("gone", "came", "warn")),
    ("gone-ink", "paper", TEXT),
    ("came-ink", "paper", TEXT),
    ("ink", "warn", TEXT),
    ("dim", "warn", TEXT),
    ("ink", "line", TEXT),
    *((fate, "paper", SHAPE) for fate in ("new", "updated", "duplicate", "quarantined", "failed")),
    ("new", "raised", SHAPE),
    ("field", "paper", SHAPE),
]


def colours(scheme: str) -> dict[str, str]:
    """The colours in force, by name."""
    light, dark = (dict(re.findall(r"--([\w-]+): (#\w+)", block)) for block in re.findall(r":root \{(.*?)\}", STYLE, re.S)[:2])
    return light if scheme == "light" else light | dark


def luminance(colour: str) -> float:
    digits = colour.removeprefix("#")
    digits = digits if len(digits) == 6 else "".join(digit * 2 for digit in digits)
    shares = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_the_measure_itself() -> None:
    assert contrast("#000", "#ffffff") == pytest.approx(21)
    assert contrast("#777", "#fff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("ink", "ground", "least"), PAIRS)
def test_contrast(scheme, ink, ground, least) -> None:
    known = colours(scheme)
    assert contrast(known[ink], known[ground]) >= least
