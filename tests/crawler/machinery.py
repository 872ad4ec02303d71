"""Workers and schedulers as processes of their own, and a look at what they have done."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import cached_property
from http.server import BaseHTTPRequestHandler
from pathlib import Path

from sqlalchemy import Engine, select

from storage.crawls.jobs import Work, database_time, enqueue
from storage.crawls.tables import Job, Run
from storage.engine import open_database, reading, writing
from tests.crawler.server import Site, article_html

ROOT = Path(__file__).resolve().parent.parent.parent
HOSTS = ",".join(f"127.0.0.{number}" for number in range(1, 9))
QUICK = {
    "DOWNLOAD_DELAY": 0,
    "AUTOTHROTTLE_ENABLED": 0,
    "FILMWIRE_WORKERS": 1,
    "FILMWIRE_LEASE_SECONDS": 12,
    "FILMWIRE_ALLOWED_HOSTS": HOSTS,
}


@dataclass
class Machine:
    """Starts ``scrapy`` on one database and queue, each process in a session of its own as on a machine of its own."""

    url: str
    folder: Path
    queue: str = ""
    settings: dict[str, object] = field(default_factory=dict)
    started: list["subprocess.Popen[str]"] = field(default_factory=list)

    def start(self, *words: str, **settings: object) -> "subprocess.Popen[str]":
        given = {**QUICK, "FILMWIRE_LOGS": self.folder / "logs", **self.settings, **settings}
        pairs = [word for name, value in given.items() for word in ("-s", f"{name}={value}")]
        environment = {**os.environ, "FILMWIRE_DATABASE_URL": self.url, "FILMWIRE_QUEUE_URL": self.queue, "TZ": "UTC"}
        command = [sys.executable, "-m", "scrapy", words[0], *words[1:], *pairs]
        process = subprocess.Popen(
            command,
            cwd=ROOT,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        self.started.append(process)
        return process

    def run(self, *words: str, **settings: object) -> tuple[int, str, str]:
        process = self.start(*words, **settings)
        out, err = process.communicate(timeout=300)
        return process.returncode, out, err

    @cached_property
    def engine(self) -> Engine:
        """The database they share."""
        return open_database(self.url)

    def stop(self) -> None:
        self.engine.dispose()
        for process in self.started:
            if process.poll() is None:
                process.kill()
            process.communicate()


@contextmanager
def machine(url: str, folder: Path, queue: str = "") -> Iterator[Machine]:
    made = Machine(url, folder, queue)
    try:
        yield made
    finally:
        made.stop()


def crawl_of(site: Site) -> Work:
    return Work("crawl", "site", {"url": f"{site.url}/film/"}, f"{site.host}:{site.port}")


def enter(engine: Engine, *works: Work) -> list[int]:
    with writing(engine) as session:
        return [enqueue(session, work, database_time(session)) for work in works]


def jobs(engine: Engine) -> dict[int, Job]:
    with reading(engine) as session:
        return {job.id: job for job in session.scalars(select(Job))}


def runs(engine: Engine) -> list[Run]:
    with reading(engine) as session:
        return list(session.scalars(select(Run).order_by(Run.id)))


def until(what: Callable[[], object], seconds: float = 300) -> None:
    deadline = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.1)


def publish(site: Site, topic: str, stories: int, seconds: float = 0) -> list[str]:
    """A section of stories, each of which takes the server some time."""
    paths = []
    for number in range(stories):
        path = f"/2026/11/{number % 28 + 1:02}/the-{topic}-and-the-other-{topic}-{number}.html"
        words = " ".join(f"{topic}{word}{number}" for word in "premiere director festival actress studio ticket".split())
        site.routes[path] = slowly(article_html(f"The {topic} of number {number}", words).encode(), seconds)
        paths.append(path)
    site.page("/film/", "".join(f"<li><a href='{path}'>story</a></li>" for path in paths))
    return paths


def slowly(body: bytes, seconds: float) -> Callable[[BaseHTTPRequestHandler], None]:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        time.sleep(seconds)
        with suppress(OSError):  # whoever asked may have been killed
            handler.send_response(200)
            handler.send_header("Content-Type", "text/html; charset=utf-8")
            handler.send_header("Content-Length", str(len(body)))
            handler.end_headers()
            handler.wfile.write(body)

    return answer


def killed(process: "subprocess.Popen[str]", *, with_children: bool = False) -> None:
    """Kill a worker, as the kernel does; with its children, as a power cut does."""
    tasks = Path(f"/proc/{process.pid}/task").glob("*/children") if with_children else ()
    children = [int(pid) for task in tasks for pid in task.read_text().split()]
    os.kill(process.pid, signal.SIGKILL)
    for child in children:
        os.killpg(child, signal.SIGKILL)
    process.wait()
