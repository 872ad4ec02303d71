"""Links: what they lead to, by their shape."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaners.markup.parsing import parse
from crawler.links import belongs_to_pager, looks_like_article, looks_like_pager, page_links, tidy

ARTICLES = """
https://www.chinadaily.com.cn/a/202509/13/WS68c53aaaa310f735438b0000.html
http://www.chinadaily.com.cn/culture/2016-08/29/content_26627345.htm
https://variety.example/2026/film/news/the-lighthouse-keeper-wins-1234567890/
https://deadline.example/2026/11/some-film-casts-a-lead-1236000000/
https://ent.sina.example/m/c/2026-11-20/doc-inaabbcc1234567.shtml
https://ent.163.example/26/1120/10/JHABCDE900038FO9.html
https://www.thepaper.example/newsDetail_forward_29417233
https://film.example/news/story?id=1234567
https://indie.example/a-quiet-film-about-very-loud-birds
https://m.mtime.example/article/2871234
""".split()
NO_ARTICLES = """
https://www.chinadaily.com.cn/culture/filmandtv
https://www.chinadaily.com.cn/culture/filmandtv/page_2.html
https://film.example/
https://film.example/tag/oscars/
https://film.example/news/?page=3
https://film.example/author/jane-doe/
https://film.example/poster-of-the-very-long-film.jpg
https://film.example/2026/11/
""".split()


@pytest.mark.parametrize("url", ARTICLES)
def test_stories_are_told_by_their_urls(url):
    assert looks_like_article(url)


@pytest.mark.parametrize("url", NO_ARTICLES)
def test_lists_and_pictures_are_no_stories(url):
    assert not looks_like_article(url)


@pytest.mark.parametrize("url", ["/film/page/2", "/film/?page=2", "/film/index_3.html", "/film/page_4.shtml", "/film/?a=1&p=9"])
def test_pagers(url):
    assert looks_like_pager(f"https://film.example{url}")


def test_a_pager_belongs_to_its_list_alone():
    assert belongs_to_pager("https://film.example/film/index_2.html", "https://film.example/film/index.html")
    assert not belongs_to_pager("https://film.example/music/page/2", "https://film.example/film/")
    assert not belongs_to_pager("https://other.example/film/page/2", "https://film.example/film/")


@given(st.text())
def test_any_string_is_tidied_or_refused(text):
    url = tidy(text)
    assert url is None or (url.startswith(("http://", "https://")) and tidy(url) == url)


@given(st.text(st.characters(exclude_characters="/?#\\@"), max_size=30))
def test_credentials_never_stay(user):
    assert "secret" not in (tidy(f"https://{user}:secret@film.example/a") or "")


def test_links_of_a_page_come_once_absolute_and_in_order():
    base = "<base href='https://film.example/x/'>"
    tree = parse(base + "<a href='b?utm_source=z'>b</a><a href='b#top'>b</a><a href='/c'>c</a><a href='javascript:x'>")
    assert list(page_links(tree, "https://film.example/")) == ["https://film.example/x/b", "https://film.example/c"]


def test_backslashes_lead_where_browsers_take_them():
    tree = parse(r"<a href='\2026\a.html'>a</a><a href='https:\\film.example\b'>b</a><a href='/c?d=e'>c</a>")
    there = [f"https://film.example{path}" for path in ("/2026/a.html", "/b", "/c?d=e")]
    assert list(page_links(tree, "https://film.example/film/")) == there


def test_a_url_that_no_server_takes_is_none():
    assert tidy("https://film.example/" + "a" * 2000)
    assert tidy("https://film.example/" + "a" * 3000) is None
