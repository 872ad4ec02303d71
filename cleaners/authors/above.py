"""Gather what each block beside the headline says of the article's authors."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from lxml.html import HtmlElement

from cleaners.authors.film_credits import credits_film
from cleaners.authors.forms import LABEL, credited, house_names, line_names, marked_names, role_names
from cleaners.authors.forms_abroad import begins_abroad, language_told, names_abroad
from cleaners.authors.forms_chinese import chinese_names, pen_name
from cleaners.authors.han_names import is_han_name
from cleaners.authors.marks import LINE, account, beside, from_mark, is_marked, linked_pen
from cleaners.authors.name_lists import COMMON
from cleaners.authors.names import is_person
from cleaners.authors.pinyin_names import is_pinyin_name
from cleaners.authors.spelling import is_full_name, is_given, set_in_small
from cleaners.document import Document
from cleaners.language import HAN
from cleaners.markup.elements import outward
from cleaners.markup.masthead import is_prose, spaced
from cleaners.markup.tree import Block
from cleaners.text.titles import key

REVIEWED = re.compile(r"Reviewed by\s(?=[A-Z])")
_HAN_DATED = re.compile(
    r"^(?P<name>[\u4e00-\u9fff]{3})[\s\u3000·|｜/\x1f]{1,3}(?=(?:19|20)\d\d[-/.年]\d)"
    r"|(?:19|20)\d\d[-/.年]\d.{0,24}[日\d][\s\u3000·|｜/]{1,3}(?P<other>[\u4e00-\u9fff]{3})$"
)
"""A Chinese name of three characters and the date, which make up a line: 苏小晴 2026-11-03 08:15."""
_HAN_DAY = re.compile(r"(?:19|20)\d\d[-/.年]\d")
_HAN_FULL = 3
"""Characters of most Chinese names; two make up many a word."""
_BARS = re.compile(r"\s[|·•/]\s")
_NEXT = re.compile(r"\s[\x1f|]\s(?=(?:By|Written by)\s)")
_NAME, _DAY = 40, 60
"""Characters of a name and what stands beside it, and of a line that says when: Published 7:30 am Thursday, March 1, 2026."""
_DATED = re.compile(r"\b(?:19|20)\d\d\b|\bago\b")
_STATED = re.compile(r"(?:first |last )?(?:published|updated|posted)\b", re.I)
_ROWS = 8
"""How many authors may stand in a list below their label."""
_RIGHTS = ("©", "(c) ", "(C) ", "Copyright")
"""How a notice begins whose ``by`` names the holder: © 2026 by Harbour Film. Proudly created with a site builder."""
_HEADINGS = frozenset("h2 h3 h4 h5 h6".split())
_SIGNING = ("by ", "by:", "text by ", "words by ", "written by ")
"""How a heading begins that is a byline."""


@dataclass(frozen=True, slots=True)
class Offer:
    """The authors by one statement of the page, and the block and the paper that it stands in."""

    origin: str
    names: tuple[str, ...]
    block: int | None = None
    paper: str | None = None


def offers_above(document: Document, index: int, masthead_headline: int | None, nobody: Collection[str]) -> Iterator[Offer]:
    """What a block of the masthead offers; the headline itself, and headings below it, offer a byline at most."""
    block, headed = document.blocks[index], index == masthead_headline
    following = document.blocks[index + 1 : index + 1 + _ROWS]
    if not headed:
        yield Offer("beside", tuple(name for name in _beside_a_date(document, index) if is_person(name)), index)
        yield Offer("byline", _abroad(document, index), index)
    menu = masthead_headline is not None and index < masthead_headline and _in_menu(block)
    if credits_film(document.blocks, index):
        return
    for offer in _visible(block, index, following, nobody):
        if menu and offer.origin == "beside":
            continue
        if not headed if offer.origin != "byline" else headed or not _of_another_work(block):
            yield offer


def _abroad(document: Document, index: int) -> tuple[str, ...]:
    """The names of a line as the page's language writes bylines, where that is none of ours."""
    block = document.blocks[index]
    if len(block.text) > LINE or " " not in block.text:
        return ()
    near = " ".join(other.text for other in document.blocks[max(0, index - 1) : index + 2] if len(other.text) < _NAME)
    language = language_told(document.structured.language, document.url, near)
    if not begins_abroad(block.text, language):
        return ()
    return names_abroad(spaced(block), language, near)


def _in_menu(block: Block) -> bool:
    """Whether a block is an item of a list or menu: above a headline its links lead to rooms, whatever their address says."""
    element = block.element
    return element is not None and any(one.tag in ("li", "nav") for one in outward(element, 3))


