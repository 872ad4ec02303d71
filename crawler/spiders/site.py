"""Any other section of any site, given on the command line."""

from typing import Any
from urllib.parse import urlsplit

from crawler.exits import Mistake
from crawler.links import tidy
from crawler.spiders.news import NewsSpider


class SiteSpider(NewsSpider):
    """``scrapy crawl site -a url=https://www.example.com/film/``: the stories of one section, by the shape of their URLs."""

    name = "site"

    def __init__(self, *, url: str = "", **kwargs: Any) -> None:
        super().__init__(**kwargs)
        tidied = tidy(url)
        if tidied is None:
            raise Mistake(f"{url!r} is no web address: give -a url=https://www.example.com/film/" if url else "give -a url=...")
        self.seeds = (tidied,)  # type: ignore[misc]
        self.address = tidied
        self.allowed_domains = [str(urlsplit(tidied).hostname).removeprefix("www.")]

    @property
    def frontier(self) -> str:
        """Each section has a frontier of its own."""
        return f"{self.name}:{self.address}"
