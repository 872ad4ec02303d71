"""A page made ready to read: parsed once, with everything that the readers of fields look at."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml.html import HtmlElement

from cleaners.article import SiteHints
from cleaners.concealed import Concealment, concealed
from cleaners.structured import Structured, read_structured
from cleaners.traces import Traces, read_traces, sweep
from cleaners.tree import Block, page_blocks, parse, text_blocks


@dataclass(frozen=True, slots=True)
class Document:
    """What a reader of one field may look at. ``tree`` is None for a text that somebody has extracted already."""

    url: str = ""
    hints: SiteHints = SiteHints()
    tree: HtmlElement | None = field(default=None, repr=False)
    structured: Structured = Structured()
    blocks: tuple[Block, ...] = field(default=(), repr=False)
    """Every block of the page, in reading order."""
    chosen: frozenset[int] = frozenset()
    """Indexes of the blocks that the body's choice took, before any is claimed; all of them in a plain text."""
    hiding: Mapping[int, Concealment] = field(default_factory=dict, repr=False)
    """The blocks that nobody sees, by their index."""
    traces: Traces = Traces()
    """What tools left in the source."""


def page_document(html: str, *, url: str = "", hints: SiteHints = SiteHints()) -> Document:
    """Parse a decoded page."""
    tree = parse(html)
    traces = read_traces(html, tree)
    sweep(tree)
    blocks = page_blocks(tree)
    return Document(url, hints, tree, read_structured(tree, url), blocks, hiding=concealed(tree, blocks), traces=traces)


def text_document(text: str, *, url: str = "", hints: SiteHints = SiteHints()) -> Document:
    """Lay out a text that somebody has extracted already."""
    return Document(url, hints, None, Structured(), text_blocks(text))
