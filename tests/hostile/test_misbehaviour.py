"""Servers that misbehave: each ends in the documented state, the neighbours' pages come in whole, and nobody else is called."""

import gzip
import json
import re
import socket
import sqlite3
import threading
import time
from itertools import pairwise

import pytest
import zstandard

from tests.crawler.server import Answer, Site, article_html


def story(name: str) -> str:
    return f"/2026/11/02/{name}-of-the-long-harbour-night.html"


def _raw(data: bytes, then: float = 0.0):
    """Answer with these very bytes, wait, and hang up."""

    def route(handler) -> None:
        handler.wfile.write(data)
        handler.wfile.flush()
        time.sleep(then)
        handler.close_connection = True

    return route


def _head(**headers: object) -> bytes:
    lines = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in headers.items())
    return f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n{lines}\r\n".encode()


def _drip(handler) -> None:
    handler.wfile.write(_head(Content_Length=100000))
    for _ in range(200):
        handler.wfile.write(b"x")
        handler.wfile.flush()
        time.sleep(0.1)


def _endless(handler) -> None:
    handler.wfile.write(_head(Connection="close"))
    block = b"<p>" + b"film " * 13000
    for _ in range(2000):
        handler.wfile.write(block)


def _to(location: str) -> Answer:
    return Answer("", 302, {"Location": location})


PAGE = article_html("The cut story", "harbour night fog pilot", paragraphs=60).encode()
PACKED, ZSTD = gzip.compress(PAGE), zstandard.ZstdCompressor().compress(PAGE)
BOMB = gzip.compress(b"\0" * (64 << 20))
COOKIES = "".join(f"Set-Cookie: c{number}={'x' * 40}\r\n" for number in range(3000))

KINDS = {
    "stall": (_raw(b"", 20), "failed", "timed out"),
    "stall_after_head": (_raw(_head(Content_Length=10), 20), "failed", "timed out"),
    "slow_loris": (_drip, "failed", "timed out"),
    "hang_up": (_raw(b""), "failed", "connection lost"),
    "no_http": (_raw(b"\x00\x01\x02 this is no HTTP\r\n\r\n"), "failed", "connection lost"),
    "cut_body": (_raw(_head(Content_Length=len(PAGE)) + PAGE[:900]), "failed", "cut short"),
    "cut_chunks": (_raw(_head(Transfer_Encoding="chunked") + b"200\r\n" + PAGE[:300]), "failed", "cut short"),
    "bad_chunks": (_raw(_head(Transfer_Encoding="chunked") + b"zzz\r\n" + PAGE[:300]), "failed", "cut short"),
    "cut_gzip": (Answer(PACKED[:-200], 200, {"Content-Encoding": "gzip", "Content-Type": "text/html"}), "failed", "cut short"),
    "cut_zstd": (Answer(ZSTD[:-40], 200, {"Content-Encoding": "zstd", "Content-Type": "text/html"}), "failed", "cut short"),
    "gzip_bomb": (
        Answer(BOMB, 200, {"Content-Encoding": "gzip", "Content-Type": "text/html"}),
        "failed",
        "larger than allowed",
    ),
    "endless": (_endless, "failed", "larger than allowed|timed out"),
    "long_header": (_raw(_head(X_Long="x" * (1 << 20)) + PAGE), "failed", "connection lost"),
    "loop": (_to(story("loop")), "skipped", "max redirections reached"),
    "to_file": (_to("file:///etc/hostname"), "failed", "status 302"),
    "to_data": (_to("data:text/html,<h1>x</h1>"), "failed", "status 302"),
    "to_private": (_to("the canary's address, once it has one"), "skipped", "port|public"),
    "to_metadata": (_to("http://169.254.169.254/latest/meta-data/"), "skipped", "not a public address: 169.254.169.254"),
    "to_nowhere": (_to("http://[::1"), "failed", "no address"),
    "to_bad_port": (_to("http://127.0.0.1:99999" + story("port")), "failed", "no address"),
    "to_ftp": (_to("ftp://127.0.0.1/x"), "failed", "status 302"),
    "gone": (Answer("gone", 410, {"Content-Type": "text/html"}), "failed", "status 410"),
    "refused": (Answer("no", 403, {"Content-Type": "text/html"}), "failed", "status 403"),
    "broken": (Answer("oh", 500, {"Content-Type": "text/html"}), "failed", "status 500"),
    "cookies": (_raw(_head(Content_Length=len(PAGE))[:-2] + COOKIES.encode() + b"\r\n" + PAGE), "done", ""),
    "charset_lie": (Answer(PAGE, 200, {"Content-Type": "text/html; charset=utf-16"}), "done", ""),
    "no_type": (Answer(PAGE, 200), "done", ""),
    "picture": (
        Answer(b"\x89PNG\r\n\x1a\n" + b"\0" * 999, 200, {"Content-Type": "image/png"}),
        "skipped",
        "not HTML: image/png",
    ),
    "empty": (Answer(b"", 200, {"Content-Type": "text/html"}), "done", ""),
    "deep": (Answer(b"<div>" * 100_000 + b"x", 200, {"Content-Type": "text/html"}), "done", ""),
    "nul": (Answer(PAGE.replace(b"fog", b"f\0og"), 200, {"Content-Type": "text/html"}), "done", ""),
}


