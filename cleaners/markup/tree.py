"""Lay a page out as blocks of text in reading order."""

import re
from dataclasses import dataclass, field
from itertools import accumulate

from lxml import etree, html

from cleaners.markup.elements import Elements
from cleaners.markup.folding import folded, unwrapped

_SILENT = frozenset(
    "script style noscript noframes xmp template svg math head title select option textarea iframe object canvas audio"
    " video".split()
)
"""Elements whose text no reader sees as prose."""

_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark q rp rt ruby s samp small span"
    " strike strong sub sup time tt u var wbr o:p".split()
)

HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_FLOWS, _LINKS, _PARTS, _BREAKS, _PRESSED, _UNREAD = range(6)
"""Ways to treat an element: as part of a line, as a link in one, as a block, a line's end, a button, or not at all."""

_FEW, _HEADLINE = 6, 8
"""How many pieces a headline within a paragraph has at most, and how many characters at least."""
_PARAGRAPH, _ENDS = 60, frozenset('.!?…。！？”"』」）)')
"""How long, in bytes, a line is at least that is a paragraph when a single break ends it, and what it ends with."""
_INDENT = "\u3000"
_BREAK = "\u2028"
"""What stands for a ``<br>`` until its block is done: white space that hardly a page has."""
_BLANK_LINE, _KEPT = re.compile(r"\n[ \t\r]*\n"), re.compile(r"white-space: ?pre", re.I)
_LINKED, _TITLE = 0.9, 12
"""Share of a line in links, and its length in bytes, at least, from which a break ends it too: entries of a list of links."""


@dataclass(slots=True, unsafe_hash=True)
class Block:
    """A run of text between two block boundaries: a paragraph, a heading, a list item, a menu entry.

    Nobody changes one. It is not frozen, as values are else, because a page makes hundreds, and that takes four times as long.
    """

    text: str
    """White space folded to single spaces; empty only where a repair left nothing."""
    tag: str = "p"
    """The block element that holds the text; ``p`` for plain text."""
    link_chars: int = 0
    """How many characters of ``text`` stand inside links."""
    hidden: bool = False
    """An ancestor is hidden by attribute or inline style. That proves nothing by itself: 1.9 % of honest pages do it."""
    element: html.HtmlElement | None = field(default=None, compare=False, repr=False)
    """Where it stood in the tree; None in plain text."""
    start: int = 0
    end: int = 0
    """Place in the extracted text, once there is one."""
    breaks: tuple[int, ...] = field(default=(), compare=False, repr=False)
    """The blanks of ``text`` that are a ``<br>`` in the page, or a blank line where lines are shown as they are written."""

    @property
    def link_density(self) -> float:
        """Share of the text inside links, 0 to 1."""
        return self.link_chars / len(self.text) if self.text else 0.0


def page_blocks(elements: Elements) -> tuple[Block, ...]:
    """Lay out the body of a page as blocks, in reading order.

    Two ``<br>`` in a row end a block, as readers see it, and so does one behind a line that the page's title begins with,
    that is a paragraph by its length and end, or that is a link; and one before a line that is indented, as Chinese ones are.
    """
    title = next(iter(elements.of("title")), None)
    layout = _Layout(folded(title.text or "") if title is not None else "")
    layout.walk(elements)
    return tuple(layout.blocks)


def text_blocks(text: str) -> tuple[Block, ...]:
    """Lay out a plain text, one block a line; offsets are places in ``text``. A bullet makes the block a list item."""
    blocks, at = [], 0
    for line in text.splitlines(keepends=True):
        content = line.strip()
        if content:
            start = at + line.index(content)
            tag = "li" if content[0] in "•·*‣◦▪" else "p"
            blocks.append(Block(content, tag, start=start, end=start + len(content)))
        at += len(line)
    return tuple(blocks)


class _Ways(dict[object, int]):
    """How the layout treats an element, by its tag: looked up once for each tag of a page."""

    def __missing__(self, tag: object) -> int:
        name = tag if isinstance(tag, str) else "script"
        way = _UNREAD if name in _SILENT else _FLOWS if name in _INLINE or "-" in name else _PARTS
        self[tag] = {"a": _LINKS, "br": _BREAKS, "button": _PRESSED}.get(name, way)
        return self[tag]


