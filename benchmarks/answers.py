"""Measure what the web pages cost on a large database: the whole way from request to HTML, without the network.

    python -m benchmarks.answers sqlite:///FILE [--rounds 15]

``benchmarks.scale`` makes such a database. Milliseconds of this process (CPU), the first time and the median of the others, and
the weight of the page. A first page that counts a hundred thousand articles is slow once a minute: see ``web.counts``.
"""

import argparse
import asyncio
import time
from statistics import median
from typing import Any
from urllib.parse import urlsplit

from fastapi import FastAPI

from web.app import create_app

PATHS = (
    "/",
    "/?q=%E7%94%B5%E5%BD%B1",
    "/?q=film",
    "/?q=%22box+office%22",
    "/?q=director&language=en",
    "/?month=2024-05",
    "/api/articles?q=film",
    "/feed.rss?q=film",
    "/sources",
)


async def ask(app: FastAPI, address: str) -> int:
    """Ask the application as a server would; give the length of the answer."""
    parts = urlsplit(address)
    scope: dict[str, Any] = {"type": "http", "method": "GET", "path": parts.path, "query_string": parts.query.encode()}
    scope |= {"http_version": "1.1", "scheme": "http", "headers": [(b"host", b"127.0.0.1")], "server": ("127.0.0.1", 80)}
    lengths, statuses = [], []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b""}

    async def send(message: Any) -> None:
        lengths.append(len(message.get("body", b"")))
        statuses.append(message.get("status", 200))

    await app(scope, receive, send)  # type: ignore[arg-type]
    assert set(statuses) == {200}, statuses
    return sum(lengths)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("database")
    parser.add_argument("--rounds", type=int, default=15)
    options = parser.parse_args()
    app = create_app(options.database)
    print("first  median ms   KB  page")
    for path in PATHS:
        times = []
        for _ in range(options.rounds + 1):
            begun = time.process_time()
            length = asyncio.run(ask(app, path))
            times.append(1000 * (time.process_time() - begun))
        print(f"{times[0]:5.0f}  {median(times[1:]):9.1f} {length / 1000:4.0f}  {path}")


if __name__ == "__main__":
    main()
