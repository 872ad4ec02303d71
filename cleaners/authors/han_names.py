"""Tell Chinese names from other words of Han characters."""

import re

from cleaners.authors.name_lists import AGENCIES, COMPOUND, NOBODY, SURNAMES
from cleaners.text.simplified import simplified
from cleaners.text.titles import key

_HAN_NAME = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003134f]{2,4}")
_FOREIGN = re.compile(r"[\u4e00-\u9fff]{1,8}(?:[·•・][\u4e00-\u9fff]{1,8})+")


def han_names(text: str) -> list[str]:
    """The Chinese names in a piece of text, spaces between them.

    >>> han_names("段彦超 廖艳"), han_names("克里斯托弗·诺兰")
    (['段彦超', '廖艳'], ['克里斯托弗·诺兰'])
    """
    foreign = _FOREIGN.fullmatch(text.strip())
    if foreign:
        return [foreign.group()]
    spaced = re.fullmatch(r"\s*([\u4e00-\u9fff])\s+([\u4e00-\u9fff])\s*", text)
    if spaced:
        return [spaced[1] + spaced[2]]
    return [part for part in re.split(r"[\s\u3000]+", text.strip()) if is_han_name(part)]


def is_han_name(text: str) -> bool:
    """Whether a run of Han characters is built like a name: a surname and one or two characters, or a name with a dot.

    >>> is_han_name("张艺谋"), is_han_name("观察者网"), is_han_name("溫娜娜")
    (True, False, True)
    """
    if _FOREIGN.fullmatch(text):
        return True
    if not _HAN_NAME.fullmatch(text) or text[-1] in "网網报報" or key(text) in NOBODY | AGENCIES:
        return False
    return (simplified(text[0]) in SURNAMES and len(text) <= 3) or (text.startswith(COMPOUND) and len(text) > 2)
