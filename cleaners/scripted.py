"""Read an article that a page carries only in its scripts, for a browser to lay out."""

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from cleaners.document import Document
from cleaners.quality import weight
from cleaners.tree import Block, page_blocks, parse, text_blocks

_KEYS = frozenset("articleBody articlebody body content contentHtml html bodyHtml text story".split())
"""Under which names applications keep an article's text."""
_MAX_VALUES = 50_000
"""JSON values looked at on one page: an application's whole state may hold millions."""


def scripted_blocks(document: Document) -> tuple[Block, ...]:
    """The blocks of the longest article text in JSON-LD, or in an application's JSON; none where there is none."""
    bodies = [item["articleBody"] for item in document.structured.articles if isinstance(item.get("articleBody"), str)]
    if not bodies and document.tree is not None:
        bodies = [text for script in document.tree.iter("script") for text in _long_texts(script.get("type"), script.text)]
    best = max(bodies, key=weight, default="")
    laid_out = page_blocks(parse(best)) if "<p" in best or "<br" in best else text_blocks(best)
    return tuple(replace(block, element=None) for block in laid_out)


def _long_texts(kind: str | None, source: str | None) -> Iterator[str]:
    if "json" not in (kind or "").lower() or not source:
        return
    try:
        todo: list[Any] = [json.loads(source, strict=False)]
    except (ValueError, RecursionError):
        return
    for _ in range(_MAX_VALUES):
        if not todo:
            return
        value = todo.pop()
        if isinstance(value, dict):
            yield from (text for key, text in value.items() if key in _KEYS and isinstance(text, str) and len(text) > 100)
            todo += value.values()
        elif isinstance(value, list):
            todo += value
