"""Whole pages as publishers, platforms and templates build them, and each field as an editor would have it."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from cleaners import CleanArticle, SiteHints, clean_page

PAGES = json.loads((Path(__file__).parents[1] / "cases/shapes.json").read_text("utf-8"))
FETCHED = datetime(2026, 4, 20, 9, tzinfo=UTC)


def field(article: CleanArticle, name: str) -> Any:
    """A field as the table writes it."""
    match name:
        case "body":
            return article.body.split("\n\n")
        case "captions":
            return [[caption.text, caption.credit] for caption in article.captions]
        case "comments":
            return [[comment.user, comment.text, comment.to] for comment in article.comments]
        case "next_url":
            return article.pager.next_url if article.pager else None
    value = getattr(article, name)
    return value.isoformat() if isinstance(value, datetime) else list(value) if isinstance(value, tuple) else value


@pytest.mark.parametrize("page", [pytest.param(page, id=page["name"]) for page in PAGES])
def test_a_page_gives_its_fields(page: dict[str, Any]) -> None:
    article = clean_page(page["html"].encode(), url=page["url"], hints=SiteHints(fetched_at=FETCHED))
    assert {name: field(article, name) for name in page["expect"]} == page["expect"]
    assert article.verdict != "quarantine"
