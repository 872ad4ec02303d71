"""Traces that tools leave in the source of a page and that no reader of its text sees."""

import re
from collections.abc import Collection, Set
from dataclasses import dataclass

from lxml.html import HtmlElement

from cleaners.markup.elements import Elements
from cleaners.markup.parsing import drop, unwrap

_HEAD = 20_000
"""Characters of the source looked at for its head."""

CROP = 30
"""Invented names on a page from which a mirroring kit sowed them; custom elements have a hyphen and do not count."""
_CROP_TEXT = 30
"""Characters that such an element holds at most: one keyword."""

_TITLE = re.compile(r"<title[^>]{0,200}>([^<]{1,2000})", re.I)
_ENTITY = re.compile(r"&#(?:\d{3,6}|x[0-9a-fA-F]{2,5});")
_LEADING = re.compile(r"\s*<!--\s*([a-z0-9-]+(?:\.[a-z0-9-]+)+)\s*-->", re.I)
_KIT = re.compile(r"\bbody_jx_\d|\bid=[\"']?jx_\d{4}", re.I)
_KIT_SIGN = re.compile("jx_")
"""What either has, found in half the time that ``in`` takes for a whole source."""


@dataclass(frozen=True, slots=True)
class Traces:
    """What the source shows: all of it harmless alone."""

    encoded_title: bool = False
    """The title is written in numeric entities on a page that has its letters beyond ASCII as they are."""
    leading_host: str | None = None
    """A host's name alone in a comment before the document begins."""
    kit: bool = False
    """An identifier that mirroring kits give their blocks."""
    invented: int = 0
    """How many names of elements nobody knows; kits sow them by the hundred."""


def read_traces(html: str, invented: Collection[str] = ()) -> Traces:
    """Read the traces of a decoded page, ``invented`` being the names of elements on it that nobody knows.

    >>> read_traces("<!--www.example.com--><title>&#22269;&#20135;&#24433;&#38498;</title>電影").leading_host
    'www.example.com'
    """
    title = _TITLE.search(html[:_HEAD])
    inner = title.group(1) if title else ""
    encoded = sum(len(entity) for entity in _ENTITY.findall(inner))
    leading = _LEADING.match(html[:400])
    return Traces(
        encoded_title=encoded > 30 and 2 * encoded > len(inner) and not html[title.end() if title else 0 :].isascii(),
        leading_host=leading.group(1).lower() if leading else None,
        kit=_KIT_SIGN.search(html) is not None and _KIT.search(html) is not None,
        invented=len(invented),
    )


def sweep(elements: Elements, names: Collection[str]) -> None:
    """Take elements with invented names out of their tree: empty ones, which tear paragraphs apart, and a kit's whole crop.

    Words of a paragraph that stand in one stay where they are.
    """
    longest = _CROP_TEXT if len(names) >= CROP else 0
    plain = [name for name in names if name.isalnum()]  # a name with a dot or a control character is torn markup
    prose: dict[HtmlElement, bool] = {}
    for element in elements.of(*plain):
        parent, text = element.getparent(), (element.text or "").strip()
        if parent is None or len(element):
            continue
        if text and parent not in prose:
            prose[parent] = _is_prose(parent)
        if text and prose[parent]:
            unwrap(element)
        elif len(text) <= longest:
            drop(element)


def _is_prose(parent: HtmlElement) -> bool:
    """Whether an element says more itself than the elements in it do: there a kit put its tags around the page's own words."""
    own = len(parent.text or "") + sum(len(child.tail or "") for child in parent)
    return own > 2 * sum(len(child.text or "") for child in parent)


def invented(names: Set[str]) -> frozenset[str]:
    """Of the names of a page's elements those that nobody knows."""
    return frozenset(filter(is_strange, names - _KNOWN))


def is_strange(name: str) -> bool:
    """Whether an element's name is invented: neither HTML's nor a custom element's.

    >>> is_strange("xqzt"), is_strange("table"), is_strange("my-card")
    (True, False, False)
    """
    return name not in _KNOWN and "-" not in name and ":" not in name and len(name) <= 8


_KNOWN = frozenset(
    "a abbr acronym address altglyph animate applet area article aside audio b base basefont bdi bdo bgsound big blink"
    " blockquote body br button canvas caption center circle cite clippath code col colgroup command content data datalist dd"
    " defs del desc details dfn dialog dir div dl dt element ellipse em embed feblend fecolormatrix fegaussianblur feoffset"
    " fieldset figcaption figure filter font footer foreignobject form frame frameset g h1 h2 h3 h4 h5 h6 head header hgroup"
    " hr html i iframe image img input ins isindex kbd keygen label legend li line link listing main map mark marker marquee"
    " mask math menu menuitem meta metadata meter multicol nav nextid nobr noembed noframes noscript object ol optgroup option"
    " output p param path pattern picture plaintext polygon polyline portal pre progress q rb rect rp rt rtc ruby s samp script"
    " search section select shadow slot small source spacer span stop strike strong style sub summary sup svg switch symbol"
    " table tbody td template text textarea textpath tfoot th thead time title tr track tspan tt u ul use var video view wbr"
    " xmp mi mo mn mrow msup msub mfrac mtext semantics".split()
)
