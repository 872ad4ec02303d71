"""Take keywords off a title that somebody hung them on."""

from cleaners.document import Document
from cleaners.spam.selling import offers
from cleaners.spam.spam import BARS, OFFERED, share_known, words_of


def without_keywords(title: str, document: Document) -> str:
    """A title less the keywords behind or before it, of which nothing else on the page says a word.

    They are two pieces and more that share a word, or one that offers something.
    """
    cuts = [match.span() for match in BARS.finditer(title) if match.start() > 0 and match.end() < len(title)]
    if not cuts:
        return title
    starts, ends = [0, *(end for _, end in cuts)], [*(start for start, _ in cuts), len(title)]
    pieces = [title[start:end] for start, end in zip(starts, ends, strict=True)]
    said = [words_of(piece) for piece in pieces]
    behind = _keywords(pieces[::-1], said[::-1], title, document)
    if behind:
        return title[: ends[-behind - 1]]
    before = _keywords(pieces, said, title, document)
    return title[starts[before] :]


def _keywords(pieces: list[str], said: list[set[str]], title: str, document: Document) -> int:
    """How many of the pieces are keywords, from the first on; never all."""
    offering = offers(pieces[0], said[0]) >= OFFERED and share_known(pieces[0], document, title) == 0
    shared, least = said[0], 1 if offering else 2
    for number in range(1, len(pieces)):
        if number >= least and not shared & set[str]().union(*said[number:]):
            return number if share_known(" ".join(shared), document, title) == 0 else 0
        shared = shared & said[number]
        if not shared:
            return 0
    return 0
