"""The white space of a clean text: one blank line between paragraphs, one plain space between words."""

import re
from collections.abc import Iterator

from cleaners.ledger import Repair

_LINE_ENDS = "\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029"
"""What ``str.splitlines`` takes for the end of a line."""

_LINE_END = re.compile(f"[{_LINE_ENDS}]")
_RUN = re.compile(r"\s(?:\s+|(?<! )|\Z|(?<=\A ))")
"""Every run of white space but a plain space between words, which most are."""


def white_space(text: str) -> Iterator[Repair]:
    r"""Find the white space to even out.

    >>> [(repair.before, repair.after) for repair in white_space("One\u00a0two  three\r\nfour ")]
    [('\xa0', ' '), ('  ', ' '), ('\r\n', '\n\n'), (' ', '')]
    """
    for match in _RUN.finditer(text):
        before = match.group()
        at_edge = match.start() == 0 or match.end() == len(text)
        after = "" if at_edge else "\n\n" if _LINE_END.search(before) else " "
        if after != before:
            yield Repair(match.start(), match.end(), before, after, "whitespace")
