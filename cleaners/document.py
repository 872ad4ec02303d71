"""A page made ready to read: parsed once, with everything that the readers of fields look at."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from lxml.html import HtmlElement

from cleaners.article import SiteHints
from cleaners.ledger import Reason
from cleaners.markup.concealed import Concealment, concealed
from cleaners.markup.elements import Elements, elements_of
from cleaners.markup.parsing import parse
from cleaners.markup.structured import Structured, base_of, read_structured
from cleaners.markup.traces import Traces, invented, read_traces, sweep
from cleaners.markup.tree import Block, page_blocks, text_blocks
from cleaners.text.page_text import PageText

MOST_BLOCKS = 3_000
"""Blocks that are looked at: twice as many as the most of 1,786 honest pages have, and what a hundredth have nearly four times
(2026-11). Every reader is linear, and this is what bounds them all."""
MOST_TITLES = 300
"""Titles and headings that are looked at: the most of 893 honest pages have 114."""
_RUBY, _CODE = frozenset(("rt", "rp")), frozenset(("code", "samp", "kbd"))


@dataclass(frozen=True, slots=True)
class Injection:
    """Blocks that somebody put in together: their indexes, why they leave the text, which rule told."""

    indexes: tuple[int, ...]
    reason: Reason
    rule: str
    for_nobody: bool = False
    """It has links where no reader ever sees them."""


@dataclass(frozen=True, slots=True, eq=False)
class Document:
    """What a reader of one field may look at; no two are equal, so that answers can be kept by their document.

    ``tree`` is None for a text that somebody has extracted already.
    """

    url: str = ""
    hints: SiteHints = SiteHints()
    tree: HtmlElement | None = field(default=None, repr=False)
    structured: Structured = Structured()
    blocks: tuple[Block, ...] = field(default=(), repr=False)
    """The blocks of the page, in reading order, the first MOST_BLOCKS."""
    beyond: tuple[Block, ...] = field(default=(), repr=False)
    """Those behind them, which nobody looks at: see ``cleaners.beyond``."""
    chosen: frozenset[int] = frozenset()
    """Indexes of the blocks that the body's choice took, before any is claimed; all of them in a plain text."""
    hiding: Mapping[int, Concealment] = field(default_factory=dict, repr=False)
    """The blocks that nobody sees, by their index."""
    inlaid: tuple[HtmlElement, ...] = field(default=(), repr=False)
    """What hides inside a line that is seen."""
    written: PageText = field(default=PageText(), repr=False)
    """What all of it says, for those who mend a part."""
    injected: tuple[Injection, ...] = ()
    """What somebody else put into the page."""
    traces: Traces = Traces()
    """What tools left in the source."""
    titles: tuple[HtmlElement, ...] = field(default=(), repr=False)
    """The elements named ``title``, ``h1`` and ``h2``, in the page's order."""
    links: Sequence[HtmlElement] = field(default=(), repr=False)
    """The elements named ``a``, also those that are taken out where the page is thinned: they say what the site is called."""
    elements: Elements = field(default=Elements(), repr=False)
    """All elements of the tree, to be found by name without a walk through it."""

    @property
    def title(self) -> HtmlElement | None:
        """The first element that is a title, mostly the one in the head."""
        return next((element for element in self.titles if element.tag == "title"), None)

    @property
    def base(self) -> str:
        """What the addresses on the page are joined to."""
        return base_of(self.elements, self.url)


def page_document(
    html: str, *, url: str = "", hints: SiteHints = SiteHints(), thin: Callable[[HtmlElement], object] | None = None
) -> Document:
    """Parse a decoded page. ``thin`` may take out of its tree what nobody need look at; what the page says of itself stays."""
    tree = parse(html)
    elements = elements_of(tree)
    strange = invented(elements.tagged.keys())
    traces = read_traces(html, strange)
    if strange:
        sweep(elements, strange)
        elements = elements_of(tree)
    structured = read_structured(elements, url)
    links = elements.of("a")
    if thin is not None:
        thin(tree)
        elements = elements_of(tree)
    laid = page_blocks(elements)
    blocks, beyond = laid[:MOST_BLOCKS], laid[MOST_BLOCKS:]
    hiding, inlaid = concealed(elements, blocks)
    titles = tuple(elements.of("title", "h1", "h2"))[:MOST_TITLES]
    document = Document(url, hints, tree, structured, blocks, hiding=hiding, inlaid=inlaid, traces=traces)
    return replace(document, titles=titles, links=links, elements=elements, beyond=beyond)


def text_document(text: str, *, url: str = "", hints: SiteHints = SiteHints()) -> Document:
    """Lay out a text that somebody has extracted already."""
    laid = text_blocks(text)
    return with_text(Document(url, hints, None, Structured(), laid[:MOST_BLOCKS], laid[MOST_BLOCKS:]))


def with_text(document: Document) -> Document:
    """Gather what the menders may look at besides the text they mend."""
    structured = document.structured
    heads = [value for values in structured.meta.values() for value in values if not is_address(value)]
    names = document.elements.tagged.keys()
    ruby, code = not names.isdisjoint(_RUBY), not names.isdisjoint(_CODE)
    texts = [block.text for block in document.blocks]
    return replace(document, written=PageText("\n".join([*texts, *heads]), "\n".join(texts), ruby, code))


def is_address(value: str) -> bool:
    """Whether a value of the page's head is an address: no prose, whatever its question marks look like.

    >>> is_address("https://images.example/poster.jpg?width=1200"), is_address("//images.example/a b")
    (True, False)
    """
    return value.startswith(("http://", "https://", "//", "/")) and " " not in value
