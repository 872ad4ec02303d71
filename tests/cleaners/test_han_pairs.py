"""The table of characters and pairs says what was counted."""

from itertools import pairwise

from benchmarks.training.han_pairs import counted, table, together
from cleaners.damage.han_pairs import affinity, likelihood

WRITING, SHIFTED = "导演在电影节上谈到新片", "疾逼诘缬敖谏咸傅叫缕"


def _likely(text: str) -> float:
    return sum(likelihood(right) + affinity(left, right) for left, right in pairwise(text)) / len(text)


def test_writing_is_likelier_than_bytes_read_one_off() -> None:
    assert _likely(WRITING) > _likely(SHIFTED) + 3


def test_what_means_the_same_counts_the_same() -> None:
    assert affinity("電", "影") == affinity("电", "影")
    assert likelihood("7") == likelihood("0") > likelihood("囍")
    assert affinity("。", "") == affinity("。", "\n") > 0


def test_pairs_that_stand_together_often_are_in_the_table() -> None:
    lines = list(table(*together(counted([("|电影电影好|", 20)]), counted([("电影", 5)]))))
    assert lines[0].endswith("5好")
    assert {line[0] for line in lines[1:]} == set("电影好|")
    assert next(line for line in lines if line[0] == "电").endswith("影")
