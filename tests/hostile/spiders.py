"""A spider for tests: begins wherever it is told to, on any site."""

from typing import Any

from crawler.spiders.news import NewsSpider


class ManySpider(NewsSpider):
    """``-a seeds=...``, ``-a feeds=...``, ``-a sitemaps=...``: addresses parted by spaces; ``-a domains=...`` bounds it."""

    name = "many"

    def __init__(self, *, seeds: str = "", feeds: str = "", sitemaps: str = "", domains: str = "", **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.seeds, self.feeds, self.sitemaps = seeds.split(), feeds.split(), sitemaps.split()  # type: ignore[misc]
        self.allowed_domains = domains.split() or ["127.0.0.1"]


class ScriptedSpider(ManySpider):
    """The same, with a browser."""

    name = "scripted"
    browser = True
