"""Differences between two texts give both of them back."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.articles.versions import change_of
from web.diff import differences

texts = st.lists(st.text(alphabet="ab 字长.\n", max_size=12), max_size=5).map("\n\n".join)


@given(texts, texts)
def test_each_text_can_be_read_off(first, second) -> None:
    changes = differences(first, second)
    for mine, kinds in ((first, {"same", "gone"}), (second, {"same", "came"})):
        read = ["".join(change.text for change in part if change.kind in kinds) for part in changes]
        assert "".join(read).replace("\n", "") == mine.replace("\n", "")


@pytest.mark.parametrize("number", [800, 5000])
def test_a_page_of_thousands_of_lines_is_compared_at_once(number) -> None:
    first, second = ("\n\n".join(["aa bb", ending] * number) for ending in ("cc", "dd"))
    began = time.process_time()
    changes = differences(first, second)
    assert time.process_time() - began < 5, "it took a minute for 1,600 lines"
    assert [[change.kind for change in part] for part in changes[:4]] == [["same"], ["gone", "came"]] * 2


@pytest.mark.parametrize(("one", "other"), [("a x ", "a y "), ("的一", "一了"), ("a b c ", "c b a ")])
def test_a_paragraph_of_the_same_words_over_and_over_is_compared_at_once(one, other) -> None:
    first, second = one * 1000, other * 1000
    began = time.process_time()
    differences(first, second)
    change_of((None, first), (None, second))
    assert time.process_time() - began < 5, "it took a minute for 2,000 words"


def test_chinese_is_compared_by_character() -> None:
    changes = differences("影片定档九月上映。", "影片定档十月上映。")[0]
    assert [(change.kind, change.text) for change in changes] == [
        ("same", "影片定档"),
        ("gone", "九"),
        ("came", "十"),
        ("same", "月上映。"),
    ]
