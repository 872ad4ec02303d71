"""GBK text that lost one byte: every character after it is made of two halves."""

import re
from collections.abc import Iterator

from cleaners.ledger import Repair
from cleaners.page_text import PageText
from cleaners.plausible import common_share, plausibility

_RUN = re.compile(r"\?([^\x00-\x7f]{3,120}[@-~]?)")
_LEADS = (0xA1, 0xA3)
"""The rows of punctuation: a script that drops one byte there drops it because it looked like the start of a mark."""

_MARKS = frozenset("“‘《〈「『【（〔—…·、。！，：；？")


def shifted_bytes(text: str, page: PageText) -> Iterator[Repair]:
    """Put the lost byte back before a run of Chinese that makes no sense, where sense comes of it.

    >>> [repair.after for repair in shifted_bytes("?耙粠б宦贰苯ㄔO", PageText())]
    ['“一帶一路”建設']
    """
    for match in _RUN.finditer(text):
        run = match.group(1)
        if common_share(run) < 0.7 and (after := _restored(run)):
            before = match.group()[: len(match.group()) - len(run) + after[1]]
            yield Repair(match.start(), match.start() + len(before), before, after[0], "damage.shifted_bytes")


def _restored(run: str) -> tuple[str, int] | None:
    """The text meant and how much of the run it stands for."""
    for piece in dict.fromkeys((run, run.rstrip("@ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz[\\]^_`{|}~"))):
        try:
            raw = piece.encode("gbk")
        except UnicodeEncodeError:
            continue
        for lead in _LEADS:
            try:
                after = (bytes((lead,)) + raw).decode("gbk")
            except UnicodeDecodeError:
                continue
            if after[0] in _MARKS and common_share(after) >= 0.5 and plausibility(after) > plausibility(run) + 0.3:
                return after, len(piece)
    return None
