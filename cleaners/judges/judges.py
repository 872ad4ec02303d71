"""Judges of what the article turned out to be. A judge measures and never edits."""

import numpy as np
from numpy.typing import NDArray

from cleaners.article import CleanArticle, Finding
from cleaners.document import Document
from cleaners.judges.withheld import withheld
from cleaners.text.runs import folded_words

REPETITION_LIMIT = 0.7
"""Share of the passages that stand in the text before. Of 1,041 labelled pages the highest has 0.66, a list of records, and six
have more than Gopher's 0.3 (2026-11)."""

_PASSAGE = 12
"""Tokens of a passage, words or Han characters: longer than any refrain of honest prose."""
_FACTORS = np.cumprod(np.full(_PASSAGE, 0x9E3779B97F4A7C15, np.uint64))
"""Odd numbers, one for each place in a passage: two passages of one sum are the same, but for one pair in 2**64."""
_SAMPLE = 30_000


def mixed_language(article: CleanArticle, document: Document) -> Finding:
    """Whether headline and text are in different languages."""
    differs = None not in (article.headline_language, article.language) and article.headline_language != article.language
    languages = (f"headline {article.headline_language}, text {article.language}",) if differs else ()
    apart = differs and "zh" in (article.headline_language, article.language)
    return Finding("mixed_language", float(apart), 1, apart, languages)


def comments_present(article: CleanArticle, document: Document) -> Finding:
    """How many readers' comments the page carries; they were kept apart from the text."""
    return Finding("comments_present", len(article.comments), 1, bool(article.comments))


def partial_page(article: CleanArticle, document: Document) -> Finding:
    """How many pages the article has beside this one, or 1 where the rest is kept back. A fault where no link leads on; else
    whoever joins them judges anew."""
    if article.pager is None:
        line = withheld(article, document)
        return Finding("partial_page", float(line is not None), 1, line is not None, (line,) if line else ())
    others = (article.pager.pages or 2) - 1
    followed = document.tree is not None and article.pager.next_url is not None
    return Finding("partial_page", others, 1, others >= 1 and not followed)


def repetitive(article: CleanArticle, document: Document) -> Finding:
    """Share of the text that says again what it said before, in words or Han characters."""
    words = folded_words(article.body[:_SAMPLE])
    number = len(words) - _PASSAGE + 1
    again = 1 - _distinct(_passages(words)) / number if number > 0 else 0.0
    return Finding("repetitive", round(again, 3), REPETITION_LIMIT, again > REPETITION_LIMIT)


def _passages(words: list[str]) -> NDArray[np.uint64]:
    """A number for every passage, which is quicker to compare than twelve words."""
    codes = np.fromiter(map(hash, words), np.int64, len(words)).view(np.uint64)
    return np.asarray(np.correlate(codes, _FACTORS, "valid"), np.uint64)


def _distinct(numbers: NDArray[np.uint64]) -> int:
    """How many different numbers there are; to sort them takes an eighth of the time of a set."""
    ordered = np.sort(numbers)
    return 1 + int(np.count_nonzero(ordered[1:] != ordered[:-1]))
