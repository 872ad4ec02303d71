"""Judges of what the article turned out to be. A judge measures and never edits."""

import re

from cleaners.article import CleanArticle, Finding
from cleaners.document import Document

REPETITION_LIMIT = 0.7
"""Share of the passages that stand in the text before. Of 1,041 labelled pages the highest has 0.66, a list of records, and six
have more than Gopher's 0.3 (2026-11)."""

_PASSAGE = 12
"""Tokens of a passage, words or Han characters: longer than any refrain of honest prose."""
_SAMPLE = 30_000
_TOKEN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W_\u3040-\u30ff\u3400-\u9fff]+")


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
    """How many pages the article has beside this one. A fault where no link leads on; else whoever joins them judges anew."""
    others = (article.pager.pages or 2) - 1 if article.pager else 0
    followed = document.tree is not None and article.pager is not None and article.pager.next_url is not None
    return Finding("partial_page", others, 1, others >= 1 and not followed)


def repetitive(article: CleanArticle, document: Document) -> Finding:
    """Share of the text that says again what it said before, in words or Han characters."""
    words = _TOKEN.findall(article.body[:_SAMPLE].casefold())
    passages = list(zip(*(words[at:] for at in range(_PASSAGE)), strict=False))
    again = (len(passages) - len(set(passages))) / max(1, len(passages))
    return Finding("repetitive", round(again, 3), REPETITION_LIMIT, again > REPETITION_LIMIT)
