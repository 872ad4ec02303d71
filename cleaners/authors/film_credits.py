"""Tell the credits of a film, which reviews set beside their byline, from the credits of an article."""

import re
from collections.abc import Sequence

from cleaners.markup.tree import Block

_WRITER = re.compile(r"(?:written|story|screenplay|words)\s?by\b|writers?\b|story\b", re.I)
_OTHERS = re.compile(
    r"(?:directed|produced|edited|music|cinematography)\s?by\b|(?:director|producers?|starring|cast|stars|running time|runtime"
    r"|release date|genre|distributor|rated|mpa rating)\b",
    re.I,
)


def credits_film(blocks: Sequence[Block], index: int) -> bool:
    """Whether a block names the writer of a film: director, cast or the like stand in the next block or in the two before."""
    if _WRITER.match(blocks[index].text) is None:
        return False
    near = (*blocks[max(0, index - 2) : index], *blocks[index + 1 : index + 2])
    return any(_OTHERS.match(block.text) for block in near)
