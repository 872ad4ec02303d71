"""Read an article that a page carries only in its scripts, for a browser to lay out or for crawlers past a paywall."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from html import unescape
from itertools import islice
from typing import Any

from cleaners.document import Document
from cleaners.markup.elements import elements_of
from cleaners.markup.parsing import parse
from cleaners.markup.tree import Block, page_blocks, text_blocks
from cleaners.quality import weight

_KEYS = frozenset("articleBody articlebody body content contentHtml html bodyHtml text story".split())
"""Under which names applications keep an article's text."""
_PARTS = frozenset("paragraph text p heading header headline subtitle list listitem html quote blockquote body".split())
"""What applications call the pieces of an article, ..."""
_SAYS = ("text", "html", "content", "value", "body", "data")
"""... and where such a piece keeps what it says."""
_ASSIGNED = re.compile(r"[\w$\])\"'] ?= ?(?:JSON\.parse\( ?)?(?=[{\[\"])")
"""Before a script's JSON: ``window.__STATE__ = {``."""
_ASSIGNMENTS = 20
"""So many of them are looked at in one script."""
_MAX_VALUES = 50_000
"""JSON values looked at on one page: an application's whole state may hold millions."""
_NO_LETTER = re.compile(r"[\W_]+")
_PROBES, _PROBE = 16, 24
"""At how many places of an ``articleBody`` one looks, and how many letters there."""
_TOLD = 0.55
"""Share of these that an honest page shows at least: .69 on the worst of 38 labelled pages with such a text (2026-11)."""


def scripted_blocks(document: Document) -> tuple[Block, ...]:
    """The blocks of the longest article text in JSON-LD, or in an application's JSON; none where there is none."""
    bodies = _bodies(document)
    if not bodies:
        bodies = [text for script in document.elements.of("script") for text in _long_texts(script.get("type"), script.text)]
    return _laid_out(max(bodies, key=weight, default=""))


def withheld_blocks(document: Document, chosen: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks of the article in JSON-LD where the page shows a part of it at most; none where there are several."""
    bodies = set(_bodies(document))
    if len(bodies) != 1:
        return ()
    blocks = _laid_out(bodies.pop())
    said = _letters(blocks)
    probes = [said[at : at + _PROBE] for at in range(0, len(said) - _PROBE, max(1, len(said) // _PROBES))]
    for shown in (chosen, document.blocks):
        told = _letters(shown)
        if sum(probe in told for probe in probes) >= _TOLD * len(probes):
            return ()
    return blocks


def _bodies(document: Document) -> list[str]:
    return [item["articleBody"] for item in document.structured.articles if isinstance(item.get("articleBody"), str)]


def _laid_out(text: str) -> tuple[Block, ...]:
    """The blocks of a text, which may be marked up, and that once more escaped."""
    text = unescape(text) if "&lt;p" in text else text
    blocks = page_blocks(elements_of(parse(text))) if "<p" in text or "<br" in text else text_blocks(text)
    return tuple(replace(block, element=None) for block in blocks)


def _letters(blocks: Sequence[Block]) -> str:
    return _NO_LETTER.sub("", " ".join([block.text for block in blocks])).lower()


def _long_texts(kind: str | None, source: str | None) -> Iterator[str]:
    todo = list(_values(kind or "", source or ""))
    for _ in range(_MAX_VALUES):
        if not todo:
            return
        value = todo.pop()
        if isinstance(value, dict):
            yield from (text for key, text in value.items() if key in _KEYS and isinstance(text, str) and len(text) > 100)
            todo += value.values()
        elif isinstance(value, list):
            yield "\n".join(filter(None, map(_piece, value)))
            todo += value


def _values(kind: str, source: str) -> Iterator[Any]:
    """The JSON of a script, or what it assigns to variables."""
    decoder, end = json.JSONDecoder(strict=False), 0
    if "json" in kind.lower():
        starts = [len(source) - len(source.lstrip())]
    elif not kind or "javascript" in kind.lower():
        starts = [match.end() for match in islice(_ASSIGNED.finditer(source), _ASSIGNMENTS)]
    else:
        return
    for start in starts:
        if start < end:
            continue
        try:
            value, end = decoder.raw_decode(source, start)
            yield json.loads(value, strict=False) if isinstance(value, str) else value
        except (ValueError, RecursionError):
            continue


def _piece(part: Any) -> str:
    """What a piece of an article says, where it is one."""
    if not isinstance(part, dict):
        return ""
    kinds = (part.get(name) for name in ("type", "kind", "__typename", "component"))
    if not any(isinstance(kind, str) and kind.lower().replace("block", "").strip("-_ ") in _PARTS for kind in kinds):
        return ""
    holders = [part, *(inner for inner in part.values() if isinstance(inner, dict))]
    texts = (holder.get(name) for holder in holders for name in _SAYS)
    return next((text for text in texts if isinstance(text, str)), "")
