"""A page may take time and its worker's life; never the crawl."""

import asyncio
import os
import signal
from datetime import UTC, datetime

import pytest

from cleaners import CleanArticle, SiteHints
from crawler.cleaning.workers import CleaningWorkers
from storage.pages import Page

URL = "https://film.example/2026/11/21/the-long-night.html"
HONEST = b"<h1>The long night</h1>" + b"<p>The harbour was lit for the premiere, and the ferry waited for the crew.</p>" * 6
ENDLESS = b"".join(
    b"<p>Line %d of a page that has no end, said the crew of the ferry.</p>" % number for number in range(60_000)
)


def die(*_page: object) -> None:
    """What a page does that finds a hole in a parser."""
    os.kill(os.getpid(), signal.SIGKILL)


def cleaned(workers: CleaningWorkers, *bodies: bytes) -> list[CleanArticle | str]:
    """What comes of pages that are cleaned side by side."""
    moment = datetime(2026, 11, 21, tzinfo=UTC)

    async def clean_all() -> list[CleanArticle | str]:
        pages = [Page(URL, URL, body, 200, "text/html", (), moment, "site") for body in bodies]
        return await asyncio.gather(*(workers.clean(page, SiteHints()) for page in pages))

    return asyncio.run(clean_all())


@pytest.fixture
def workers(request):
    made = CleaningWorkers(2, getattr(request, "param", 120), 512)
    yield made
    made.close()


def test_pages_that_wait_for_the_workers_to_start_are_cleaned(workers):
    assert [article.headline for article in cleaned(workers, HONEST, HONEST, HONEST)] == ["The long night"] * 3


def test_a_page_that_kills_its_worker_is_tried_twice_and_the_worker_replaced(workers, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr("crawler.cleaning.workers.clean", die)
        assert cleaned(workers, HONEST) == ["killed its worker"]
    assert [article.headline for article in cleaned(workers, HONEST)] == ["The long night"]


@pytest.mark.parametrize("workers", [0.1], indirect=True)
def test_a_page_that_takes_too_long_is_given_up(workers):
    assert cleaned(workers, ENDLESS) == ["took longer than 0.1 s"]
