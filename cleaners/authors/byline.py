"""Find who wrote and who edited an article."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from cleaners.article import Candidate, Found
from cleaners.authors.above import REVIEWED, Offer
from cleaners.authors.far_names import ALL_BY, far_names
from cleaners.authors.forms import (
    checker_names,
    credited,
    editor_names,
)
from cleaners.authors.forms_chinese import ZH_DESK
from cleaners.authors.han_names import is_han_name
from cleaners.authors.marks import LINE, is_job
from cleaners.authors.name_lists import AGENCIES
from cleaners.authors.names import is_pen_name, split_names
from cleaners.authors.offers import read_offers
from cleaners.authors.owners import owners
from cleaners.authors.spelling import is_full_name, is_given
from cleaners.document import Document
from cleaners.language import HAN
from cleaners.markup.masthead import Masthead, is_prose, spaced
from cleaners.markup.structured import main_articles, strings, text_of
from cleaners.markup.tree import Block
from cleaners.sites.sitenames import host_names, people_named, site_names
from cleaners.text.titles import key, parts

_BY = re.compile(r"by:?\s+", re.I)
_STAFF = re.compile(r"(?:by |from )?staff (?:and wire )?reports?", re.I)
_JOINED = re.compile(r"(?:by|and|&):?\s+", re.I)


@dataclass(frozen=True, slots=True)
class Written:
    """Who stands behind an article. ``paper`` is the publication that a byline names."""

    authors: Found[tuple[str, ...]]
    editors: Found[tuple[str, ...]]
    paper: str | None = None


def read_byline(document: Document, masthead: Masthead) -> Written:
    """The people named as authors and editors, in the page's order; never an agency or a job.

    The visible byline beats JSON-LD, and both beat ``<meta name=author>``, which is often the web editor. The house itself is
    the author where the byline that readers see names it and nobody else: so say 13 of 13 labels (2026-11, 793 English pages);
    what only machines are told of it is the template's.
    """
    nobody = _house(document)
    editors = _editors(document, masthead)
    said = [offer for offer in read_offers(document, masthead, nobody) if offer.names]
    offers = _without(said, lambda name: key(name) in nobody and not (is_full_name(name) and is_given(name)))
    offers = [offer for offer in offers if offer.origin != "reviewed"] or offers
    if not _people(document, offers):
        far = [Offer(origin, names) for origin, names in far_names(document, masthead, nobody)]
        offers += [offer for offer in far if not offers or offer.origin == "signed"]
        offers = offers or [Offer("owner", (name,)) for name in owners(document)]
    if not offers:
        offers = said if any(_signs(document, offer) for offer in said) else []
    checkers = {key(name) for index in masthead.top for name in checker_names(document.blocks[index].text[:LINE])}
    offers = _without(offers, lambda name: key(name) in checkers)
    offers = _confirmed(_people(document, offers) or offers, nobody)
    offers = [offer for offer in offers if not (offer.origin == "meta" and set(offer.names) <= set(editors))]
    best = _best(offers)
    names = _all_named(best, offers, document, masthead) if best else ()
    lines = {offer.block for offer in offers if offer.block is not None and _is_line(document.blocks[offer.block], offer)}
    lines |= {index for index in masthead.top if _says_only(document.blocks[index].text, names)}
    lines |= {index + 1 for index in lines if index + 1 in masthead.top and is_job(document.blocks[index + 1].text)}
    blocks = tuple(sorted(lines))
    candidates = tuple(Candidate("authors", offer.origin, ", ".join(offer.names), offer is best) for offer in offers)
    chosen = tuple(Candidate("editors", origin, name, True) for name, origin in editors.items() if name not in names)
    paper = next((offer.paper for offer in offers if offer.paper), None)
    return Written(Found(names, candidates, blocks), Found(tuple(name for name in editors if name not in names), chosen), paper)


def _house(document: Document) -> frozenset[str]:
    """The keys of the site's own names, those behind a Chinese title among them, less those of the people that it names."""
    tails = parts(text_of(document.title))[1:] if document.title is not None else []
    names = [*site_names(document), *(tail for tail in tails if HAN.search(tail))]
    return frozenset(map(key, names)) - {key(name) for name in people_named(document)}


def _is_line(block: Block, offer: Offer) -> bool:
    """Whether a block is a byline and nothing else: no sentence that names its reporter on the way."""
    sentence = block.text.endswith(("。", "！", "？")) and not block.text.startswith(("（", "("))
    return offer.origin == "byline" and not sentence and not is_prose(block)