class _Layout:
    """Walks a tree without recursion (pages nest deeper than Python's stack) and gathers text into blocks.

    A page has a thousand elements, most of which neither part blocks nor hide: for those nothing is called.
    """

    def __init__(self, title: str = "") -> None:
        self.title = title
        self.blocks: list[Block] = []
        self.pieces: list[str] = []
        self.hiders: list[html.HtmlElement] = []
        self.holder: html.HtmlElement | None = None
        self.links = self.link_chars = self.breaks = 0
        self.line = self.line_links = 0

    def walk(self, elements: Elements) -> None:
        hiding = {element for element in elements.hidable() if _hides(element.get("hidden"), element.get("style"))}
        parting = {element for element in elements.having.get("style", ()) if _stands_alone(element)}
        walker, ways, skipped = etree.iterwalk(elements.every[0], events=("start", "end")), _Ways(), None
        for event, element in walker:
            way = ways[element.tag] or (_PARTS if parting and element in parting else _FLOWS)
            if event == "end":
                if (way or self.hiders) and element is not skipped:
                    self.leave(element, way)
                text = element.tail
            elif way == _UNREAD or (way == _PRESSED and is_silent(element)):
                walker.skip_subtree()
                skipped = element
                continue
            else:
                if way:
                    self.enter(way)
                if hiding and element in hiding:
                    self.hiders.append(element)
                text = element.text
            if text:
                if not text.isspace():
                    self.read(text, element if event == "start" else element.getparent())
                elif self.pieces or not text.isascii():
                    self.pieces.append(text)
        self.flush()

    def enter(self, way: int) -> None:
        if way == _LINKS:
            self.links += 1
        elif way == _BREAKS and not self.breaks and not self.titled() and not self.complete():
            self.pieces.append(_BREAK)
            self.breaks, self.line, self.line_links = 1, len(self.pieces), self.link_chars
        elif self.pieces:
            self.flush()

    def titled(self) -> bool:
        """Whether the line so far is the page's headline: what its title begins or ends with, most of it at least."""
        if self.holder is None or len(self.pieces) > _FEW:
            return False
        line = folded("".join(self.pieces))
        told = len(line) >= _HEADLINE and 2 * len(line) > len(self.title)
        return told and (self.title.startswith(line) or self.title.endswith(line))

    def complete(self) -> bool:
        """Whether the line since the last break says enough to be a paragraph, or is all a link."""
        line = "".join(self.pieces[self.line :]).strip()
        size = len(line.encode("utf-8", "replace"))
        linked = size >= _TITLE and self.link_chars - self.line_links >= _LINKED * len(line)
        return linked or (size >= _PARAGRAPH and line[-1] in _ENDS)

    def leave(self, element: html.HtmlElement, way: int) -> None:
        if way == _LINKS:
            self.links -= 1
        elif self.pieces and way not in (_BREAKS, _FLOWS):
            self.flush()
        if self.hiders and self.hiders[-1] is element:
            self.hiders.pop()

    def read(self, text: str, holder: html.HtmlElement | None) -> None:
        if self.breaks and (self.pieces[-1] + text).lstrip(_BREAK + "\n\r\t ")[:1] == _INDENT:
            self.flush()
        self.breaks = 0
        self.pieces.append(text if text.isascii() or "\n" not in text else unwrapped(text))
        if self.holder is None:
            self.holder = holder
        if self.links:
            self.link_chars += len(text)

    def flush(self) -> None:
        if self.holder is not None:
            text, holder = "".join(self.pieces), block_holder(self.holder)
            if "\n" in text and _keeps_lines(holder):
                text = _BLANK_LINE.sub(_BREAK, text)
            lines = list(filter(None, map(folded, text.split(_BREAK)))) if _BREAK in text else []
            if text := " ".join(lines) if lines else folded(text):
                self.add(text, holder, lines)
            self.holder = None
        self.pieces.clear()
        self.link_chars = self.breaks = self.line = self.line_links = 0

    def add(self, text: str, holder: html.HtmlElement, lines: list[str]) -> None:
        ends = [len(line) + 1 for line in lines[:-1]]
        breaks = tuple(end - 1 for end in accumulate(ends)) if ends else ()
        linked, hidden = min(self.link_chars, len(text)), bool(self.hiders)
        self.blocks.append(Block(text, str(holder.tag), linked, hidden, holder, breaks=breaks))


def block_holder(element: html.HtmlElement) -> html.HtmlElement:
    """The nearest block element around an element, itself included."""
    while is_inline(element) and element.getparent() is not None:
        element = element.getparent()
    return element


def _keeps_lines(element: html.HtmlElement) -> bool:
    """Whether an element shows its lines as they are written: a blank one parts paragraphs there."""
    return element.tag == "pre" or _KEPT.search(element.get("style") or "") is not None


def has_children(element: html.HtmlElement) -> bool:
    """Whether an element holds another. Its length would count all of them, and one may hold a page's every line."""
    return next(element.iterchildren(), None) is not None


def is_inline(element: html.HtmlElement) -> bool:
    """Whether the element flows within a line. Elements that HTML does not know do, as in browsers."""
    return element.tag in _INLINE or "-" in element.tag


def is_silent(element: html.HtmlElement) -> bool:
    """Whether no reader sees the element's text as prose. A button that was never closed may hold the whole article."""
    if element.tag == "button":
        return next(element.iter("main", "article", "h1"), None) is None
    return not isinstance(element.tag, str) or element.tag in _SILENT


def _stands_alone(element: html.HtmlElement) -> bool:
    """Whether an element of a line is shown as a block of its own: a verse, a name above its job."""
    style = element.get("style") or ""
    shown = element.tag == "span" and "display" in style and "float" not in style  # a first letter set large
    return shown and "display:block" in style.replace(" ", "").lower()


def _hides(hidden: str | None, style: str | None) -> bool:
    """Whether an element with these attributes hides itself."""
    if hidden is None and not style:
        return False
    style = (style or "").replace(" ", "").lower()
    return hidden is not None or "display:none" in style or "visibility:hidden" in style
