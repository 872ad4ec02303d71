"""Find who wrote and who edited an article."""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from urllib.parse import urlsplit

from cleaners.article import Candidate, Found
from cleaners.author_marks import LINE, account, beside, far_names, is_marked
from cleaners.bylines import (
    LABEL,
    checker_names,
    chinese_names,
    editor_names,
    house_names,
    line_names,
    marked_names,
    reporter_names,
)
from cleaners.document import Document
from cleaners.language import HAN
from cleaners.masthead import Masthead, is_prose, spaced
from cleaners.names import is_full_name, is_given, is_han_name, is_pen_name, is_person, split_names
from cleaners.sitenames import people_named, site_names
from cleaners.structured import kinds, listed, main_articles, strings
from cleaners.titles import key
from cleaners.tree import Block

_ROWS = 8
"""How many authors may stand in a list below their label."""
_HEADINGS = frozenset("h2 h3 h4 h5 h6".split())
_OWNER = re.compile(
    r"(?P<name>[A-Z]\w+(?:\s[A-Z][\w.]+){1,2})['’]s (?:web)?(?:blog|log|site|website|journal|notes|newsletter)", re.I
)
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
    "cxenseparse:author",
    "article.author",
    "authors",
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
    if not _people(document, offers):
        far = [_Offer(origin, names) for origin, names in far_names(document, masthead, nobody)]
        offers += [offer for offer in far if not offers or offer.origin == "signed"]
        offers += [_Offer("owner", (match["name"],)) for name in site_names(document) if (match := _OWNER.fullmatch(name))]
    checkers = {key(name) for index in masthead.top for name in checker_names(document.blocks[index].text[:LINE])}
    offers = _without(offers, lambda name: key(name) in checkers)
    offers = _confirmed(_people(document, offers) or offers)
    offers = [offer for offer in offers if not (offer.origin == "meta" and set(offer.names) <= set(editors))]
    best = _best(offers)
    names = _all_named(best, offers, document, masthead) if best else ()
    blocks = tuple(offer.block for offer in offers if offer.block is not None and _is_line(document.blocks[offer.block], offer))
    candidates = tuple(Candidate("authors", offer.origin, ", ".join(offer.names), offer is best) for offer in offers)
    chosen = tuple(Candidate("editors", origin, name, True) for name, origin in editors.items() if name not in names)
    paper = next((offer.paper for offer in offers if offer.paper), None)
    return Written(Found(names, candidates, blocks), Found(tuple(name for name in editors if name not in names), chosen), paper)


def _is_line(block: Block, offer: _Offer) -> bool:
    """Whether a block is a byline and nothing else: no sentence that names its reporter on the way."""
    sentence = block.text.endswith(("。", "！", "？")) and not block.text.startswith(("（", "("))
    return offer.origin == "byline" and not sentence and not is_prose(block)


def _people(document: Document, offers: list[_Offer]) -> list[_Offer]:
    """The offers less accounts, desks and names made of the site's own: these sign only where nobody else does."""
    host = urlsplit(document.url).hostname or "" if document.url.startswith("http") else ""
    return _without(offers, lambda name: is_pen_name(name, host))


def _without(offers: list[_Offer], refused: Callable[[str], bool]) -> list[_Offer]:
    kept = (replace(offer, names=tuple(name for name in offer.names if not refused(name))) for offer in offers)
    return [offer for offer in kept if offer.names]


def _confirmed(offers: list[_Offer]) -> list[_Offer]:
    """The offers less those of single words that only an element's class calls an author: towns and columns stand there too."""
    told = {key(name) for offer in offers if offer.origin not in ("marked", "far") for name in offer.names}

    def weak(offer: _Offer) -> bool:
        words = all(" " not in name and not is_han_name(name) and not is_given(name) for name in offer.names)
        return offer.origin in ("marked", "far") and words and not told & {key(name) for name in offer.names}

    return [offer for offer in offers if not weak(offer)]


