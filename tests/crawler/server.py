"""A small real web server on loopback, whose answers a test writes down by path."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@dataclass
class Answer:
    body: bytes | str = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)

    @property
    def raw(self) -> bytes:
        return self.body.encode() if isinstance(self.body, str) else self.body


@dataclass(frozen=True)
class Asked:
    """A request as it came: path, moment (monotonic seconds), headers."""

    path: str
    at: float
    headers: dict[str, str]


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: clients hang up on servers that misbehave, and that is the point."""


class Site:
    """Routes by path; a route is an Answer or a function of the request's handler."""

    def __init__(self, port: int = 0, host: str = "127.0.0.1") -> None:
        self.routes: dict[str, Answer | Callable[[BaseHTTPRequestHandler], None]] = {"/robots.txt": Answer(status=404)}
        self.asked: list[Asked] = []
        self.server = _Server((host, port), self._handler())
        self.server.daemon_threads = True
        self.host, self.port = host, self.server.server_address[1]
        self.url = f"http://{host}:{self.port}"

    def page(self, path: str, body: str, *, status: int = 200, kind: str = "text/html; charset=utf-8", **headers: str) -> None:
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.routes[path] = Answer(body, status, {"Content-Type": kind, **named})

    def paths(self) -> list[str]:
        return [asked.path for asked in self.asked]

    def _handler(site) -> type[BaseHTTPRequestHandler]:  # noqa: N805
        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                site.asked.append(Asked(self.path, time.monotonic(), {k.lower(): v for k, v in self.headers.items()}))
                route = site.routes.get(self.path, Answer("<h1>no such page</h1>", 404, {"Content-Type": "text/html"}))
                if not isinstance(route, Answer):
                    route(self)
                    return
                self.send_response(route.status)
                for name, value in route.headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(route.raw)))
                self.end_headers()
                self.wfile.write(route.raw)

            def log_message(self, *args: object) -> None:
                pass

        return Handler


@contextmanager
def serving(site: Site) -> Iterator[Site]:
    thread = threading.Thread(target=site.server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield site
    finally:
        site.server.shutdown()
        site.server.server_close()
        thread.join()


def article_html(headline: str, seed: str, *, paragraphs: int = 6, extra: str = "", head: str = "") -> str:
    """An article page: ``seed`` makes its text its own, so that no two are near-duplicates."""
    words = seed.split()
    sentences = []
    for number in range(paragraphs):
        turn = words[number % len(words) :] + words[: number % len(words)]
        back = " ".join(reversed(turn))
        sentences.append(f"<p>{' '.join(turn)} {number}, and {back} was what {headline} told the audience of {seed}.</p>")
    return (
        f"<html lang='en'><head><title>{headline}</title>{head}</head><body><nav><a href='/'>Home</a></nav>"
        f"<article><h1>{headline}</h1>{''.join(sentences)}</article>{extra}<footer>Made up for tests</footer></body></html>"
    )
