"""What a page says about itself for machines: JSON-LD, meta elements, links in the head."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape
from itertools import islice
from typing import Any
from urllib.parse import urljoin

from lxml import etree
from lxml.html import HtmlElement

from cleaners.markup.elements import Elements

_MOST = 1_000
"""Objects of a page, and values of one name, that are read: 1,786 honest pages have 63 and 79 at most (2026-11)."""
_ARTICLE_TYPES = frozenset(
    "Article NewsArticle ReportageNewsArticle AnalysisNewsArticle OpinionNewsArticle ReviewNewsArticle BackgroundNewsArticle"
    " AskPublicNewsArticle BlogPosting LiveBlogPosting SocialMediaPosting Review CriticReview MediaReview TechArticle"
    " ScholarlyArticle AdvertiserContentArticle SatiricalArticle Report".split()
)
_SILENT = frozenset("script style svg noscript template".split())
_PARTING = frozenset("br p div li ul ol h1 h2 h3 h4 h5 h6 td tr table section header footer dt dd figure button".split())
_WRAPPING = re.compile(r"^(?://\s{0,9})?(?:<!\[CDATA\[|<!--)|(?://\s{0,9})?(?:\]\]>|-->);?$")
_JSON_COMMENT = re.compile(r"(?:^|(?<=[\s,\[{]))//[^\n\"]{0,200}$", re.M)
_LAST_COMMA = re.compile(r",\s{0,99}([\]}])")
_RELS = frozenset(("canonical", "next", "prev"))
"""What somebody asks for."""
_ENCLOSED = ("ImageObject", "VideoObject", "AudioObject", "MediaObject", "Comment")
"""What microdata describe within an article, with authors and days of its own."""
_MAX_DEPTH = 12
"""How deep a JSON-LD value is followed; real ones stay below 6."""
_DEEPEST = 64
"""How deep one may nest at all: below that every reader of it may recurse."""
_HALF_PAIR = re.compile(
    r"(?<!\\)\\u[dD](?:[89abAB][0-9a-fA-F]{2}(?!\\u[dD][c-fC-F])|(?<!\\u[dD][89abAB]..\\u[dD])[c-fC-F][0-9a-fA-F]{2})"
)
"""Half of an emoji, where somebody cut a text to its length: no letter, and nothing that can be written down."""


@dataclass(frozen=True, slots=True)
class Structured:
    """The machine-readable parts of a page, nothing judged yet."""

    articles: tuple[Mapping[str, Any], ...] = ()
    """JSON-LD objects of an article type, outermost first."""
    others: tuple[Mapping[str, Any], ...] = ()
    """JSON-LD objects of any other type: breadcrumbs, organisations, pages."""
    meta: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Every value of a meta name or property, in order, under the lower-cased name."""
    links: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Absolute URLs by their ``rel``, in order: those of ``_RELS`` alone, as a page has a hundred ``nofollow``."""
    language: str | None = None
    """``<html lang>`` as it stands."""

    def first(self, *names: str) -> str | None:
        """The first non-empty meta value under any of the names, in the order of the names."""
        return next((value for name in names for value in self.meta.get(name, ())), None)


def read_structured(elements: Elements, url: str = "") -> Structured:
    """Read the machine-readable parts of a page; broken JSON is passed over."""
    tree = elements.every[0]
    objects = [*islice((item for script in elements.of("script") for item in _json_ld(script)), _MOST)]
    named = {item["@id"]: item for item in objects if isinstance(item.get("@id"), str) and len(item) > 2}
    objects = [_resolved(item, named) for item in objects]
    return Structured(
        articles=tuple(item for item in objects if kinds(item) & _ARTICLE_TYPES),
        others=tuple(item for item in objects if not kinds(item) & _ARTICLE_TYPES),
        meta=_meta(elements),
        links=_links(elements, base_of(elements, url)),
        language=tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang"),
    )


def strings(value: Any, *keys: str) -> Iterator[str]:
    """Every string in a JSON-LD value: itself, its items, or under the first of the keys that its objects have."""
    if isinstance(value, str):
        if value.strip():
            yield " ".join(value.split())
    elif isinstance(value, list):
        for item in value:
            yield from strings(item, *keys)
    elif isinstance(value, dict):
        key = next((key for key in keys if value.get(key)), None)
        if key is not None and not isinstance(value[key], dict):
            yield from strings(value[key], *keys)


def listed(value: Any) -> list[Any]:
    """A JSON-LD value as a list: one object stands for itself.

    >>> listed({"name": "Ada"}), listed(None)
    ([{'name': 'Ada'}], [])
    """
    if isinstance(value, dict) and isinstance(value.get("@list"), list):
        return list(value["@list"])
    return value if isinstance(value, list) else [] if value is None else [value]


def main_articles(structured: Structured) -> tuple[Mapping[str, Any], ...]:
    """The JSON-LD articles that are this page: those whose headline its titles hold, else the first of all."""
    titles = " ".join(value for name in ("og:title", "twitter:title") for value in structured.meta.get(name, ())).casefold()
    own = [item for item in structured.articles if any(text.casefold() in titles for text in strings(item.get("headline")))]
    return tuple(own[:2]) or structured.articles[:1]


def text_of(element: HtmlElement) -> str:
    """The text inside an element as readers see it: a break or a block boundary parts words, white space is folded."""
    if not len(element):
        return " ".join((element.text or "").split())
    pieces: list[str] = []
    for event, part in etree.iterwalk(element, events=("start", "end")):
        if part.tag in _PARTING and part is not element:
            pieces.append(" ")
        if event == "start":
            pieces.append("" if part.tag in _SILENT else part.text or "")
        elif part is not element:
            pieces.append(part.tail or "")
    return " ".join("".join(pieces).split())


def _json_ld(script: HtmlElement) -> Iterator[Mapping[str, Any]]:
    if (script.get("type") or "").strip().lower().startswith("application/ld+json"):
        yield from _objects(_typed(_parsed(script.text or "")), 0)


def _typed(value: Any) -> Any:
    """What Baidu has pages tell it in words of its own, ``pubDate`` and no type, in those of schema.org."""
    if not isinstance(value, dict) or "@type" in value or "pubDate" not in value:
        return value
    return {
        "@type": "Article",
        "headline": value.get("title"),
        "datePublished": value["pubDate"],
        "dateModified": value.get("upDate"),
    }


def _parsed(text: str) -> Any:
    """JSON as it stands, else less what hands and templates leave in it; None where it cannot be read, or nests on and on."""
    text = _HALF_PAIR.sub("", text) if "\\u" in text else text
    for mend in (str, _mended):
        try:
            value = json.loads(mend(text), strict=False)
        except (ValueError, RecursionError):
            continue
        return None if _nests_on(value) else value
    return None


def _nests_on(value: Any) -> bool:
    level = [value]
    for _ in range(_DEEPEST):
        level = [
            part for one in level if isinstance(one, dict | list) for part in (one.values() if isinstance(one, dict) else one)
        ]
    return bool(level)


def _mended(text: str) -> str:
    """JSON without wrapping marks, comments and commas before a closing bracket, its quotes no longer escaped.

    >>> _mended('//<![CDATA[ {"a": 1, // one ]]>'), _mended("{&quot;a&quot;: [1,],}")
    ('{"a": 1,', '{"a": [1]}')
    """
    text = _WRAPPING.sub("", (text if '"' in text else unescape(text)).strip())
    return _LAST_COMMA.sub(r"\1", _JSON_COMMENT.sub("", text)).strip()


def _objects(value: Any, depth: int) -> Iterator[Mapping[str, Any]]:
    if depth > _MAX_DEPTH:
        return
    if isinstance(value, list):
        for item in value:
            yield from _objects(item, depth + 1)
    elif isinstance(value, dict):
        if "@type" in value:
            yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "hasPart"):
            yield from _objects(value.get(key), depth + 1)


def _resolved(item: Mapping[str, Any], named: Mapping[str, Mapping[str, Any]]) -> Mapping[str, Any]:
    """Put the objects that ``author`` and ``publisher`` only point at in their place."""

    def follow(value: Any) -> Any:
        if isinstance(value, list):
            return [follow(part) for part in value]
        known = named.get(str(value.get("@id", ""))) if isinstance(value, dict) and not value.get("name") else None
        return known if known is not None else value

    return {key: follow(value) if key in {"author", "creator", "publisher", "editor"} else value for key, value in item.items()}


def kinds(item: Mapping[str, Any]) -> set[str]:
    """The types of a JSON-LD object, without their namespace."""
    given = item.get("@type")
    names = given if isinstance(given, list) else [given]
    return {name.rsplit("/", 1)[-1] for name in names if isinstance(name, str)}


def _meta(elements: Elements) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for element in elements.of("meta"):
        own = element.get("property") or element.get("name")
        name = own or element.get("itemprop")
        value = " ".join((element.get("content") or element.get("value") or "").split())
        if name and value and (own or not _of_part(element)):
            found.setdefault(name.strip().lower(), []).append(value)
    return {name: tuple(values[:_MOST]) for name, values in found.items()}


def _of_part(element: HtmlElement) -> bool:
    """Whether microdata say this of a picture, a film or a comment on the page, not of the page."""
    scope = next((one for one in element.iterancestors() if one.get("itemscope") is not None), None)
    return scope is not None and (scope.get("itemtype") or "").endswith(_ENCLOSED)


def _links(elements: Elements, url: str) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for element in elements.having.get("rel", ()):
        rels, href = element.get("rel"), element.get("href")
        if href and element.tag in ("link", "a"):
            for rel in _RELS.intersection(rels.lower().split()):
                found.setdefault(rel, []).append(absolute(url, href))
    return {rel: tuple(values) for rel, values in found.items()}


def base_of(elements: Elements, url: str) -> str:
    """What a page's addresses are joined to: its own, or one that it gives for that."""
    return next((absolute(url, href) for base in elements.of("base") if (href := base.get("href"))), url)


def absolute(base: str, href: str) -> str:
    """Join a link to its page; what cannot be joined comes back as it stands.

    >>> absolute("https://film.example/a/1.html", "2.html"), absolute("", "//film.example/a/2.html")
    ('https://film.example/a/2.html', 'https://film.example/a/2.html')
    """
    href = href.strip()
    if not base and href.startswith("//"):
        return f"https:{href}"
    try:
        return urljoin(base, href)
    except ValueError:
        return href
