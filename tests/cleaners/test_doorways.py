"""Pages that generators make for search engines are told; the demo's honest pages are not."""

import json
from pathlib import Path
from typing import Any

import pytest

from benchmarks.doorways import DOORWAYS, found
from cleaners import clean_page
from cleaners.article import CleanArticle, Verdict
from crawler.demo.pages import web
from crawler.demo.stories import HACKED_HOST

CASES = json.loads((Path(__file__).parents[1] / "cases" / "sold.json").read_text("utf-8"))


def test_every_generator_is_told() -> None:
    counts = found(each=5, seed=11)
    assert set(counts) == set(DOORWAYS)
    told = sum(number for number, _ in counts.values())
    assert told >= 0.98 * 5 * len(DOORWAYS), counts


@pytest.mark.parametrize("chinese", [False, True])
def test_an_honest_page_with_a_listing_title_is_none(chinese: bool) -> None:
    sections = (
        ["电影新闻", "影评专栏", "票房数据", "人物访谈"] if chinese else ["Film news", "Reviews", "Box office", "Interviews"]
    )
    items = "".join(f"<li><a href='/{at}'>{name}</a></li>" for at, name in enumerate(sections))
    lines = "".join(
        f"<p>{'灯塔守望者在港湾电影节获奖' if chinese else 'The Lamp Keeper wins in Harbour City'} {at}</p>" for at in range(9)
    )
    html = f"<title>{' | '.join(sections)}</title><ul>{items}</ul>{lines}"
    assert "spam_page" not in clean_page(html.encode()).flags


def test_no_page_of_the_demo_is_a_doorway() -> None:
    pages = [page.body for (host, _), page in sorted(web().items()) if host != HACKED_HOST and b"<html" in page.body[:400]]
    assert not [body for body in pages[::3] if "spam_page" in clean_page(body).flags]


def test_a_guide_that_keeps_to_its_subject_is_none() -> None:
    steps = (
        "Marathon training begins with a slow run of five miles on Monday.",
        "On Tuesday the beginner rests, or swims for half an hour in a quiet lane.",
        "A marathon plan grows by a tenth each week, and no week has two long runs.",
        "Shoes for marathon training are bought late in the day, when the feet are large.",
        "Most runners who give up have begun too fast, so the first month is dull on purpose.",
        "Water stands ready at every third mile; whoever is thirsty has waited too long.",
    )
    body = "".join(f"<p>Week {week}: {' '.join(steps[week % 6 :] + steps[: week % 6][:2])}</p>" for week in range(1, 7))
    html = f"<title>Marathon training for beginners</title><h1>Marathon training for beginners</h1>{body}"
    assert "spam_page" not in clean_page(html.encode()).flags


def _told(page: dict[str, Any]) -> CleanArticle:
    body = f"<h1>{page['title'].partition(' | ')[0]}</h1>" + "".join(f"<p>{text}</p>" for text in page["paragraphs"])
    return clean_page(
        f"<html><head><meta charset=utf-8><title>{page['title']}</title></head><body>{body}</body></html>".encode()
    )


@pytest.mark.parametrize("page", CASES["sold"], ids=lambda page: page["what"])
def test_a_page_that_is_there_to_sell_is_told(page: dict[str, Any]) -> None:
    assert _told(page).verdict is Verdict.QUARANTINE


@pytest.mark.parametrize("page", CASES["honest"], ids=lambda page: page["what"])
def test_a_page_with_an_offer_or_about_those_who_sell_is_not(page: dict[str, Any]) -> None:
    assert "spam_page" not in _told(page).flags


def test_a_number_of_a_paper_or_a_fault_is_no_telephone() -> None:
    lines = "".join(
        f"<p>CVE-2026-491137 lets a server fall over, and patch {at} of it does not help much.</p>" for at in range(6)
    )
    assert "spam_page" not in clean_page(f"<title>CVE-2026-491137 explained</title>{lines}".encode()).flags
