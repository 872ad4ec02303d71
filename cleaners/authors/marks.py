"""Find the names that a page's markup says are its author's: by class, rel, itemprop, or a link to an author's page."""

import re
from collections.abc import Collection, Iterator
from functools import lru_cache
from itertools import islice

from lxml.html import HtmlElement

from cleaners.authors.forms_chinese import is_pen
from cleaners.authors.han_names import is_han_name
from cleaners.authors.names import ROLE, split_names
from cleaners.authors.pinyin_names import is_pinyin_name
from cleaners.authors.spelling import is_full_name, is_given
from cleaners.language import HAN
from cleaners.markup.elements import outward
from cleaners.markup.structured import text_of
from cleaners.markup.tree import Block, has_children
from cleaners.text.dateforms import MONTH
from cleaners.text.titles import key

LINE = 160
"""Longest block that is read as a byline."""
_GATE = re.compile(r"author|by-?line|writer|contributor", re.I)
_SIGNS = ("author", "byline", "by-line", "writer", "contributor", "autor", "auteur")
_ROW = 100
"""Links of one element that are looked at."""
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_CLASS = re.compile(r"(?:^|[\s_-])(?:author(?:-?name)?|byline|by-line|writer|contributor|autor|auteur)s?(?:$|[\s_-])", re.I)
_OTHER_CLASS = re.compile(
    r"bio|avatar|related|comment|image|photo|social|follow|share|popular|search|desc|about|secondary|role|job-?title", re.I
)
PAGE = re.compile(
    r"/person-\d|/(?:authors?|people|team|contributors?|staff|writers?|profiles?|experts?|our-people|by|producers|(?:about/)?editors"
    r"|autor(?:en|es)?|auteurs?|signataires|redactie|journalistes?)/[^/?#]{3,}|^(?:https://(?:[\w-]+\.)?medium\.com)?/@[\w.-]{2,}(?:[?/]|$)",
    re.I,
)
_HOME = re.compile(
    r"//space\.bilibili\.com/\d|/c/user/|/(?:people|u|user|users)/|space-uid|[?&]uid=|/home/|//my\.|/profile(?:\?|$)"
)
"""Where networks of writers keep them."""
_WHEN = re.compile(r"[-\d:：/.年月日 ·|\x1f]{8,24}")
"""A day, which some set before a name."""
_JOB = re.compile(
    r"\b(?:editor|reporter|correspondent|journalist|critic|columnist|contributor|contributing|engineer(?:ing)?|(?:staff|tech|content|senior|features?|culture|entertainment|news|lead)\swriter"
    r"|manager|analyst|head of|chief)\b",
    re.I,
)
"""Jobs that no film's credits name: a director in the next line may be the film's."""
_DATED = re.compile(rf"\b(?:19|20)\d\d\b|\b(?:ago|yesterday)\b|\b(?i:{MONTH.format('month')})\s\d")
_EMPLOYED = re.compile(r"(?P<name>[A-Z][\w'’.-]+(?:\s[A-Z][\w'’.-]*){1,2}),\s(?P<job>[\w\s&/-]{4,40})")
"""Ada Fenwick, Film Critic."""
_BAR = re.compile(r"\s*[|·•\x1f]\s*|\s[—–/-]\s")
_NAME_AND_MORE = re.compile(
    r"(?P<name>[A-Z][\w'’.-]+(?:\s[A-Z][\w'’.-]+){1,2})(?:\s[(]?@\w{2,30}[)]?|,\s(?:[A-Z][a-z]{2,8}\.?\s\d\d?|\d\d?\s[A-Z][a-z]{2,8}),?\s20\d\d|,\s\d\d?([/.])\d\d?\2(?:20)?\d\d(?:,?\s\d\d?:\d\d)?)"
)
"""A name with its account on the net, or with the day: ``Ada Fenwick @adafenwick``, ``Ada Fenwick, May 3, 2025``."""
NAMED = re.compile(r"[A-Z][\w'’.-]+\s[A-Z]|^[\u4e00-\u9fff·]{2,8}$")
"""What a line holds that may name somebody: two capital words, or a few Han characters alone."""
_EDITED = re.compile(r"edited by[\s\x1f:]*$", re.I)
_SPECIAL = re.compile(r"(?:Special to|For)\s(?:the\s|The\s)?[A-Z]")
"""What papers set behind the name of a guest."""
_ROLE_LINE = 50
_TOLD_ABOVE = 2
"""How many elements around a block may be marked as the author's."""


def is_marked(element: HtmlElement) -> bool:
    """Whether the element, one inside it or one close around it is marked as the author's."""
    return any(map(_says_author, _near(element)))


def from_mark(element: HtmlElement, text: str) -> str:
    """A block's text from where its author's mark begins, if it stands within the block; nothing where that marks an editor."""
    if any(map(_says_author, outward(element, _TOLD_ABOVE))):
        return text
    mark = next((one for one in islice(element.iterdescendants(), 6) if _says_author(one)), None)
    at = text.find(text_of(mark)) if mark is not None else -1
    return text if at <= 0 else "" if _EDITED.search(text[:at]) else text[at:]


