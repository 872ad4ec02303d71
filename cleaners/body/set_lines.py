"""Give verse, addresses and programmes their lines back: a block is one line to those who choose and read."""

from collections.abc import Iterator, Set
from itertools import pairwise

from cleaners.assembly import Repairs
from cleaners.document import Document
from cleaners.language import HAN
from cleaners.ledger import Repair
from cleaners.markup.tree import HEADINGS, Block
from cleaners.quality import weight

_NARROW = 45
"""What a line weighs at most that nobody wraps so early, where there are three."""
_FITTING, _STOPPED = 0.25, 0.6
"""Share of the breaks behind which a word would have fitted, and of the lines that end in a mark, from which they are set."""
_STOPS = frozenset(".,;:!?…—-–)]\"'”’。，、；：！？）」』》")
_MOST_LINES = 400


def set_lines(document: Document, claimed: Set[int]) -> Repairs:
    """The breaks that somebody set, in blocks that stay, as ends of lines; a text that was wrapped stays in one."""
    broken = ((index, document.blocks[index]) for index in document.chosen - claimed)
    return {index: tuple(_ends(block)) for index, block in broken if block.breaks and _is_set(block)}


def _ends(block: Block) -> Iterator[Repair]:
    for at in block.breaks:
        if block.text[at : at + 1] == " ":
            yield Repair(at, at + 1, " ", "\n\n", "whitespace")


def _is_set(block: Block) -> bool:
    """Whether lines end where they do on purpose: all are short, or end in a mark, or the next word would have fitted."""
    if block.tag in HEADINGS or len(block.breaks) > _MOST_LINES:
        return False
    lines = [block.text[start:end].strip() for start, end in pairwise((0, *block.breaks, len(block.text)))]
    widest = max(map(weight, lines))
    stopped = sum(line[-1:] in _STOPS for line in lines[:-1])
    fitting = sum(weight(line) + 1 + weight(_first_word(after)) <= widest for line, after in pairwise(lines))
    few = len(lines) - 1
    return (len(lines) > 2 and widest <= _NARROW) or stopped >= _STOPPED * few or fitting >= _FITTING * few


def _first_word(line: str) -> str:
    """What moves to the next line in one: a word, or a Han character.

    >>> _first_word("the lamp goes round"), _first_word("灯转了一圈")
    ('the', '灯')
    """
    return line[:1] if HAN.match(line) else line.partition(" ")[0]
