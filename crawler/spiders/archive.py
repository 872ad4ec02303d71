"""Pages that somebody fetched before: WARC files, and folders of saved pages."""

import asyncio
import gzip
import re
import zlib
from asyncio import wrap_future
from collections.abc import AsyncIterator, Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO, Self

from scrapy import Spider, signals
from scrapy.crawler import Crawler
from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord

from cleaners import SiteHints
from cleaners.fields.optout import header_opt_outs
from cleaners.markup.elements import elements_of
from cleaners.markup.parsing import parse
from cleaners.markup.structured import read_structured
from crawler.exits import Exit, Mistake
from crawler.fetch.answers import is_html
from crawler.items import Fetched
from crawler.links import tidy
from crawler.pipeline import StorePipeline
from storage.marks import mark, marked, unmark
from storage.pages import Page
from storage.writer import Writer

IN_FLIGHT = 16
"""Pages read ahead of cleaning: enough for four workers, at most 256 MB of the largest pages."""
BATCH = 200
"""Records read before it is written down how far the reading has come: at most as many are read again after a kill."""
MAX_BYTES = 16 * 1024 * 1024
"""The largest page read, in bytes, as from a server."""
SUFFIXES = frozenset(".html .htm .shtml .xhtml .php .asp .aspx .jsp".split())

_SAVED_FROM = re.compile(rb"<!--\s*saved from url=\(\d+\)(\S+)\s*-->", re.I)
_HEAD = 65536
"""Bytes in which a saved page names its address."""

Passed = tuple[str, str]
"""A record that is no page: its name, and why it was passed over."""


class ArchiveSpider(Spider):
    """``-a warc=FILE`` or ``-a folder=DIR``. Every record ends as a page with its fate, or passed over with a reason."""

    name = "archive"

    def __init__(self, *, warc: str = "", folder: str = "", language: str = "", **kwargs: Any) -> None:
        super().__init__(**kwargs)
        if bool(warc) == bool(folder):
            raise Mistake("give either -a warc=FILE or -a folder=DIR")
        self.path = Path(warc or folder)
        if not (self.path.is_file() if warc else self.path.is_dir()):
            raise Mistake(f"no such {'file' if warc else 'folder'}: {self.path}", Exit.ERROR)
        self.hints = SiteHints(language=language or None)
        self.warc = bool(warc)
        self.arguments: dict[str, Any] = {}
        self.room = asyncio.Semaphore(IN_FLIGHT)

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        """Build it, and learn when a page is done with."""
        spider = super().from_crawler(crawler, *args, **kwargs)
        spider.arguments = kwargs
        for signal in (signals.item_scraped, signals.item_dropped, signals.item_error):
            crawler.signals.connect(spider.done, signal)
        return spider

    async def start(self) -> AsyncIterator[Fetched]:
        """Hand on page after page, never many at once; a WARC file from where the last crawl of it was killed."""
        if not self.warc:
            async for item in self.hand_on(read_folder(self.path, self.name)):
                yield item
            return
        writer = self._writer()
        work = f"{self.path.resolve()} {self.path.stat().st_size}"
        begin = await wrap_future(writer.run(lambda session: marked(session, work)))
        if begin:
            self.logger.info("going on at byte %d of %s", begin, self.path)
        with self.path.open("rb") as file:
            file.seek(begin)
            records = read_records(file, self.path, self.name)
            while batch := list(islice(records, BATCH)):
                async for item in self.hand_on(record for record, _ in batch):
                    yield item
                await self._until_all_are_stored()
                last = batch[-1][1]
                await wrap_future(writer.run(lambda session: mark(session, work, last)))  # noqa: B023 - awaited here
        await wrap_future(writer.run(lambda session: unmark(session, work)))

    def _writer(self) -> Writer:
        pipeline = self.crawler.get_item_pipeline(StorePipeline)
        if pipeline is None:
            raise RuntimeError("an archive is read into the database that the pipeline owns")
        return pipeline.writer

    async def _until_all_are_stored(self) -> None:
        for _ in range(IN_FLIGHT):
            await self.room.acquire()
        for _ in range(IN_FLIGHT):
            self.room.release()

    async def hand_on(self, records: Iterable[Page | Passed]) -> AsyncIterator[Fetched]:
        """Yield the pages among records, as fast as they are cleaned; count and name the others."""
        for record in records:
            self.crawler.stats.inc_value("archive/records")
            if isinstance(record, Page):
                await self.room.acquire()
                said = header_opt_outs(record.headers)
                yield Fetched(record, replace(self.hints, fetched_at=record.fetched_at, opt_outs=said))
            else:
                self.crawler.stats.inc_value(f"pages/skipped/{record[1]}")
                self.logger.info("skipped     %s (%s)", *record)

    def done(self) -> None:
        """Make room for the next page."""
        self.room.release()


