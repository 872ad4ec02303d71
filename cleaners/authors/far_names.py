"""Find the author's name far from the headline: in a line that signs, an element so marked, a portrait below the text."""

import re
from collections.abc import Collection, Iterator
from itertools import islice

from cleaners.authors.film_credits import credits_film
from cleaners.authors.forms import LABEL, SIGNED, line_names, marked_names
from cleaners.authors.marks import LINE, NAMED, PAGE, from_mark, is_marked
from cleaners.authors.names import is_pen_name, is_person
from cleaners.authors.spelling import is_full_name, is_given
from cleaners.document import Document
from cleaners.markup.elsewhere import elsewhere
from cleaners.markup.masthead import Masthead, is_prose, spaced
from cleaners.markup.structured import text_of
from cleaners.markup.tree import Block

_POSTED = re.compile(r"posted by\b", re.I)
"""How blogs sign below their text; and each of several comments, mostly under a heading."""
_ANSWERS = re.compile(r"\W*(?:\d+\s|reader\s)?(?:comments?|responses|replies)\b.{0,40}", re.I)
"""The heading above comments."""
_PORTRAIT = re.compile(
    r"(?:[Aa]bout\s(?:the author:?\s)?)?(?P<name>[A-Z][\w'’.-]*(?:\s[\w'’.-]+){1,3}?)"
    r"(?=\s(?:is|was|has|covers|writes|works)\s|,\s)"
)
_REACHED = re.compile(
    r"(?:(?:Contact|Email|E-mail|Reach)\s(?P<name>[A-Z][\w'’.-]*(?:\s[\w'’.-]+){1,3}?)\s(?:at|on)\s"
    r"|(?P<other>[A-Z][\w'’.-]*(?:\s[\w'’.-]+){1,3}?)\s(?:can|may)\sbe\s(?:reached|contacted)\s(?:at|on|by)\s)[^@]{0,60}@"
)
"""How papers say below the text whom to write to."""
_ABOUT = re.compile(r"(?:about|meet) the (?:author|writer|reviewer)|author(?: bio)?|written by", re.I)
_WRITES = re.compile(
    r"\s(?:is|was)\s(?:an?|the|our|\w+['’]s)\s(?:[\w-]+\s){0,4}?(?:(?:freelance|staff|contributing|features?|travel|senior)\s(?:\w+\s)?"
    r"(?:writer|editor)|journalist|reporter|critic|correspondent|columnist|contributor|blogger|author\sof)\b"
    r"|\s(?:covers|writes (?:about|for))\s",
    re.I,
)
"""Trades of those who write for papers; a writer and director is whom film news tells of."""
_ROOMS = 3
"""A text that stands alone so often is a room's name, as in menus."""
_MOST_RELS = 20


def far_names(document: Document, masthead: Masthead, nobody: Collection[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Origin and names of the first line that signs the article, of the first element marked as the author's, of a portrait.

    Comments and other stories are left out.
    """
    blocks = document.blocks
    short = [(index, block) for index, block in enumerate(blocks) if len(block.text) <= LINE and _SIGNING.match(block.text)]
    posts = [index for index, block in short if _POSTED.match(block.text)]
    alone = posts[:1] if len(posts) < 2 or any(_ANSWERS.fullmatch(block.text) for block in blocks[posts[0] : posts[1]]) else []
    for index, block in short:
        names = _signature(block, blocks[index + 1] if index + 1 < len(blocks) else None)
        names = tuple(name for name in names if is_full_name(name) and is_person(name, nobody) and not is_pen_name(name))
        labelled = LABEL.fullmatch(block.text) is not None
        if (index in posts and index not in alone) or credits_film(blocks, index):
            continue
        if names and not (block.element is not None and elsewhere(block.element, margin=not labelled)):
            yield "signed", names
            break
    yield from _far_mark(document, nobody)
    yield from (("portrait", names) for names in _portraits(document, masthead, nobody))


def _far_mark(document: Document, nobody: Collection[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for block in document.blocks:
        named = block.element is not None and len(block.text) <= LINE and NAMED.search(block.text)
        if not named or is_prose(block) or block.element is None or not is_marked(block.element):
            continue
        names = tuple(
            name
            for name in marked_names(from_mark(block.element, spaced(block)), nobody)
            if " " not in name or is_full_name(name)
        )
        names = tuple(name for name in names if is_given(name) or sum(one.text == name for one in document.blocks) < _ROOMS)
        if names and not elsewhere(block.element):
            yield "far", names
            return
    rels = (link for link in document.elements.having.get("rel", ()) if link.tag == "a" and link.get("rel") == "author")
    alone = {text_of(link) for link in islice(rels, _MOST_RELS)}
    if len(alone) == 1 and is_full_name(name := alone.pop()) and is_person(name, nobody):
        yield "far", (name,)


def _portraits(document: Document, masthead: Masthead, nobody: Collection[str]) -> Iterator[tuple[str, ...]]:
    """Whom a paragraph below the text presents as its author, and whom the text above does not tell of."""
    blocks = document.blocks
    for index in masthead.tail:
        if (reached := _REACHED.match(blocks[index].text)) and is_full_name(name := reached["name"] or reached["other"]):
            yield (name,)
            return
        above = blocks[index - 1].text.strip() if index else ""
        if _ABOUT.fullmatch(above) and is_full_name(name := blocks[index].text) and is_person(name, nobody):
            yield (name,)
            return
        match = _PORTRAIT.match(blocks[index].text)
        if not match or not is_full_name(match["name"]) or not is_person(match["name"], nobody):
            continue
        surname = match["name"].split()[-1]
        told = any(surname in blocks[other].text for other in masthead.prose if other != index)
        writes = (
            above == match["name"]
            or _ABOUT.match(blocks[index].text)
            or _WRITES.match(blocks[index].text, match.end())
            or _links_home(blocks[index])
        )
        if _ABOUT.fullmatch(above) or (writes and not told):
            yield (match["name"],)
            return


def _links_home(block: Block) -> bool:
    """Whether a portrait begins with a link to what its subject has written."""
    link = next(block.element.iter("a"), None) if block.element is not None else None
    return link is not None and "/author/" in (link.get("href") or "") and block.text.startswith(text_of(link) or "-")


_SIGNING = re.compile(
    r"\s*(?:this|article|post|story|piece|written|word|text|report|author|contributor|by|view|see|read|all|more|作者|[记記]者)",
    re.I,
)
"""How every line begins that signs, be it for ``_signature`` to say for whom: most lines do not."""
ALL_BY = re.compile(
    r"(?:(?:view|see|read)\s)?(?:all|more)\s(?:articles|posts|stories|reviews|news)?\s?(?:by|from)\s(?=[A-Z])", re.I
)
"""Links to what else the author wrote."""


def _signature(block: Block, following: Block | None) -> tuple[str, ...]:
    """Whom a line signs for: ``Story by``, a label and the next line, or ``By`` with a link to an author's page."""
    if LABEL.fullmatch(block.text):
        line = line_names(f"By {following.text[:LINE]}") if following is not None else None
    elif SIGNED.match(block.text):
        line = line_names(spaced(block))
    elif found := ALL_BY.match(block.text):
        line = line_names(f"By {block.text[found.end() :]}")
    else:
        line = line_names(block.text) if block.text[:3].lower() in ("by ", "by:") and _linked(block) else None
    return line.names if line else ()


def _linked(block: Block) -> bool:
    element = block.element
    links = element.iterdescendants("a") if element is not None else ()
    return element is not None and (is_marked(element) or any(PAGE.search(link.get("href") or "") for link in links))
