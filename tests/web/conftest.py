"""A small database of awkward articles, and a real server in front of it."""

import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from http.client import HTTPConnection, HTTPMessage
from threading import Thread
from urllib.parse import urlencode

import pytest
import uvicorn

from cleaners import CleanArticle, Verdict
from cleaners.article import Candidate, Caption, Comment, Finding, Image
from cleaners.ledger import Draft, Reason, Repair, cut, patch, remove
from storage.articles.articles import store_article
from storage.engine import open_database, writing
from storage.pages import Page, keep_page
from web.app import create_app

TOKEN = "an-open-secret"  # noqa: S105 - of a test
NOON = datetime(2025, 5, 13, 12, tzinfo=UTC)
SCRIPT = "<script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">"


def edited(text: str) -> Draft:
    """A text whose byline was cut and whose lost letter was put back."""
    draft = cut(Draft(text), [remove(text, 0, len("By He Qing\n\n"), Reason.BYLINE, "byline.by_line")])
    at = draft.text.index("caf?") + 3
    return patch(draft, [Repair(at, at + 1, "?", "é", "damage.lost_letter")])


FERRY = edited("By He Qing\n\nA ferryman waits in a caf? by the river.\n\nHe has waited since the box office closed.")
ARTICLES = (
    (
        "https://news.example/ferry",
        CleanArticle(
            headline="Crossing by night",
            body=FERRY.text,
            authors=("He Qing",),
            publisher="Harbour Post",
            language="en",
            headline_language="en",
            date_published=NOON,
            ledger=FERRY.ledger,
            provenance=(Candidate("headline", "h1", "Crossing by night", True), Candidate("headline", "title", "星月轮盘")),
            findings=(Finding("too_short", 90, 20, False),),
            captions=(Caption("A boat at dusk.", "Fang Lei", "https://img.example/boat.jpg"),),
            images=(Image("https://img.example/boat.jpg", "A boat"),),
            opt_outs=("noai",),
            comments=(Comment("riverlight88", "What a light!"), Comment("yoyo_k", "", "riverlight88", 0)),
            verdict=Verdict.REPAIRED,
        ),
    ),
    (
        "https://zh.example/piaofang",
        CleanArticle(
            headline="《长夜渡江》票房突破十亿元",
            body="据数影平台统计，影片累计票房达到十亿元。\n\n导演表示感谢观众。",
            publisher="银幕时报",
            language="zh",
            headline_language="zh",
            date_published=NOON - timedelta(days=40),
        ),
    ),
    (
        "https://spam.example/doorway",
        CleanArticle(
            headline="星月轮盘网址",
            body="星月轮盘网址,星月轮盘官方入口" * 5,
            language="zh",
            findings=(Finding("spam_page", 0.9, 0.5, True, ("the same words 40 times",)),),
            verdict=Verdict.QUARANTINE,
        ),
    ),
    (
        "https://evil.example/script",
        CleanArticle(
            headline=f"Headline {SCRIPT}",
            standfirst=SCRIPT,
            body=f"Body {SCRIPT} about scripts.",
            authors=(SCRIPT,),
            publisher=f"Publisher {SCRIPT}",
            keywords=(SCRIPT,),
            language='"><script>',
            captions=(Caption(SCRIPT, SCRIPT, "javascript:document.title='owned'"),),
            comments=(Comment(SCRIPT, SCRIPT),),
            provenance=(Candidate("headline", SCRIPT, SCRIPT),),
            findings=(Finding("odd", 1.0, 2.0, False, (SCRIPT,)),),
            canonical_url="javascript:document.title='owned'",
        ),
    ),
    *(
        (
            f"https://many.example/{number}",
            CleanArticle(headline=f"Reel {number}", body=f"Reel number {number}.", language="en"),
        )
        for number in range(30)
    ),
)


@dataclass(frozen=True)
class Answer:
    status: int
    headers: HTTPMessage
    body: str


@dataclass(frozen=True)
class Client:
    """Asks one server, as a browser would when it is given cookies."""

    port: int
    url: str
    """Of the database."""

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def ask(self, path: str, *, method: str = "GET", body: str | None = None, **headers: str) -> Answer:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=120)
        try:
            connection.request(method, path, body, {name.replace("_", "-"): value for name, value in headers.items()})
            answer = connection.getresponse()
            return Answer(answer.status, answer.headers, answer.read().decode())
        finally:
            connection.close()

    def send(self, path: str, *, cookie: str = "", headers: dict[str, str] | None = None, **fields: str) -> Answer:
        kind = {"Content_Type": "application/x-www-form-urlencoded", "Cookie": cookie}
        return self.ask(path, method="POST", body=urlencode(fields), **kind | (headers or {}))


def fill(url: str) -> None:
    engine = open_database(url)
    with writing(engine) as session:
        for at, article in ARTICLES:
            page = Page(at, at, article.body.encode(), 200, "text/html", (), NOON, "test")
            store_article(session, keep_page(session, page), article)
    engine.dispose()


@contextmanager
def served(url: str) -> Iterator[Client]:
    """A real server on loopback, until the block ends."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        server = uvicorn.Server(uvicorn.Config(create_app(url, token=TOKEN), log_level="warning", lifespan="on"))
        thread = Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        while not server.started and thread.is_alive():
            time.sleep(0.01)
        yield Client(listening.getsockname()[1], url)
        server.should_exit = True
        thread.join(60)


@pytest.fixture
def client(database_url: str) -> Iterator[Client]:
    """A server over a fresh database of each kind; for tests that write."""
    fill(database_url)
    with served(database_url) as client:
        yield client


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    """A server over one database that no test changes."""
    url = f"sqlite:///{tmp_path_factory.mktemp('library') / 'filmwire.db'}"
    fill(url)
    with served(url) as client:
        yield client