def _says_only(text: str, names: tuple[str, ...]) -> bool:
    """Whether a block names the authors and says nothing else, or that an agency or a desk has written."""
    house = key(_BY.sub("", text)) in AGENCIES or _STAFF.fullmatch(text) or ZH_DESK.fullmatch(text)
    if len(text) > LINE or house:
        return len(text) <= LINE
    if not names:
        return False
    said = REVIEWED.sub("", text)
    rest = said.removeprefix(names[0])
    every = key(said.replace(" and ", " "))
    return every in (*map(key, names), "".join(map(key, names))) or (rest != said and is_job(rest))


def _signs(document: Document, offer: Offer) -> bool:
    """Whether readers see an offer beside the headline, where it is more than a link to what else there is."""
    seen = offer.origin in ("byline", "marked", "beside") and offer.block is not None
    return seen and ALL_BY.match(document.blocks[offer.block or 0].text) is None


def _people(document: Document, offers: list[Offer]) -> list[Offer]:
    """The offers less accounts, desks and names made of the site's own: these sign only where nobody else does."""
    host = next(iter(host_names(document.url)), "")
    return _without(offers, lambda name: is_pen_name(name, host))


def _without(offers: list[Offer], refused: Callable[[str], bool]) -> list[Offer]:
    kept = (replace(offer, names=tuple(name for name in offer.names if not refused(name))) for offer in offers)
    return [offer for offer in kept if offer.names]


def _confirmed(offers: list[Offer], house: frozenset[str]) -> list[Offer]:
    """The offers less those of single words that only an element's class calls an author: towns and columns stand there too."""
    told = house.union(key(name) for offer in offers if offer.origin not in ("marked", "far") for name in offer.names)

    def weak(offer: Offer) -> bool:
        words = all(" " not in name and not is_han_name(name) and not is_given(name) for name in offer.names)
        return offer.origin in ("marked", "far") and words and not told & {key(name) for name in offer.names}

    return [offer for offer in offers if not weak(offer)]


def _all_named(best: Offer, offers: list[Offer], document: Document, masthead: Masthead) -> tuple[str, ...]:
    """Every author where each has a block of their own: two bylines in a row, or the machines' list if readers see it all."""
    if best.origin == "byline" and best.block is not None:
        near = (best.block, best.block + 1)
        rows = [offer for offer in offers if offer.origin == "byline" and offer.block in near]
        signed = all(_BY.match(document.blocks[offer.block or 0].text) for offer in rows)
        named = tuple(dict.fromkeys(name for offer in rows for name in offer.names)) if signed else best.names
        alone = {key(_JOINED.sub("", document.blocks[index].text[:LINE])) for index in masthead.top}
        told = (offer.names for offer in offers if offer.origin == "json-ld" and set(named) < set(offer.names))
        return next((names for names in told if alone.issuperset(key(name) for name in names if name not in named)), named)
    if len(best.names) > 1 or best.origin not in ("marked", "beside"):
        return best.names
    seen = [key(document.blocks[index].text) for index in masthead.top]
    lists = [offer.names for offer in offers if offer.origin in ("json-ld", "meta") and len(offer.names) > 1]
    full = (names for names in lists if {key(name) for name in best.names} <= {key(name) for name in names})
    return next((names for names in full if all(any(key(name) in text for text in seen) for name in names)), best.names)


def _best(offers: list[Offer]) -> Offer | None:
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
        "pen": 0.25,
        "account": 0.25,
        "reviewed": 0.2,
        "owner": 0.2,
    }

    def score(offer: Offer) -> float:
        agrees = offer.block is not None and any(key(name) in told for name in offer.names)
        built = all(is_full_name(name) or is_han_name(name) or is_given(name) for name in offer.names)
        weak = 0.4 if offer.origin in ("byline", "marked", "far") else 0.25
        return worth[offer.origin] + 0.6 * agrees - weak * (not built)

    return max(offers, key=score, default=None)


def _editors(document: Document, masthead: Masthead) -> dict[str, str]:
    """Editors and where each is named."""
    found: dict[str, str] = {}
    for index in (*masthead.top, *masthead.tail):
        block = document.blocks[index]
        text = block.text[-60:] if is_prose(block) else block.text if len(block.text) <= LINE else ""
        text = spaced(block) if "dited by" in text and not is_prose(block) else text
        for name in (*editor_names(text), *credited(block.text)[1]):
            found.setdefault(name, "editor line")
    for value in document.structured.meta.get("editor", ()):
        for name in split_names(value):
            found.setdefault(name, "meta")
    for item in main_articles(document.structured):
        for name in strings(item.get("editor"), "name"):
            found.setdefault(name, "json-ld")
    return found
