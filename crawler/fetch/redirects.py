"""Follow servers and pages that send their reader on, as browsers do."""

import re

from scrapy import Request
from scrapy.downloadermiddlewares.redirect import MetaRefreshMiddleware, RedirectMiddleware
from scrapy.http import Response

HEAD = 4 * 4096
"""Bytes that may hold the characters of a page's beginning in which a refresh counts; Scrapy decodes all to read as many."""
_LOGIN = re.compile(rb"^((?:https?:)?//)[^/?#]*@", re.I)


class Redirect(RedirectMiddleware):
    """Scrapy's own, which takes a backslash for a letter, and credentials for a part of the host."""

    def process_response(  # type: ignore[override]  # Scrapy gives up the spider that it used to hand over
        self, request: Request, response: Response
    ) -> Request | Response:
        """Give the answer, or the request for where its server sends us."""
        if location := response.headers.get("Location"):
            response.headers["Location"] = as_browsers_read(location)
        return super().process_response(request, response)


class MetaRefresh(MetaRefreshMiddleware):
    """Scrapy's own, asked only where the beginning of a page has the word; to decode a page takes a millisecond (2026-11)."""

    def process_response(  # type: ignore[override]  # Scrapy gives up the spider that it used to hand over
        self, request: Request, response: Response
    ) -> Request | Response:
        """Give the page, or the request for where it sends its reader; one that only renews itself sends nobody anywhere."""
        head = response.body[:HEAD]
        if b"refresh" in head.lower() or b"\0" in head:  # a NUL: it may be spelled in letters of two bytes
            answer = super().process_response(request, response)
            return response if answer.url == request.url else answer
        return response


def as_browsers_read(location: bytes) -> bytes:
    r"""Where a Location header leads: slashes that lean back are slashes, and nobody is logged in by an address.

    >>> as_browsers_read(rb" \2026\a.html?q=\d "), as_browsers_read(b"//user:pw@film.example/a@b")
    (b'/2026/a.html?q=\\d', b'//film.example/a@b')
    """
    path, mark, rest = re.match(rb"([^?#]*)([?#]?)(.*)", location.strip(), re.S).groups()  # type: ignore[union-attr]
    return _LOGIN.sub(rb"\1", path.replace(b"\\", b"/")) + mark + rest
