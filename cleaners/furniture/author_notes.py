"""What stands about the writer below an article: who they are, what else they wrote, how to reach them."""

import re
from collections.abc import Iterator, Sequence

from cleaners.document import Document
from cleaners.ledger import Claim, Reason, Removal
from cleaners.quality import weight
from cleaners.text.lines import Line, lines_of

_TAIL = 4
"""Blocks at the end of the choice among which such notes stand."""
_TEXT = 2
"""Blocks of the choice at least that are the article."""
_SENTENCE = 60
"""Weight of a block that may be a whole brief: a headline has less."""
_LONGEST = 700
_NAME = 4
"""Letters of a name at least; three Han characters weigh as much."""
_GOES_ON = re.compile(
    r"\s?(?:\([^)]{1,60}\)\s?)?(?:[,，]\s?(?:a|an|the|who|author|editor|whose|based|is|系|是|男|女|曾|现)?\b"
    r"|(?:is|was|has|can|may|covers|covered|writes|wrote|reports|joined|lives|works|teaches|runs|edits|hosts|serves|contributes"
    r"|contributed|currently|also|spent|grew|holds|started|began|studied)\b"
    r"|['’]s (?:\w+ ){0,3}(?:work|writing|book|novel|film|column)"
    r"|(?:系|是|曾|现|毕业|生于|出生))",
    re.I,
)
_HEADING = re.compile(
    r"(?:about|meet) the (?:author|writer|reviewer|critic|contributor)s?:?|(?:作者|译者)(?:简介|介绍)[:：]?", re.I
)
_TRADE = (
    r"(?:reporter|journalist|correspondent|columnist|critic|contributor|blogger|staffer"
    r"|(?:staff|senior|contributing|freelance|associate|assistant|deputy|managing|executive|features?|culture|entertainment"
    r"|film|network|web|news) (?:writer|editor))s?"
)
_WHO = re.compile(
    rf"(?:[A-Z][\w.'’\-]{{0,20}}\s){{2,4}}(?:is|are) (?:a|an|the|our|one of)\b[^!?“”]{{0,120}}\b{_TRADE}\b"
    r"(?:[^“”]{0,60}\b(?:at|for|with|based|covering|covers|who (?:covers|writes)|whose (?:work|writing))\b[^“”]{0,300}"
    r"|.{0,20})",
)
"""``Mara Quill is a staff writer at Harbour Weekly.``: a trade of the press, and for whom. Films are about writers, too."""


def author_notes(document: Document, authors: Sequence[str]) -> Iterator[Claim]:
    """Claim the last blocks of the choice that speak of one of the authors by name, and the heading above them."""
    names = [name.casefold() for name in authors if len(name) + 2 * sum(map("\u2e80".__le__, name)) > _NAME]
    order = sorted(document.chosen)
    texts = (at for at, index in enumerate(order) if weight(document.blocks[index].text) >= _SENTENCE)
    tail = order[next(texts, len(order)) + 1 :][-_TAIL:]
    noted = [index for index in tail if _is_note(document.blocks[index].text, names)]
    yield from (Claim(index, Reason.BYLINE, "authors.note") for index in noted)
    for index in tail:
        if index + 1 in noted and _HEADING.fullmatch(document.blocks[index].text):
            yield Claim(index, Reason.BYLINE, "authors.note")


def note_lines(text: str) -> Iterator[Removal]:
    """The last lines that say of somebody which paper they write for, or stand below a heading that announces such."""
    tail = lines_of(text)[_TEXT:][-_TAIL:]
    headed = next((at for at, line in enumerate(tail[:-1]) if _HEADING.fullmatch(line.text)), len(tail))
    if all(len(line.text) <= _LONGEST for line in tail[headed:]):
        yield from (line.removal(Reason.BYLINE, "tail.note") for line in tail[headed:])
    for line in reversed(tail[:headed]):
        if not _tells_trade(line):
            break
        yield line.removal(Reason.BYLINE, "tail.note")


def _is_note(text: str, names: Sequence[str]) -> bool:
    folded = text[:_LONGEST].casefold().removeprefix("about ")
    name = next((name for name in names if folded.startswith(name)), None)
    return name is not None and len(text) < _LONGEST and _GOES_ON.match(folded, len(name)) is not None


def _tells_trade(line: Line) -> bool:
    """Whether a line introduces somebody who writes.

    >>> _tells_trade(Line("Mara Quill is a staff writer at Harbour Weekly.", 0)), _tells_trade(Line("Mara Quill is a star.", 0))
    (True, False)
    """
    return len(line.text) <= _LONGEST and _WHO.fullmatch(line.text) is not None