def _all_named(best: _Offer, offers: list[_Offer], document: Document, masthead: Masthead) -> tuple[str, ...]:
    """Every author where each has a block of their own: the machines' list that holds the winner, if readers see all of it."""
    if len(best.names) > 1 or best.origin not in ("marked", "beside"):
        return best.names
    seen = [key(document.blocks[index].text) for index in masthead.top]
    lists = [offer.names for offer in offers if offer.origin in ("json-ld", "meta") and len(offer.names) > 1]
    full = (names for names in lists if {key(name) for name in best.names} <= {key(name) for name in names})
    return next((names for names in full if all(any(key(name) in text for text in seen) for name in names)), best.names)


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
        "portrait": 0.25,
        "owner": 0.2,
    }

    def score(offer: _Offer) -> float:
        agrees = offer.block is not None and any(key(name) in told for name in offer.names)
        built = all(is_full_name(name) or is_han_name(name) for name in offer.names)
        weak = 0.4 if offer.origin in ("byline", "marked", "far") else 0.25
        return worth[offer.origin] + 0.6 * agrees - weak * (not built)

    return max(offers, key=score, default=None)


def _offers(document: Document, masthead: Masthead, nobody: Collection[str]) -> Iterator[_Offer]:
    for index in masthead.top:
        yield from _above(document, index, index == masthead.headline, nobody)
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
        text = block.text[-40:] if is_prose(block) else block.text if len(block.text) < LINE else ""
        yield from (_Offer("tail", byline.names, index, byline.paper) for byline in chinese_names(text))


def _above(document: Document, index: int, headed: bool, nobody: Collection[str]) -> Iterator[_Offer]:
    """What a block of the masthead offers; the headline itself, and headings below it, offer a byline at most."""
    block = document.blocks[index]
    following = document.blocks[index + 1 : index + 1 + _ROWS]
    for offer in _visible(block, index, following, nobody):
        if not headed if offer.origin != "byline" else headed or not _of_another_work(block):
            yield offer


def _of_another_work(block: Block) -> bool:
    """Whether a heading names a book or a film with its author: ``Monk and Robot by Ada Fenwick``."""
    return (
        block.tag in _HEADINGS
        and block.text.isascii()
        and not LABEL.fullmatch(block.text)
        and not block.text.lower().startswith(("by ", "by:"))
    )


def _is_house(author: object) -> bool:
    """Whether JSON-LD types an author as an organisation."""
    return isinstance(author, dict) and any(kind.endswith("Organization") for kind in kinds(author))


def _visible(block: Block, index: int, following: Sequence[Block], nobody: Collection[str]) -> Iterator[_Offer]:
    if len(block.text) > LINE or is_prose(block):
        return
    text = spaced(block)
    if following and LABEL.fullmatch(text) and len(following[0].text) < LINE:
        text = f"{text if HAN.search(text) else 'By'} {_listed(following)}"
    line = line_names(text)
    if line is None and (house := house_names(text)) and key(house.paper or "") in nobody:
        line = house
    if line:
        yield _Offer("byline", tuple(name for name in line.names if is_person(name, nobody)), index, line.paper)
    for byline in chinese_names(text):
        yield _Offer("byline", byline.names, index, byline.paper)
    if block.element is not None and not line:
        yield from (
            _Offer("beside", tuple(name for name in names if is_person(name, nobody)), index)
            for names in beside(block.element, text, next(iter(following), None))
        )
        if is_marked(block.element):
            names = marked_names(text, nobody)
            yield _Offer("marked", names, index)
            if names and (name := account(block.element)) and is_person(name, nobody):
                yield _Offer("beside", (name,), index)


def _listed(following: Sequence[Block]) -> str:
    """What stands below a label: its next block, or the whole list that begins there."""
    rows = [block.text for block in takewhile(lambda block: block.tag == "li" and len(block.text) < LINE, following)]
    return ", ".join(rows) if all(map(is_full_name, rows)) and rows else following[0].text


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
        text = block.text[-60:] if is_prose(block) else block.text if len(block.text) <= LINE else ""
        for name in editor_names(text):
            found.setdefault(name, "editor line")
    for value in document.structured.meta.get("editor", ()):
        for name in split_names(value):
            found.setdefault(name, "meta")
    for item in main_articles(document.structured):
        for name in strings(item.get("editor"), "name"):
            found.setdefault(name, "json-ld")
    return found
