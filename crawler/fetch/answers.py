"""What an answer, or its absence, means for the frontier: done or not, and when it is worth asking again."""

import hashlib
from datetime import UTC, datetime, timedelta

from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response
from scrapy.spidermiddlewares.httperror import HttpError

from storage.crawls.leads import Answer, Leased, State
from storage.pages import Page

RETRY_AFTER = timedelta(hours=1)
"""When a page that could not be had for reasons that may pass is asked for again, if it is still linked to."""
PASSING = frozenset({*range(201, 300), 304, 401, 403, 408, 425, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524})
"""Statuses that say nothing lasting about the page: a success that brought no page among them."""


_PAGES = frozenset("text/html application/xhtml+xml text/plain application/xml text/xml".split())
WORDS = {
    "BadGzipFile": "not packed as it says",
    "CannotResolveHostError": "no such host",
    "DownloadCancelledError": "larger than allowed",
    "DownloadConnectionRefusedError": "connection refused",
    "DownloadFailedError": "connection lost",
    "DownloadTimeoutError": "timed out",
    "ResponseDataLossError": "cut short",
    "TunnelError": "the proxy refuses",
    "UnicodeEncodeError": "redirects to what is no address",
    "UnsupportedURLSchemeError": "only an http:// proxy will do",
    "ValueError": "redirects to what is no address",
}
"""What Scrapy's exceptions mean to people."""
SIGNS = {
    "certificate verify failed": "its certificate is not trusted",
    "service_identity": "its certificate is another host's",
    "SSL routines": "speaks no TLS that we do",
}
"""What those say that have the fault of an encrypted connection in them."""


def answered(response: Response) -> Answer:
    """A page that came, with what lets the next request ask only for changes."""
    return Answer(etag=_header(response, "ETag"), last_modified=_header(response, "Last-Modified"))


def content_of(response: Response) -> bytes | None:
    """What tells whether a feed, sitemap or listing has changed where its server does not; None where the server did."""
    return hashlib.blake2b(response.body, digest_size=16).digest() if response.status != 304 else None


def unchanged(leased: Leased) -> Answer:
    """An article whose server says that it is as it was; it is looked at again after twice the time."""
    return Answer(barren=True, due_at=recheck(leased.date, datetime.now(UTC)))


def recheck(published: datetime | None, now: datetime) -> datetime:
    """When an article is worth another look: a tenth of its age later, at least six hours, at most thirty days.

    Corrections come in the first day; an article without a date counts as a day old.
    """
    age = now - published if published and published < now else timedelta(days=1)
    return now + min(max(age / 10, timedelta(hours=6)), timedelta(days=30))


def failed(error: BaseException | None) -> Answer:
    """A page that could not be had, and why, in a word or two."""
    if isinstance(error, HttpError):
        status = error.response.status
        return Answer(State.FAILED, f"status {status}", due_at=_later() if status in PASSING else None)
    if isinstance(error, IgnoreRequest) and "DOWNLOAD_MAXSIZE" in str(error):  # unpacked it would be
        return Answer(State.FAILED, WORDS["DownloadCancelledError"], due_at=_later())
    if isinstance(error, IgnoreRequest):
        state = State.FAILED if str(error) == "cut short" else State.SKIPPED
        return Answer(state, str(error) or type(error).__name__, due_at=_later())
    return Answer(State.FAILED, in_words(error), due_at=_later())


def in_words(error: BaseException | None) -> str:
    """Why something could not be fetched, for people.

    >>> in_words(TimeoutError()), in_words(OSError("[('SSL routines', '', 'certificate verify failed')]"))
    ('TimeoutError', 'its certificate is not trusted')
    """
    if isinstance(error, IgnoreRequest) and str(error):
        return str(error)
    said, kind = str(error), type(error).__name__
    return next((words for sign, words in SIGNS.items() if sign in said), WORDS.get(kind, kind))


def unread(why: str) -> Answer:
    """A feed, sitemap or listing that could not be read."""
    return Answer(State.FAILED, why, due_at=_later())


def _later() -> datetime:
    return datetime.now(UTC) + RETRY_AFTER


def _header(response: Response, name: str) -> str | None:
    value = response.headers.get(name)
    return value.decode("latin-1")[:500] if value else None


def content_type(response: Response) -> str:
    """The content type that the server claims; empty where it claims none."""
    return (response.headers.get("Content-Type") or b"").decode("latin-1")


def page_of(response: Response, at: datetime, spider: str) -> Page:
    """Make a page of a response, its bytes untouched."""
    headers = ((name, value) for name, values in response.headers.items() for value in values)
    return Page(
        url=response.request.url if response.request else response.url,
        final_url=response.url,
        body=response.body,
        status=response.status,
        content_type=content_type(response),
        headers=tuple((name.decode("latin-1"), value.decode("latin-1")) for name, value in headers),
        fetched_at=at,
        spider=spider,
    )


def is_html(claimed: str) -> bool:
    """Whether a content type may be that of a page; a server that says nothing, or names no type at all, may mean one.

    >>> is_html("text/html; charset=gbk"), is_html("image/png")
    (True, False)
    >>> is_html("text/html, text/html"), is_html("; charset=gbk")
    (True, True)
    """
    kind = claimed.replace(",", ";").partition(";")[0].strip().lower()
    return kind in _PAGES or "/" not in kind
