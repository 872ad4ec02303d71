"""A second crawl fetches only what is new, and asks only for changes."""

import json

from tests.crawler.server import article_html
from tests.crawler.test_crawl import TOPICS


def _story(site, number):
    topic, other = TOPICS[number % len(TOPICS)], TOPICS[(number * 7 + 5) % len(TOPICS)]
    path = f"/2026/11/{number % 28 + 1:02}/a-{topic}-beside-the-{other}-{number}.html"
    words = f"{topic} {other} gala{number} script{number} costume{number} extra{number} critic{number} ticket{number}"
    site.page(path, article_html(f"A {topic} beside the {other} {number}", words))
    return path


def _listing(site, stories, **headers):
    site.page("/film/", "".join(f"<a href='{path}'>story</a>" for path in stories), **headers)


def _counts(done_runs):
    return json.loads(done_runs.stdout.splitlines()[0])["counts"]


def test_a_second_crawl_fetches_only_what_is_new(site, scrapy):
    stories = [_story(site, number) for number in range(3)]
    _listing(site, stories)
    assert scrapy("crawl", "site", "-a", f"url={site.url}/film/").returncode == 0
    stories.append(_story(site, 3))
    _listing(site, stories)
    asked = len(site.asked)
    done = scrapy("crawl", "site", "-a", f"url={site.url}/film/")
    assert done.returncode == 0, done.stderr
    assert [path for path in site.paths()[asked:] if path not in ("/robots.txt", "/.well-known/tdmrep.json")] == [
        "/film/",
        stories[3],
    ]
    counts = _counts(scrapy("runs", "--json"))
    assert (counts["articles/new"], counts["links/known"]) == (1, 3)


def test_a_crawl_without_news_is_a_success_and_says_so(site, scrapy):
    _listing(site, [_story(site, number) for number in range(2)], ETag='"one"')
    scrapy("crawl", "site", "-a", f"url={site.url}/film/")
    done = scrapy("crawl", "site", "-a", f"url={site.url}/film/")
    assert done.returncode == 0, done.stderr
    assert "nothing new" in done.stderr
    assert site.asked[-1].headers["if-none-match"] == '"one"'
