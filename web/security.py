"""What keeps strangers' text harmless and writing to those who may: headers, the token, links."""

import hmac
from hashlib import sha256
from urllib.parse import urlsplit

from fastapi import HTTPException, Request
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

COOKIE = "filmwire"
CONTENT_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none';"
    " frame-ancestors 'none'"
)
"""No script at all, ours or anybody's; nothing from elsewhere."""
HEADERS = {
    "Content-Security-Policy": CONTENT_POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",  # with "no-referrer" a browser calls the origin of our own forms null
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


class SecureHeaders:
    """Adds the headers to every answer."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on, and put the headers to the beginning of the answer."""

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        await self.app(scope, receive, send_with_headers)


class Guard:
    """Knows the token, and what is derived from it for a browser: a cookie, and a word for each form."""

    def __init__(self, token: str) -> None:
        self.token = token
        self.cookie = self._derived("cookie")
        self.form_word = self._derived("form")

    def knows(self, token: str) -> bool:
        """Whether this is the token."""
        return hmac.compare_digest(token.encode(), self.token.encode())

    def signed_in(self, request: Request) -> bool:
        """Whether the browser has shown the token before."""
        return hmac.compare_digest(request.cookies.get(COOKIE, "").encode(), self.cookie.encode())

    def check_form(self, request: Request, word: str) -> None:
        """Let a form through that one of our own pages sent for somebody signed in. Raises HTTPException 403."""
        ours = hmac.compare_digest(word.encode(), self.form_word.encode()) and same_origin(request)
        if not (ours and self.signed_in(request)):
            raise HTTPException(403, "Sign in first: only the bearer of the token may write.")

    def check_bearer(self, request: Request) -> None:
        """Let a call through that carries the token. Raises HTTPException 401."""
        kind, _, token = request.headers.get("authorization", "").partition(" ")
        if kind.lower() != "bearer" or not self.knows(token):
            raise HTTPException(401, "This needs the token.", headers={"WWW-Authenticate": "Bearer"})

    def _derived(self, purpose: str) -> str:
        return hmac.new(self.token.encode(), purpose.encode(), sha256).hexdigest()


def same_origin(request: Request) -> bool:
    """Whether the browser says that one of our own pages sent this; old browsers say nothing."""
    if request.headers.get("sec-fetch-site", "same-origin") not in {"same-origin", "none"}:
        return False
    origin = request.headers.get("origin")
    return origin is None or urlsplit(origin).netloc == request.headers.get("host")


def web_link(url: str | None) -> str | None:
    """The address if it leads to the web, else None: a stored ``javascript:`` must not become a link.

    >>> web_link("https://news.example/a"), web_link("javascript:alert(1)"), web_link("//news.example")
    ('https://news.example/a', None, None)
    """
    if url is None or any(character <= " " for character in url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in {"http", "https"} and parts.netloc else None
