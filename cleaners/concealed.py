"""Find what a page keeps from its readers' eyes: by attribute, by style, by the page's own style sheet."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from lxml import etree
from lxml.html import HtmlElement

from cleaners.tree import Block

_AWAY = re.compile(
    r"(?:left|right|top|bottom|text-indent|margin-left|margin-top):-(?:\d{3,}px|\d{2,}r?em|\d{4,})"
    r"|clip:rect\([01]|clip-path:inset\((?:50|100)%"
)
_TINY = re.compile(r"(?:^|;)(?:height|width):[01](?:px)?(?:;|$|!)")
_NO_SIZE = re.compile(r"font-size:(?:0(?:px|em|pt|%)?|0?\.0\d*(?:px|em)|1px)(?:;|$|!)")
_UNSEEN = re.compile(r"display:none|visibility:hidden|opacity:0(?:\.0+)?(?:;|$|!)|max-height:0")
_COLOUR = re.compile(r"(?:^|;)color:([^;!]+)")
_GROUND = re.compile(r"(?:^|;)background(?:-color)?:([^;!]+)")
_WHITE = frozenset(("#fff", "#ffffff", "white", "transparent", "rgb(255,255,255)", "rgba(0,0,0,0)", "#fefefe"))
_ALONE = re.compile(r"(?:.*[,/;])?([.#][\w-]{1,60})", re.S)
"""The selector of a rule for one class or id alone, whatever stands around the element."""
_DECLARED = 400
"""Characters of a rule's declarations that are looked at."""
_SHEETS = 300_000
"""Characters of the page's own style sheets that are read."""


@dataclass(frozen=True, slots=True)
class Concealment:
    """How an element is kept out of sight. ``strong``: in a way that scripts never undo: off the screen, without size."""

    root: HtmlElement
    strong: bool


def concealed(tree: HtmlElement, blocks: Sequence[Block]) -> Mapping[int, Concealment]:
    """The blocks that nobody sees, by their index. It proves nothing: honest pages hide what a click or a script will show."""
    roots = dict(_roots(tree))
    if not roots:
        return {}
    known: dict[HtmlElement, Concealment | None] = {}
    found = {}
    for index, block in enumerate(blocks):
        hiding = _around(block.element, roots, known) if block.element is not None else None
        if hiding is not None:
            found[index] = hiding
    return found


def _roots(tree: HtmlElement) -> Iterator[tuple[HtmlElement, bool]]:
    sheets = "\n".join(style.text or "" for style in tree.iter("style"))[:_SHEETS]
    names = frozenset(_hiding_names(sheets.replace(" ", "").replace("\n", "").replace("\t", "").replace("\r", "")))
    for element in tree.iter(etree.Element):
        style, hidden = element.get("style"), element.get("hidden")
        strength = _strength(style.replace(" ", "").lower()) if style else None
        if names and _named(element, names):
            yield element, True
        elif strength is not None or hidden is not None:
            yield element, bool(strength)


def _named(element: HtmlElement, names: frozenset[str]) -> bool:
    """Whether the page's own style sheet moves an element of this class or id out of sight for good."""
    own, classes = element.get("id"), element.get("class")
    return f"#{own}" in names or (classes is not None and any(f".{name}" in names for name in classes.split()))


def _hiding_names(sheets: str) -> Iterator[str]:
    """The classes and ids alone that rules hide for good; the sheets come without white space."""
    for rule in sheets.split("}")[:-1]:
        if ":-" in rule or "clip" in rule or "overflow:hidden" in rule or "background" in rule:
            selector, _, declared = rule.rpartition("{")
            if (alone := _ALONE.fullmatch(selector)) and _strength(declared[:_DECLARED].lower()):
                yield alone[1]


@lru_cache(maxsize=4096)
def _strength(style: str) -> bool | None:
    """True for concealment that nothing undoes, False for what a script may undo, None for none."""
    colour, ground = _COLOUR.search(style), _GROUND.search(style)
    same = colour is not None and ground is not None and colour[1] == ground[1]
    if _AWAY.search(style) or same or ("overflow:hidden" in style and _TINY.search(style)):
        return True
    if _UNSEEN.search(style) or _NO_SIZE.search(style) or (colour and not ground and colour[1] in _WHITE):
        return False
    return None


def _around(
    element: HtmlElement, roots: Mapping[HtmlElement, bool], known: dict[HtmlElement, Concealment | None]
) -> Concealment | None:
    """The innermost concealment around an element, itself included; a strong one outside counts before a weak one inside."""
    path: list[HtmlElement] = []
    at: HtmlElement | None = element
    while at is not None and at not in known:
        path.append(at)
        at = at.getparent()
    hiding = known[at] if at is not None else None
    for node in reversed(path):
        if node in roots and (hiding is None or not hiding.strong):
            hiding = Concealment(node, roots[node])
        known[node] = hiding
    return hiding
