"""The short way through a page whose site is known: prune its furniture, take the body from where it always stands.

Everything after that is the same as for any page: the same readers, repairs, cleaners and judges, on fewer blocks. What the
template does not know, and whatever looks wrong afterwards, sends a page back to the general way.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from lxml.html import HtmlElement

from cleaners.article import Candidate, CleanArticle, SiteHints, Verdict
from cleaners.document import Document, page_document
from cleaners.ledger import Claim, Reason
from cleaners.markup.parsing import drop
from cleaners.markup.tree import Block, is_inline, is_silent
from cleaners.quality import weight
from cleaners.templates.template import Place, Template, digest

ORIGIN = "template"
"""What provenance calls the short way, among the candidates of the body."""
STRANGE = 0.1
"""Weight of text in places that the template does not know, as a share of the body's, above which the general way decides."""
SHORTEST = 0.4
"""A body below this share of the shortest that the template was learned from is doubtful."""
EVERY = 50
"""Of so many pages one is cleaned both ways, to see whether they still agree; which one is told by its address. It costs as
much as four others: one of sixteen took a fifth of all the time on known sites (2026-11)."""
_GENERATED = 6
"""Classes of an element from which on they are taken for generated: a blog's theme lists number, kind and tags of a post."""
_DEEPEST = 200
"""Steps of a place that is learned: whoever learns recurses, and pages nest deeper than Python's stack."""
_DIGITS = re.compile(r"\d+")


@dataclass(slots=True)
class Node:
    """A place in the tree of places, by the steps below it."""

    kind: Place | None = None
    below: dict[str, "Node"] = field(default_factory=dict)


def site_document(html: str, *, url: str, hints: SiteHints, template: Template) -> tuple[Document, str]:
    """Lay out a decoded page by its site's template, and say why the general way ought to decide; empty where nothing does."""
    known: dict[HtmlElement, Node] = {}
    document = page_document(html, url=url, hints=hints, thin=lambda tree: known.update(prune(tree, template)))
    chosen, doubt = chosen_by(template, known, document.blocks)
    return replace(document, chosen=chosen), doubt


def repeated_furniture(document: Document) -> Iterator[Claim]:
    """The blocks of the body that many pages of the site have word for word."""
    repeated = document.hints.template.repeated if document.hints.template else ()
    for index in sorted(document.chosen) if repeated else ():
        if digest(document.blocks[index].text) in repeated:
            yield Claim(index, Reason.BOILERPLATE, "template.repeated")


def doubt_about(article: CleanArticle) -> str:
    """Why the general way ought to look at what the short way made; empty where nothing speaks for it."""
    if article.verdict is Verdict.QUARANTINE:
        return f"it may be at fault: {', '.join(article.flags)}"
    return "" if article.headline else "it has no headline"


def is_checked(url: str) -> bool:
    """Whether a page is one of those that are cleaned both ways."""
    return int(digest(url), 16) % EVERY == 0


def marked(article: CleanArticle, template: Template, doubt: str) -> CleanArticle:
    """Say in the provenance by which template an article was cleaned, or why it was not."""
    said = Candidate("body", ORIGIN, f"{template}: {doubt}" if doubt else str(template), chosen=not doubt)
    return replace(article, provenance=(*article.provenance, said))


def by_template(article: CleanArticle) -> bool:
    """Whether an article was cleaned the short way."""
    return any(candidate.origin == ORIGIN and candidate.chosen for candidate in article.provenance)


def sent_back(article: CleanArticle) -> bool:
    """Whether an article had a template that the general way overruled."""
    return any(candidate.origin == ORIGIN and not candidate.chosen for candidate in article.provenance)


def prune(tree: HtmlElement, template: Template) -> Mapping[HtmlElement, Node]:
    """Take a site's furniture out of a page; give the elements at places that the template knows."""
    known, furniture = {tree: _planted(template)}, []
    for element, node in walk(tree, known[tree]):
        if node is not None and node.kind is Place.FURNITURE:
            furniture.append(element)
        elif node is not None:
            known[element] = node
    for element in furniture:
        drop(element)
    return known


def walk(tree: HtmlElement, root: Node, *, grow: bool = False) -> Iterator[tuple[HtmlElement, Node | None]]:
    """The elements of a page that may hold blocks, each with its place; None for one that is not known, unless it grows."""
    waiting: list[tuple[HtmlElement, Node, int]] = [(tree, root, 0)]
    while waiting:
        parent, place, depth = waiting.pop()
        for element in parent:
            if not isinstance(element.tag, str) or is_silent(element):
                continue
            if is_inline(element):
                if len(element):
                    waiting.append((element, place, depth))
                continue
            name = step(element.tag, element.get("class"), element.get("id"))
            node = place.below.get(name)
            if node is None and grow and depth < _DEEPEST:
                node = place.below[name] = Node()
            yield element, node
            if node is not None and node.kind is not Place.FURNITURE and len(element):
                waiting.append((element, node, depth + 1))


def chosen_by(template: Template, known: Mapping[HtmlElement, Node], blocks: tuple[Block, ...]) -> tuple[frozenset[int], str]:
    """The blocks that are body, and why the general way ought to decide; empty where all is as it was learned."""
    chosen, strange, body = set[int](), 0, 0
    for index, block in enumerate(blocks):
        node = known.get(block.element)
        kind = node.kind if node is not None else None
        if kind is Place.BODY:
            chosen.add(index)
            body += weight(block.text)
        elif (kind is None or kind is Place.MIXED) and digest(block.text) not in template.repeated:
            strange += weight(block.text)
    if body < SHORTEST * template.least:
        return frozenset(), "the body is not where it was" if not body else "the body is shorter than any before"
    if strange > STRANGE * body:
        return frozenset(), "text stands where none stood before"
    if len(_holders(chosen, blocks)) > 1:
        return frozenset(), "the body stands there more than once"
    return frozenset(chosen), ""


@lru_cache(maxsize=4096)
def step(tag: str, classes: str | None, name: str | None) -> str:
    """One step of a place: the element by its name and what a style sheet would know it by; numbers are left out.

    >>> step("div", "story  wide", "post-1203"), step("p", None, None), step("div", None, "post-1203")
    ('div.story.wide', 'p', 'div#post-N')
    """
    words = (classes or "").split()
    if tag in ("html", "body") or len(words) >= _GENERATED:
        return tag
    look = "".join(f".{word}" for word in sorted(set(words)))
    return _DIGITS.sub("N", f"{tag}{look or (f'#{name}' if name else '')}"[:120]).replace(" > ", "")


def _holders(chosen: set[int], blocks: tuple[Block, ...]) -> set[HtmlElement]:
    """The articles, as HTML has them, that the body stands in: a page that goes on without end has several."""
    found = set()
    for index in chosen:
        element = blocks[index].element
        holder = next(element.iterancestors("article"), None) if element is not None else None
        found.add(holder)
    return found


@lru_cache(maxsize=64)
def _planted(template: Template) -> Node:
    root = Node()
    for path, kind in template.places:
        node = root
        for name in path.split(" > "):
            node = node.below.setdefault(name, Node())
        node.kind = kind
    return root
