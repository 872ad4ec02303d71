"""Small things to store."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import Engine

from cleaners.article import CleanArticle
from storage.articles.articles import Stored, store_article
from storage.engine import writing
from storage.pages import Page, keep_page

MORNING = datetime(2026, 3, 1, 8, tzinfo=UTC)


def page(url: str, *, body: bytes = b"<p>", hours: int = 0) -> Page:
    headers = (("Content-Type", "text/html"), ("Set-Cookie", "a=1"), ("Set-Cookie", "b=2"))
    return Page(url, url, body, 200, "text/html", headers, MORNING + timedelta(hours=hours), "sample")


def store(engine: Engine, url: str, article: CleanArticle, *, hours: int = 0) -> Stored:
    """Keep a page of that address, fetched so many hours after the morning, and store what it holds."""
    with writing(engine) as session:
        return store_article(session, keep_page(session, page(url, hours=hours)), article)
