"""Whole plain texts, as somebody else's extractor leaves them: menus, bylines, comments and spam in with the article."""

import json
from pathlib import Path
from typing import Any

import pytest

from cleaners import clean_text
from cleaners.article import CleanArticle

TEXTS: list[dict[str, Any]] = json.loads((Path(__file__).parents[1] / "cases" / "texts.json").read_text("utf-8"))
"""Each with what its fields must be, what stays in the body (``stays``) and what may be in no text of it (``goes``)."""

UNSETTLED = {"trade", "transcript", "udn", "discuz", "credits", "douban", "disqus"}
"""Of these a short line is left above the text, a credit or a bare name: handed in again, it is taken for the headline."""


@pytest.mark.parametrize("case", TEXTS, ids=lambda case: case["name"])
def test_a_text_comes_out_as_an_editor_would_have_it(case: dict[str, Any]) -> None:
    article = clean_text(case["text"])
    assert _misses(case, article) == []
    assert article.restore() == case["text"]


@pytest.mark.parametrize("case", [case for case in TEXTS if case["name"] not in UNSETTLED], ids=lambda case: case["name"])
def test_a_clean_text_stays_as_it_is(case: dict[str, Any]) -> None:
    body = clean_text(case["text"]).body
    assert clean_text(body).body == body


def _misses(case: dict[str, Any], article: CleanArticle) -> list[str]:
    """What is not as the case has it."""
    fields = {
        "authors": list(article.authors),
        "date": str(article.date_published)[:10],
        "publisher": article.publisher or article.source,
        "verdict": str(article.verdict),
        "comments": len(article.comments),
    }
    texts = (article.body, article.headline or "", article.standfirst or "")
    misses = [f"{name} is {value}" for name, value in fields.items() if name in case and value != case[name]]
    misses += [f"headline is {article.headline}"] * ("headlines" in case and article.headline not in case["headlines"])
    misses += [f"no {flag}" for flag in case.get("flags", ()) if flag not in article.flags]
    misses += [f"lost: {words}" for words in case["stays"] if words not in article.body]
    misses += [f"kept: {words}" for words in case["goes"] if any(words in text for text in texts)]
    standfirst = case.get("standfirst", "")
    return misses + [f"standfirst is {article.standfirst}"] * (not (article.standfirst or "").startswith(standfirst))