@pytest.fixture
def canary():
    """A listener on 127.0.0.2 that nobody may call."""
    calls: list[object] = []
    with socket.create_server(("127.0.0.2", 0)) as listener:
        listener.settimeout(0.1)
        stop = threading.Event()

        def listen() -> None:
            while not stop.is_set():
                try:
                    calls.append(listener.accept()[1])
                except TimeoutError:
                    continue

        thread = threading.Thread(target=listen)
        thread.start()
        yield listener.getsockname()[1], calls
        stop.set()
        thread.join()


def test_every_misbehaviour_ends_where_it_should(site: Site, scrapy, canary, tmp_path):
    port, calls = canary
    neighbours = [story(f"neighbour-{number}") for number in range(3)]
    for number, path in enumerate(neighbours):
        site.page(
            path, article_html(f"Neighbour {number}", f"ferry{number} quay{number} lantern{number} tide{number} rope{number}")
        )
    for name, (route, _, _) in KINDS.items():
        site.routes[story(name)] = route
    site.routes[story("to_private")] = _to(f"http://127.0.0.2:{port}{story('secret')}")
    site.page("/film/", "".join(f"<a href='{path}'>x</a>" for path in [*map(story, KINDS), *neighbours]))
    done = scrapy(
        "crawl", "site", "-a", f"url={site.url}/film/", DOWNLOAD_TIMEOUT=3, CONCURRENT_REQUESTS_PER_DOMAIN=16, RETRY_TIMES=1
    )
    assert done.returncode == 0, done.stderr
    states = _states(tmp_path)
    wrong = {
        name: states[story(name)]
        for name, (_, state, reason) in KINDS.items()
        if not re.fullmatch(state, states[story(name)][0]) or not re.search(reason, states[story(name)][1] or "")
    }
    assert not wrong, done.stderr
    assert {states[path][0] for path in neighbours} == {"done"}
    assert calls == []
    assert "Traceback" not in done.stderr
    stored = scrapy("search", "Neighbour", "--json").stdout
    assert len({json.loads(line)["url"] for line in stored.splitlines()}) == 3
    assert "The cut story" not in json.dumps([states[story(name)] for name in ("cut_body", "cut_gzip", "cut_zstd")])


ROBOTS = {
    "missing": (Answer("no", 404), True),
    "forbidden": (Answer("no", 403), True),
    "broken": (Answer("oh", 503), False),
    "too_many": (Answer("wait", 429), False),
    "stalled": (_raw(b"", 20), False),
    "hang_up": (_raw(b""), False),
    "html": (Answer("<html><body>Not a robots file</body></html>", 200, {"Content-Type": "text/html"}), True),
    "with_mark": (Answer("\ufeffUser-agent: *\nDisallow: /2026/\n", 200), False),
    "huge": (Answer("#" * 1000 + "\n" * 600_000 + "User-agent: *\nDisallow: /\n", 200), True),
    "ours": (Answer("User-agent: filmwire\nDisallow: /2026/\n", 200), False),
    "others": (Answer("User-agent: otherbot\nDisallow: /\n", 200), True),
}


@pytest.mark.slow
@pytest.mark.parametrize("kind", ROBOTS)
def test_robots_in_every_form(site: Site, scrapy, kind):
    route, allowed = ROBOTS[kind]
    site.routes["/robots.txt"] = route
    path = story("robots")
    site.page(path, article_html("A story", "ferry quay lantern tide rope"))
    site.page("/film/", f"<a href='{path}'>x</a>")
    done = scrapy("crawl", "site", "-a", f"url={site.url}/film/", DOWNLOAD_TIMEOUT=3, RETRY_TIMES=0)
    assert (path in site.paths()) is allowed, done.stderr
    assert done.returncode == (0 if allowed else 3)


@pytest.mark.slow
def test_a_crawl_delay_is_kept(site: Site, scrapy):
    site.page("/robots.txt", "User-agent: *\nCrawl-delay: 1\n", kind="text/plain")
    paths = [story(f"slow-{number}") for number in range(3)]
    for number, path in enumerate(paths):
        site.page(path, article_html(f"Slow {number}", f"ferry{number} quay{number} lantern{number} tide{number}"))
    site.page("/film/", "".join(f"<a href='{path}'>x</a>" for path in paths))
    scrapy("crawl", "site", "-a", f"url={site.url}/film/")
    moments = sorted(asked.at for asked in site.asked if asked.path in paths)
    assert all(later - earlier > 0.45 for earlier, later in pairwise(moments))


def _states(folder) -> dict[str, tuple[str, str | None]]:
    with sqlite3.connect(folder / "filmwire.db") as database:
        rows = database.execute("SELECT url, state, reason FROM frontier").fetchall()
    database.close()
    return {"/" + url.split("/", 3)[3]: (state, reason) for url, state, reason in rows}
