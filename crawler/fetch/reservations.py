"""What a site reserves for all its pages: /.well-known/tdmrep.json, as https://www.w3.org/community/reports/tdmrep/ has it."""

import asyncio
import json
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http.request import NO_CALLBACK

from crawler.fetch.politeness import NOT_HAD

WHERE = "/.well-known/tdmrep.json"
MAX_RULES = 1000
MAX_STARS = 20
"""Rules, and stars in one of them, that are read: no honest file has as many."""
PATIENCE = 10.0
"""Seconds that the first article of a host waits for the file."""

Rule = tuple[str, bool]
"""The paths it is for (``*`` is anything, ``$`` the end), and whether they are reserved."""


class Reservations:
    """Asks each host once in a crawl, when its first article comes; a host that says nothing reserves nothing."""

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.rules: dict[str, asyncio.Future[list[Rule]]] = {}

    async def hold(self, url: str) -> bool:
        """Whether a page's site reserves its text and data mining."""
        parts = urlsplit(url)
        origin = f"{parts.scheme}://{parts.netloc}"
        if origin not in self.rules:
            self.rules[origin] = asyncio.ensure_future(self._ask(origin))
        return is_reserved(parts.path or "/", await asyncio.shield(self.rules[origin]))

    async def _ask(self, origin: str) -> list[Rule]:
        request = Request(f"{origin}{WHERE}", callback=NO_CALLBACK, priority=30, meta={"max_retry_times": 0})
        try:
            response = await asyncio.wait_for(self.crawler.engine.download_async(request), PATIENCE)
        except (*NOT_HAD, TimeoutError):
            return []
        return read_rules(response.body) if response.status == 200 else []


def read_rules(body: bytes) -> list[Rule]:
    """The rules of a tdmrep.json; what cannot be read has none.

    >>> read_rules(b'[{"location": "/film/*", "tdm-reservation": 1}, {"location": "/", "tdm-reservation": 0}, 7]')
    [('/film/*', True), ('/', False)]
    >>> read_rules(b"<h1>no such page</h1>")
    []
    """
    try:
        said = json.loads(body)
    except (ValueError, RecursionError):
        return []
    rules = [rule for rule in said[:MAX_RULES] if isinstance(rule, dict)] if isinstance(said, list) else []
    paths = [(rule.get("location"), rule.get("tdm-reservation")) for rule in rules]
    return [(path, value in (1, "1", True)) for path, value in paths if isinstance(path, str) and path.count("*") <= MAX_STARS]


def is_reserved(path: str, rules: list[Rule]) -> bool:
    """Whether the first rule that fits a path reserves it.

    >>> is_reserved("/film/a.html", [("/film/*.pdf$", False), ("/film/", True)]), is_reserved("/tv/", [("/film/", True)])
    (True, False)
    """
    return next((reserved for pattern, reserved in rules if _fits(pattern, path)), False)


def _fits(pattern: str, path: str) -> bool:
    first, *others = pattern.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    at = len(first)
    for part in others:
        found = path.rfind(part) if pattern.endswith("$") and part is others[-1] else path.find(part, at)
        if found < at:
            return False
        at = found + len(part)
    return not pattern.endswith("$") or at == len(path)
