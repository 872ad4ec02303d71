"""A section of any site, by its address alone: the site is its host, however that is written."""

import pytest

from crawler.jobs.lane import lane_of
from crawler.links import Kind, Link
from crawler.spiders.site import SiteSpider


@pytest.mark.parametrize(
    ("url", "domain", "lane"),
    [
        ("https://www.film.example/news/", "film.example", "film.example"),
        ("https://Ent.ChinaDaily.com.cn:8443/", "ent.chinadaily.com.cn", "chinadaily.com.cn"),
        ("http://127.0.0.1:8000/film/", "127.0.0.1", "127.0.0.1"),
        ("http://[::1]:8000/film/", "::1", "::1"),
        ("https://電影.example/", "xn--p3t494j.example", "xn--p3t494j.example"),
    ],
)
def test_the_stories_of_its_host_are_wanted(url: str, domain: str, lane: str) -> None:
    spider = SiteSpider(url=url)
    assert (list(spider.allowed_domains), lane_of(spider)) == ([domain], lane)
    assert spider.wanted(Link(f"{spider.address}2026/11/21/the-long-night.html", Kind.ARTICLE))
