"""White space of a source as readers see it: folded, and none where a line of Chinese was wrapped."""

import re

from cleaners.text.alphabets import WINDOWS

_WRAP = re.compile(
    r"(?<=[\u3001-\u9fff\uff01-\uff5e]{16})(?<![\u3041-\u30ff。！？”」』])[ \t]*\r?\n[ \t]*(?=[\u3001-\u9fff\uff01-\uff5e]{2})"
)
"""The end of a line of Chinese in the source, behind as many characters as no name or label has, but not of a sentence."""
_THIRD = rf"[\u00e0-\u00f4][{WINDOWS}]"
"""Two bytes of three, as Windows shows them."""
_HALF = re.compile(rf"(?:[\u0080-\u00bf\u00c2-\u00f4]|{_THIRD})[\x85\xa0]")
_SPACE = re.compile(rf"(?:[^\S\x85\xa0]|(?<![\u0080-\u00bf\u00c2-\u00f4])(?<!{_THIRD})[\x85\xa0])+")


def unwrapped(text: str) -> str:
    r"""Join lines of Chinese that the source wrapped inside of a word or behind a mark: no reader sees a space there.

    >>> unwrapped("导演携新片在海滨电影节的开幕式上亮\n  相，观众说好"), unwrapped("导演\n  张三 \n李四")
    ('导演携新片在海滨电影节的开幕式上亮相，观众说好', '导演\n  张三 \n李四')
    """
    return _WRAP.sub("", text)


def folded(text: str) -> str:
    r"""Fold white space to single spaces, but for a no-break space or a NEL that is the second half of a misread letter.

    >>> folded(" one\n two "), folded("caf\u00c3\u00a0 la")
    ('one two', 'cafÃ\xa0 la')
    >>> folded("上映 as \u00e6\u02dc\u00a0 here")
    '上映 as æ˜\xa0 here'
    """
    if ("\xa0" not in text and "\x85" not in text) or _HALF.search(text) is None:
        return " ".join(text.split())
    return " ".join(filter(None, _SPACE.split(text)))
