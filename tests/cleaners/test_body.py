"""The choice of the body: pages of our own in several layouts, hostile trees, and what holds for every page."""

import json
import time
from dataclasses import replace
from itertools import compress
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaners import clean_page
from cleaners.article import CleanArticle
from cleaners.assembly import with_chosen
from cleaners.body import body
from cleaners.body.blocks import lay_out
from cleaners.body.body import bridged, extract_body, judge, look
from cleaners.document import page_document
from cleaners.judges.listing import list_page

LAYOUTS = sorted((Path(__file__).parent / "layouts").glob("*.txt"))
TAGS = st.sampled_from("div p span a ul li table td h1 h2 article nav br section button svg x-card figure".split())
WORDS = st.text(alphabet="ab c.,！。电影\n\0\u200b<&", max_size=60)


def html_trees() -> st.SearchStrategy[str]:
    leaf = st.builds(lambda tag, text: f"<{tag}>{text}</{tag}>", TAGS, WORDS)
    return st.recursive(
        leaf, lambda inner: st.builds(lambda tag, parts: f"<{tag}>{''.join(parts)}", TAGS, st.lists(inner)), max_leaves=30
    )


@pytest.mark.parametrize("expected", LAYOUTS, ids=lambda path: path.stem)
def test_a_layout_gives_its_article(expected: Path) -> None:
    document = page_document(expected.with_suffix(".html").read_text("utf-8"))
    assert "\n\n".join(block.text for block in extract_body(document)) == expected.read_text("utf-8").strip()


def test_a_list_of_articles_is_told() -> None:
    page = (Path(__file__).parent / "layouts/list.html").read_text("utf-8")
    document = page_document(page)
    document = with_chosen(document, extract_body(document))
    assert list_page(CleanArticle(), document).failed


@pytest.mark.parametrize("expected", LAYOUTS, ids=lambda path: path.stem)
def test_an_article_is_no_list(expected: Path) -> None:
    document = page_document(expected.with_suffix(".html").read_text("utf-8"))
    document = with_chosen(document, extract_body(document))
    assert not list_page(CleanArticle(), document).failed


@settings(max_examples=60)
@given(html_trees())
def test_any_tree_gives_blocks_of_its_own_in_order(html: str) -> None:
    document = page_document(html)
    own = iter(document.blocks)
    assert all(any(block is other for other in own) for block in extract_body(document))


@pytest.mark.slow
@pytest.mark.timed
@pytest.mark.parametrize(
    "html",
    [
        "<p>a b c</p>" * 30_000,
        "<div>" * 5_000 + "<p>deep</p>",
        "a<br><br>" * 20_000,
        "<b>x</b>" * 20_000,
        "<table><tr><td>" * 800,
    ],
    ids=["tiny paragraphs", "deep", "breaks", "inline", "tables"],
)
def test_a_hostile_page_takes_seconds_at_most(html: str) -> None:
    start = time.process_time()
    extract_body(page_document(f"<body>{html}"))
    assert time.process_time() - start < 8


@given(st.lists(html_trees(), min_size=2, max_size=6), st.data())
@settings(deadline=None, max_examples=60)
def test_a_page_less_some_blocks_is_as_if_they_had_never_been_on_it(trees: list[str], data: st.DataObject) -> None:
    document = page_document("<title>ab</title>" + "".join(f"<p>a b{at}</p>{tree}" for at, tree in enumerate(trees)))
    page = lay_out(document)
    assert page is not None
    gone = np.array([*data.draw(st.lists(st.booleans(), min_size=page.count - 1, max_size=page.count - 1)), False])
    left, anew = page.without(gone), lay_out(replace(document, blocks=tuple(compress(document.blocks, ~gone))))
    assert anew is not None
    seen = [look(part) for part in (left, anew)]
    assert all(np.array_equal(seen[0][name], seen[1][name]) for name in seen[1])
    assert np.array_equal(judge(left, seen[0]), judge(anew, seen[1]))


@pytest.mark.parametrize("html", ["", " ", "<html></html>", "<body><script>var a = 1;</script></body>", "\0"])
def test_nothing_gives_nothing(html: str) -> None:
    assert not extract_body(page_document(html))


def test_terse_paragraphs_between_others_of_their_row_are_body() -> None:
    row = [
        f"The keeper of lamp {number} said nothing for a while, and then said it again, as the tide went out."
        for number in range(9)
    ]
    texts = [*row[:4], "No.", "Why not?", "“I would rather not.”", *row[4:]]
    page = lay_out(
        page_document("".join(f"<p>{text}</p>" for text in texts) + "<p class=x>No.</p><p>So it ended there, she said.</p>")
    )
    assert page is not None
    chances = np.array([0.9] * 4 + [0.1, 0.3, 0.3] + [0.9] * 5 + [0.3, 0.3])
    keep = bridged(page, chances, chances > 0.5)
    assert np.nonzero(~keep)[0].tolist() == [4, 12, 13]


def test_the_choice_asks_what_stands_between(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(body, "judge", lambda page, _: np.array([0.9, 0.3, 0.9]))
    assert len(extract_body(page_document("<p>She waited for the boat.</p><p>No boat</p><p>She waited again.</p>"))) == 3


STORY = [
    "The Salt Road, a film about carters and tides, opened the harbour festival on Sunday before a full house of carters.",
    "Its director, Mira Ostrand, had spent two winters among them, and thanked the town that had lent her its horses.",
    "The jury praised the film’s patience, and the patience of the horses. It opens in forty cinemas in the first week of May.",
    "Tickets sold out within the hour, and the festival has added a second showing on Thursday at the old customs house.",
]


def behind_a_paywall(told: str, *shown: str) -> bytes:
    """A page that shows some paragraphs, and tells crawlers a text; teasers of other stories stand below."""
    script = json.dumps({"@type": "NewsArticle", "headline": "The Salt Road opens", "articleBody": told})
    teasers = "".join(
        f"<div><h3><a href='/{number}'>Another story of the sea, number {number}</a></h3><p>What it is about in a line.</p>"
        for number in range(6)
    )
    return (
        f"<title>The Salt Road opens</title><script type='application/ld+json'>{script}</script>"
        f"<main><h1>The Salt Road opens</h1>{''.join(f'<p>{text}</p>' for text in shown)}</main><section>{teasers}</section>"
    ).encode()


@pytest.mark.parametrize("shown", [0, 1, 2])
@pytest.mark.parametrize("told", ["\n\n".join(STORY), "".join(f"<p>{text}</p>" for text in STORY)], ids=["plain", "marked up"])
def test_what_a_page_withholds_is_read_from_its_script(told: str, shown: int) -> None:
    article = clean_page(behind_a_paywall(told, *STORY[:shown]))
    assert article.body == "\n\n".join(STORY)
    assert "list_page" not in article.flags


@pytest.mark.parametrize(
    "told",
    [" ".join(STORY), STORY[0] + " ...", "A summary that somebody else wrote for search engines. " * 3],
    ids=["the same in one piece", "cut", "too little"],
)
def test_what_a_page_shows_is_read_from_the_page(told: str) -> None:
    assert clean_page(behind_a_paywall(told, *STORY)).body == "\n\n".join(STORY)
