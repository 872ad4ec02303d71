"""Stretches of a line that were read in the wrong character set are read anew, on a page that has whole lines of such."""

import pytest

from cleaners.damage.damage import mended
from cleaners.damage.stretches import stretches
from cleaners.text.page_text import PageText


@pytest.mark.parametrize(
    ("line", "after"),
    [
        ("2016骞达紝他来到港湾", ["年，"]),
        ("深入开展工作而制定的娉曞緥。", ["法律"]),
        ("names of other houses鈥攁nd of LLC鈥檚, too", ["—a", "’s"]),
        ("导演米拉在赶车人中间生活了两个冬天，学会了给马钉掌。", []),
        ("《鹽路》週日在港灣電影節首映，導演米拉說：「潮水會等我們嗎？」", []),
        ("映画『潮の道』は日曜日に港映画祭で上映された。", []),
        ("plain", []),
    ],
)
def test_a_stretch_says_what_its_bytes_say(line: str, after: list[str]) -> None:
    assert [repair.after for repair in stretches(line, 0)] == after


def test_a_page_without_a_misread_line_is_left_alone() -> None:
    line = "深入开展工作而制定的娉曞緥。"
    assert mended(line, PageText(line, line)) == line


def test_beside_a_misread_line_a_stretch_is_read_anew() -> None:
    text = "鐢靛奖鑺傚紑骞曚簡锛屾捣閲屽緢瀹夐潤\n深入开展工作而制定的娉曞緥。"
    assert mended(text, PageText(text, text)) == "电影节开幕了，海里很安静\n深入开展工作而制定的法律。"
