"""Bound the headers of an answer, which Scrapy's client gathers for as long as a server sends them, and take the odd ones."""

import re

from scrapy.core.downloader.handlers import http11
from twisted.web._newclient import ParseError
from twisted.web.http import _ChunkedTransferDecoder, maxChunkSizeLineLength

MAX_HEADERS = 256 * 1024
"""Bytes. Browsers give up at 256 KiB and more."""
_NAME = re.compile(rb"[\w!#$%&'*+.^`|~-]+", re.ASCII)


class PaddedChunks(_ChunkedTransferDecoder):
    """Twisted's, which takes no blank behind a chunk's length; servers of old write it in a field of fixed width."""

    def _dataReceived_CHUNK_LENGTH(self) -> bool:  # noqa: N802 - Twisted's name
        end = self._buffer.find(b"\r\n", 0, maxChunkSizeLineLength)
        if end > 0 and self._buffer[end - 1] in b" \t":
            self._buffer[:end] = self._buffer[:end].rstrip()
        return super()._dataReceived_CHUNK_LENGTH()


class BoundedParser(http11._LenientHTTPClientParser):
    """Scrapy's parser of answers; too many headers end the connection, and one may be as long as all together."""

    MAX_LENGTH = MAX_HEADERS
    """Twisted would end it at a line of 16 KiB: policies about where a page's scripts may come from grow longer."""
    _transferDecoders = {b"chunked": PaddedChunks}  # noqa: N815 - Twisted's name
    _seen = 0

    def lineReceived(self, line: bytes) -> None:  # noqa: N802 - Twisted's interface
        """Take one line of the head."""
        self._seen += len(line)
        if self._seen > MAX_HEADERS:
            raise ParseError("more headers than anybody sends", line[:100])
        super().lineReceived(line)

    def headerReceived(self, name: bytes, value: bytes) -> None:  # noqa: N802 - Twisted's interface
        """Take one header. What is no name is passed over, as browsers do, and so is the encoding that is none."""
        name = name.strip()
        if _NAME.fullmatch(name) and (name.lower(), value.lower()) != (b"transfer-encoding", b"identity"):
            super().headerReceived(name, value)  # type: ignore[no-untyped-call]


def bound_headers() -> None:
    """Let every connection of this process parse its answers so."""
    http11._LenientHTTPClientParser = BoundedParser  # type: ignore[misc]
