"""The spider behind every publisher: from feeds, sitemaps and listings to the articles of one site."""

import re
from collections.abc import AsyncIterator, Iterable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Any, ClassVar, Self
from zoneinfo import ZoneInfo

from scrapy import Request, Spider
from scrapy.crawler import Crawler
from scrapy.http import Response
from scrapy.spidermiddlewares.httperror import HttpError
from twisted.python.failure import Failure

from cleaners import SiteHints
from cleaners.tree import parse
from crawler.discovery import read_feed, read_sitemap
from crawler.exits import Mistake
from crawler.items import Fetched
from crawler.links import Kind, Link, any_match, belongs_to_pager, looks_like_article, page_links, tidy
from storage.pages import Page

PRIORITY = {Kind.FEED: 30, Kind.SITEMAP: 20, Kind.ARTICLE: 10, Kind.LISTING: 0}
"""Higher is fetched earlier: short lists of the newest first, then articles, and only then deeper into listings."""


class NewsSpider(Spider):
    """Crawls one publisher. A subclass only declares; see ``crawler/sites``."""

    seeds: ClassVar[tuple[str, ...]] = ()
    """Listing pages to start from."""
    feeds: ClassVar[tuple[str, ...]] = ()
    """RSS, Atom, RDF or JSON feeds."""
    sitemaps: ClassVar[tuple[str, ...]] = ()
    """News sitemaps or sitemap indexes."""
    article_urls: ClassVar[tuple[str, ...]] = ()
    """Regular expressions found in the URLs of articles; none: the shape of the URL decides."""
    listing_urls: ClassVar[tuple[str, ...]] = ()
    """Regular expressions found in the URLs of listings to follow; a listing's own pager is followed anyway."""
    hints: ClassVar[SiteHints] = SiteHints()
    """The publisher's name, language and time zone, for what its pages leave unsaid."""

    def __init__(
        self,
        *,
        since: str | None = None,
        until: str | None = None,
        max_articles: str | int | None = None,
        section: str | None = None,
        **kwargs: Any,
    ) -> None:
        """Take the arguments of ``scrapy crawl -a``: days as YYYY-MM-DD, and a part of the URL that a section has."""
        super().__init__(**kwargs)
        self.arguments: dict[str, Any] = {}
        self.since = self._day(since, time.min) if since else None
        self.until = self._day(until, time.max) if until else None
        self.max_articles = _count(max_articles) if max_articles is not None else None
        self.section = section
        self.article_patterns = tuple(map(re.compile, self.article_urls))
        self.listing_patterns = tuple(map(re.compile, self.listing_urls))

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        """Build it, and keep what it was started with for the book of runs."""
        spider = super().from_crawler(crawler, *args, **kwargs)
        spider.arguments = kwargs
        return spider

    def entries(self) -> Iterator[Link]:
        """Where the crawl begins."""
        for urls, kind in ((self.feeds, Kind.FEED), (self.sitemaps, Kind.SITEMAP), (self.seeds, Kind.LISTING)):
            for url in urls:
                yield Link(url, kind)

    async def start(self) -> AsyncIterator[Request]:
        """Ask for the feeds, the sitemaps and the first listings."""
        for link in self.entries():
            yield self.request(link, dont_filter=True)

    def request(self, link: Link, *, dont_filter: bool = False) -> Request:
        """Build the request for a link; its kind chooses who reads the answer."""
        return Request(
            link.url,
            callback=getattr(self, f"parse_{link.kind}"),
            errback=self.note_failure,
            cb_kwargs={} if link.kind is not Kind.ARTICLE else {"link": link},
            priority=PRIORITY[link.kind],
            dont_filter=dont_filter,
            meta={"kind": link.kind.value},
        )

    def parse_feed(self, response: Response) -> Iterator[Request]:
        """Follow what a feed announces."""
        yield from self.follow(read_feed(response.body, response.url))

    def parse_sitemap(self, response: Response) -> Iterator[Request]:
        """Follow what a sitemap announces, further sitemaps included."""
        yield from self.follow(read_sitemap(response.body, response.url))

    def parse_listing(self, response: Response) -> Iterator[Request]:
        """Follow the articles of a listing, its pager and the other listings of the site."""
        tree = parse(response.text)
        links = (Link(url, kind) for url in page_links(tree, response.url) if (kind := self.kind_of(url, response.url)))
        yield from self.follow(links)

    def parse_article(self, response: Response, link: Link) -> Iterator[Fetched]:
        """Hand an article's page on to be kept and cleaned."""
        now = datetime.now(UTC)
        hints = replace(self.hints, fetched_at=now, feed_headline=link.headline, feed_date=link.date)
        yield Fetched(page_of(response, now, self.name), hints)

    def kind_of(self, url: str, listing: str) -> Kind | None:
        """What a link found on a listing leads to; None when it is not followed."""
        if self.section and self.section not in url:
            return None
        if any_match(self.article_patterns, url) or (not self.article_patterns and looks_like_article(url)):
            return Kind.ARTICLE
        if any_match(self.listing_patterns, url) or belongs_to_pager(url, listing):
            return Kind.LISTING
        return None

    def follow(self, links: Iterable[Link]) -> Iterator[Request]:
        """Ask for the links that fall into the days and the section wanted."""
        for link in links:
            url = tidy(link.url)
            if url and self.wanted(link):
                yield self.request(replace(link, url=url))

    def wanted(self, link: Link) -> bool:
        """Whether a link may lead to an article of the days and the section asked for; without a date it may."""
        if link.kind is not Kind.ARTICLE:
            return True
        early = self.since and link.date and link.date < self.since
        late = self.until and link.date and link.date > self.until
        return not early and not late and (not self.section or self.section in link.url)

    def note_failure(self, failure: Failure) -> None:
        """Count and tell a page that could not be had."""
        request: Request = failure.request  # type: ignore[attr-defined]
        error = failure.value
        reason = f"status {error.response.status}" if isinstance(error, HttpError) else type(error).__name__
        self.crawler.stats.inc_value("pages/failed")
        self.crawler.stats.inc_value(f"pages/failed/{reason}")
        self.logger.warning("failed      %s (%s)", request.url, reason)

    def _day(self, text: str, at: time) -> datetime:
        try:
            day = date.fromisoformat(text)
        except ValueError:
            raise Mistake(f"{text!r} is no day: write it as 2026-11-21") from None
        return datetime.combine(day, at, ZoneInfo(self.hints.timezone or "UTC"))


def page_of(response: Response, at: datetime, spider: str) -> Page:
    """Make a page of a response, its bytes untouched."""
    headers = ((name, value) for name, values in response.headers.items() for value in values)
    return Page(
        url=response.request.url if response.request else response.url,
        final_url=response.url,
        body=response.body,
        status=response.status,
        content_type=(response.headers.get("Content-Type") or b"").decode("latin-1"),
        headers=tuple((name.decode("latin-1"), value.decode("latin-1")) for name, value in headers),
        fetched_at=at,
        spider=spider,
    )


def _count(text: str | int) -> int:
    try:
        number = int(text)
    except ValueError:
        number = 0
    if number < 1:
        raise Mistake(f"max_articles={text} is no number above 0")
    return number
