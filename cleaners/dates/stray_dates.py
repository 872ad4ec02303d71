"""Look for a publication date further off, on pages that state none beside the headline nor to machines."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice, zip_longest

from lxml.html import HtmlElement

from cleaners.authors.forms import line_names
from cleaners.dates.relative_dates import bare_day, dateline, moments
from cleaners.dates.visible_dates import NOT_OURS, field_of
from cleaners.document import Document
from cleaners.markup.elements import Elements
from cleaners.markup.elsewhere import elsewhere
from cleaners.markup.masthead import Masthead
from cleaners.markup.structured import text_of
from cleaners.text.dateforms import Moment, Reading, machine_moment, with_centuries

_CLASS = re.compile(r"date|time(?!line|r\b)|publish|posted|pubtime|entry-meta|post-meta|article-?info|byline|riqi|shijian")
_SCRIPT = re.compile(
    r"(?:\\?[\"']|&quot;)?(?:datePublished|published_?(?:at|time|date)|publish_?(?:time|date)|pub_?(?:time|date)|ptime"
    r"|first_?published\w*|postedDate|(?:ori)?createTime|var ct)(?:\\?[\"']|&quot;)?\s{0,3}[:=]\s{0,3}"
    r"(?:\\?[\"']|&quot;)(?P<date>[^\"'\\&]{8,40})(?:\\?[\"']|&quot;)",
    re.I,
)
_SCRIPT_SIGNS = ("publish", "pubd", "pubt", "pub_", "ptime", "posteddate", "createtime", "var ct")
"""One of these stands in whatever that matches: cheap to look for in a megabyte of scripts."""
_STATED = re.compile(
    r"^\W{0,3}(?:(?:article |post |page |last |first )?"
    r"(?:publish(?:ed)?|posted|updated|modified|reviewed(?!\s(?:at|in|by|online)))"
    r"|date|publication date|发布|时间|日期|更新"
    r"|veröffentlicht|letzte aktualisierung|stand:|publié|mis à jour|publicado|pubblicato)",
    re.I,
)
_OF_WORK = re.compile(r"\"@type\"\s?:\s?\"(?:Movie|TV\w{1,20}|Book|Product|Event|MusicAlbum)\"")
"""JSON-LD of something that was published on a day of its own."""
_MOST_SCRIPT = 400_000
_NEAR = 4
"""How many blocks beside the headline may hold the dateline alone."""
_BARE = 30
_WEEKDAY = re.compile(r"\b(?:mon|tue|wed|thu|fri|sat|sun)|星期|周", re.I)
_STAMPS = tuple(f"data-{name}" for name in "timestamp time epoch date datetime published unixtime utime ts unix utc".split())
"""Where pages leave the moment for a script to write out."""
_MARKED = 60
"""Longest text of an element that is read as a date for its class."""
_MOST_MARKED = 200
"""So many of them are read: what more say is other stories' and comments'."""


def stray_dates(document: Document, masthead: Masthead, reading: Reading) -> Iterator[tuple[str, str, Moment]]:
    """Field, origin and moment: lines that say so, then marked elements, then the page's scripts, then a dateline.

    htmldate was weighed here: of 19 labelled pages left without a date (2026-11) it gave 8 right and 3 wrong, and invented 13
    on pages that state none.
    """
    yield from _lines(document, reading)
    if document.tree is not None:
        yield from islice(_marked(document.elements, _articles(document, masthead), reading), _MOST_MARKED)
        yield from _scripts(document.elements, reading)
    near = (*masthead.top[:_NEAR], *masthead.prose[:1])
    days = (dateline(document.blocks[index].text, reading) or _alone(document, index, reading) for index in near)
    yield from (("date_published", "dateline", day) for day in days if day)


def _alone(document: Document, index: int, reading: Reading) -> Moment | None:
    """A block that says a month and a day, and whose weekday, neighbour or URL tells that the article's is meant."""
    text = document.blocks[index].text
    day = bare_day(text, reading) if len(text) <= _BARE else None
    if day is None or _WEEKDAY.search(text) or (reading.by is not None and reading.by.month == day.when.month):
        return day
    beside = document.blocks[max(0, index - 1) : index + 2]
    return day if any(len(block.text) <= 2 * _MARKED and line_names(block.text) for block in beside) else None


def _lines(document: Document, reading: Reading) -> Iterator[tuple[str, str, Moment]]:
    """Lines that say that they are a date, alone or as a label of the next one."""
    for block, following in zip_longest(document.blocks, document.blocks[1:]):
        if len(block.text) < 2 * _MARKED and _STATED.match(block.text) and not NOT_OURS.search(block.text):
            labelled = (
                following is not None and len(following.text) <= _MARKED and not any(char.isdigit() for char in block.text)
            )
            text = f"{block.text} {following.text}" if labelled else block.text
            found = [*moments(text, reading)] or moments(with_centuries(text), reading)
            yield from ((field_of(text[: moment.start]), "line", moment) for moment in found)


def _articles(document: Document, masthead: Masthead) -> frozenset[HtmlElement]:
    """The ``article`` elements in which headline and text stand: what stands in another tells another story."""
    own = ([] if masthead.headline is None else [masthead.headline]) + list(masthead.prose[:_NEAR])
    holders = (document.blocks[index].element for index in own)
    return frozenset(article for holder in holders if holder is not None for article in holder.iterancestors("article"))


def _marked(elements: Elements, ours: frozenset[HtmlElement], reading: Reading) -> Iterator[tuple[str, str, Moment]]:
    """Elements that are a ``time`` or whose class says date, none of them in a list of other stories or in another article."""
    for element in elements.of("time", "span", "div", "p", "li", "em", "small", "i", "a", "td"):
        classes, own = element.get("class"), element.get("id")
        says = f"{classes or ''} {own or ''}"
        if element.tag != "time" and not ((classes or own) and _says_date(says)):
            continue
        text = text_of(element)
        if len(text) > _MARKED or NOT_OURS.search(text) or elsewhere(element):
            continue
        article = next(element.iterancestors("article"), None)
        if article is not None and ours and article not in ours:
            continue
        given = next(filter(None, (element.get(name) for name in ("datetime", *_STAMPS))), None)
        moment = machine_moment(given, reading) if given else None
        moment = moment or next(moments(with_centuries(text), reading), None) or bare_day(text, reading)
        if moment:
            yield field_of(f"{says} {text}"), "marked", moment


@lru_cache(maxsize=4096)
def _says_date(says: str) -> bool:
    """Whether classes and id speak of a date; a site's pages have the same few hundred."""
    return _CLASS.search(says.lower()) is not None


def _scripts(elements: Elements, reading: Reading) -> Iterator[tuple[str, str, Moment]]:
    """What the page's own scripts call its date of publication."""
    for script in elements.of("script"):
        text = (script.text or "")[:_MOST_SCRIPT]
        if _OF_WORK.search(text):
            continue
        lowered = text.lower()
        for match in _SCRIPT.finditer(text) if any(map(lowered.__contains__, _SCRIPT_SIGNS)) else ():
            moment = machine_moment(match["date"], reading)
            if moment:
                yield "date_published", "script", moment
                return
