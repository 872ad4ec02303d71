"""Write stored pages as WARC, the format of the web's archives: its tools read them, and so does ``scrapy crawl archive``."""

from collections.abc import Iterator, Mapping
from http import HTTPStatus
from io import BytesIO
from typing import BinaryIO
from uuid import NAMESPACE_URL, uuid5

from sqlalchemy.orm import Session
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from storage.care.reclean import stored_pages
from storage.pages import Page, load_page

_OF_THE_WIRE = {"content-encoding", "transfer-encoding", "content-length"}
"""Headers about how the body travelled; it is kept as it was when it arrived."""


def write_warc(
    session: Session, file: BinaryIO, where: Mapping[str, str], *, compressed: bool, respect_optout: bool = False
) -> int:
    """A response record for each page chosen, the oldest first. Raises KeyError for an unknown condition.

    With ``respect_optout`` only pages that gave an article, and whose publisher is not against its being handed on: what
    the others say about it nobody has read.
    """
    writer = WARCWriter(file, gzip=compressed, warc_version="1.1")
    count = 0
    for count, number in enumerate(stored_pages(session, where, respect_optout=respect_optout), 1):  # noqa: B007 - the last number is the count
        writer.write_record(_record(writer, load_page(session, number)))
        session.expunge_all()
    return count


def _record(writer: WARCWriter, page: Page) -> object:
    moment = page.fetched_at.strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    headers = {"WARC-Date": moment, "WARC-Record-ID": f"<{uuid5(NAMESPACE_URL, f'{page.final_url} {moment}').urn}>"}
    return writer.create_warc_record(
        page.final_url,
        "response",
        payload=BytesIO(page.body),
        length=len(page.body),
        http_headers=StatusAndHeaders(_status(page.status), list(_headers(page)), protocol="HTTP/1.1"),
        warc_headers_dict=headers,
    )


def _headers(page: Page) -> Iterator[tuple[str, str]]:
    """As they came, but for what would not be true of the body any more; white space cannot break a line."""
    for name, value in page.headers:
        if name.lower() not in _OF_THE_WIRE:
            yield name, " ".join(value.split())
    if not any(name.lower() == "content-type" for name, _ in page.headers) and page.content_type:
        yield "Content-Type", page.content_type
    yield "Content-Length", str(len(page.body))


def _status(code: int) -> str:
    try:
        return f"{code} {HTTPStatus(code).phrase}"
    except ValueError:
        return f"{code} -"
