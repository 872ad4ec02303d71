"""Tell Chinese names in Latin letters: a common surname and one or two syllables."""

import re

_SURNAMES = frozenset(
    "bai cai cao chen cheng cui dai deng ding dong du feng gao gu guo hao hou hu huang jia jiang jin kong li liang liao lin liu"
    " lu luo mao meng ouyang peng qian qin qiu ren shao shen shi su tang tao tian wang wei wu xia xiao xie xiong xu xue yan"
    " yang yao ye yin yu yuan zeng zhang zhao zheng zhong zhou zhu zou".split()
)
"""Those that are no English word beside a headline, as Fan, Long, Song and Sun are."""
_SYLLABLE = (
    r"(?:(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?(?:i(?:ang|ong|an|ao|ng|[aenu])?|u(?:ang|ai|an|[aeino])?|a(?:ng|[ino])?|e(?:ng|[inr])?"
    r"|o(?:ng|u)?))"
)
_GIVEN = re.compile(rf"{_SYLLABLE}(?:['’-]?{_SYLLABLE})?", re.I)


def is_pinyin_name(name: str) -> bool:
    """Whether a name is built like a Chinese one: the surname first, then one or two syllables.

    >>> is_pinyin_name("Li Yingxue"), is_pinyin_name("Xu Fan"), is_pinyin_name("Tang Poetry"), is_pinyin_name("Tom Li")
    (True, True, False, False)
    """
    surname, _, given = name.partition(" ")
    return given[:1].isupper() and surname.lower() in _SURNAMES and _GIVEN.fullmatch(given) is not None
