"""Find who wrote and who edited an article."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import islice

from lxml.html import HtmlElement

from cleaners.article import Candidate, Found
from cleaners.bylines import LABEL, SIGNED, chinese_names, editor_names, line_names, marked_names, reporter_names
from cleaners.document import Document
from cleaners.masthead import Masthead, is_prose, spaced
from cleaners.names import ROLE, is_full_name, is_han_name, is_person, split_names
from cleaners.sitenames import people_named, site_names
from cleaners.stray_dates import elsewhere
from cleaners.structured import kinds, listed, main_articles, strings, text_of
from cleaners.titles import key
from cleaners.tree import Block

_LINE = 160
"""Longest block that is read as a byline."""
_AUTHOR_CLASS = re.compile(r"(?:^|[\s_-])(?:author|byline|by-line|writer|contributor)s?(?:[\s_-]*name)?(?:$|[\s_-])", re.I)
_NOT_AUTHOR_CLASS = re.compile(r"bio|avatar|related|comment|image|photo|social|follow|date|time|share|popular|search", re.I)
_AUTHOR_PAGE = re.compile(
    r"/(?:authors?|people|team|contributors?|staff|writers?|profiles?|experts?|our-people|by)/[^/?#]{3,}", re.I
)
_ROLE_LINE = 50
_META = (
    "author",
    "article:author",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "byl",
    "article:author_name",
    "citation_author",
)


@dataclass(frozen=True, slots=True)
class Written:
    """Who stands behind an article. ``paper`` is the publication that a byline names."""

    authors: Found[tuple[str, ...]]
    editors: Found[tuple[str, ...]]
    paper: str | None = None


@dataclass(frozen=True, slots=True)
class _Offer:
    origin: str
    names: tuple[str, ...]
    block: int | None = None
    paper: str | None = None


def read_byline(document: Document, masthead: Masthead) -> Written:
    """The people named as authors and editors, in the page's order; never an agency, a site or a job.

    The visible byline beats JSON-LD, and both beat ``<meta name=author>``, which is often the web editor.
    """
    nobody = frozenset(key(name) for name in site_names(document)) - {key(name) for name in people_named(document)}
    editors = _editors(document, masthead)
    offers = [offer for offer in _offers(document, masthead, nobody) if offer.names]
    offers += [] if offers else _far(document, nobody)
    offers = [offer for offer in offers if not (offer.origin == "meta" and set(offer.names) <= set(editors))]
    best = _best(offers)
    names = best.names if best else ()
    blocks = tuple(offer.block for offer in offers if offer.block is not None and _is_line(document.blocks[offer.block], offer))
    candidates = tuple(Candidate("authors", offer.origin, ", ".join(offer.names), offer is best) for offer in offers)
    chosen = tuple(Candidate("editors", origin, name, True) for name, origin in editors.items() if name not in names)
    paper = next((offer.paper for offer in offers if offer.paper), None)
    return Written(Found(names, candidates, blocks), Found(tuple(name for name in editors if name not in names), chosen), paper)


def _is_line(block: Block, offer: _Offer) -> bool:
    """Whether a block is a byline and nothing else: no sentence that names its reporter on the way."""
    sentence = block.text.endswith(("。", "！", "？")) and not block.text.startswith(("（", "("))
    return offer.origin == "byline" and not sentence and not is_prose(block)


def _best(offers: list[_Offer]) -> _Offer | None:
    """The visible byline on which the page agrees with what it tells machines; else JSON-LD, then what is left."""
    told = {key(name) for offer in offers if offer.origin in ("json-ld", "meta") for name in offer.names}
    worth = {
        "byline": 1.0,
        "json-ld": 0.7,
        "marked": 0.6,
        "meta": 0.5,
        "beside": 0.45,
        "lead": 0.4,
        "tail": 0.4,
        "signed": 0.35,
        "far": 0.3,
    }

    def score(offer: _Offer) -> float:
        agrees = offer.block is not None and any(key(name) in told for name in offer.names)
        built = all(is_full_name(name) or is_han_name(name) for name in offer.names)
        weak = 0.4 if offer.origin in ("byline", "marked", "far") else 0.25
        return worth[offer.origin] + 0.6 * agrees - weak * (not built)

    return max(offers, key=score, default=None)


def _offers(document: Document, masthead: Masthead, nobody: Collection[str]) -> Iterator[_Offer]:
    for index in masthead.top:
        following = document.blocks[index + 1].text if index + 1 < len(document.blocks) else ""
        headed = index == masthead.headline
        yield from (
            offer
            for offer in _visible(document.blocks[index], index, following, nobody)
            if not headed or offer.origin == "byline"
        )
    for item in main_articles(document.structured):
        people = [author for author in listed(item.get("author")) if not _is_house(author)]
        names = [name for text in strings(people, "name") for name in split_names(text, nobody)]
        yield _Offer("json-ld", tuple(dict.fromkeys(names)))
    for name in _META:
        found = [person for value in document.structured.meta.get(name, ()) for person in split_names(value, nobody)]
        yield _Offer("meta", tuple(dict.fromkeys(found)))
    yield from _labelled(document, nobody)
    if masthead.prose:
        first = masthead.prose[0]
        for index in (*range(max(0, first - 2), first), *masthead.prose[:2]):
            text = document.blocks[index].text
            reporter = reporter_names(text)
            yield from [_Offer("lead", reporter.names, index, reporter.paper)] if reporter else ()
            if is_prose(document.blocks[index]):
                yield from (_Offer("lead", byline.names, index, byline.paper) for byline in chinese_names(text[:40]))
    for index in masthead.tail:
        block = document.blocks[index]
        text = block.text[-40:] if is_prose(block) else block.text if len(block.text) < _LINE else ""
        yield from (_Offer("tail", byline.names, index, byline.paper) for byline in chinese_names(text))


def _is_house(author: object) -> bool:
    """Whether JSON-LD types an author as an organisation."""
    return isinstance(author, dict) and any(kind.endswith("Organization") for kind in kinds(author))


def _visible(block: Block, index: int, following: str, nobody: Collection[str]) -> Iterator[_Offer]:
    if len(block.text) > _LINE or is_prose(block):
        return
    text = spaced(block)
    if LABEL.fullmatch(text) and len(following) < _LINE:
        text = f"{text} {following}"
    line = line_names(text)
    if line:
        yield _Offer("byline", tuple(name for name in line.names if is_person(name, nobody)), index, line.paper)
    for byline in chinese_names(text):
        yield _Offer("byline", byline.names, index, byline.paper)
    if block.element is not None and not line:
        yield from (_Offer("beside", (name,), index) for name in _beside(block.element, text))
    if block.element is not None and not line and _marked(block.element):
        yield _Offer("marked", marked_names(text, nobody), index)


def _beside(element: HtmlElement, text: str) -> Iterator[str]:
    """A name that its role follows, or that links to an author's page."""
    pieces = [piece.strip() for piece in re.split(r"\s*[|·•\x1f]\s*", text)]
    links = [link for link in (element, *element.iterdescendants("a")) if _AUTHOR_PAGE.search(link.get("href") or "")]
    linked = {key(text_of(link)) for link in links[:4]}
    for at, piece in enumerate(pieces):
        role = at + 1 < len(pieces) and len(pieces[at + 1]) < _ROLE_LINE and ROLE.search(pieces[at + 1])
        if is_full_name(piece) and (key(piece) in linked or role):
            yield piece


