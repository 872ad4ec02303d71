"""The spider behind every publisher: from feeds, sitemaps and listings to the articles of one site."""

import logging
import re
from collections.abc import AsyncIterator, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from importlib import import_module
from itertools import islice
from types import ModuleType
from typing import Any, ClassVar, Self
from urllib.parse import urlsplit

from scrapy import Request, Spider
from scrapy.crawler import Crawler
from scrapy.http import Response
from scrapy.settings import BaseSettings
from scrapy.utils.misc import load_object
from twisted.python.failure import Failure

from cleaners import SiteHints
from cleaners.fields.optout import header_opt_outs
from crawler.discovery.hypertext import links_in_text, says_it_is_a_list
from crawler.exits import Exit, Mistake
from crawler.fetch.answers import answered, content_of, content_type, failed, is_html, page_of, unchanged, unread
from crawler.items import Fetched, Found
from crawler.links import Kind, Link, any_match, is_within, tidy
from crawler.pipeline import StorePipeline
from crawler.settings import DOWNLOADER_MIDDLEWARES
from crawler.shapes import belongs_to_pager, looks_like_article, looks_like_list, url_date
from crawler.spiders.wishes import number_of, wishes
from storage.crawls.leads import Answer, Lead, Leased, State

PRIORITY = {Kind.FEED: 30, Kind.SITEMAP: 20, Kind.ARTICLE: 10, Kind.LISTING: 0}
"""Higher is fetched earlier: short lists of the newest first, then articles, and only then deeper into listings."""
IN_TEXT = -5
"""The priority of what stories link to in their text: older stories, after all that is listed."""
MOST_IN_TEXT = 5
"""Stories of the site that one story leads to: a crawl is to fetch a section, and not all that ever was."""
MAX_SITEMAP_DEPTH = 3
"""How deep sitemaps may be nested; the protocol knows one level of indexes."""


