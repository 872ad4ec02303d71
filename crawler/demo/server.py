"""Serve the demo world on loopback, as a proxy: the crawler asks it for ``http://www.lanternweekly.example/...`` as it would
ask the network, so hosts keep their names and nothing is resolved. A browser sees the same pages under ``/HOST/path``.
"""

import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import urlsplit

from crawler.demo.pages import WebPage, web
from crawler.demo.stories import HACKED_HOST, PUBLISHERS

HOSTS = (*(publisher.host for publisher in PUBLISHERS), HACKED_HOST)
_PICTURE = WebPage(
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 2"><path fill="#456" d="M0 0h3v2H0z"/></svg>', "image/svg+xml"
)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = 10

    def do_GET(self) -> None:
        target = urlsplit(self.path)
        page = _find(target.hostname, target.path) if target.hostname else _for_browser(target.path)
        status, page = (200, page) if page else (404, WebPage(b"Not here.", "text/plain"))
        time.sleep(page.seconds)
        self.send_response(status)
        self.send_header("Content-Type", page.content_type)
        self.send_header("Content-Length", str(len(page.body)))
        self.end_headers()
        self.wfile.write(page.body)

    def log_message(self, *arguments: object) -> None:
        """Keep quiet: the crawler's own log says what was fetched."""


@contextmanager
def demo_site(port: int = 0) -> Iterator[str]:
    """Serve until the block ends; gives the address of the proxy. Port 0 takes any free one."""
    with ThreadingHTTPServer(("127.0.0.1", port), _Handler) as server:
        server.daemon_threads = True
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, name="demo site", daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


def _find(host: str, path: str) -> WebPage | None:
    return _PICTURE if path.startswith("/images/") else web().get((host, path or "/"))


def _for_browser(path: str) -> WebPage | None:
    """The page under ``/HOST/path``, its links bent to stay here; at ``/`` a list of the hosts."""
    _, host, *rest = path.split("/", 2)
    if not host:
        items = "".join(f'<li><a href="/{host}/{"news/" if host == HACKED_HOST else ""}">{host}</a>' for host in HOSTS)
        return WebPage(
            f"<title>Filmwire demo</title><h1>The demo world</h1><ul>{items}</ul>".encode(), "text/html; charset=utf-8"
        )
    page = _find(host, "/" + "".join(rest))
    if not page or not page.content_type.startswith("text/html"):
        return page
    body = re.sub(rb'\b(href|src)="/', rb'\1="http://' + host.encode() + b"/", page.body)
    return WebPage(re.sub(rb'\b(href|src)="http://', rb'\1="/', body), page.content_type)
