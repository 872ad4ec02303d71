"""Find what a page keeps from its readers' eyes: by attribute, by style, by the page's own style sheet."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

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
_RULE = re.compile(r"(?:^|[},/;])\s*([.#][\w-]{1,60})\s*\{([^{}]{1,400})(?=\})")
"""A rule for one class or id alone, whatever stands around the element."""
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
    for element in tree.xpath("//*[@style or @hidden]"):
        strength = _strength((element.get("style") or "").replace(" ", "").lower())
        if strength is not None or element.get("hidden") is not None:
            yield element, bool(strength)
    yield from _by_sheet(tree)


def _by_sheet(tree: HtmlElement) -> Iterator[tuple[HtmlElement, bool]]:
    """Elements whose class or id the page's own style sheet moves out of sight for good."""
    sheets = "\n".join(style.text or "" for style in tree.iter("style"))[:_SHEETS]
    names = {match[1] for match in _RULE.finditer(sheets) if _strength(re.sub(r"\s", "", match[2]).lower())}
    if names:
        for element in tree.xpath("//*[@class or @id]"):
            own = {f".{name}" for name in (element.get("class") or "").split()} | {f"#{element.get('id') or ''}"}
            if own & names:
                yield element, True


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
