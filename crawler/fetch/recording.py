"""Record a crawl as WARC files: every answer as it came over the wire, with the request that it answers."""

import logging
import time
from contextlib import suppress
from datetime import UTC, datetime
from http import HTTPStatus
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryFile
from typing import Any, BinaryIO, Self
from urllib.parse import urlsplit

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import NotConfigured
from scrapy.http import Headers, Response
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from crawler.exits import Exit, Mistake

_log = logging.getLogger("filmwire")
UNFINISHED = ".open"
"""Ends the name of a file that is still written to: whoever finds one beside no crawl has all its records but the last."""


class Recorder:
    """Writes into the folder that FILMWIRE_WARC_DIR names; each file gets its name when it is complete."""

    def __init__(self, crawler: Crawler) -> None:
        self.folder = Path(crawler.settings["FILMWIRE_WARC_DIR"])
        self.most = crawler.settings.getint("FILMWIRE_WARC_MEGABYTES") * 1024 * 1024
        self.agent = str(crawler.settings["USER_AGENT"])
        self.file: BinaryIO | None = None
        self.number = 0
        self.full = False
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            TemporaryFile(dir=self.folder).close()  # whether it can be written to is known now, not at the first answer
        except OSError as error:
            raise Mistake(f"cannot record into {self.folder}: {error.strerror}", Exit.CONFIGURATION) from None
        crawler.signals.connect(self.record, signals.response_downloaded)
        crawler.signals.connect(self.finish, signals.spider_closed)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Build it, if it is asked for."""
        if not crawler.settings["FILMWIRE_WARC_DIR"]:
            raise NotConfigured
        return cls(crawler)

    def record(self, response: Response, request: Request) -> None:
        """Write an answer down; where there is no room for it the crawl goes on without, and says so once."""
        if self.full:
            return
        try:
            self._write(response, request)
        except OSError as error:
            self.full = True
            _log.error("nothing is recorded from here on (%s): %s", error.strerror, request.url)

    def _write(self, response: Response, request: Request) -> None:
        """Write all of it: nothing is unpacked or left out."""
        if self.file is None:
            self.file = self._open()
        writer: Any = WARCWriter(self.file, gzip=True)
        said = {"WARC-Date": datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")}
        parts = urlsplit(request.url)
        line = f"{request.method} {parts.path or '/'}{f'?{parts.query}' if parts.query else ''} HTTP/1.1"
        asked = StatusAndHeaders(line, [("Host", parts.netloc), *_pairs(request.headers)], is_http_request=True)
        came = StatusAndHeaders(f"{response.status} {_phrase(response.status)}", _pairs(response.headers), protocol="HTTP/1.1")
        answer = writer.create_warc_record(
            request.url, "response", BytesIO(response.body), http_headers=came, warc_headers_dict=said
        )
        question = writer.create_warc_record(request.url, "request", http_headers=asked, warc_headers_dict=said)
        writer.write_request_response_pair(question, answer)
        self.file.flush()
        if self.file.tell() > self.most:
            self.finish()

    def finish(self) -> None:
        """Give the file that is written to its name."""
        if self.file is not None:
            with suppress(OSError):  # there may be no room for the last bytes either
                self.file.close()
            path, self.file = Path(self.file.name), None
            if not self.full:
                path.rename(path.with_name(path.name.removesuffix(UNFINISHED)))

    def _open(self) -> BinaryIO:
        self.number += 1
        name = f"filmwire-{time.strftime('%Y%m%d%H%M%S', time.gmtime())}-{self.number:05}.warc.gz"
        file = (self.folder / f"{name}{UNFINISHED}").open("xb")
        writer: Any = WARCWriter(file, gzip=True)
        writer.write_record(writer.create_warcinfo_record(name, {"software": self.agent, "format": "WARC File Format 1.0"}))
        return file


def _pairs(headers: Headers) -> list[tuple[str, str]]:
    return [(name.decode("latin-1"), value.decode("latin-1")) for name, values in headers.items() for value in values]


def _phrase(status: int) -> str:
    return next((known.phrase for known in HTTPStatus if known == status), "Unknown")
