"""Find what a page keeps from its readers' eyes: by attribute, by style, by the page's own style sheet."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from lxml.html import HtmlElement

from cleaners.markup.elements import Elements
from cleaners.markup.folding import folded
from cleaners.markup.styles import WHITE, for_good, moves_away, strength
from cleaners.markup.tree import Block, block_holder, is_inline

_SELECTOR = re.compile(
    r"(?:@media\s(?:only\s)?(?:screen|all)\s*\{|.*[/;])?\s*([a-z][a-z0-9]*)?([.#][\w-]{1,60})(?:[\s>]+([a-z][a-z0-9]*))?\s*",
    re.S,
)
"""A selector of one class or id, at most with its element's name before it and that of an element inside behind it."""
_DEPTH = 4
"""How far inside an element another is looked for that a rule names behind it."""
_DECLARED = 400
"""Characters of a rule's declarations that are looked at."""
_SHEETS, _RULES = 300_000, 1_000
"""Characters of the page's own style sheets that are read, and rules of them that hide: of 1,041 honest pages none has 61."""


_OWN_SHEET = 1_000
"""Characters of a style sheet that somebody may have put in for what he hides: there also what a script may undo counts."""
_MAY_UNDO = re.compile(r"none|hidden|opacity|font-size|zoom|max-|transparent|color")
_BY_SCRIPT = re.compile(r"""getElementById\(["']([\w-]{1,60})["']\)\.style\.(display|visibility)\s?=\s?["'](none|hidden)""")
_NESTED = re.compile(r"\{\s*&\s")
"""Where a rule for what is inside begins within that for what is around it."""
_WRITTEN = re.compile(r"<style[^>]{0,40}>([^<]{1,900})<")

Rules = Mapping[str, list[tuple[str, str, bool]]]
"""By class or id, with its dot or hash: the name of the element itself, and of one inside it; empty for any. And whether they
hide for good."""


@dataclass(frozen=True, slots=True)
class Concealment:
    """How an element is kept out of sight. ``strong``: in a way that scripts never undo: off the screen, without size."""

    root: HtmlElement
    strong: bool


def concealed(elements: Elements, blocks: Sequence[Block]) -> tuple[Mapping[int, Concealment], tuple[HtmlElement, ...]]:
    """The blocks that nobody sees, by their index, and the elements hidden inside a line that is seen.

    It proves nothing: honest pages hide what a click or a script will show.
    """
    roots = dict(_roots(elements))
    if not roots:
        return {}, ()
    known: dict[HtmlElement, Concealment | None] = {}
    inline = [((block_holder(root), folded(root.text_content())), root) for root in roots if is_inline(root)]
    within, alone = dict(inline), set[tuple[HtmlElement, str]]()
    holders = {holder for holder, _ in within}
    found = {}
    for index, block in enumerate(blocks):
        inside = block.element
        if inside in holders and (place := (inside, block.text)) in within:
            alone.add(place)
            inside = within[place]
        hiding = _around(inside, roots, known) if inside is not None else None
        if hiding is not None:
            found[index] = hiding
    return found, tuple(root for place, root in inline if place[1] and place not in alone)


def is_away(element: HtmlElement) -> bool:
    """Whether an element's own style moves it out of the page, where no click brings it back, or makes its letters clear."""
    return moves_away((element.get("style") or "").replace(" ", "").lower())


def _roots(elements: Elements) -> Iterator[tuple[HtmlElement, bool]]:
    rules = _rules_of(elements)
    named = _named(elements, rules) if rules else []
    inside = _inside(named, rules)
    for element in elements.in_order(elements.hidable("font"), named, [*inside]):
        style, hidden = element.get("style"), element.get("hidden")
        own = strength(style.replace(" ", "").lower()) if style else None
        ruled = _ruled(element, rules) if rules else None
        ruled = inside.get(element) if ruled is None else ruled
        if ruled is not None and not (own and not ruled):
            yield element, ruled
        elif own is not None or hidden is not None or (element.tag == "font" and (_is_white(element) or _is_jammer(element))):
            yield element, bool(own)


def _named(elements: Elements, rules: Rules) -> Sequence[HtmlElement]:
    """The elements whose class or id a rule names."""
    classes, ids = ({name[1:] for name in rules if name[0] == sign} for sign in ".#")
    given = [element.get("class") or "" for element in elements.every]
    told = {own for own in set(given) if not classes.isdisjoint(own.split())}
    named = [element for element, own in zip(elements.every, given, strict=True) if own in told]
    return elements.in_order(named, [element for element in elements.every if element.get("id") in ids] if ids else ())


