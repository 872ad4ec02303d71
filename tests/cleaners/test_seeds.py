"""The real pages behind the project come out as an editor would have them, field by field; what does not yet is listed."""

import json
from pathlib import Path
from typing import Any

import pytest

from cleaners import CleanArticle, clean_page, clean_text
from tests.conftest import SHARED

SEEDS = SHARED / "seeds"
NAMES = sorted(path.name.removesuffix(".expected.json") for path in SEEDS.glob("*.expected.json"))
FIELDS = "title standfirst author publisher date section lang body captions comments pager must_not".split()
GAPS: dict[tuple[str, str], str] = {}
"""What does not come out as expected yet, by seed and field. One that does makes the test fail until it is taken off."""


def cleaned(name: str) -> CleanArticle:
    url = expected(name)["url"]
    page = SEEDS / f"{name}.html"
    if page.exists():
        return clean_page(page.read_bytes(), url=url)
    return clean_text(page.with_suffix(".txt").read_text(encoding="utf-8"), url=url)


def expected(name: str) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads((SEEDS / f"{name}.expected.json").read_text(encoding="utf-8"))
    return answer


def threads(article: CleanArticle) -> list[dict[str, Any]]:
    """Comments with their replies inside, as the answers write them."""
    written: list[dict[str, Any]] = []
    for comment in article.comments:
        if comment.parent is None:
            written.append({"user": comment.user, "text": comment.text, "replies": []})
        else:
            parents = [at for at, one in enumerate(article.comments) if one.parent is None]
            reply = {"user": comment.user, "to": comment.to, "text": comment.text}
            written[parents.index(comment.parent)]["replies"].append(reply)
    return written


def value(article: CleanArticle, field: str) -> Any:
    values = {
        "title": article.headline,
        "standfirst": article.standfirst,
        "author": list(article.authors),
        "publisher": article.publisher,
        "date": article.date_published and article.date_published.date().isoformat(),
        "section": list(article.section),
        "lang": article.language,
        "body": article.body.split("\n\n"),
        "captions": [{"text": caption.text, "credit": caption.credit} for caption in article.captions],
        "comments": threads(article),
        "pager": article.pager and {"page": article.pager.page, "pages": article.pager.pages, "next": article.pager.next_url},
    }
    return values[field]


@pytest.mark.parametrize("name", NAMES or [pytest.param("", marks=pytest.mark.skip("no ../shared/seeds"))])
@pytest.mark.parametrize("field", FIELDS)
def test_field(name: str, field: str, request: pytest.FixtureRequest) -> None:
    if (name, field) in GAPS:
        request.applymarker(pytest.mark.xfail(reason=GAPS[name, field], strict=True))
    answer = expected(name)
    if field not in answer:
        pytest.skip(f"{name} says nothing of {field}")
    article = cleaned(name)
    if field == "must_not":
        text = "\n".join(
            filter(None, [article.headline, article.standfirst, article.body, *(one.text for one in article.captions)])
        )
        assert [noise for noise in answer[field] if noise in text] == []
    elif field == "title":
        assert article.headline in answer.get("title_accept", [answer["title"]])
    elif field == "date" and answer[field]:
        moments = (article.date_published, article.date_modified)
        assert answer[field] in [moment.date().isoformat() for moment in moments if moment]
    else:
        assert value(article, field) == answer[field]


def test_the_folder_is_where_it_should_be() -> None:
    assert not SEEDS.is_dir() or NAMES, Path(SEEDS)
