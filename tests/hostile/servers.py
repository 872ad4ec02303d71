"""What servers that misbehave are made of, and a listener that nobody may call."""

import socket
import sqlite3
import threading
import time
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from tests.crawler.server import Answer

HTML = "text/html; charset=utf-8"


def story(name: str) -> str:
    """A path whose shape is that of an article."""
    return f"/2026/11/02/{name}-of-the-long-harbour-night.html"


def raw(data: bytes, then: float = 0.0):
    """Answer with these very bytes, wait, and hang up."""

    def route(handler) -> None:
        with suppress(OSError):
            handler.wfile.write(data)
            handler.wfile.flush()
        time.sleep(then)
        handler.close_connection = True

    return route


def head(**headers: object) -> bytes:
    lines = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in headers.items())
    return f"HTTP/1.1 200 OK\r\nContent-Type: {HTML}\r\n{lines}\r\n".encode()


def endless(first: bytes, block: bytes, pause: float = 0.0, times: int = 4000):
    """Answer with a beginning, and then with the same block again and again."""

    def route(handler) -> None:
        handler.close_connection = True
        with suppress(OSError):
            handler.wfile.write(first)
            for _ in range(times):
                handler.wfile.write(block)
                time.sleep(pause)

    return route


def to(location: str, status: int = 302) -> Answer:
    return Answer("", status, {"Location": location})


def packed(body: bytes, encoding: str, kind: str = HTML) -> Answer:
    return Answer(body, 200, {"Content-Encoding": encoding, "Content-Type": kind})


def gzip_bomb(megabytes: int, begin: bytes = b"", filler: bytes = b" ") -> bytes:
    """Made piece by piece: a child process counts the peak of the memory of whoever started it as its own."""
    packer = zlib.compressobj(wbits=31)
    pieces = [packer.compress(begin), *(packer.compress(filler * (1 << 20)) for _ in range(megabytes))]
    return b"".join([*pieces, packer.flush()])


@contextmanager
def listening(host: str, port: int = 0) -> Iterator[tuple[int, list[object]]]:
    """A listener, as its port and everybody who called it."""
    calls: list[object] = []
    with socket.create_server((host, port)) as listener:
        listener.settimeout(0.1)
        stop = threading.Event()

        def listen() -> None:
            while not stop.is_set():
                with suppress(TimeoutError):
                    connection, caller = listener.accept()
                    connection.close()
                    calls.append(caller)

        thread = threading.Thread(target=listen)
        thread.start()
        try:
            yield listener.getsockname()[1], calls
        finally:
            stop.set()
            thread.join()


def frontier(folder: Path, *columns: str) -> dict[str, tuple]:
    """The URLs of the crawl that was run in this folder, each with these columns: ``state`` and ``reason`` if none is named."""
    wanted = ", ".join(("url", *(columns or ("state", "reason"))))
    with closing(sqlite3.connect(folder / "filmwire.db")) as database:
        return {url: rest for url, *rest in database.execute(f"SELECT {wanted} FROM frontier").fetchall()}  # noqa: S608


def by_path(states: dict[str, tuple]) -> dict[str, tuple]:
    return {"/" + url.split("/", 3)[3]: state for url, state in states.items()}
