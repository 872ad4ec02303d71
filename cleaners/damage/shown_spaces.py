"""No-break spaces whose bytes show as letters: Â of Western sets, 聽 of GBK."""

import re

_SPACE_SIGN = re.compile(
    r"(?<=[a-z0-9.,:;!?)’”])Â(?:\xa0| (?= )|(?=\s|$))|(?<=[A-Za-z0-9%.,:;!?)’”\"+*])(?:聽(?: ?聽)*+| 聽$)"
    r"|(?:^|(?<=[A-Za-z0-9%.,:;!?)’”\"+*]) )聽++(?=[A-Za-z0-9“‘|]|\([A-Z])"
)
"""A no-break space, as Western sets and GBK show its bytes, where white space was folded since."""
_MAY_BE_SPACE = re.compile(r"[Â聽](?:(?<=聽)|(?=\s|$))")
"""Cheaper: what stands in any of it."""

_ASCII_LETTER = re.compile("[A-Za-z]")
_HAN = re.compile(r"[\u3400-\u9fff\ue000-\uf8ff]")


def with_spaces(line: str) -> str:
    """A line of Latin letters with spaces for what shows the bytes of such.

    >>> with_spaces("Tickets for the filmÂ are sold")
    'Tickets for the film are sold'
    """
    if ("Â" not in line and "聽" not in line) or _MAY_BE_SPACE.search(line) is None:
        return line
    western = len(_ASCII_LETTER.findall(line)) >= 15 and len(_HAN.findall(line)) < 0.1 * len(line)
    spaced = western and _SPACE_SIGN.search(line)
    return _SPACE_SIGN.sub(" ", line).replace("  ", " ").rstrip(" ") if spaced else line