def read_records(file: BinaryIO, path: Path, spider: str) -> Iterator[tuple[Page | Passed, int]]:
    """Each record of a WARC file with the byte at which it begins: reading can begin there, too.

    Memory does not grow with the file, and a cut one gives what stands before the cut.
    """
    records = ArchiveIterator(file)
    begin = file.tell()
    while True:
        try:
            page = _page(next(records), spider)
            begin = records.get_record_offset()  # known once the record is read
            yield page, begin
        except StopIteration:
            return
        except (ArchiveLoadFailed, EOFError, OSError, zlib.error) as error:
            yield (str(path), f"unreadable from here: {type(error).__name__}"), begin
            return


def read_folder(path: Path, spider: str) -> Iterator[Page | Passed]:
    """Read the saved pages of a folder and of the folders in it, by name."""
    for file in sorted(path.rglob("*")):
        if file.is_file():
            yield _saved(file, spider)


def _page(record: ArcWarcRecord, spider: str) -> Page | Passed:
    url = (record.rec_headers.get_header("WARC-Target-URI") or "").strip("<>")
    address, content_type, body = tidy(url), _content_type(record), b""
    why = _no_page(record, address, content_type)
    if why is None:
        body = record.content_stream().read(MAX_BYTES + 1)
        why = no_body(body) or ("cut short" if _is_cut(record) else None)
    if why is not None or address is None:
        return url or f"a {record.rec_type} record", why or ""
    headers = tuple(record.http_headers.headers) if record.http_headers else ()
    return Page(address, address, body, 200, content_type, headers, _moment(record), spider)


def _content_type(record: ArcWarcRecord) -> str:
    return (record.http_headers or record.rec_headers).get_header("Content-Type") or ""


def _no_page(record: ArcWarcRecord, address: str | None, content_type: str) -> str | None:
    """Why a record cannot be a page, judged by its headers; None when it can."""
    if record.rec_type not in ("response", "resource"):
        return f"a {record.rec_type} record"
    if address is None:
        return "no web address"
    status = record.http_headers.get_statuscode() if record.http_headers else "200"
    if status != "200":
        return f"status {status}"
    return f"not HTML: {content_type.partition(';')[0].strip()}" if content_type and not is_html(content_type) else None


def no_body(body: bytes) -> str | None:
    """Why a body is none; None when it may be one.

    >>> no_body(b""), no_body(b"<p>")
    ('empty', None)
    """
    return "empty" if not body else "larger than 16 MiB" if len(body) > MAX_BYTES else None


def _is_cut(record: ArcWarcRecord) -> bool:
    """Whether the file ends before the record does: its reader still waits for bytes when there are none left."""
    while record.raw_stream.read(65536):
        pass
    return bool(record.raw_stream.limit > 0)


def _saved(file: Path, spider: str) -> Page | Passed:
    suffix = Path(file.name.removesuffix(".gz")).suffix.lower()
    if suffix not in SUFFIXES:
        return str(file), f"not HTML: {suffix or 'no suffix'}"
    try:
        with gzip.open(file) if file.suffix == ".gz" else file.open("rb") as stream:
            body = stream.read(MAX_BYTES + 1)
    except (OSError, EOFError) as error:
        return str(file), f"unreadable: {type(error).__name__}"
    if why := no_body(body):
        return str(file), why
    url = _address(body) or file.resolve().as_uri()
    return Page(url, url, body, 200, "", (), datetime.fromtimestamp(file.stat().st_mtime, UTC), spider)


def _address(body: bytes) -> str | None:
    """Where a saved page came from: the browser's note, else its canonical link."""
    note = _SAVED_FROM.search(body, 0, _HEAD)
    said = [note.group(1).decode("utf-8", "replace")] if note else []
    structured = read_structured(elements_of(parse(body[:_HEAD].decode("utf-8", "replace"))))
    said += [*structured.links.get("canonical", ()), *structured.meta.get("og:url", ())]
    return next((address for url in said if (address := tidy(url))), None)


def _moment(record: ArcWarcRecord) -> datetime:
    """When the page was fetched, in UTC; now where the record does not say."""
    try:
        moment = datetime.fromisoformat(record.rec_headers.get_header("WARC-Date") or "")
        return moment.replace(tzinfo=moment.tzinfo or UTC).astimezone(UTC)
    except (ValueError, OverflowError):
        return datetime.now(UTC)
