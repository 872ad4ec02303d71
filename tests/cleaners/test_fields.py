"""The fields around the text: tables of cases from the wild, of look-alikes, and of what is known to fail; and the seeds."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaners import CleanArticle, SiteHints, clean_page, clean_text
from cleaners.authors.names import split_names
from cleaners.dates.relative_dates import moments
from cleaners.document import page_document, text_document
from cleaners.fields.fields import REASONS, read_fields
from cleaners.text.dateforms import Reading, machine_moment
from cleaners.text.titles import parts, plain, without_names

CASES = Path(__file__).resolve().parents[1] / "cases"
ENGLISH = (
    "<p>The drama about a family that refuses to leave a drowned island was shot over eleven weeks on a disused ferry pier,"
    " with a crew of thirty and a tide table pinned beside the call sheet.</p>"
    "<p>Its lead learned to splice rope for the part and is said to have done every climb himself, while the production"
    " insured his hands separately and without telling him so.</p>"
)
CHINESE = (
    "<p>导演表示，剧组在皖南一处旧渡口取景四个月，所有夜戏都使用真实的煤油灯照明。"
    "灯光一晃，人物的心事就出来了，美术团队也走访了许多老船工。</p>"
    "<p>影片主演透露自己提前两个月进组学习撑船，手上磨出了茧。"
    "第一次独自把船撑到对岸的时候，岸上的老人都在鼓掌，她说那一刻忘不了。</p>"
)


def cases(kind: str) -> list[Any]:
    names = ("headline", "byline", "dates", "chinese")
    tables = {name: json.loads((CASES / f"{name}.json").read_text(encoding="utf-8")) for name in names}
    return [pytest.param(case, id=f"{name}: {case['why']}") for name, table in tables.items() for case in table[kind]]


def read(case: dict[str, Any]) -> dict[str, Any]:
    """What the readers say of a case, for the fields that it expects."""
    moments = {name: datetime.fromisoformat(case[name]) for name in ("fetched_at", "feed_date") if name in case}
    hints = SiteHints(timezone=case.get("timezone"), **moments)
    page = case.get("html") or case["text"]
    page = page.replace("{english}", ENGLISH).replace("{chinese}", CHINESE)
    if "html" in case:
        document = page_document(page, url=case.get("url", ""), hints=hints)
    else:
        document = text_document(
            page.replace("</p><p>", "\n\n").replace("<p>", "").replace("</p>", ""), url=case.get("url", ""), hints=hints
        )
    found = read_fields(document)
    return {name: written(found[name].value) for name in case["expect"]}


def written(value: Any) -> Any:
    return value.isoformat() if isinstance(value, datetime) else list(value) if isinstance(value, tuple) else value


@pytest.mark.parametrize("case", cases("wild"))
def test_wild(case: dict[str, Any]) -> None:
    assert read(case) == case["expect"]


@pytest.mark.parametrize("case", cases("negative"))
def test_look_alikes(case: dict[str, Any]) -> None:
    assert read(case) == case["expect"]


@pytest.mark.xfail(strict=True, reason="known to fail: move the case to wild or negative once it does not")
@pytest.mark.parametrize("case", cases("known_failures"))
def test_known_failures(case: dict[str, Any]) -> None:
    assert read(case) == case["expect"]


def test_every_field_read_is_a_field_of_the_article() -> None:
    assert set(read_fields(text_document("The Ferry"))) == set(REASONS)
    assert set(REASONS) <= set(CleanArticle.__slots__)


SEEDS = {
    "000_84b3270f8e41ebf7.txt": "",
    "000a_column_comments.html": "",
    "001_5e7752adf63774a8.txt": "",
    "001a_clean_control.html": "",
    "001b_mirror_title.html": "",
    "002_659f0cb697567672.txt": "",
    "002a_mt_repost_wp.html": "",
}


@pytest.mark.parametrize("with_url", [True, False], ids=["url", "no url"])
@pytest.mark.parametrize("name", SEEDS)
def test_every_field_of_the_seeds(shared: Path, name: str, with_url: bool) -> None:
    seed = shared / "seeds" / name
    expected = json.loads((seed.parent / f"{seed.stem}.expected.json").read_text(encoding="utf-8"))
    url = expected["url"] if with_url else ""
    article = (
        clean_text(seed.read_text(encoding="utf-8"), url=url)
        if seed.suffix == ".txt"
        else clean_page(seed.read_bytes(), url=url)
    )
    published = article.date_published
    found = {
        "standfirst": article.standfirst,
        "author": list(article.authors),
        "publisher": article.publisher,
        "date": published.date().isoformat() if published else None,
        "datetime": published.isoformat() if published else None,
        "section": list(article.section),
        "lang": article.language,
        "title_lang": article.headline_language,
    }
    assert {name: found[name] for name in found if name in expected} == {
        name: expected[name] for name in found if name in expected
    }
    assert article.headline in expected.get("title_accept", [expected["title"]])


def test_the_web_editor_is_kept_apart(shared: Path) -> None:
    article = clean_page((shared / "seeds" / "001a_clean_control.html").read_bytes())
    assert (article.authors, article.editors) == (("Xu Fan",), ("董森河",))
    assert {candidate.origin for candidate in article.provenance if candidate.field == "authors" and candidate.chosen} == {
        "byline"
    }


@given(st.text(max_size=200))
def test_no_text_breaks_a_reader(text: str) -> None:
    list(moments(text, Reading(now=datetime.fromisoformat("2026-01-01T00:00:00+00:00"))))
    machine_moment(text, Reading())
    split_names(text)
    parts(text)
    assert without_names(plain(text), parts(text)) == without_names(without_names(plain(text), parts(text)), parts(text))


@given(st.text("<>/ab记者:：2025-年月日 By|来源1234567890", max_size=300))
def test_no_page_breaks_a_reader(text: str) -> None:
    read_fields(page_document(text))
    read_fields(text_document(text))


@pytest.mark.parametrize(
    "hostile",
    [
        "By " + "a " * 20_000,
        "2025-" * 20_000,
        "记者 " * 20_000,
        "| - " * 20_000,
        "来源：" * 20_000,
        "1:" * 30_000,
        "by A B and " * 8_000,
    ],
    ids=lambda text: text[:8],
)
def test_no_line_takes_quadratic_time(hostile: str) -> None:
    for document in (text_document(hostile), page_document(f"<title>{hostile}</title><h1>{hostile}</h1><p>{hostile}</p>")):
        read_fields(document)
