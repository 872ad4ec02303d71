"""Spoil the source of a training page a little, so that the model learns to choose the same paragraphs whatever else stands by.

The texts are made of syllables: what is learned is where spam stands and how it looks, never what it says.
"""

import random
import re
from collections.abc import Callable

from cleaners.tree import Block

_PARAGRAPH = re.compile(r"</p\s*>", re.I)
_BODY = re.compile(r"<body[^>]*>", re.I)
_LATIN = "ka lo mi ren sto vu dar pel zin gho bra tes nu quil jor fen".split()
_HAN = "云彩票顶注册平台官网下载金沙皇冠体育真人游戏开户返利首存优惠"
_HIDING = (
    "position:absolute;left:-9876px",
    "position:fixed;top:-5000px",
    "display:none",
    "font-size:0",
    "text-indent:-8000px",
    "height:0;overflow:hidden",
    "",
    "",
)


def spoilt(html: str, *, chinese: bool, chance: random.Random) -> str:
    """Put one to three pieces of spam into a page: between paragraphs, or at the top as mirror kits do."""
    for _ in range(chance.randint(1, 3)):
        places = [match.end() for match in _PARAGRAPH.finditer(html)]
        top = _BODY.search(html)
        if not places or (top and chance.random() < 0.2):
            places = [top.end()] if top else [len(html)]
        at = chance.choice(places)
        html = html[:at] + chance.choice(_PIECES)(_Words(chinese, chance)) + html[at:]
    return html


def labels_after(before: tuple[Block, ...], labels: list[bool], after: tuple[Block, ...]) -> list[bool]:
    """The labels of a spoilt page: a block that stood there before keeps its own, one that is new is no body."""
    kept, at = [], 0
    texts = [block.text for block in before]
    for block in after:
        try:
            found = texts.index(block.text, at, at + 50)
        except ValueError:
            kept.append(False)
        else:
            kept.append(labels[found])
            at = found + 1
    return kept


class _Words:
    """Makes up words, in Latin or Chinese letters."""

    def __init__(self, chinese: bool, chance: random.Random) -> None:
        self.chance, self.chinese = chance, chinese and chance.random() < 0.7

    def phrase(self, words: int) -> str:
        if self.chinese:
            return "".join(self.chance.choices(_HAN, k=2 * words))
        return " ".join("".join(self.chance.choices(_LATIN, k=self.chance.randint(1, 3))) for _ in range(words))

    def link(self, words: int = 2) -> str:
        return f'<a href="http://{self.chance.choice(_LATIN)}{self.chance.randint(1, 999)}.example/">{self.phrase(words)}</a>'

    def style(self) -> str:
        hiding = self.chance.choice(_HIDING)
        return f' style="{hiding}"' if hiding else ""


def _links(words: _Words) -> str:
    return f"<div{words.style()}>{' '.join(words.link() for _ in range(words.chance.randint(4, 30)))}</div>"


def _list(words: _Words) -> str:
    return f"<ul{words.style()}><li>{'</li><li>'.join(words.link() for _ in range(words.chance.randint(4, 20)))}</li></ul>"


def _keywords(words: _Words) -> str:
    mark = words.chance.choice([", ", " | ", "、", " "])
    return f"<p{words.style()}>{mark.join(words.phrase(2) for _ in range(words.chance.randint(4, 12)))}</p>"


def _advert(words: _Words) -> str:
    return f"<p{words.style()}>{words.phrase(9).capitalize()} {words.link()}, {words.phrase(14)}; {words.phrase(8)}.</p>"


def _tags(words: _Words) -> str:
    names = ("".join(words.chance.choices("abcdefghkmnqrxyz", k=4)) for _ in range(words.chance.randint(10, 60)))
    inner = "".join(f"<{name}>{words.phrase(1)}</{name}>" for name in names)
    return f"<div id={words.phrase(1).split()[0]}{words.style()}>{inner}</div>"


_PIECES: tuple[Callable[[_Words], str], ...] = (_links, _list, _keywords, _advert, _tags)
