"""The white space of a clean text: one blank line between paragraphs, one plain space between words."""

import re
from collections.abc import Iterator

from cleaners.ledger import Repair

_LINE_ENDS = "\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029"
"""What ``str.splitlines`` takes for the end of a line."""

_LINE_END = re.compile(f"[{_LINE_ENDS}]")
_MOST = 3_000
"""Repairs of white space a text, one each: what stands behind them is evened out in one."""
_RUN = re.compile(r" (?:\s+|\Z|(?<=\A ))|[^\S ](?!(?<=\S\n)\n\S|(?<=\S\n\n)\S)\s*")
"""Every run of white space but a plain space between words and a blank line between paragraphs, which most are."""


def white_space(text: str) -> Iterator[Repair]:
    r"""Find the white space to even out.

    >>> [(repair.before, repair.after) for repair in white_space("One\u00a0two  three\r\nfour ")]
    [('\xa0', ' '), ('  ', ' '), ('\r\n', '\n\n'), (' ', '')]
    """
    if _is_even(text):
        return
    left = _MOST
    for match in _RUN.finditer(text):
        before = match.group()
        at_edge = match.start() == 0 or match.end() == len(text)
        after = "" if at_edge else "\n\n" if _LINE_END.search(before) else " "
        if not left:
            before, after = text[match.start() :], after + _even(text[match.end() :])
            yield from [Repair(match.start(), len(text), before, after, "whitespace")] if after != before else []
            return
        if after != before:
            left -= 1
            yield Repair(match.start(), match.end(), before, after, "whitespace")


def _is_even(text: str) -> bool:
    """Whether there is nothing to even out, for sure: white space but the plain space is not printable, and neither is a line's
    end. Most texts are even, and known to be so in a seventh of the time that the pattern takes."""
    return (
        text.replace("\n\n", "").isprintable()
        and not any(odd in text for odd in ("  ", " \n", "\n ", "\n\n\n"))
        and text == text.strip()
    )


def _even(text: str) -> str:
    """A text with its white space evened out."""
    return "\n\n".join(filter(None, (" ".join(line.split()) for line in text.splitlines())))
