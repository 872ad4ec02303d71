"""``scrapy clean``: clean one page and show it. Nothing is stored."""

import argparse
import dataclasses
import gzip
import json
import sys
import zlib
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, ClassVar

from scrapy import Request, Spider
from scrapy.crawler import AsyncCrawlerProcess
from scrapy.http import Response

import cleaners
from cleaners import CleanArticle, SiteHints
from crawler.command import Command as OurCommand
from crawler.command import only, screen
from crawler.exits import Exit, Mistake
from crawler.links import tidy


class Command(OurCommand):
    """Cleans a saved page, a text, or a page of the web."""

    default_settings: ClassVar[dict[str, Any]] = {"LOG_LEVEL": "ERROR", "ITEM_PIPELINES": {}, "EXTENSIONS": {}}

    def syntax(self) -> str:
        return "[--json | --explain] [--url URL] [--text] <file | URL | ->"

    def short_desc(self) -> str:
        return "Clean one page and show it; nothing is stored"

    def long_desc(self) -> str:
        return (
            "Clean a saved page, a text (.txt) or a page of the web. - reads standard input. Shows headline and body;"
            " --explain shows what was removed and repaired, by which rule, and where each field came from."
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.add_argument("--json", action="store_true", help="print the whole article as JSON")
        parser.add_argument("--explain", action="store_true", help="show every edit and where every field came from")
        parser.add_argument("--url", default="", help="where a saved page came from: it tells dates, sections and links")
        parser.add_argument("--text", action="store_true", help="the file is text that somebody extracted, not HTML")

    def answer(self, args: list[str], opts: argparse.Namespace) -> None:
        what = only(args, 1, 1, "one file or one URL")[0]
        article = self._fetched(what) if "://" in what else _read(what, opts)
        if opts.json:
            from storage.export.formats import rfc3339  # noqa: PLC0415 - the other answers do not need it

            print(json.dumps(dataclasses.asdict(article), ensure_ascii=False, indent=2, default=rfc3339))
        elif opts.explain:
            from crawler.explain import explain  # noqa: PLC0415 - the other answers do not need it

            screen().print(explain(article))
        else:
            print(article.headline or "(no headline)", article.body, sep="\n\n")

    def _fetched(self, url: str) -> CleanArticle:
        address = tidy(url)
        if address is None:
            raise Mistake(f"{url!r} is no web address")
        process = AsyncCrawlerProcess(self.settings)
        crawler = process.create_crawler(OnePage)
        process.crawl(crawler, url=address)
        process.start()
        spider = crawler.spider
        if not isinstance(spider, OnePage) or spider.response is None:
            raise Mistake(f"cannot fetch {address}: {_why(crawler.stats.get_stats())}", Exit.ERROR)
        answer = spider.response
        content_type = (answer.headers.get("Content-Type") or b"").decode("latin-1")
        hints = SiteHints(fetched_at=datetime.now(UTC))
        return cleaners.clean_page(answer.body, url=answer.url, content_type=content_type, hints=hints)


class OnePage(Spider):
    """Fetches one page, as politely and as safely as a crawl does."""

    name = "clean"
    url = ""
    response: Response | None = None

    async def start(self) -> AsyncIterator[Request]:
        yield Request(self.url)

    def parse(self, response: Response) -> None:
        """Hold the answer."""
        self.response = response


def _read(name: str, opts: argparse.Namespace) -> CleanArticle:
    from cleaners.decode import decode  # noqa: PLC0415 - every command is imported at every start

    path = Path(name)
    try:
        raw = sys.stdin.buffer.read() if name == "-" else path.read_bytes()
        raw = gzip.decompress(raw) if raw.startswith(b"\x1f\x8b") else raw
    except (OSError, EOFError, zlib.error) as error:
        raise Mistake(f"cannot read {name}: {getattr(error, 'strerror', None) or error}", Exit.ERROR) from None
    if opts.text or path.suffix == ".txt":
        return cleaners.clean_text(decode(raw).text, url=opts.url)
    return cleaners.clean_page(raw, url=opts.url)


def _why(stats: dict[str, Any]) -> str:
    prefixes = ("downloader/exception_type_count/", "httperror/response_ignored_status_count/", "robotstxt/forbidden")
    reasons = [name.rsplit("/", 1)[-1].rsplit(".", 1)[-1] for name in stats if name.startswith(prefixes)]
    return ", ".join(reasons) or "no answer"
