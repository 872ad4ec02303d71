"""Find the dates that a page states to machines: JSON-LD, microdata, meta elements, the feed, the URL."""

import re
from collections.abc import Iterator

from lxml.html import HtmlElement

from cleaners.document import Document
from cleaners.markup.elsewhere import elsewhere
from cleaners.markup.structured import kinds, main_articles, strings, text_of
from cleaners.text.dateforms import MONTHS, Moment, Reading, machine_moment

_PUBLISHED_META = (
    "article:published_time article:published og:published_time og:article:published_time article:published_date datepublished"
    " date_published publish_date publishdate pubdate publish-date published_time published-date parsely-pub-date sailthru.date"
    " dc.date.issued dc.date.created dcterms.date dcterms.created dcterms.issued dc.date article.published rnews:datepublished"
    " cxenseparse:recs:publishtime citation_publication_date og:release_date weibo:article:create_at ptime bt:pubdate"
    " originalpublicationdate"
    " bytedance:published_time article_date_original published publication_date release_date date"
).split()
_MODIFIED_META = (
    "article:modified_time article:modified og:updated_time og:modified_time datemodified date_modified lastmod last-modified"
    " updated_time dcterms.modified"
    " bytedance:updated_time dc.date.modified article.updated weibo:article:update_at updated last_modified revised"
).split()
_HATOM = {"published": "datePublished", "updated": "dateModified"}
"""Classes of hAtom, ``<abbr class="published" title="2026-11-03T08:15Z">``, and what microdata call the same."""
_CREATED = frozenset(("dc:date", "dc:created", "dcterms:created", "schema:dateCreated", "schema:datePublished"))
_URL_DATE = re.compile(r"/((?:19[89]|20[0-4])\d)[/_-]?(0[1-9]|1[0-2])[/_-]?(0[1-9]|[12]\d|3[01])(?=[/_.-]|\D)")
_MONTHS = "january february march april may june july august september october november december".split()
_URL_MONTH = re.compile(
    rf"/((?:19[89]|20[0-4])\d)/({'|'.join(f'{name[:3]}(?:{name[3:]})?' for name in _MONTHS)})/(0?[1-9]|[12]\d|3[01])/"
)
_WORKS = frozenset(
    "Movie TVSeries TVSeason TVEpisode CreativeWorkSeries Book Product Event ScreeningEvent Festival MusicAlbum MusicRecording"
    " VideoGame Game Comment ImageObject Person Place Organization".split()
)
"""What pages tell of and what was published on a day of its own."""
_ISO = re.compile(r"(?:19|20)\d\d-?\d\d")
_MOST_MARKED = 20


def machine_dates(document: Document, reading: Reading) -> Iterator[tuple[str, str, Moment]]:
    """Field, origin and moment of the dates that machines are given, most trusted first."""
    structured = document.structured
    pages = [item for item in structured.others if not kinds(item) & _WORKS]
    for origin, items in (("json-ld", main_articles(structured)), ("json-ld page", pages)):
        for item in items:
            yield from _offers("date_published", origin, item.get("datePublished") or item.get("dateCreated"), reading)
            yield from _offers("date_modified", origin, item.get("dateModified"), reading)
    yield from _microdata(document, reading)
    for field, names in (("date_published", _PUBLISHED_META), ("date_modified", _MODIFIED_META)):
        for name in names:
            for value in structured.meta.get(name, ())[:1]:
                yield from _offers(field, "meta", value, reading)
    if document.hints.feed_date:
        yield "date_published", "feed", Moment(document.hints.feed_date, "second", True)
    if document.tree is not None:
        yield from _offers("date_published", "url", _url_day(document.url), reading)


def _microdata(document: Document, reading: Reading) -> Iterator[tuple[str, str, Moment]]:
    """What elements are marked with as the article's dates, also where a script has yet to write them; one day of each."""
    elements = document.elements
    groups = (elements.of("abbr"), *(elements.having.get(name, ()) for name in ("datetime", "itemprop", "datatype")))
    dated = [[(_called(element), element) for element in group if _moment_of(element)] for group in groups]
    for field, name in (("date_published", "datePublished"), ("date_modified", "dateModified")):
        named = ([element for called, element in group if called == name] for group in dated)
        marked = elements.in_order(*named)[:_MOST_MARKED]
        offers = [
            offer
            for element in marked
            if not elsewhere(element)
            for offer in _offers(field, "microdata", _moment_of(element), reading)
        ]
        if len({moment.when.date() for _, _, moment in offers}) == 1:
            yield offers[0]


def _called(element: HtmlElement) -> str | None:
    """What microdata, Drupal's RDFa, or an abbreviation's class, call an element."""
    if not _CREATED.isdisjoint((element.get("property") or "").split()):
        return "datePublished"
    if element.tag == "abbr":
        return next((_HATOM[name] for name in (element.get("class") or "").split() if name in _HATOM), None)
    return element.get("itemprop") if element.tag != "meta" else None


def _moment_of(element: HtmlElement) -> str | None:
    """The moment that an element holds for machines; an abbreviation's title may hold words, and its text the date."""
    given: str | None = element.get("datetime") or element.get("content")
    if given or element.tag != "abbr":
        return given
    title = element.get("title") or ""
    return title if _ISO.match(title) else text_of(element)


def _url_day(url: str) -> str | None:
    """The day in a URL's path, as machines write it.

    >>> _url_day("https://example.com/2025/september/3/ferry"), _url_day("https://example.com/20250903/ferry")
    ('2025-09-03', '2025-09-03')
    """
    match = _URL_DATE.search(url)
    if match:
        return "-".join(match.groups())
    match = _URL_MONTH.search(url.lower())
    return f"{match[1]}-{MONTHS[match[2][:3]]:02}-{int(match[3]):02}" if match else None


def _offers(field: str, origin: str, value: object, reading: Reading) -> Iterator[tuple[str, str, Moment]]:
    told = value if isinstance(value, str | int) else next(strings(value, "@value"), None)
    moment = machine_moment(told, reading) if told is not None else None
    if moment:
        yield field, origin, moment
