"""An article under the names that others use: zyte-common-items' ``Article`` and schema.org's ``NewsArticle``.

What a record does not say is left out, as both forms ask: nothing is null and nothing is empty.
"""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from storage.export.formats import Record


def as_it_is(record: Record) -> Record:
    """Our own names, and every field."""
    return record


def zyte_article(record: Record) -> Record:
    """``Article`` of zyte-common-items 0.27: what their pipelines and data models take.

    >>> zyte_article({"headline": "Quay", "authors": ["Ana"], "language": None})
    {'headline': 'Quay', 'authors': [{'name': 'Ana', 'nameRaw': 'Ana'}]}
    """
    get = record.get
    images = [{"url": image["url"]} for image in get("images") or []]
    return _without_empty({
        "url": get("url"),
        "canonicalUrl": get("url"),
        "headline": get("headline"),
        "description": get("standfirst"),
        "articleBody": get("body"),
        "authors": [{"name": name, "nameRaw": name} for name in get("authors") or []],
        "datePublished": get("date_published"),
        "dateModified": get("date_modified"),
        "inLanguage": get("language"),
        "breadcrumbs": [{"name": name} for name in get("section") or []],
        "mainImage": images[0] if images else None,
        "images": images,
    })  # fmt: skip


def news_article(record: Record) -> Record:
    """``NewsArticle`` of schema.org, as JSON-LD.

    >>> news_article({"url": "https://a.example/1", "publisher": "Coast Film News"})["publisher"]
    {'@type': 'Organization', 'name': 'Coast Film News'}
    """
    get = record.get
    return {"@context": "https://schema.org", "@type": "NewsArticle"} | _without_empty({
        "@id": get("url"),
        "url": get("url"),
        "identifier": get("id"),
        "headline": get("headline"),
        "description": get("standfirst"),
        "articleBody": get("body"),
        "author": _things("Person", get("authors")),
        "editor": _things("Person", get("editors")),
        "publisher": next(iter(_things("Organization", [get("publisher")])), None),
        "sourceOrganization": next(iter(_things("Organization", [get("source")])), None),
        "datePublished": get("date_published"),
        "dateModified": get("date_modified"),
        "inLanguage": get("language"),
        "articleSection": get("section"),
        "keywords": get("keywords"),
        "about": _things("Movie", [film["title"] for film in get("films") or []]),
        "image": list(map(_image, get("images") or [])),
        "comment": list(map(_comment, get("comments") or [])),
        "copyrightNotice": get("rights"),
        "sameAs": [other["url"] for other in get("duplicates") or []],
    })  # fmt: skip


FORMS: Mapping[str, Callable[[Record], Record]] = MappingProxyType({
    "filmwire": as_it_is,
    "zyte": zyte_article,
    "schema": news_article,
})  # fmt: skip
"""The forms by the name they are asked for."""


def _things(kind: str, names: list[str | None] | None) -> list[Record]:
    return [{"@type": kind, "name": name} for name in names or [] if name]


def _image(image: Record) -> Record:
    return _without_empty({"@type": "ImageObject", "url": image["url"], "caption": image["alt"]})


def _comment(comment: Record) -> Record:
    author = next(iter(_things("Person", [comment["username"]])), None)
    return _without_empty({"@type": "Comment", "text": comment["text"], "author": author})


def _without_empty(record: Record) -> Record:
    return {name: value for name, value in record.items() if value not in (None, [], "")}
