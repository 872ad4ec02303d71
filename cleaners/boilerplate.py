"""Lines that stand in articles and do not belong to them."""

import re
from collections.abc import Iterator

from cleaners.ledger import Reason, Removal, remove

_EDITOR_LINE = re.compile(r"^[（(\[【]?\s*(?:责任编辑|责编|編輯|编辑|校对)\s*[:：].{0,40}$", re.M)
_SHARE_LINE = re.compile(r"^(?:Share|Share - WeChat|Share this article|分享到?[:：]?.{0,12})$", re.M | re.I)
_COPYRIGHT_LINE = re.compile(r"^(?:Copyright\b|©|版权所有|未经授权).{0,400}$", re.M | re.I)


def editor_lines(text: str) -> Iterator[Removal]:
    """The editor's tail of Chinese articles."""
    return _lines(_EDITOR_LINE, text, Reason.BYLINE, "boilerplate.editor_line")


def share_lines(text: str) -> Iterator[Removal]:
    """Rows of share buttons that became text."""
    return _lines(_SHARE_LINE, text, Reason.SHARE, "boilerplate.share_line")


def copyright_lines(text: str) -> Iterator[Removal]:
    """Copyright notices standing as a line."""
    return _lines(_COPYRIGHT_LINE, text, Reason.COPYRIGHT, "boilerplate.copyright_line")


def _lines(pattern: re.Pattern[str], text: str, reason: Reason, rule: str) -> Iterator[Removal]:
    for match in pattern.finditer(text):
        yield remove(text, match.start(), match.end(), reason, rule)