def _near(element: HtmlElement) -> tuple[HtmlElement, ...]:
    inside = islice(element.iterdescendants(), 6) if has_children(element) else ()
    return (*outward(element, _TOLD_ABOVE), *inside)


def beside(element: HtmlElement, text: str, following: Block | None, nobody: Collection[str]) -> Iterator[tuple[str, ...]]:
    """A name in an element's spaced text that its role follows, or a row of names that link to their authors' pages."""
    pieces = [piece.strip() for piece in _BAR.split(text)]
    if not NAMED.search(text) and not any(is_full_name(piece) or is_han_name(piece) for piece in pieces):
        return
    near = (element, *islice(element.iterdescendants("a"), _ROW), *islice(element.iterancestors("a"), 1))
    links = [link for link in near if PAGE.search(link.get("href") or "")]
    linked = {key(text_of(link)) for link in links[:8]}
    row = split_names(" ".join(pieces)) if len(linked) > 1 else ()
    if len(row) > 1 and all(is_full_name(name) and key(name) in linked for name in row):
        yield row
        return
    for at, piece in enumerate(pieces):
        role = (
            at + 1 < len(pieces)
            and len(pieces[at + 1]) < _ROLE_LINE
            and (ROLE.search(pieces[at + 1]) or _SPECIAL.match(pieces[at + 1]))
        )
        if (is_han_name(piece) and key(piece) in linked) or (
            is_full_name(piece) and (key(piece) in linked or role or (len(pieces) == 1 and _presents(following, nobody)))
        ):
            yield split_names(piece) or (piece,)
        elif (name := next((name for name in map(text_of, links[:1]) if is_full_name(name)), "")) and piece.startswith(name):
            yield split_names(name) or (name,)
        elif (match := _EMPLOYED.fullmatch(piece)) and _JOB.search(match["job"]):
            yield split_names(match["name"])
        elif (
            is_full_name(piece)
            and (is_given(piece) or is_pinyin_name(piece))
            and (any(_DATED.search(other) for other in pieces) or (len(pieces) > 1 and _is_date(following)))
        ):
            yield (piece,)
        elif (match := _NAME_AND_MORE.fullmatch(piece)) and is_full_name(match["name"]) and is_given(match["name"]):
            yield (match["name"],)


def account(element: HtmlElement) -> str | None:
    """A name of one word that links to a page of that name: ``/author/reelfan/``."""
    for link in islice(element.iterdescendants("a"), 4):
        href, name = link.get("href") or "", text_of(link)
        if (
            PAGE.search(href)
            and name
            and " " not in name
            and key(href.split("?")[0].rstrip("/").rsplit("/", 1)[-1]) == key(name)
        ):
            return name
    return None


def linked_pen(element: HtmlElement, text: str) -> str | None:
    """A writer's account in Chinese, which links to their page and stands at the line's front or behind what says by whom."""
    for link in islice(element.iter("a"), 2):
        name = text_of(link)
        if HAN.search(name) and is_pen(name) and (PAGE.search(link.get("href") or "") or _HOME.search(link.get("href") or "")):
            before = text[: text.find(name)].rstrip(" \x1f")
            dated = _WHEN.fullmatch(before) is not None
            return (
                name if not before or dated or before.endswith(("由", "作者", "作者：", "作者:", "文/", "by", "By")) else None
            )
    return None


def is_job(text: str) -> bool:
    """Whether a few words are a job at a paper: STAFF WRITER; ``, Film Critic``."""
    return len(text) <= _ROLE_LINE and text[-1:] not in ".!?" and _JOB.search(text) is not None


def _is_date(following: Block | None) -> bool:
    return following is not None and len(following.text) < _ROLE_LINE and _DATED.search(following.text) is not None


def _presents(following: Block | None, nobody: Collection[str]) -> bool:
    """Whether the next block is a job at a paper, the house's name, or marked as telling of the author."""
    if following is None or is_job(following.text):
        return following is not None
    says = following.element.get("class") if following.element is not None else None
    return bool(says and _GATE.search(says) and _OTHER_CLASS.search(says)) or key(following.text) in nobody


def _says_author(element: HtmlElement) -> bool:
    get = element.get
    if "author" in (get("rel") or "").split() or (get("itemprop") or "").lower() == "author":
        return True
    classes, own, label = get("class"), get("id"), get("aria-label")
    return bool(classes or own or label) and _names_author(f"{classes or ''} {own or ''} {label or ''}")


@lru_cache(maxsize=4096)
def _names_author(says: str) -> bool:
    """Whether classes and id call an element the author's; a site's pages have the same few hundred."""
    lowered = says.lower()
    if not any(map(lowered.__contains__, _SIGNS)):
        return False
    says = _HUMP.sub("-", says)
    return bool(_CLASS.search(says)) and not _OTHER_CLASS.search(says)
