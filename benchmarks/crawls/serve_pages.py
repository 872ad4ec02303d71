"""The server behind the benchmarks of crawls: pages by their path, pickled on standard input; prints its port.

It takes a tenth of a millisecond an answer, for it runs on the very processors that the crawls are timed on.
"""

import asyncio
import pickle
import sys

HEAD = b"HTTP/1.1 %s\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n"
END = b"\r\n\r\n"
"""Of a request: none here has a body."""


class Answers(asyncio.Protocol):
    """Serves ``pages``, and a list of them at /film/; at /film/?A-B of those from A to B."""

    pages: dict[str, bytes] = {}

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport, self.asked = transport, b""

    def data_received(self, data: bytes) -> None:
        *requests, self.asked = (self.asked + data).split(END)
        for request in requests:
            body = self.found(*request.split(b" ", 2)[1].decode().partition("?")[::2])
            self.transport.write(HEAD % (b"200 OK" if body else b"404 Not Found", len(body)) + body)

    def found(self, path: str, some: str) -> bytes:
        """What stands at a path; nothing where there is nothing."""
        if path != "/film/":
            return self.pages.get(path, b"")
        first, _, end = some.partition("-")
        listed = list(self.pages)[int(first or 0) : int(end) if end else None]
        return "".join(f"<li><a href='{page}'>{page}</a>" for page in listed).encode()


async def main() -> None:
    Answers.pages = pickle.load(sys.stdin.buffer)  # noqa: S301 - from the benchmark itself
    server = await asyncio.get_running_loop().create_server(Answers, "127.0.0.1", 0, backlog=128)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main())
