"""Ask first, and no faster than asked to: robots.txt by RFC 9309, Crawl-delay, Retry-After."""

import asyncio
import logging
import re
import time
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import Self
from urllib.parse import urlsplit

from protego import Protego
from scrapy import Request, signals
from scrapy.core.downloader.handlers.http11 import TunnelError
from scrapy.crawler import Crawler
from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    IgnoreRequest,
    ResponseDataLossError,
    UnsupportedURLSchemeError,
)
from scrapy.http import Response
from scrapy.http.request import NO_CALLBACK

from crawler.fetch.answers import in_words

MAX_BYTES = 500 * 1024
"""Bytes of a robots.txt that are read: RFC 9309, section 2.5."""
FRESH = 24 * 3600.0
"""Seconds for which a robots.txt holds: RFC 9309, section 2.4."""
UNREACHABLE = 600.0
"""Seconds until a host whose robots.txt could not be had is asked again."""
LONGEST_DELAY = 300.0
"""Seconds between two requests that a Crawl-delay may ask for."""
LONGEST_WAIT = 120.0
"""Seconds that a crawl waits for a host that asks for a pause; for longer ones the next crawl comes back."""

_VERSION = re.compile(r"^([ \t]{0,9}user-?agent[ \t]{0,9}:[ \t]{0,9}[a-z_-]{1,99})/[^\r\n#]*", re.I | re.M)
_log = logging.getLogger("filmwire")


NOT_HAD = (
    IgnoreRequest,
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    ResponseDataLossError,
    TunnelError,
    UnsupportedURLSchemeError,
    OSError,
    ValueError,
)
"""What a fetch that gives no answer raises; ValueError is a redirect to what is no address."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What a host lets us do, until a moment of the monotonic clock. ``closed`` says why it lets us do nothing."""

    until: float
    robots: Protego | None = None
    closed: str | None = None


class Politeness:
    """A downloader middleware that stands before all others."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.agent = str(crawler.settings["ROBOTSTXT_USER_AGENT"])
        self.rules: dict[str, asyncio.Future[Rules]] = {}
        self.delays: dict[str, float] = {}
        """Seconds between two requests that a host asks for, by its slot."""
        self.pauses: dict[str, float] = {}
        """When a host may be asked again."""
        crawler.signals.connect(self.heed, signals.response_downloaded)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Build it the way Scrapy asks."""
        return cls(crawler)

    async def process_request(self, request: Request) -> None:
        """Refuse what robots.txt forbids, and everything while it cannot be had."""
        host = urlsplit(request.url).netloc
        wait = self.pauses.get(host, 0) - time.monotonic()
        if wait > 0:
            raise IgnoreRequest(f"the host asks to be left alone for {wait:.0f} s")
        if request.meta.get("dont_obey_robotstxt"):
            return
        rules = await self.rules_of(request)
        if rules.closed:
            raise IgnoreRequest(rules.closed)
        if rules.robots is not None and not rules.robots.can_fetch(request.url, self.agent):
            self.crawler.stats.inc_value("robotstxt/forbidden")
            raise IgnoreRequest("forbidden by robots.txt")

    def heed(self, request: Request, response: Response) -> None:
        """Slow down where a host says that it is too much, whoever tries again; AutoThrottle may only add to its delay."""
        if response.status in (429, 503) and not request.meta.get("dont_obey_robotstxt"):
            self._back_off(request, retry_after(response.headers.get("Retry-After")))
        self.hold_delay(request)

    def hold_delay(self, request: Request) -> None:
        """Keep what the host asks for as the least delay."""
        slot = self.crawler.engine.downloader.slots.get(self._slot(request))
        if slot is not None:
            slot.delay = max(slot.delay, self.delays.get(self._slot(request), 0))

    async def rules_of(self, request: Request) -> Rules:
        """The rules of a request's host, asked for once however many requests wait for them."""
        parts = urlsplit(request.url)
        origin = f"{parts.scheme}://{parts.netloc}"
        known = self.rules.get(origin)
        if known is None or (known.done() and known.result().until < time.monotonic()):
            known = self.rules[origin] = asyncio.ensure_future(self._ask(origin))
        rules = await asyncio.shield(known)
        if rules.robots is not None and (delay := rules.robots.crawl_delay(self.agent)):
            self.delays[self._slot(request)] = min(float(delay), LONGEST_DELAY)
            self.hold_delay(request)
        return rules

    async def _ask(self, origin: str) -> Rules:
        """Fetch a robots.txt. What is not there allows everything; what cannot be had allows nothing."""
        request = Request(f"{origin}/robots.txt", callback=NO_CALLBACK, meta={"dont_obey_robotstxt": True}, priority=1000)
        now = time.monotonic()
        try:
            response = await self.crawler.engine.download_async(request)
        except NOT_HAD as error:
            return self._closed(origin, in_words(error), now)
        if response.status == 429 or response.status >= 500:
            return self._closed(origin, f"status {response.status}", now)
        if response.status >= 300:
            return Rules(now + FRESH)
        return Rules(now + FRESH, Protego.parse(robots_text(response.body)))

    def _closed(self, origin: str, why: str, now: float) -> Rules:
        _log.warning("%s/robots.txt cannot be had (%s): nothing is fetched there for now", origin, why)
        return Rules(now + UNREACHABLE, closed=f"no robots.txt ({why})")

    def _back_off(self, request: Request, seconds: float | None) -> None:
        slot = self.crawler.engine.downloader.slots.get(self._slot(request))
        if slot is None:
            return
        delay = min(max(slot.delay * 2, 1.0), LONGEST_WAIT) if seconds is None else seconds
        if delay > LONGEST_WAIT:
            self.pauses[urlsplit(request.url).netloc] = time.monotonic() + delay
        else:
            slot.delay = max(slot.delay, delay)

    def _slot(self, request: Request) -> str:
        return str(self.crawler.engine.downloader.get_slot_key(request))


def robots_text(body: bytes) -> str:
    r"""What a robots.txt says: in UTF-8, as it has to, or in UTF-16 where a mark says so.

    Who names us with a version means us: RFC 9309 knows names without, and Google's parser cuts them there.

    >>> robots_text("Disallow: /".encode("utf-16")), robots_text(b"\xef\xbb\xbfDisallow: /")
    ('Disallow: /', 'Disallow: /')
    >>> robots_text(b"User-Agent: Filmwire/0.1 (news)")
    'User-Agent: Filmwire'
    """
    encoding = "utf-16" if body.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) else "utf-8-sig"
    return _VERSION.sub(r"\1", body[:MAX_BYTES].decode(encoding, "replace"))


def retry_after(value: bytes | None) -> float | None:
    r"""The seconds that a Retry-After header asks for; None where it says nothing sensible.

    >>> retry_after(b"120"), retry_after(b"soon"), retry_after(b"\xb2"), retry_after(None)
    (120.0, None, None, None)
    >>> retry_after(b"99999999999999999999 Dec 2026 10:00:00 GMT")
    """
    text = (value or b"").decode("latin-1").strip()
    if text.isdecimal():
        return float(text)
    try:
        return max(parsedate_to_datetime(text).timestamp() - time.time(), 0.0)
    except (ValueError, TypeError, OverflowError):
        return None
