"""The server behind the benchmarks of crawls: pages by their path, pickled on standard input; prints its port."""

import pickle
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Handler(BaseHTTPRequestHandler):
    """Serves ``pages``, and a list of them at /film/; at /film/?A-B of those from A to B."""

    protocol_version = "HTTP/1.1"
    wbufsize = -1
    pages: dict[str, bytes] = {}

    def do_GET(self) -> None:
        path, _, some = self.path.partition("?")
        body = self.pages.get(path)
        if path == "/film/":
            first, _, end = some.partition("-")
            listed = list(self.pages)[int(first or 0) : int(end) if end else None]
            body = "".join(f"<li><a href='{page}'>{page}</a>" for page in listed).encode()
        self.send_response(404 if body is None else 200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body or b"")))
        self.end_headers()
        self.wfile.write(body or b"")

    def log_message(self, *args: object) -> None:
        pass


class Server(ThreadingHTTPServer):
    """Takes as many at once as ask, and says nothing of those that hang up."""

    request_queue_size = 128
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        pass


if __name__ == "__main__":
    Handler.pages = pickle.load(sys.stdin.buffer)  # noqa: S301 - from the benchmark itself
    server = Server(("127.0.0.1", 0), Handler)
    print(server.server_address[1], flush=True)
    server.serve_forever()
