"""One reader's comment as a page lays it out, and what it shows of being one."""

import re
from dataclasses import dataclass

from cleaners.comments.atoms import Atom
from cleaners.comments.user_names import is_handle
from cleaners.comments.voice import is_informal
from cleaners.comments.wording import has_button, has_time, is_mark, split_marks

_SENTENCE = 5
"""Words of a sentence; a Han character counts for half of one, and eight make a sentence."""
_WORD = re.compile(r"[A-Za-z\u00c0-\u024f'’\d]+|[\u3040-\u9fff\uac00-\ud7af]{2}")
_ENDED = re.compile(r"[.!?…。！？~～][\s\W]{0,8}$")
_BEFORE = re.compile(r"[（(]([^()（）]{1,40})[)）]\s?[:：]\s?")
"""A moment in brackets between the name and what is said."""
_IN_REPLY = re.compile(
    r"(?:In reply to .{1,200}? by |引用\s?@?)(?P<to>[^\n:：]{1,40}?)(?:\n|\s?(?:于\s?[-\d: ]{5,20})?发表的?[:：][^\n]*\n)"
)
"""What is answered, and whose it is: Drupal's line for those who hear the page, a Chinese forum's quotation."""
_PROFILES = ("/u/", "/user", "/profile", "/people/", "/member", "/space", "uid=", "/home/", "/@", "weibo.com/")


@dataclass(slots=True)
class Remark:
    """One comment as the page lays it out: its head, and every piece up to the next head, or from the last one."""

    head: Atom
    user: str
    to: str | None
    pieces: list[tuple[int, str]]
    """What is said, each with its block."""
    marks: list[str]
    first: int
    """Index of its first block."""
    last: int
    """Index of its last block."""
    linked: int = 0
    """Characters of its text inside links."""
    said: str = ""
    timed: bool = False
    """It has its moment."""
    pressed: bool = False
    """It has a button behind its head."""
    shown: float = 0.0
    """What it shows of being a comment."""

    def close(self) -> None:
        """Write out what is said, one line a block, without the buttons behind it, and weigh it all."""
        lines: dict[int, str] = {}
        for block, text in self.pieces:
            lines[block] = lines.get(block, "") + text
        said = "\n".join(filter(None, (" ".join(line.split()).lstrip(":：-–— ") for line in lines.values())))
        if (before := _BEFORE.match(said)) and is_mark(before[1]):
            self.marks.append(before[1])
            said = said[before.end() :]
        if answer := _IN_REPLY.match(said):
            self.to, said = self.to or answer["to"], said[answer.end() :]
        self.said, behind = split_marks(said)
        self.marks.append(behind)
        self.timed = any(map(has_time, filter(None, self.marks)))
        self.pressed = any(map(has_button, filter(None, self.marks[1:])))
        self.shown = _shown(self)

    @property
    def marked(self) -> bool:
        """It has its moment, a button, or calls another user."""
        return self.to is not None or self.timed or self.pressed or self.profiled or has_button(self.marks[0])

    @property
    def profiled(self) -> bool:
        """Its user's name leads to where sites keep their users."""
        return bool(self.head.link) and any(map((self.head.link or "").__contains__, _PROFILES))

    @property
    def signed(self) -> bool:
        """It has both a moment and a button or a user's profile, and says something."""
        return self.timed and bool(self.said) and (self.pressed or (self.profiled and not self.linked))

    @property
    def voiced(self) -> bool:
        """It sounds like a comment, by its name or its text."""
        return is_handle(self.user) or is_informal(self.said)

    @property
    def lines(self) -> int:
        """Of what it says."""
        return self.said.count("\n") + bool(self.said)

    @property
    def speaks(self) -> bool:
        """It says as much as a sentence, as no entry of a menu does."""
        words = len(self.said.split()) if self.said.isascii() else 1 + len(_WORD.findall(self.said[:200]))
        return words >= _SENTENCE or _ENDED.search(self.said) is not None


def _shown(remark: Remark) -> float:
    """What one comment shows of being one."""
    length = len(remark.said)
    return (
        1.5 * remark.pressed
        + 1.0 * remark.timed
        + 0.75 * (remark.head.link is not None and not remark.linked)
        + 0.75 * remark.profiled
        + 0.75 * is_handle(remark.user)
        + 1.5 * (remark.to is not None)
        + 0.75 * is_informal(remark.said)
        + (0.25 if remark.said else -0.25)
        - 2.0 * (remark.linked > 0.5 * length > 0)
        - 1.0 * remark.said.startswith(("“", '"', "「"))
        - 0.5 * (length > 300 and not remark.marked)
        - 0.75 * (length > 500 and not remark.marked)
        - 0.75 * (length > 800)
        - 2.0 * (length > 2000)
    )
