"""The spider of the demo: declares the world's feeds, sitemaps and listings, and reaches it through the bundled server."""

from collections.abc import AsyncIterator
from contextlib import ExitStack
from dataclasses import replace
from typing import Self

from scrapy import Request, Spider, signals
from scrapy.crawler import Crawler
from scrapy.http import Response

from crawler.demo.stories import HACKED_HOST, PUBLISHERS
from crawler.items import Fetched, Found
from crawler.spiders.news import NewsSpider
from storage.crawls.leads import Leased

_LANGUAGES = {publisher.host: publisher.language for publisher in PUBLISHERS}


class ThroughTheDemo:
    """Sends every request to the bundled server, which it starts and stops with the spider."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.world = ExitStack()

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Serve the demo world for as long as the crawl lasts."""
        through = cls(crawler.settings.getint("FILMWIRE_DEMO_PORT"))
        crawler.signals.connect(through.open, signals.spider_opened)
        crawler.signals.connect(through.world.close, signals.engine_stopped)
        return through

    def open(self) -> None:
        """Start the server."""
        from crawler.demo.server import demo_site  # noqa: PLC0415 - loaded with every command, and Jinja is a tenth of that

        self.proxy = self.world.enter_context(demo_site(self.port))

    def process_request(self, request: Request, spider: Spider | None = None) -> None:
        """Name the server as the request's proxy."""
        request.meta["proxy"] = self.proxy


class DemoSpider(NewsSpider):
    """``scrapy crawl demo``: five outlets and a hacked host that exist nowhere but here."""

    name = "demo"
    allowed_domains = (*(publisher.host for publisher in PUBLISHERS), HACKED_HOST)
    feeds = tuple(publisher.root + publisher.feed for publisher in PUBLISHERS if publisher.feed)
    sitemaps = tuple(publisher.root + publisher.sitemap for publisher in PUBLISHERS if publisher.sitemap)
    seeds = (*(publisher.root + publisher.listing for publisher in PUBLISHERS), f"http://{HACKED_HOST}/news/")
    article_urls = (r"/20\d\d/\d\d/", r"/a/\d{6}/", r"/\d{8}/\d+\.htm", r"/content_\d+\.html", r"/news/(?:hp|zj)/")
    custom_settings = {
        "DOWNLOADER_MIDDLEWARES": {"crawler.demo.spider.ThroughTheDemo": 740},
        "AUTOTHROTTLE_ENABLED": False,  # nobody is at the other end
        "CONCURRENT_REQUESTS_PER_DOMAIN": 8,
        "DOWNLOAD_DELAY": 0,
        "FILMWIRE_ALLOWED_HOSTS": ["127.0.0.1"],
    }

    async def parse_article(self, response: Response, leased: Leased) -> AsyncIterator[Fetched | Found]:
        """Hand the page on with what is known of its outlet: its language, and that bare times are Chinese time."""
        language = _LANGUAGES.get(response.url.split("/")[2])
        async for item in super().parse_article(response, leased):
            if isinstance(item, Fetched):
                yield replace(item, hints=replace(item.hints, language=language, timezone="Asia/Shanghai"))
            else:
                yield item
