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


FOLDER = "https://lantern.example/films/tide"
ALONE = {
    "a folder in place of the page's own": (
        f"{FOLDER}/2",
        f'<div>Pages: <a href="{FOLDER}/1">1</a> <span>2</span> <a href="{FOLDER}/3">3</a></div>',
        Pager(2, 3, f"{FOLDER}/3"),
    ),
    "a folder behind the address": (
        f"{FOLDER}/",
        f'<div>Pages: <span>1</span> <a href="{FOLDER}/2/">2</a></div>',
        Pager(1, 2, f"{FOLDER}/2/"),
    ),
    "nothing between the numbers": (
        FOLDER,
        f'<nav><span>1</span><a href="{FOLDER}?page=2">2</a><a href="{FOLDER}?page=3">3</a></nav>',
        Pager(1, 3, f"{FOLDER}?page=2"),
    ),
    "an arrow behind the word": (URL, '<div>Page 1 of 3 <a href="tide_12_2.html">Next »</a></div>', Pager(1, 3, SECOND)),
    "words alone": (URL, '<p><a href="tide_12_2.html">Continue to page 2</a></p>', Pager(1, None, SECOND)),
    "a title behind the word": (URL, '<div><a href="tide_12_2.html">下一页：演员与剧组</a></div>', Pager(1, None, SECOND)),
    "titles behind the numbers": (
        URL,
        '<ul><li>第1页：导言</li><li><a href="tide_12_2.html">第2页：剧情</a></li></ul>',
        Pager(1, 2, SECOND),
    ),
    "German": (
        FOLDER,
        f'<div>Seite <b>1</b> <a href="{FOLDER}?seite=2">2</a> <a href="{FOLDER}?seite=2">Nächste Seite</a></div>',
        Pager(1, 2, f"{FOLDER}?seite=2"),
    ),
    "Japanese": (
        FOLDER,
        f'<div>1 <a href="{FOLDER}?page=2">2</a> <a href="{FOLDER}?page=2">次のページ</a></div>',
        Pager(1, 2, f"{FOLDER}?page=2"),
    ),
    "the whole article": (
        FOLDER,
        f'<div>1 <a href="{FOLDER}?page=2">2</a> <a href="{FOLDER}?all=1">View as one page</a></div>',
        Pager(1, 2, f"{FOLDER}?page=2", f"{FOLDER}?all=1"),
    ),
    "parts": (FOLDER, f'<div>Part 1 | <a href="{FOLDER}?part=2">Part 2</a></div>', Pager(1, 2, f"{FOLDER}?part=2")),
}
ELSEWHERE = {
    "a list of articles": '<div>1 <a href="/films/?page=2">2</a> <a href="/films/?page=2">Next page</a></div>',
    "the next article": '<div><a href="/films/ferry_13.html">Next page</a> <a href="/films/oars_14.html">下一页：船</a></div>',
    "comments": f'<div><a href="{FOLDER}?cpage=2">2</a> <a href="{FOLDER}?cpage=3">3</a></div>',
    "the same name again": f'<div><a href="{FOLDER}-2">Next: The tide, once more</a></div>',
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


@pytest.mark.parametrize("form", ALONE)
def test_a_pager_of_another_form_becomes_data(form: str) -> None:
    url, row, pager = ALONE[form]
    article = clean_page(page(row), url=url)
    assert (article.pager, article.body) == (pager, "\n\n".join(TEXT))


@pytest.mark.parametrize("form", ELSEWHERE)
def test_links_that_lead_elsewhere_are_no_pager(form: str) -> None:
    assert clean_page(page(ELSEWHERE[form]), url=FOLDER).pager is None


def test_a_hint_at_the_keys_leaves_the_text() -> None:
    article = clean_page(page('<p>（支持键盘← →键翻阅）</p><a href="tide_12_2.html">下一页</a>'), url=URL)
    assert article.body == "\n\n".join(TEXT)
