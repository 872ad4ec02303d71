"""The further pages of an article that its site spread over several."""

from datetime import UTC, datetime
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http.request import NO_CALLBACK

from cleaners import CleanArticle
from crawler.fetch.answers import content_type, is_html, page_of
from crawler.fetch.politeness import NOT_HAD
from crawler.links import tidy
from storage.pages import Page

MAX_PAGES = 30
"""Pages of one article that are followed; the longest honest one in the samples had 9."""


def next_page(article: CleanArticle, seen: set[str]) -> str | None:
    """Where an article goes on, unless that was had before or is on another host than the last page."""
    link = tidy(article.pager.next_url or "") if article.pager else None
    if link is None or link in seen:
        return None
    hosts = {urlsplit(url).netloc for url in seen}
    return link if urlsplit(link).netloc in hosts else None


async def fetch_page(crawler: Crawler, url: str) -> Page | None:
    """Fetch a further page, as politely as every other; None where it cannot be had."""
    request = Request(url, callback=NO_CALLBACK, priority=20)
    try:
        response = await crawler.engine.download_async(request)
    except NOT_HAD:
        return None
    if response.status != 200 or not is_html(content_type(response)):
        return None
    name = crawler.spider.name if crawler.spider else ""
    return page_of(response, datetime.now(UTC), name)
