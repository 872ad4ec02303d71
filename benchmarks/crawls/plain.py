"""The usual way, to compare with: plain Scrapy, trafilatura inline, one SQLite commit per item.

Run by ``benchmarks/crawl.py``; no part of Filmwire is imported.
"""

import sqlite3
from collections.abc import AsyncIterator, Iterator
from typing import Any

from scrapy import Request, Spider
from scrapy.http import Response
from trafilatura import bare_extraction


class PlainSpider(Spider):
    """Follows every link of one page, and stores what trafilatura finds."""

    name = "plain"
    custom_settings = {"CONCURRENT_REQUESTS": 32, "CONCURRENT_REQUESTS_PER_DOMAIN": 16, "LOG_LEVEL": "WARNING"}

    def __init__(self, url: str, database: str, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.url = url
        self.database = sqlite3.connect(database)
        self.database.execute("CREATE TABLE articles (url TEXT PRIMARY KEY, title TEXT, date TEXT, author TEXT, body TEXT)")

    async def start(self) -> AsyncIterator[Request]:
        yield Request(self.url)

    def parse(self, response: Response) -> Iterator[Request]:
        """Follow the links."""
        for href in response.css("a::attr(href)").getall():
            yield response.follow(href, self.parse_article)

    def parse_article(self, response: Response) -> None:
        """Extract and store."""
        found = bare_extraction(response.body, url=response.url, with_metadata=True)
        if found is not None:
            row = (response.url, found.title, found.date, found.author, found.text)
            self.database.execute("INSERT OR REPLACE INTO articles VALUES (?, ?, ?, ?, ?)", row)
            self.database.commit()
