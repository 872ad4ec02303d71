"""Links: what they lead to, by their shape."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaners.markup.parsing import parse
from crawler.links import page_links, tidy
from crawler.shapes import belongs_to_pager, looks_like_article, looks_like_pager, url_date

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
https://www.guardian.example/film/2026/nov/20/the-lighthouse-review
https://www.vulture.example/article/lighthouse-review.html
https://www.verge.example/film/812345/lighthouse-review
https://film.example/news/fog-rolls-in
https://film.example/topics/film/2026/11/20/fog.html
https://film.example/tag/review/2026/11/20/fog.html
https://film.example/?p=12345
https://ent.ifeng.example/c/8oAbCdEfGhI
https://film.example/%E7%94%B5%E5%BD%B1%E8%8A%82%E5%BC%80%E5%B9%95%E5%AF%BC%E6%BC%94%E8%B0%88%E6%96%B0%E7%89%87/
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
https://film.example/2026/nov/
https://film.example/2026-11-20/
https://film.example/tag/the-very-long-film-by-nobody/
https://film.example/author/jane-mary-ann-doe
https://film.example/author/jane-mary-ann-doe/
https://film.example/user/1234567
https://film.example/category/film-news-and-reviews/
https://film.example/2026/11/20/fog.html/feed/
https://film.example/news/box-office/
https://film.example/?p=12
https://film.example/tag/%E7%94%B5%E5%BD%B1%E8%8A%82%E5%BC%80%E5%B9%95%E5%AF%BC%E6%BC%94%E8%B0%88%E6%96%B0%E7%89%87/
https://film.example/%E7%94%B5%E5%BD%B1/
""".split()


@pytest.mark.parametrize("url", ARTICLES)
def test_stories_are_told_by_their_urls(url):
    assert looks_like_article(url)


@pytest.mark.parametrize("url", NO_ARTICLES)
def test_lists_and_pictures_are_no_stories(url):
    assert not looks_like_article(url)


@pytest.mark.parametrize("day", ["2026/11/20", "2026-11-20", "20261120", "2026/nov/20", "2026/Nov/20"])
def test_a_url_may_tell_the_day(day):
    assert url_date(f"https://film.example/{day}/fog") == datetime(2026, 11, 20, 12, tzinfo=UTC)


@pytest.mark.parametrize("day", ["2026/11", "2026/13/20", "2026/02/30", "2026/november/20", "2026-nov-20", "12/11/20"])
def test_no_day_is_made_up(day):
    assert url_date(f"https://film.example/{day}/fog") is None


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
