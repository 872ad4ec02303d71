"""Read the readers' comments at the tail of a plain text, one line a block.

A tail is a run of heads up to the end: bullets with names, names that "said", names with a moment, names before a colon. What
stands between two heads is said by the first. A line such as ``yykz 回复 @兮兮: 打卡~`` answers the user it calls.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import mean

from cleaners.article import Comment, Found
from cleaners.comments.user_names import is_handle, is_heading
from cleaners.comments.voice import is_informal
from cleaners.comments.wording import TIME, Head, has_mark, is_mark, read_head
from cleaners.document import Document
from cleaners.markup.tree import Block
from cleaners.quality import states

_MARKS = 3
"""Lines of marks between the line that announces comments and the first of them: how many they are, how they are sorted."""
_SORTED = re.compile(r"(?:sort|order)(?:ed)? by\b.{0,20}$|按(?:热度|时间).{0,8}$", re.I)
_FORM = re.compile(
    r"(?:submit|leave|post|write|add) (?:a|your) (?:comment|reply)\b|cancel reply|your email address will not|load more"
    r"|you must be logged|(?:newer|older) posts?\b|powered by\b|您?需要登录|高级模式|发表(?:评论|回复)|本版积分规则",
    re.I,
)
"""How what stands behind the comments begins."""
_SAID = re.compile(r"\b(?:says|said|wrote|writes|commented)\W{0,4}$|[说說]道?\W{0,3}$")
_BULLETS = "•·*‣◦▪ \t"
_GAP = 8
"""Lines between two heads at most."""


@dataclass(slots=True)
class Spoken:
    """A comment of a tail, as far as read: its head, the lines behind that, and the places of its first and last."""

    head: Head
    first: int
    last: int
    lines: list[str] = field(default_factory=list)
    marked: bool = False

    @property
    def text(self) -> str:
        """What it says, one line a line."""
        return "\n".join(filter(None, (self.head.text, *self.lines)))


def read_comment_lines(document: Document) -> Found[tuple[Comment, ...]]:
    """The comments of a plain text, in its order."""
    blocks = document.blocks
    tails = (_spoken(blocks, _tail(blocks, places)) for places in _ways(blocks))
    spoken = max((tail for tail in tails if _holds(blocks, tail)), key=len, default=[])
    spoken = spoken if _is_told_above(blocks, spoken) else spoken[1:]  # a thread's first post is what the others speak of
    taken = {index for one in spoken for index in range(one.first, one.last + 1)}
    heading = _heading(blocks, spoken[0].first) if spoken else None
    return Found(tuple(_tied(spoken)), (), tuple(sorted(taken if heading is None else {*taken, *range(heading, min(taken))})))


def _ways(blocks: tuple[Block, ...]) -> Iterator[list[int]]:
    """The ways to read lines as heads: bullets, names that said something, names with a moment, before a colon, these two."""
    heads = [read_head(block.text.strip(_BULLETS)) if len(block.text) < 400 else None for block in blocks]
    yield [index for index, head in enumerate(heads) if blocks[index].tag == "li" and head is not None]
    timed = [has_mark(block.text) and TIME.search(block.text) is not None for block in blocks]
    follows = [*(one and is_mark(block.text) for one, block in zip(timed[1:], blocks[1:], strict=True)), False]
    yield [index for index, head in enumerate(heads) if head is not None and not head.text and _SAID.search(blocks[index].text)]
    dated = [index for index, head in enumerate(heads) if head and not head.text and (timed[index] or follows[index])]
    before = [index for index, head in enumerate(heads) if head is not None and head.text]
    yield dated
    yield before
    both = sorted({*dated, *before})
    if dated and before and (announced := next((place for place in both if _heading(blocks, place) is not None), None)):
        yield [place for place in both if place >= announced]


def _heading(blocks: tuple[Block, ...], first: int) -> int | None:
    """The line that announces the comments from a line on, nothing but marks between; None where there is none."""
    for index in range(first - 1, max(-1, first - 1 - _MARKS), -1):
        if is_heading(blocks[index].text):
            return index
        if not is_mark(blocks[index].text) and _SORTED.match(blocks[index].text) is None:
            return None
    return None


def _is_told_above(blocks: tuple[Block, ...], spoken: list[Spoken]) -> bool:
    """Whether the text says anything above a tail that comments could speak of."""
    return bool(spoken) and any(states(block.text) for block in blocks[: spoken[0].first])


def _tail(blocks: tuple[Block, ...], places: list[int]) -> list[int]:
    """The last heads that stand close to each other, below the line that announces them and above the form for one's own."""
    tail: list[int] = []
    for place in reversed(places):
        if tail and tail[-1] - place > _GAP:
            break
        if tail and any(_FORM.match(block.text) for block in blocks[place : tail[-1]]):
            tail = []
        tail.append(place)
        if place and is_heading(above := blocks[place - 1].text) and not is_mark(above):
            break
    return tail[::-1]


def _spoken(blocks: tuple[Block, ...], heads: list[int]) -> list[Spoken]:
    spoken: list[Spoken] = []
    if not heads:
        return spoken
    starts = frozenset(heads)
    room = max((other - one for one, other in pairwise(heads)), default=4)
    last = read_head(blocks[heads[-1]].text.strip(_BULLETS))
    room += room == 1 and last is not None and not last.text  # what it says stands on the next line
    for index in range(heads[0], min(len(blocks), heads[-1] + room)):
        line = blocks[index].text.strip(_BULLETS)
        if index > heads[-1] and _FORM.match(line):
            break
        head = read_head(line) if len(line) < 400 else None
        if head is not None and (index in starts or head.to is not None):
            spoken.append(Spoken(head, index, index, [], has_mark(line)))
        elif is_mark(line):
            spoken[-1].marked, spoken[-1].last = True, index
        else:
            spoken[-1].lines.append(line)
            spoken[-1].last = index
    return spoken


def _holds(blocks: tuple[Block, ...], spoken: list[Spoken]) -> bool:
    """Whether a tail is one of comments: it is announced, or users answer each other, or it has marks or voices enough."""
    if not spoken or any(len(one.text) > 1000 for one in spoken):
        return False
    posted = not spoken[0].head.text and any(map(states, spoken[0].lines))
    if not posted and not _is_told_above(blocks, spoken):
        return False
    first, last = spoken[0].first, spoken[-1].last
    if any(len(block.text) > 200 for block in blocks[last + 1 :]):
        return False
    announced = _heading(blocks, first) is not None
    answers = sum(one.head.to is not None for one in spoken)
    marked = mean(one.marked for one in spoken)
    voiced = mean(is_handle(one.head.user) or is_informal(one.text) for one in spoken)
    distinct = len({one.head.user for one in spoken}) >= 0.6 * len(spoken)
    if announced or (answers and len(spoken) >= 3):
        return bool(voiced >= 0.25 or marked >= 0.25)
    said = mean(bool(one.text) for one in spoken)
    return bool(len(spoken) >= 3 and distinct and said >= 0.5 and voiced >= (0.3 if marked >= 0.6 else 0.6))


def _tied(spoken: Iterable[Spoken]) -> Iterator[Comment]:
    latest: dict[str, int] = {}
    for at, one in enumerate(spoken):
        parent = latest.get(one.head.to) if one.head.to else None
        latest[one.head.user] = at
        yield Comment(one.head.user or None, one.text, one.head.to, parent)