class NewsSpider(Spider):
    """Crawls one publisher. A subclass only declares; see ``crawler/sites``."""

    allowed_domains: Sequence[str] = ()
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
    browser: ClassVar[bool] = False
    """Whether its listings and articles are made by scripts, so that only a browser can read them; feeds never are."""
    in_text: ClassVar[bool] = True
    """Whether the stories of the site that a listed story links to in its text are fetched, too."""
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
        self.wishes = wishes(since, until, section, self.hints.timezone)
        self.max_articles = number_of(max_articles) if max_articles is not None else None
        self.article_patterns = tuple(map(re.compile, self.article_urls))
        self.listing_patterns = tuple(map(re.compile, self.listing_urls))

    @classmethod
    def update_settings(cls, settings: BaseSettings) -> None:
        """Let the frontier say what comes next, and keep the guards, whatever else a publisher sets."""
        super().update_settings(settings)
        settings.set("SCHEDULER", "crawler.frontier.FrontierScheduler", priority="spider")
        for middleware, place in DOWNLOADER_MIDDLEWARES.items():
            settings.set_in_component_priority_dict("DOWNLOADER_MIDDLEWARES", load_object(middleware), place)
        if cls.browser:
            with_browser().use_browser(settings)

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        """Build it, and keep what it was started with for the book of runs."""
        spider = super().from_crawler(crawler, *args, **kwargs)
        spider.arguments = kwargs
        return spider

    @property
    def frontier(self) -> str:
        """The name of the frontier that the crawls of this site share."""
        return self.name

    def entries(self) -> Iterator[Link]:
        """Where the crawl begins."""
        for urls, kind in ((self.feeds, Kind.FEED), (self.sitemaps, Kind.SITEMAP), (self.seeds, Kind.LISTING)):
            for url in urls:
                yield Link(url, kind)

    async def start(self) -> AsyncIterator[Found]:
        """Begin with the feeds, the sitemaps and the first listings: every crawl looks at them again."""
        yield Found(None, ways=tuple(lead(link, 0, again=True) for link in self.entries()))

    def request(self, leased: Leased) -> Request:
        """Build the request for a URL of the frontier; its kind chooses who reads the answer."""
        known = (("If-None-Match", leased.etag), ("If-Modified-Since", leased.last_modified))
        ask_for_changes = leased.fetched_before and (self.wishes.takes_all or leased.kind == Kind.ARTICLE)
        return Request(
            leased.url,
            headers={name: value for name, value in known if value and ask_for_changes},
            callback=getattr(self, f"parse_{leased.kind}"),
            errback=self.parse_failure,
            cb_kwargs={"leased": leased},
            priority=leased.priority,
            dont_filter=True,
            meta={"leased": leased, "handle_httpstatus_list": [304], **self._by(leased)},
        )

    def _by(self, leased: Leased) -> dict[str, Any]:
        """What lets a browser fetch a page."""
        return with_browser().META if self.browser and leased.kind in (Kind.LISTING, Kind.ARTICLE) else {}

    def parse_feed(self, response: Response, leased: Leased) -> AsyncIterator[Found]:
        """Follow what a feed announces."""
        return self.found(response, leased, Kind.FEED)

    def parse_sitemap(self, response: Response, leased: Leased) -> AsyncIterator[Found]:
        """Follow what a sitemap announces, further sitemaps included."""
        return self.found(response, leased, Kind.SITEMAP)

    def parse_listing(self, response: Response, leased: Leased) -> AsyncIterator[Found]:
        """Follow the articles of a listing, its pager and the other listings of the site."""
        return self.found(response, leased, Kind.LISTING)

    async def parse_article(self, response: Response, leased: Leased) -> AsyncIterator[Fetched | Found]:
        """Hand an article's page on to be kept and cleaned."""
        if response.status == 304:
            self.crawler.stats.inc_value("pages/unchanged")
            yield Found(leased.id, unchanged(leased))
            return
        if why := self._is_no_article(response, leased):
            self.crawler.stats.inc_value("pages/skipped")
            self.crawler.stats.inc_value(f"pages/skipped/{why}")
            yield Found(leased.id, Answer(State.SKIPPED, why))
            return
        if says_it_is_a_list(response.body):
            self.crawler.stats.inc_value("pages/lists")
            async for found in self.found(response, leased, Kind.LISTING):
                yield found
            return
        now = datetime.now(UTC)
        page = page_of(response, now, self.name)
        dated = leased.date if leased.headline else None  # else it is the day in its address, or of its last change
        told = replace(self.hints, fetched_at=now, feed_headline=leased.headline, feed_date=dated)
        hints = replace(told, opt_outs=header_opt_outs(page.headers))
        yield Fetched(page, hints, leased.id, answered(response), tuple(self.told_of(response, leased)))

    def _is_no_article(self, response: Response, leased: Leased) -> str:
        """Why what came is no article; empty where it may be one. Stories that are gone lead to where they were listed."""
        if not is_html(content_type(response)):
            return f"not HTML: {content_type(response).partition(';')[0]}"
        if tidy(response.url) == leased.url:
            return ""
        ends = urlsplit(response.url)
        listed = (ends.path in ("", "/") and not ends.query) or response.url in {link.url for link in self.entries()}
        return "leads to a listing" if listed else ""

    def parse_failure(self, failure: Failure) -> Iterator[Found]:
        """Write down why a page could not be had, and whether it is worth another try."""
        request: Request = failure.request  # type: ignore[attr-defined]
        answer = failed(failure.value)
        self.crawler.stats.inc_value(f"pages/{answer.state}")
        self.crawler.stats.inc_value(f"pages/{answer.state}/{answer.reason}")
        level = logging.WARNING if answer.state is State.FAILED else logging.INFO
        self.logger.log(level, "%-11s %s (%s)", answer.state, request.url, answer.reason)
        yield Found(request.meta["leased"].id, answer)

    async def found(self, response: Response, leased: Leased, kind: Kind) -> AsyncIterator[Found]:
        """What a feed, sitemap or listing leads to; nothing new where it is the same as last time."""
        answer = replace(answered(response), content=content_of(response))
        if response.status == 304 or (self.wishes.takes_all and answer.content == leased.content):
            self.crawler.stats.inc_value("pages/unchanged")
            yield Found(leased.id, replace(answer, barren=True))
            return
        links = await self._read(response, kind)
        if isinstance(links, str):
            self.crawler.stats.inc_value("pages/failed")
            self.logger.warning("%-11s %s (%s)", State.FAILED, response.url, links)
            yield Found(leased.id, unread(links))
        elif links is not None:
            yield self._led(leased, answer, links)

    async def _read(self, response: Response, kind: Kind) -> list[Link] | str | None:
        """Its links, read where a page that takes hours can be killed; why there are none; None where the crawl has to end."""
        pipeline = self.crawler.get_item_pipeline(StorePipeline)
        if pipeline is None:
            raise RuntimeError("the pages of a crawl are read by the pipeline's workers")
        links = await pipeline.read(kind, page_of(response, datetime.now(UTC), self.name))
        return list(self.listed(links, response.url)) if kind is Kind.LISTING and isinstance(links, list) else links

    def _led(self, leased: Leased, answer: Answer, links: Iterable[Link]) -> Found:
        told = [replace(link, url=url) for link in links if (url := tidy(link.url))]
        if not told:  # a feed that is none any more: it rests after a few times
            answer = Answer(reason="holds no links")
        deepest = leased.kind == Kind.SITEMAP and leased.depth >= MAX_SITEMAP_DEPTH
        fit = (link for link in told if self.wanted(link) and not (deepest and link.kind is Kind.SITEMAP))
        leads = [lead(link, leased.depth + 1) for link in fit if leased.kind != Kind.SITEMAP or self.may_be_story(link)]
        return Found(
            leased.id,
            answer if self.wishes.takes_all or not told else Answer(),
            articles=tuple(found for found in leads if found.kind == Kind.ARTICLE),
            ways=tuple(found for found in leads if found.kind != Kind.ARTICLE),
            guessed=leased.kind in (Kind.LISTING, Kind.ARTICLE),
        )

    def may_be_story(self, link: Link) -> bool:
        """Whether an entry of a sitemap may lead to a story: some name all pages of a site, tags and authors among them."""
        if link.kind is not Kind.ARTICLE or link.headline:
            return True
        return any_match(self.article_patterns, link.url) if self.article_patterns else not looks_like_list(link.url)

    def told_of(self, response: Response, leased: Leased) -> Iterator[Lead]:
        """The stories of the site that a story's text links to; not those that such a story links to in turn."""
        if leased.priority == IN_TEXT or not self.in_text:
            return
        told = links_in_text(response.body, response.url, self.allowed_domains)
        links = (Link(url, Kind.ARTICLE, date=url_date(url)) for url in told)
        fit = (link for link in links if self.kind_of(link.url, response.url) is Kind.ARTICLE and self.wanted(link))
        for link in islice(fit, MOST_IN_TEXT):
            yield replace(lead(link, leased.depth + 1), priority=IN_TEXT)

    def listed(self, links: Iterable[Link], listing: str) -> Iterator[Link]:
        """The links of a listing that are worth following."""
        for link in links:
            kind = self.kind_of(link.url, listing)
            if kind:
                yield Link(link.url, kind, date=url_date(link.url))

    def kind_of(self, url: str, listing: str) -> Kind | None:
        """What a link found on a listing leads to; None when it is not followed."""
        if not self.wishes.takes_section(url):
            return None
        if any_match(self.article_patterns, url) or (not self.article_patterns and looks_like_article(url)):
            return Kind.ARTICLE
        if any_match(self.listing_patterns, url) or belongs_to_pager(url, listing):
            return Kind.LISTING
        return None

    def wanted(self, link: Link) -> bool:
        """Whether a link stays on the site and may lead to the days and the section asked for; without a date it may."""
        return is_within(link.url, self.allowed_domains) and self.wishes.takes(link)


def with_browser() -> ModuleType:
    """The part that drives a browser. Raises Mistake where its extra is not installed."""
    try:
        return import_module("crawler.fetch.browser")
    except ImportError:
        raise Mistake("this site needs a browser: pip install 'filmwire[browser]'", Exit.CONFIGURATION) from None


def lead(link: Link, depth: int, *, again: bool = False) -> Lead:
    """Make a link an entry of the frontier."""
    return Lead(link.url, link.kind, PRIORITY[link.kind], depth, link.headline, link.date, again)