def _beside_a_date(document: Document, index: int) -> tuple[str, ...]:
    """The names that make up a block next to a date, unless one is of somebody of whom the text tells."""
    text = document.blocks[index].text
    line = spaced(document.blocks[index]) if len(text) < LINE and not text.isascii() and _HAN_DAY.search(text) else text
    if match := _HAN_DATED.search(line[: 2 * _NAME]):
        name = match["name"] or match["other"]
        told = any(name in block.text for block in document.blocks if is_prose(block))
        return (name,) if is_han_name(name) and name[0] in COMMON and not told else ()
    if len(text) == _HAN_FULL and is_han_name(text) and text[0] in COMMON:
        beside = document.blocks[max(0, index - 1) : index] + document.blocks[index + 1 : index + 2]
        dated = any(len(block.text) < 2 * _NAME and _HAN_DAY.search(block.text) for block in beside)
        return () if not dated or any(text in block.text for block in document.blocks if is_prose(block)) else (text,)
    pieces = _BARS.split(text)
    if len(pieces) > 1 and any(map(_DATED.search, pieces)):
        text = next((piece for piece in pieces if is_full_name(piece)), "")
    names = text.split(" and ")
    meant = document.structured.meta.get("author", ())
    if len(text) > 2 * _NAME or not all(
        is_full_name(name) and (is_given(name) or is_pinyin_name(name) or name in meant) for name in names
    ):
        return ()
    near = document.blocks[max(0, index - 1) : index + 2]
    dated = len(pieces) > 1 or any(_is_dateline(block.text) for block in near)
    dated = dated and (names[0] in meant or "\x1f" not in spaced(document.blocks[index]))
    prose = [block.text for block in document.blocks if is_prose(block)] if dated else []
    told = any(name.split()[-1] in paragraph for name in names for paragraph in prose)
    return tuple(map(set_in_small, names)) if dated and not told else ()


def _is_dateline(text: str) -> bool:
    """Whether a line is a date, or says at length when the page was new and when it changed."""
    stated = len(text) < 3 * _NAME and _STATED.match(text) is not None
    return (stated or len(text) < _DAY) and _DATED.search(text) is not None


def _of_another_work(block: Block) -> bool:
    """Whether a heading names a book or a film with its author: ``Monk and Robot by Ada Fenwick``."""
    return (
        block.tag in _HEADINGS
        and block.text.isascii()
        and not LABEL.fullmatch(block.text)
        and not block.text.lower().startswith(_SIGNING)
    )


def _visible(block: Block, index: int, following: Sequence[Block], nobody: Collection[str]) -> Iterator[Offer]:
    if len(block.text) > LINE or is_prose(block) or block.text.startswith(_RIGHTS):
        return
    text = spaced(block)
    if following and LABEL.fullmatch(text) and len(following[0].text) < LINE:
        text = f"{text if HAN.search(text) else 'By'} {_listed(following)}"
    lines = [line for part in _NEXT.split(text) if (line := line_names(part))]
    line = replace(lines[0], names=tuple(dict.fromkeys(name for line in lines for name in line.names))) if lines else None
    if line is None and (house := house_names(text)) and key(house.paper or "") in nobody:
        line = house
    if line:
        yield Offer("byline", tuple(name for name in line.names if is_person(name)), index, line.paper)
    for byline in chinese_names(text):
        yield Offer("byline", byline.names, index, byline.paper)
    if match := REVIEWED.match(text):
        by = line_names(f"By {text[match.end() :]}")
        yield Offer("reviewed", by.names if by else (), index)
    pens = _pens(block, text) if not text.isascii() else ()
    yield from (Offer(origin, (pen,), index) for origin, pen in pens if key(pen) not in nobody and is_person(pen))
    if not line:
        yield Offer("byline", role_names(text) or credited(text)[0], index)
    if block.element is not None and not line:
        yield from (Offer(origin, names, index) for origin, names in _by_markup(block.element, text, following, nobody))


def _pens(block: Block, text: str) -> Iterator[tuple[str, str]]:
    """Names in Chinese that are built like no person's: one that is labelled the author's, one that leads to an account."""
    if labelled := pen_name(text):
        yield "pen", labelled
    if block.element is not None and (linked := linked_pen(block.element, text)):
        yield "account", linked


def _by_markup(
    element: HtmlElement, text: str, following: Sequence[Block], nobody: Collection[str]
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Origin and names of what an element's class, links and neighbour say."""
    for names in beside(element, text, next(iter(following), None), nobody):
        yield "beside", tuple(name for name in names if is_person(name))
    if is_marked(element):
        names = marked_names(from_mark(element, text))
        yield "marked", names
        if names and (name := account(element)) and is_person(name):
            yield "beside", (name,)


def _listed(following: Sequence[Block]) -> str:
    """What stands below a label: its next block, or the whole list that begins there."""
    rows = [block.text for block in takewhile(lambda block: block.tag == "li" and len(block.text) < LINE, following)]
    return ", ".join(rows) if all(map(is_full_name, rows)) and rows else following[0].text
