"""Letters and marks that a poorer character set replaced by a question mark: Fran?ais, don?t, Palace?was.

On 150 labelled texts of each set, drawn after the rules were made, damaged and mended each by itself (``python -m
benchmarks.repairs ../shared/pages --pages 150 --seed 31``, 2026-11): of those through Latin-1 precision .996, recall .75,
through ASCII .995 and .71, with replacement characters .995 and .70. None of the honest texts is changed.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from cleaners.damage.losses import AROUND, CONTRACTION, PROOFS, SUBJECTS, Losses, losses, matches, torn_words
from cleaners.damage.lost_marks import MARKS, lost_marks
from cleaners.damage.lost_words import whole_word
from cleaners.ledger import Repair
from cleaners.text.page_text import MOST, SAMPLE, PageText, tells_of_encodings

_SIGN = re.compile(r"\?(?:(?=[^\W\d_])|(?= [a-z])|(?=\?{3})|(?<=[\s.,;:!]\?)|(?<=\d\?)(?=\d))")
"""Where no question is asked: most pages have none of it."""
_REPLACED, _ONE_REPLACED = re.compile("\ufffd{1,3}"), re.compile("\ufffd")
_MODALS = frozenset("would could should might must may".split())
_PLACES = (CONTRACTION, *MARKS)


def lost_letters(text: str, page: PageText) -> Iterator[Repair]:
    """Put back what a question mark stands for, where page, vocabulary or grammar knows one reading only.

    >>> [(repair.before, repair.after) for repair in lost_letters("Le Fran?ais Gon?alves?", PageText("Le Fran?ais Gon?alves?"))]
    [('?', 'ç'), ('?', 'ç')]
    """
    if "\ufffd" in text:
        yield from _replaced(text, page)
    if _SIGN.search(text) is not None and not tells_of_encodings(page):
        yield from _mended(text, page)


def _mended(text: str, page: PageText) -> Iterator[Repair]:
    found: dict[int, str] = {}
    for at, after in _readings(text, page):
        found.setdefault(at, after)
    for at, after in sorted(found.items()):
        yield Repair(at, at + 1, "?", after, "damage.lost_letter")


def _replaced(text: str, page: PageText) -> Iterator[Repair]:
    """The same for replacement characters: one stands for a letter, or for each byte of it. No question is asked with them."""
    said = page.text[:SAMPLE]
    runs = [match.end() - match.start() for match in _REPLACED.finditer(said)]
    sign = _REPLACED if 2 * runs.count(1) < len(runs) else _ONE_REPLACED
    spans, starts, folded = [], [], 0
    for match in islice(sign.finditer(text), MOST):
        spans.append(match.span())
        starts.append(match.start() - folded)
        folded += match.end() - match.start() - 1
    asked = replace(page, text=sign.sub("?", said.replace("?", "!")))
    text = text[: spans[-1][1] + AROUND]
    for repair in _mended(sign.sub("?", text.replace("?", "!"), MOST), asked):
        start, end = spans[bisect_left(starts, repair.start)]
        if sign is _ONE_REPLACED or end - start == len((repair.after.strip() or "\xa0").encode()):
            yield replace(repair, start=start, end=end, before=text[start:end])


def proven_losses(text: str, page: PageText) -> Iterator[str]:
    """The torn words of a text whose whole form is known; one torn only at its end may have been asked about."""
    if any("?" in torn[:-1] for _, torn in torn_words(text)):
        found = [torn for _, torn in torn_words(text) if whole_word(torn, page)]
        yield from found if any("?" in torn[:-1] for torn in found) else ()


def _readings(text: str, page: PageText) -> Iterator[tuple[int, str]]:
    """What the question marks of a text stand for, by their places; of two readings the first counts."""
    if not torn_words(text) and not any(next(matches(pattern, text), None) for pattern in _PLACES):
        return
    told = losses(page)
    contractions = list(matches(CONTRACTION, text))
    yield from ((match.end(1), "’") for match in contractions if _contracted(match, told))
    for start, torn in torn_words(text):
        for part in (torn, torn.rstrip("?")):  # the last mark may well be a question's
            if "?" in part and (whole := whole_word(part, page)):
                yield from ((start + at, whole[at]) for at, char in enumerate(part) if char == "?")
                break
    if told.marks_lost or told.apostrophes >= PROOFS:
        yield from ((match.end(1), "’") for match in contractions if match[2] == "s")
    yield from lost_marks(text, told)


def _contracted(match: re.Match[str], told: Losses) -> bool:
    """Whether the mark stood for an apostrophe: don?t, they?re, and the genitive of a word that the page has."""
    word, end = match[1].lower(), match[2]
    if end == "t":
        return word.endswith("n") and len(word) > 2
    if end == "ve" and word in _MODALS:
        return True
    return word in SUBJECTS or (end == "s" and word in told.vocabulary)
