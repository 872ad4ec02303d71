"""The choice of the body: pages of our own in several layouts, hostile trees, and what holds for every page."""

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaners.article import CleanArticle
from cleaners.assembly import with_chosen
from cleaners.body import extract_body
from cleaners.document import page_document
from cleaners.listing import list_page

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
    assert extract_body(document).text == expected.read_text("utf-8").strip()


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
    extraction = extract_body(document)
    assert [extraction.text[block.start : block.end] for block in extraction.blocks] == [
        block.text for block in extraction.blocks
    ]
    texts = iter(block.text for block in document.blocks)
    assert all(block.text in texts for block in extraction.blocks)


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


@pytest.mark.parametrize("html", ["", " ", "<html></html>", "<body><script>var a = 1;</script></body>", "\0"])
def test_nothing_gives_nothing(html: str) -> None:
    assert extract_body(page_document(html)).text == ""
