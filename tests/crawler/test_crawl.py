"""A publisher's crawl, from its listing, feed and sitemap to the database, on a real server."""

import json
from importlib.util import find_spec

import pytest

from tests.crawler.server import article_html

TOPICS = "harbour lighthouse orchard glacier tramway violin desert embassy carnival submarine bakery monastery".split()


def _feed(site, *paths):
    items = "".join(f"<item><title>Feed {p}</title><link>{site.url}{p}</link></item>" for p in paths)
    return f"<?xml version='1.0'?><rss version='2.0'><channel><title>Film</title>{items}</channel></rss>"


def _story(site, number):
    topic, other = TOPICS[number % len(TOPICS)], TOPICS[(number * 5 + 3) % len(TOPICS)]
    path = f"/2026/11/{number % 28 + 1:02}/the-{topic}-and-the-{other}-{number}.html"
    words = f"{topic} {other} premiere{number} director{number} festival{number} actress{number} studio{number} ticket{number}"
    site.page(path, article_html(f"The {topic} and the {other} {number}", words))
    return path


def test_a_section_is_crawled_to_its_last_page(site, scrapy, tmp_path):
    stories = [_story(site, number) for number in range(9)]
    for page, part in ((1, stories[:3]), (2, stories[3:6]), (3, stories[6:])):
        links = "".join(f"<li><a href='{path}'>story</a></li>" for path in part)
        pager = f"<a href='/film/page/{page + 1}'>next</a>" if page < 3 else ""
        other = "<a href='/about'>About</a><a href='/sport/page/2'>Sport</a><a href='https://elsewhere.example/2026/11/02/a-b-c-d.html'>x</a>"
        site.page("/film/" if page == 1 else f"/film/page/{page}", f"<html><body><ul>{links}</ul>{pager}{other}</body></html>")
    done = scrapy("crawl", "site", "-a", f"url={site.url}/film/")
    assert done.returncode == 0, done.stderr
    assert set(stories) <= set(site.paths())
    assert not {"/about", "/sport/page/2"} & set(site.paths())
    out = tmp_path / "out.jsonl"
    assert scrapy("export", str(out)).returncode == 0
    assert len(out.read_text(encoding="utf-8").splitlines()) == 9
    runs = json.loads(scrapy("runs", "--json").stdout)
    assert (runs["spider"], runs["status"], runs["counts"]["articles/new"]) == ("site", "finished", 9)
    assert runs["arguments"] == {"url": f"{site.url}/film/"}


@pytest.mark.slow
def test_pages_that_cannot_be_had_are_told_and_the_others_come(site, scrapy):
    stories = [_story(site, number) for number in range(3)]
    gone = "/2026/11/05/the-story-that-is-gone-for-good.html"
    site.page("/film/", "".join(f"<a href='{path}'>story</a>" for path in [*stories, gone]))
    done = scrapy("crawl", "site", "-a", f"url={site.url}/film/")
    assert done.returncode == 0, done.stderr
    assert "the-story-that-is-gone-for-good.html (status 404)" in done.stderr
    assert "failed: status 404" in done.stderr


def test_nothing_found_is_not_a_success(site, scrapy):
    site.page("/film/", "<html><body><p>We moved.</p></body></html>")
    assert scrapy("crawl", "site", "-a", f"url={site.url}/film/").returncode == 3


@pytest.mark.slow
def test_robots_are_obeyed(site, scrapy):
    story = _story(site, 1)
    site.page("/robots.txt", "User-agent: *\nDisallow: /2026/\n", kind="text/plain")
    site.page("/film/", f"<a href='{story}'>story</a>")
    assert scrapy("crawl", "site", "-a", f"url={site.url}/film/").returncode == 3
    assert story not in site.paths()


@pytest.mark.skipif(find_spec("cleaners.furniture.pager") is None, reason="pagers are not read yet")
def test_an_article_of_three_pages_is_one(site, scrapy, tmp_path):
    path = "/2026/11/03/the-longest-night-of-the-harbour"
    for number in (1, 2, 3):
        words = f"tide{number} pilot{number} signal{number} engine{number} anchor{number} storm{number}"
        pages = "".join(f"<a href='{path}{f'_{other}' if other > 1 else ''}.html'>{other}</a> " for other in (1, 2, 3))
        following = f"<a href='{path}_{number + 1}.html'>Next</a>" if number < 3 else ""
        html = article_html("The longest night", words, extra=f"<div class='pager'>{pages}{following}</div>")
        site.page(f"{path}{f'_{number}' if number > 1 else ''}.html", html)
    site.page("/film/", f"<a href='{path}.html'>story</a>")
    done = scrapy("crawl", "site", "-a", f"url={site.url}/film/")
    assert done.returncode == 0, done.stderr
    out = tmp_path / "out.jsonl"
    scrapy("export", str(out))
    [article] = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert [f"tide{number}" in json.dumps(article) for number in (1, 2, 3)] == [True, True, True]


@pytest.mark.slow
def test_an_article_whose_further_page_is_missing_is_told(site, scrapy):
    path = "/2026/11/21/the-long-harbour-12345.html"
    head = f"<link rel='next' href='{path.replace('.html', '_2.html')}'>"
    site.page(path, article_html("The Long Harbour", "harbour boats fog lantern pier", head=head))
    site.page("/film/", f"<a href='{path}'>story</a>")
    done = scrapy("crawl", "site", "-a", f"url={site.url}/film/")
    assert done.returncode == 0, done.stderr
    assert f"incomplete  {site.url}{path} goes on at" in done.stderr
    counts = json.loads(scrapy("runs", "--json").stdout)["counts"]
    assert (counts["articles/new"], counts["pages/incomplete"]) == (1, 1)