def _marked(element: HtmlElement) -> bool:
    """Whether the element, one inside it or one close around it is marked as the author's."""
    near = (element, *islice(element.iterdescendants(), 6), *islice(element.iterancestors(), 2))
    for one in near:
        if "author" in one.get("rel", "").split() or one.get("itemprop", "").lower() == "author":
            return True
        says = f"{one.get('class', '')} {one.get('id', '')}"
        if says != " " and _AUTHOR_CLASS.search(says) and not _NOT_AUTHOR_CLASS.search(says):
            return True
    return False


def _far(document: Document, nobody: Collection[str]) -> Iterator[_Offer]:
    """The first line that signs the article, else the first name marked as the author's, outside comments and other stories."""
    blocks = document.blocks
    for index, block in enumerate(blocks):
        if len(block.text) <= _LINE and (SIGNED.match(block.text) or LABEL.fullmatch(block.text)):
            following = blocks[index + 1].text if index + 1 < len(blocks) else ""
            line = line_names(
                spaced(block) if SIGNED.match(block.text) and not LABEL.fullmatch(block.text) else f"By {following[:_LINE]}"
            )
            names = [name for name in line.names if is_full_name(name) and is_person(name, nobody)] if line else []
            if names and not (block.element is not None and elsewhere(block.element)):
                yield _Offer("signed", tuple(names))
                return
    for block in blocks:
        if block.element is None or len(block.text) > _LINE // 2 or not _marked(block.element):
            continue
        names = list(marked_names(spaced(block), nobody))
        if names and not elsewhere(block.element):
            yield _Offer("far", tuple(names))
            return


def _labelled(document: Document, nobody: Collection[str]) -> Iterator[_Offer]:
    """The author in the card that SEO plugins write: ``twitter:label1`` says Written by, ``twitter:data1`` who."""
    meta = document.structured.meta
    for number in "12":
        label = " ".join(meta.get(f"twitter:label{number}", ())).lower()
        if "written by" in label or label in ("author", "by"):
            yield _Offer(
                "meta", tuple(name for value in meta.get(f"twitter:data{number}", ()) for name in split_names(value, nobody))
            )


def _editors(document: Document, masthead: Masthead) -> dict[str, str]:
    """Editors and where each is named."""
    found: dict[str, str] = {}
    for index in (*masthead.top, *masthead.tail):
        block = document.blocks[index]
        text = block.text[-60:] if is_prose(block) else block.text if len(block.text) <= _LINE else ""
        for name in editor_names(text):
            found.setdefault(name, "editor line")
    for value in document.structured.meta.get("editor", ()):
        for name in split_names(value):
            found.setdefault(name, "meta")
    for item in main_articles(document.structured):
        for name in strings(item.get("editor"), "name"):
            found.setdefault(name, "json-ld")
    return found
