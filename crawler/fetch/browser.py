"""Pages that need a browser: the system's Chromium, driven by scrapy-playwright (an extra), behind a gate of our own."""

import os
import shutil
from typing import Any, cast

from playwright.async_api import Error
from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response
from scrapy.settings import BaseSettings
from scrapy_playwright.handler import ScrapyPlaywrightDownloadHandler

from crawler.exits import Exit, Mistake
from crawler.fetch.gate import Gate
from crawler.fetch.navigation import Navigation
from crawler.fetch.safety import allowed_hosts

NAMES = ("chromium", "chromium-browser", "google-chrome")
UNNEEDED = frozenset({"image", "media", "font"})
"""Kinds of files that no text needs."""
ARGUMENTS = (
    "--disable-gpu",
    "--disable-quic",
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",  # the gate alone looks names up
)
AS_ROOT = "--no-sandbox"
"""Chromium does not start as root without it, as in most containers."""


class BrowserHandler(ScrapyPlaywrightDownloadHandler):  # type: ignore[misc]
    """Fetches with Chromium what asks for it; everything that Chromium dials goes through the gate."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self.crawler = crawler
        settings = crawler.settings
        most, timeout = settings.getint("DOWNLOAD_MAXSIZE"), settings.getfloat("DOWNLOAD_TIMEOUT")
        self.gate = Gate(allowed_hosts(settings.getlist("FILMWIRE_ALLOWED_HOSTS")), most, timeout)

    async def _launch(self) -> None:
        self.config.launch_options = launch_options(await self.gate.open())
        await super()._launch()

    async def close(self) -> None:
        """End the browser, and shut the gate behind it."""
        await super().close()
        self.gate.close()

    async def download_request(self, request: Request) -> Response:
        """Fetch; a page that leads the browser where it may not go is not taken."""
        if "playwright" not in request.meta:
            return cast(Response, await super().download_request(request))
        navigation = Navigation(self.crawler, request)
        request.meta["playwright_page_init_callback"] = navigation.begin
        try:
            response: Response = await super().download_request(request)
        except Error:
            if not navigation.refused:
                raise
        if navigation.refused:
            raise IgnoreRequest(navigation.refused)
        return response


def use_browser(settings: BaseSettings) -> None:
    """Let a spider's pages be fetched with a browser. Raises Mistake where there is none."""
    chromium()
    ours = dict.fromkeys(("http", "https"), "crawler.fetch.browser.BrowserHandler")
    handlers = {**settings.getdict("DOWNLOAD_HANDLERS"), **ours}
    context = {"service_workers": "block", "accept_downloads": False, "user_agent": settings["USER_AGENT"]}
    chosen = {
        "DOWNLOAD_HANDLERS": handlers,
        "PLAYWRIGHT_CONTEXTS": {"default": context},
        "PLAYWRIGHT_MAX_PAGES_PER_CONTEXT": 2,  # some 100 MB each
        "PLAYWRIGHT_DEFAULT_NAVIGATION_TIMEOUT": 1000 * settings.getfloat("DOWNLOAD_TIMEOUT"),
        "PLAYWRIGHT_ABORT_REQUEST": is_unneeded,
    }
    for name, value in chosen.items():
        settings.set(name, value, priority="spider")


def launch_options(proxy: str) -> dict[str, Any]:
    """How Chromium is started, so that it dials nothing but the proxy, loopback included."""
    arguments = [*ARGUMENTS, *([AS_ROOT] if os.geteuid() == 0 else [])]
    return {"executable_path": chromium(), "args": arguments, "proxy": {"server": proxy, "bypass": "<-loopback>"}}


def chromium() -> str:
    """The system's Chromium. Raises Mistake."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        raise Mistake("this site needs a browser: install chromium", Exit.CONFIGURATION)
    return found


def is_unneeded(request: Any) -> bool:
    """Whether a file that a page asks for is no part of its text."""
    return request.resource_type in UNNEEDED


META = {"playwright": True}
"""What a request says that is to be fetched with the browser."""
