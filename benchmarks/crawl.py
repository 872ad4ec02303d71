"""How many articles a second a crawl stores, beside plain Scrapy with trafilatura inline, in turns on the same pages.

    python -m benchmarks.crawl ../shared/pages [--pages 300] [--rounds 3]

Serves real pages on loopback and times whole processes, start-up included. Everything counts on our side: frontier, raw pages,
cleaning, duplicates, search index. Memory is the highest sum of all processes of a crawl, pages they share counted once (PSS).
"""

import argparse
import gzip
import json
import os
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACE = {
    "DOWNLOAD_DELAY": 0,
    "AUTOTHROTTLE_ENABLED": 0,
    "CONCURRENT_REQUESTS_PER_DOMAIN": 16,
    "FILMWIRE_ALLOWED_HOSTS": "127.0.0.1",
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="a folder of labelled pages, each set with its index.jsonl")
    parser.add_argument("--pages", type=int, default=300)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    pages = load(options.folder, options.pages)
    results: dict[str, list[tuple[float, float]]] = {"plain": [], "filmwire": []}
    with serving(pages) as url:
        for turn in range(options.rounds):
            for name, run in (("plain", plain), ("filmwire", filmwire)):
                stored, seconds, megabytes = run(url)
                results[name].append((stored / seconds, megabytes))
                print(
                    f"{turn + 1} {name:9} {stored:4} stored in {seconds:5.1f} s, {stored / seconds:5.1f}/s, {megabytes:.0f} MB"
                )
    ratios = [ours[0] / theirs[0] for ours, theirs in zip(results["filmwire"], results["plain"], strict=True)]
    print(f"filmwire stores {statistics.median(ratios):.2f} times as many a second (median of {options.rounds})")


def load(folder: Path, most: int) -> dict[str, bytes]:
    """Pages by the path they are served at."""
    pages: dict[str, bytes] = {}
    for index in sorted(folder.glob("*/index.jsonl")):
        for line in index.read_text(encoding="utf-8").splitlines():
            path = index.parent / json.loads(line)["html"]
            path = path if path.exists() else folder / json.loads(line)["html"]
            pages[f"/2026/11/21/story-of-the-bench-{len(pages)}.html"] = gzip.decompress(path.read_bytes())
            if len(pages) == most:
                return pages
    return pages


@contextmanager
def serving(pages: dict[str, bytes]) -> Iterator[str]:
    """Serve the pages, and a list of them at /film/."""
    listing = "".join(f"<li><a href='{path}'>{path}</a>" for path in pages).encode()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            body = listing if self.path == "/film/" else pages.get(self.path)
            self.send_response(404 if body is None else 200)
            self.send_header("Content-Type", "text/html")
            self.send_header("Content-Length", str(len(body or b"")))
            self.end_headers()
            self.wfile.write(body or b"")

        def log_message(self, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/film/"
    server.shutdown()


def filmwire(url: str) -> tuple[int, float, float]:
    """Crawl with Filmwire; give how many were stored, in how many seconds, with how many megabytes."""
    settings = [word for name, value in PACE.items() for word in ("-s", f"{name}={value}")]
    command = [sys.executable, "-m", "scrapy", "crawl", "site", "-a", f"url={url}", "-L", "ERROR", *settings]
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "FILMWIRE_DATABASE_URL": f"sqlite:///{folder}/bench.db"}
        seconds, megabytes = timed(partial(subprocess.Popen, command, cwd=ROOT, env=environment, stderr=subprocess.DEVNULL))
        return count(f"{folder}/bench.db"), seconds, megabytes


def plain(url: str) -> tuple[int, float, float]:
    """Crawl with plain Scrapy."""
    script = str(ROOT / "benchmarks" / "plain.py")
    with tempfile.TemporaryDirectory() as folder:
        arguments = ["-a", f"url={url}", "-a", f"database={folder}/plain.db"]
        command = [sys.executable, "-m", "scrapy", "runspider", script, *arguments]
        seconds, megabytes = timed(partial(subprocess.Popen, command, cwd=folder, stderr=subprocess.DEVNULL))
        return count(f"{folder}/plain.db"), seconds, megabytes


def timed(start: partial[subprocess.Popen[bytes]]) -> tuple[float, float]:
    """Run a process to its end; give the seconds it took and the most megabytes that it and its children held."""
    began, most = time.monotonic(), 0.0
    process = start()
    while process.poll() is None:
        most = max(most, memory(process.pid))
        time.sleep(0.2)
    return time.monotonic() - began, most


def memory(pid: int) -> float:
    """The megabytes of a process and its children, shared pages counted once."""
    children = Path(f"/proc/{pid}/task/{pid}/children")
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
        own = sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024
        return own + sum(memory(int(child)) for child in children.read_text(encoding="ascii").split())
    except (FileNotFoundError, ProcessLookupError, PermissionError):
        return 0.0


def count(path: str) -> int:
    """How many articles a database holds."""
    connection = sqlite3.connect(path)
    try:
        return int(connection.execute("SELECT count(*) FROM articles").fetchone()[0])
    finally:
        connection.close()


if __name__ == "__main__":
    main()
