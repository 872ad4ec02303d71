"""Runs of characters are the same, however they are found."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaners.text.runs import runs_of

CLASSES = (r"\w", r"[^\W_]", r"[^\W\d_]", "[a-z]", r"[A-Za-z\u00c0-\u024f]")
WESTERN = st.text(st.sampled_from("aZé_ß9²½ªÿ×÷ŠœƒŸ€’“”–—…\u00a0\u00ad .,-\n\t\x00\x1f\x7f"))


@pytest.mark.parametrize("characters", CLASSES)
@given(WESTERN | st.text())
def test_a_pattern_finds_the_same(characters: str, text: str) -> None:
    assert runs_of(characters)(text) == re.findall(f"{characters}+", text)


def test_another_pattern_reads_other_scripts() -> None:
    tokens = runs_of(r"[^\W_]", r"[\u3400-\u9fff]|[^\W_\u3400-\u9fff]+")
    assert tokens("the Café's 2nd") == ["the", "Café", "s", "2nd"]
    assert tokens("电影 café") == ["电", "影", "café"]
