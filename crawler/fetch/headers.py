"""Bound the headers of an answer, which Scrapy's client gathers for as long as a server sends them."""

from scrapy.core.downloader.handlers import http11
from twisted.web._newclient import ParseError

MAX_HEADERS = 256 * 1024
"""Bytes. Browsers give up at 256 KiB and more."""


class BoundedParser(http11._LenientHTTPClientParser):
    """Scrapy's parser of answers; too many headers end the connection, and one may be as long as all together."""

    MAX_LENGTH = MAX_HEADERS
    """Twisted would end it at a line of 16 KiB: policies about where a page's scripts may come from grow longer."""
    _seen = 0

    def lineReceived(self, line: bytes) -> None:  # noqa: N802 - Twisted's interface
        """Take one line of the head."""
        self._seen += len(line)
        if self._seen > MAX_HEADERS:
            raise ParseError("more headers than anybody sends", line[:100])
        super().lineReceived(line)


def bound_headers() -> None:
    """Let every connection of this process parse its answers so."""
    http11._LenientHTTPClientParser = BoundedParser  # type: ignore[misc]