def _rules_of(elements: Elements) -> Rules:
    """By class or id the rules of the page's own style sheets that hide."""
    sheets = [style.text or "" for style in elements.of("style")]
    sheets += _scripted(elements)
    found = list(islice(_hiding_rules("\n".join(sheets)[:_SHEETS]), _RULES))
    found += [rule for sheet in sheets if len(sheet) <= _OWN_SHEET and _MAY_UNDO.search(sheet) for rule in _undone(sheet)]
    rules: dict[str, list[tuple[str, str, bool]]] = {}
    for tag, name, inner, strong in found:
        rules.setdefault(name, []).append((tag, inner, strong))
    return rules


def _scripted(elements: Elements) -> Iterator[str]:
    """What small scripts of the page's own hide, as style sheets: an element by its id, what they write a sheet for."""
    texts = (script.text for script in elements.of("script"))
    for text in (text for text in texts if text and len(text) <= _OWN_SHEET and ("style" in text)):
        yield from (f"#{match[1]}{{{match[2]}:{match[3]}}}" for match in _BY_SCRIPT.finditer(text))
        yield from (match[1] for match in _WRITTEN.finditer(text))


def _told(element: HtmlElement, rules: Rules) -> Iterator[tuple[str, bool]]:
    """What the rules say of an element's id and classes: the name of what hides inside it, empty for itself, and how."""
    own, classes = element.get("id"), element.get("class")
    names = [f".{name}" for name in classes.split()] if classes else []
    said = (pair for name in (*names, f"#{own}") for pair in rules.get(name, ()))
    return ((inner, strong) for tag, inner, strong in said if tag in {"", element.tag})


def _ruled(element: HtmlElement, rules: Rules) -> bool | None:
    """How a rule of the page's own style sheet hides this element; None for not."""
    return max((strong for inner, strong in _told(element, rules) if not inner), default=None)


def _inside(named: Iterable[HtmlElement], rules: Rules) -> Mapping[HtmlElement, bool]:
    """The elements that a rule hides inside another that it names, and how."""
    found: dict[HtmlElement, bool] = {}
    for outer in named:
        told = dict(sorted((inner, strong) for inner, strong in _told(outer, rules) if inner))  # of two rules the stronger
        for element in _within(outer) if told else ():
            if element.tag in told:
                found[element] = told[element.tag] or found.get(element, False)
    return found


def _within(outer: HtmlElement) -> Iterator[HtmlElement]:
    """The elements inside another, so many levels at most: all the way down, a page's depth would count twice."""
    level = [outer]
    for _ in range(_DEPTH):
        level = [child for element in level for child in element]
        yield from level


def _is_white(font: HtmlElement) -> bool:
    return (font.get("color") or "").strip().lower() in WHITE


def _is_jammer(font: HtmlElement) -> bool:
    """Whether a forum's software put an element between words against copying: its style sheet, seldom the page's, hides it."""
    return str(font.get("class")) == "jammer"


def _hiding_rules(sheets: str) -> Iterator[tuple[str, str, str, bool]]:
    """The rules that hide for good: the element's name, its class or id, the name of an element inside, empty for any; True.

    A sheet has thousands of rules: what one that hides must have is asked where it stands, without a call.
    """
    for rule in sheets.split("}")[:-1]:
        if (
            ":-" in rule
            or ": -" in rule
            or "clip" in rule
            or "overflow" in rule
            or "scale(" in rule
            or "translate" in rule
            or ("background" in rule and _may_paint(rule))
        ):
            yield from _declared(rule, strong=True)


def _undone(sheet: str) -> Iterator[tuple[str, str, str, bool]]:
    """The rules of a small sheet that hide in a way that a script may undo: the same, and False."""
    for rule in _NESTED.sub(" ", sheet).split("}")[:-1] if "&" in sheet else sheet.split("}")[:-1]:
        yield from _declared(rule, strong=False)


def _declared(rule: str, *, strong: bool) -> Iterator[tuple[str, str, str, bool]]:
    """What one rule hides, if it does so with that strength."""
    selectors, _, declared = rule.rpartition("{")
    style = "".join(declared[:_DECLARED].split()).lower()
    if for_good(style) if strong else strength(style) is not None:
        yield from ((*named, strong) for named in _selected(selectors))


def _selected(selectors: str) -> Iterator[tuple[str, str, str]]:
    for selector in selectors[-_DECLARED:].split(","):
        if match := _SELECTOR.fullmatch(selector):
            yield match[1] or "", match[2], match[3] or ""


def _may_paint(rule: str) -> bool:
    """Whether a rule with a background has a colour of letters as well."""
    lowered = rule.lower()
    return lowered.count("color") > lowered.count("-color")


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
        if node in roots and (hiding is None or roots[node] or not hiding.strong):
            hiding = Concealment(node, roots[node])
        known[node] = hiding
    return hiding
