"""What the words of one block say about it, before its place on the page is looked at."""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from cleaners.document import Document
from cleaners.tree import Block

TOKEN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|[^\W\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+")
"""A word, or one Han character or kana."""
_HAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_SENTENCE_END = re.compile(r"[.!?…][\"”’')]?(?:\s|$)|[。！？]")
_CLOSERS = frozenset('.!?。！？…"“”’』」》:;：;)')
_STOPS = frozenset('.!?。！？”"')
_STOP_WORDS = frozenset(
    "the a an and or of to in is was for on that with as it at by from be are this his her he she they we you i not but have"
    " has had were which who will would can its their there been more when what if about de la le el los que y en un una les"
    " des et du est der die das und ist von zu mit den".split()
)
_NOT_WORD = re.compile(r"\W+")
_TAG = re.compile(r"<[^>]{0,400}>")
_MAX_WORDS = 40
"""Every word of a block up to this length is a clue; of a longer one its first and last words are."""

WORD_FEATURES = tuple(
    "weight_log weight length stop_words han sentences closed stopped colon capitals digits link_density question quotes"
    " in_title title_alike in_description in_json hidden prose".split()
)


@dataclass(frozen=True, slots=True)
class PageWords:
    """What the page's head says of the article, as sets of words to compare with."""

    title: frozenset[str]
    description: frozenset[str]
    json_body: str
    """The JSON-LD ``articleBody`` without anything but letters and figures; empty when there is none worth the name."""


def page_words(document: Document) -> PageWords:
    """Gather the words of the head."""
    meta = document.structured
    bodies = [item["articleBody"] for item in meta.articles if isinstance(item.get("articleBody"), str)]
    body = squeeze(_TAG.sub("", " ".join(bodies)))
    return PageWords(
        frozenset(TOKEN.findall(page_title(document).lower())),
        frozenset(TOKEN.findall((meta.first("og:description", "description") or "").lower())),
        body if len(body) >= 100 else "",
    )


def page_title(document: Document) -> str:
    """The title in the page's head, as it stands."""
    named = document.structured.first("og:title", "twitter:title")
    if named or document.tree is None:
        return named or ""
    return next((" ".join(title.text_content().split()) for title in document.tree.iter("title")), "")


def squeeze(text: str) -> str:
    """Letters and figures alone, lower-cased: what two renderings of a text share.

    >>> squeeze("It's  out!")
    'itsout'
    """
    return _NOT_WORD.sub("", text).lower()


def word_features(block: Block, tokens: Sequence[str], head: PageWords) -> tuple[float, ...]:
    """Measure a block by its words, in the order of ``WORD_FEATURES``."""
    text, length, count = block.text, len(block.text), max(1, len(tokens))
    han = len(_HAN.findall(text)) if not text.isascii() else 0
    weight = len(tokens) - 0.4 * han
    words, letters = frozenset(tokens), frozenset(text)
    shared, closed = len(words & head.title), text[-1] in _CLOSERS
    prose = weight if block.link_density < 0.4 and (weight >= 12 or (weight >= 6 and closed)) else 0.0
    return (
        math.log1p(weight),
        weight,
        length,
        sum(map(_STOP_WORDS.__contains__, tokens)) / count,
        han / count,
        len(_SENTENCE_END.findall(text)),
        closed,
        text[-1] in _STOPS,
        text[-1] in ":：",
        sum(map(text.count, filter(str.isupper, letters))) / length,
        sum(map(text.count, filter(str.isdigit, letters))) / length,
        block.link_density,
        "?" in text or "？" in text,
        text.count('"') + text.count("“"),
        shared / max(1, len(words)),
        shared / max(1, len(words | head.title)),
        len(words & head.description) / max(1, len(words)),
        float(squeeze(text) in head.json_body) if head.json_body else -1.0,
        block.hidden,
        prose,
    )


def word_clues(tokens: Sequence[str]) -> Iterator[str]:
    """The words of a block that a linear model weighs: first and last words, and every word and pair of a short block.

    >>> sorted(word_clues(["read", "more"]))
    ['$more', '^read', '^read more', 'more', 'read', 'read more']
    """
    if not tokens:
        return
    yield "^" + tokens[0]
    yield "$" + tokens[-1]
    yield from tokens[:2] if len(tokens) > _MAX_WORDS else tokens
    if len(tokens) > 1:
        yield f"^{tokens[0]} {tokens[1]}"
    if len(tokens) <= _MAX_WORDS:
        yield from map(" ".join, pairwise(tokens))
