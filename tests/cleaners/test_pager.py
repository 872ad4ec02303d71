"""Rows of page numbers become data and leave the text, however they are written; what only looks like one stays."""

import pytest

from cleaners import clean_page, clean_text
from cleaners.article import Pager

URL = "https://lantern.example/films/tide_12.html"
SECOND, THIRD = "https://lantern.example/films/tide_12_2.html", "https://lantern.example/films/tide_12_3.html"
TEXT = (
    "The harbour froze in the second week of shooting, and the crew of the small drama had to wait for the ice to break.",
    "By the time the water opened, the actors had learned to row, and two scenes were rewritten to show it to the camera.",
    "The ferry that carries the last act was found in a scrapyard, and it took a winter to make her float for one night.",
)
ROWS = {
    "numbers": ('<a href="tide_12_2.html">2</a> <a href="tide_12_3.html">3</a>', "1 "),
    "brackets": ('<a href="tide_12_2.html">[2]</a> <a href="tide_12_3.html">[3]</a>', "[1] "),
    "ordinals": ('<a href="tide_12_2.html">第2页</a> <a href="tide_12_3.html">第3页</a>', "第1页 "),
    "next": (
        '<a href="tide_12_2.html">2</a> <a href="tide_12_3.html">3</a> <a href="tide_12_2.html">Next</a>',
        "Page 1 ",
    ),
    "chinese": (
        '<a href="tide_12_2.html">2</a> <a href="tide_12_3.html">3</a> <a href="tide_12_2.html">下一页</a>',
        "上一页 1 ",
    ),
}


def page(row: str) -> bytes:
    paragraphs = "".join(f"<p>{text}</p>" for text in TEXT)
    return f"<html><body><h1>A winter on the ferry</h1>{paragraphs}<div>{row}</div></body></html>".encode()


@pytest.mark.parametrize("name", ROWS)
def test_a_row_becomes_data(name: str) -> None:
    links, here = ROWS[name]
    article = clean_page(page(here + links), url=URL)
    assert (article.pager, article.body) == (Pager(1, 3, SECOND), "\n\n".join(TEXT))


@pytest.mark.parametrize("name", ROWS)
def test_a_saved_page_whose_address_is_lost(name: str) -> None:
    links, here = ROWS[name]
    article = clean_page(page(here + links))
    assert (article.pager, article.body) == (Pager(1, 3, "tide_12_2.html"), "\n\n".join(TEXT))


def test_a_row_that_leads_nowhere_leaves_the_text() -> None:
    article = clean_page(page("上一页 1 2 3 下一页"), url=URL)
    assert (article.pager, article.body) == (None, "\n\n".join(TEXT))


@pytest.mark.parametrize(("row", "pages"), [("1 2 3", 3), ("上一页 1 2 下一页", None), ("1-6", None), ("2 / 3", None)])
def test_a_row_in_a_plain_text(row: str, pages: int | None) -> None:
    article = clean_text("\n\n".join(("A winter on the ferry", *TEXT, row)))
    assert (article.pager and article.pager.pages) == pages


@pytest.mark.parametrize("line", ["1917", "1, 2, 3 and the lights went out.", "第2页写着他的名字。"])
def test_look_alikes_stay(line: str) -> None:
    paragraphs = "".join(f"<p>{text}</p>" for text in (*TEXT[:2], line, TEXT[2]))
    article = clean_page(f"<html><body><h1>A winter on the ferry</h1>{paragraphs}</body></html>".encode(), url=URL)
    assert line in article.body.split("\n\n")
