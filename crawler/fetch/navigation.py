"""Judge every document that a browser is led to, redirects and scripts' doing included, as Scrapy's own requests are judged."""

import asyncio
from contextlib import suppress
from typing import Any

from playwright.async_api import Error
from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest

from crawler.fetch.politeness import Politeness
from crawler.fetch.safety import Guard


class Navigation:
    """The documents of one request. Playwright's own routes never see where a server redirects to; Chromium's protocol does."""

    def __init__(self, crawler: Crawler, request: Request) -> None:
        self.crawler, self.request = crawler, request
        self.most = crawler.settings.getint("REDIRECT_MAX_TIMES") + 1
        self.seen = 0
        self.refused = "the browser cannot be watched"
        """Why the page is not taken; empty where it is."""
        self.tasks: set[asyncio.Task[None]] = set()

    async def begin(self, page: Any, _request: Request) -> None:
        """Forget what earlier pages stored, and hold every document of the page itself until it is judged."""
        await page.context.clear_cookies()
        session = await page.context.new_cdp_session(page)
        tree = await session.send("Page.getFrameTree")
        main = tree["frameTree"]["frame"]["id"]

        def paused(event: dict[str, Any]) -> None:
            task = asyncio.get_running_loop().create_task(self._pass_on(session, event, judged=event["frameId"] == main))
            self.tasks.add(task)
            task.add_done_callback(self.tasks.discard)

        session.on("Fetch.requestPaused", paused)
        await session.send("Fetch.enable", {"patterns": [{"resourceType": "Document"}]})
        self.refused = ""

    async def _pass_on(self, session: Any, event: dict[str, Any], *, judged: bool) -> None:
        why = await self._why_not(event["request"]["url"]) if judged else ""
        held = {"requestId": event["requestId"]}
        with suppress(Error):  # the page was closed meanwhile
            if why:
                self.refused = why
                await session.send("Fetch.failRequest", {**held, "errorReason": "BlockedByClient"})
            else:
                await session.send("Fetch.continueRequest", held)

    async def _why_not(self, url: str) -> str:
        """Why a document is not fetched; empty where it may be."""
        self.seen += 1
        if self.seen > self.most:
            return "max redirections reached"
        politeness = self.crawler.get_downloader_middleware(Politeness)
        guard = self.crawler.get_downloader_middleware(Guard)
        if politeness is None or guard is None:
            return "nobody judges where the browser is led"
        try:
            asked = self.request.replace(url=url)
            guard.process_request(asked)
            await politeness.process_request(asked)
        except (IgnoreRequest, ValueError) as error:
            return str(error)
        return ""
