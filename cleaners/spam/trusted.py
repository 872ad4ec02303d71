"""Believe of what a page says for machines only what is about the page: kits put an article's data of their own beside it, and
names that pitch into what is there.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from cleaners.document import Document
from cleaners.markup.structured import strings
from cleaners.spam.limits import limit
from cleaners.spam.names import is_planted
from cleaners.spam.pitch import LONGEST, pitch
from cleaners.spam.spam import better_heading, page_prose, page_title
from cleaners.spam.words import SMALL_CHANGE, words_of

_KNOWN, _KNOWN_PITCH = 0.25, 0.6
"""Share of the words of a headline that the page may say where it is about something else; of one that pitches."""
_PITCHED = limit("data.article")
_WORDS = 2
_NAMED = ("author", "creator", "publisher")
_NAMING = ("author", "article:author", "dc.creator", "og:site_name", "application-name", "publisher")


def trusted(document: Document) -> Document:
    """A page without the articles in its head that are none of its own, and without the names there that pitch."""
    return _without_names(_without_articles(document)) if document.tree is not None else document


def _without_names(document: Document) -> Document:
    """A page whose head names no author or publisher that somebody planted."""
    structured = document.structured
    articles = tuple(_with_honest(item, document) for item in structured.articles)
    planted = {
        name: tuple(value for value in structured.meta[name] if not is_planted(value, document))
        for name in _NAMING
        if any(is_planted(value, document) for value in structured.meta.get(name, ()))
    }
    if not planted and articles == structured.articles:
        return document
    return replace(document, structured=replace(structured, articles=articles, meta={**structured.meta, **planted}))


def _with_honest(item: Mapping[str, Any], document: Document) -> Mapping[str, Any]:
    planted = [key for key in _NAMED if any(is_planted(name, document) for name in strings(item.get(key), "name"))]
    return {key: value for key, value in item.items() if key not in planted} if planted else item


def _without_articles(document: Document) -> Document:
    """A page without the articles of its JSON-LD whose headline it knows nothing of, though it has a headline that fits."""
    structured = document.structured
    if not structured.articles:
        return document
    near = words_of(" ".join([page_title(document), *structured.meta.get("og:title", ())[:1]]))
    doubtful = [item for item in structured.articles if _is_doubtful(item, near)]
    if not doubtful:
        return document
    text = "\n".join(block.text for block in document.blocks).lower()
    strange = [item for item in doubtful if _is_strange(item, text, document)]
    articles = tuple(item for item in structured.articles if item not in strange)
    return replace(document, structured=replace(structured, articles=articles)) if strange else document


def _headline(item: Mapping[str, Any]) -> str:
    return next(strings(item.get("headline") or item.get("name")), "")


def _is_doubtful(item: Mapping[str, Any], near: set[str]) -> bool:
    words = words_of(_headline(item)) - SMALL_CHANGE
    return len(words) >= _WORDS and 2 * len(words & near) < len(words)


def _is_strange(item: Mapping[str, Any], text: str, document: Document) -> bool:
    headline = _headline(item)
    words = words_of(headline) - SMALL_CHANGE
    known = sum(word in text for word in words)
    said = " ".join([headline, *strings(item.get("articleBody"))])[:LONGEST]
    most = _KNOWN_PITCH if pitch(said, words_of(said)) >= _PITCHED else _KNOWN
    return known <= most * len(words) and better_heading(headline, page_prose(document, headline), document)
