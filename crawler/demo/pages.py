"""Make every page of the demo world from the stories and the templates: what each host serves at each path."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, select_autoescape

from crawler.demo.spoil import MIRRORED, doorway, mirror
from crawler.demo.stories import HACKED_HOST, PUBLISHERS, Photo, Publisher, Story, read_stories

PER_LISTING = 5
LATE = 0.5
"""Seconds that the late edition of a story takes, so that the early one is stored before it."""
_TEMPLATES = Environment(
    loader=PackageLoader("crawler.demo"), autoescape=select_autoescape(("html", "xml")), trim_blocks=True, lstrip_blocks=True
)
_TEMPLATES.tests["photo"] = lambda block: isinstance(block, Photo)


@dataclass(frozen=True, slots=True)
class WebPage:
    """What a host answers: the bytes and their declared type."""

    body: bytes
    content_type: str
    seconds: float = 0.0
    """How long its host takes for it."""


@cache
def web() -> dict[tuple[str, str], WebPage]:
    """Everything there is to fetch, by (host, path)."""
    return dict(_all_pages())


def _all_pages() -> Iterator[tuple[tuple[str, str], WebPage]]:
    for publisher in PUBLISHERS:
        stories = [story for story in read_stories() if story.publisher == publisher]
        yield from _articles(publisher, stories)
        yield from _listings(publisher, stories)
        yield from _machine_files(publisher, stories)
    yield from _hacked_pages()


def _articles(publisher: Publisher, stories: list[Story]) -> Iterator[tuple[tuple[str, str], WebPage]]:
    for story in stories:
        for number, blocks in enumerate(story.pages, 1):
            html = _article(story, number, blocks)
            yield (publisher.host, story.page_path(number)), _html(html, publisher, LATE if "canonical" in story.head else 0.0)


def _article(story: Story, number: int, blocks: tuple[str | Photo, ...]) -> str:
    return _render(
        f"{story.publisher.folder}.html", story=story, number=number, blocks=blocks, data=json.dumps(_json_ld(story))
    )


def _listings(publisher: Publisher, stories: list[Story]) -> Iterator[tuple[tuple[str, str], WebPage]]:
    stories = sorted(stories, key=lambda story: "canonical" in story.head)  # a late edition is found after the early one
    parts = [stories[at : at + PER_LISTING] for at in range(0, len(stories), PER_LISTING)]
    paths = [publisher.listing, *(f"{publisher.listing}page/{number}/" for number in range(2, len(parts) + 1))]
    for number, part in enumerate(parts):
        html = _render("listing.html", publisher=publisher, stories=part, paths=paths, number=number)
        yield (publisher.host, paths[number]), _html(html, publisher)
    yield (publisher.host, "/"), _html(_render("front.html", publisher=publisher), publisher)


def _machine_files(publisher: Publisher, stories: list[Story]) -> Iterator[tuple[tuple[str, str], WebPage]]:
    open_stories = [story for story in stories if not story.path.startswith("/preview/") and "canonical" not in story.head]
    robots = _render("robots.txt", publisher=publisher)
    yield (publisher.host, "/robots.txt"), WebPage(robots.encode(), "text/plain; charset=utf-8")
    for path, template in ((publisher.feed, "feed.xml"), (publisher.sitemap, "sitemap.xml")):
        if path:
            xml = _render(template, publisher=publisher, stories=open_stories)
            yield (publisher.host, path), WebPage(xml.encode(), "application/xml; charset=utf-8")


def _hacked_pages() -> Iterator[tuple[tuple[str, str], WebPage]]:
    story = next(story for story in read_stories() if story.publisher.folder + story.path == MIRRORED)
    pages = {
        "/news/hp/20250513.html": mirror(_article(story, 1, story.pages[0]), HACKED_HOST),
        "/news/zj/index.html": doorway(HACKED_HOST),
    }
    pages["/news/"] = _render("hacked.html", host=HACKED_HOST, paths=list(pages))
    for path, html in pages.items():
        yield (HACKED_HOST, path), WebPage(html.encode(), "text/html; charset=utf-8")
    yield (HACKED_HOST, "/robots.txt"), WebPage(b"User-agent: *\nAllow: /\n", "text/plain")


def _json_ld(story: Story) -> dict[str, Any]:
    return {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": story.head["headline"],
        "description": story.head.get("standfirst", ""),
        "datePublished": story.published.isoformat(),
        "dateModified": story.modified.isoformat(),
        "author": [{"@type": "Person", "name": name} for name in story.authors],
        "publisher": {"@type": "NewsMediaOrganization", "name": story.publisher.name, "url": story.publisher.root},
        "articleSection": story.section[0],
        "keywords": story.head.get("keywords", "").split(", "),
        "mainEntityOfPage": story.canonical,
        "inLanguage": story.publisher.language,
    }


def _html(html: str, publisher: Publisher, seconds: float = 0.0) -> WebPage:
    content_type = "text/html" if publisher.encoding != "utf-8" else "text/html; charset=utf-8"
    return WebPage(html.encode(publisher.encoding), content_type, seconds)


def _render(template: str, **values: Any) -> str:
    return _TEMPLATES.get_template(template).render(values)
