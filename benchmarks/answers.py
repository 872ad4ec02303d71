"""Measure what the web pages cost on a large database: the whole way from request to HTML, without the network.

    python -m benchmarks.answers sqlite:///FILE [--rounds 15] [--words 60]

``benchmarks.scale`` makes such a database. Milliseconds by the clock, the first time and the median of the others, and
the weight of the page. A first page that counts a hundred thousand articles is slow once a minute: see ``web.counts``. Then
searches for one and two words of the headlines, each asked once, so that nothing is kept from before.
"""

import argparse
import asyncio
import random
import time
from statistics import median, quantiles
from typing import Any
from urllib.parse import quote, urlsplit

from fastapi import FastAPI
from sqlalchemy import func, select

from storage.engine import reading
from storage.models import Article
from storage.query.analyser import words
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


def searches(app: FastAPI, number: int) -> list[str]:
    """Addresses of searches for a word, or two that stand together, of headlines drawn at random; the same each time."""
    rng = random.Random(number)
    with reading(app.state.engine) as session:
        last = session.scalars(select(func.max(Article.id))).one()
        drawn = [rng.randint(1, last) for _ in range(3 * number)]
        headlines = session.scalars(select(Article.headline).where(Article.id.in_(drawn), Article.headline.is_not(None)))
        told = [tokens for headline in headlines if (tokens := words(headline or "", 30))]
    starts = [(tokens, rng.randrange(len(tokens))) for tokens in told[:number]]
    return [f"/?q={quote(' '.join(tokens[at : at + rng.choice((1, 1, 2))]))}" for tokens, at in starts]


def timed(app: FastAPI, address: str) -> tuple[float, int]:
    """Milliseconds that an answer takes, and its length in bytes."""
    begun = time.perf_counter()
    length = asyncio.run(ask(app, address))
    return 1000 * (time.perf_counter() - begun), length


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("database")
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--words", type=int, default=60)
    options = parser.parse_args()
    app = create_app(options.database)
    print("first  median ms   KB  page")
    for path in PATHS:
        times, lengths = zip(*(timed(app, path) for _ in range(options.rounds + 1)), strict=True)
        print(f"{times[0]:5.0f}  {median(times[1:]):9.1f} {lengths[0] / 1000:4.0f}  {path}")
    asked = sorted(timed(app, path)[0] for path in searches(app, options.words))
    print(f"{len(asked)} searches asked once: median {median(asked):.0f} ms, 19 of 20 in {quantiles(asked, n=20)[-1]:.0f} ms")


if __name__ == "__main__":
    main()
