"""Answer HEAD as GET, without the body: who checks links or watches a server asks so."""

from contextlib import suppress

from starlette.types import ASGIApp, Message, Receive, Scope, Send


class _Enough(Exception):  # noqa: N818 - no error
    """The head is sent, and an export need not be read for nobody."""


class Heads:
    """Gives such a question on as a GET, and ends it where the body begins."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass everything else on as it is."""
        if scope["type"] != "http" or scope["method"] != "HEAD":
            await self.app(scope, receive, send)
            return

        async def send_head(message: Message) -> None:
            if message["type"] == "http.response.start":
                await send(message)
            elif message["type"] == "http.response.body":
                await send({"type": "http.response.body", "body": b""})
                raise _Enough

        with suppress(_Enough):
            await self.app({**scope, "method": "GET"}, receive, send_head)
