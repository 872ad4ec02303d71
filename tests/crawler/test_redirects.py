"""Pages that send their reader on."""

import pytest
from scrapy import Request
from scrapy.http import HtmlResponse
from scrapy.spiders import Spider
from scrapy.utils.test import get_crawler

from crawler.fetch.redirects import HEAD, MetaRefresh

HERE, THERE = "https://film.example/a.html", "https://film.example/b.html"
META = "<meta http-equiv='Refresh' content='0; url=/b.html'>"


@pytest.mark.parametrize(
    ("page", "leads_to"),
    [
        (META.encode(), THERE),
        (META.upper().replace("/B.HTML", "/b.html").encode(), THERE),
        (META.encode("utf-16"), THERE),
        (b"<p>A refreshing film</p>", HERE),
        (b"<p>A film</p>", HERE),
        (b" " * HEAD + META.encode(), HERE),
        (b"<meta http-equiv=refresh content='0;url=file:///etc/passwd'>", HERE),
        (b"<meta http-equiv=refresh content='3600'>", HERE),
        (META.replace("/b", "/a").encode(), HERE),
        (b"", HERE),
    ],
)
def test_where_a_page_sends_its_reader(page, leads_to):
    crawler = get_crawler(Spider, {"METAREFRESH_MAXDELAY": 10})
    crawler.spider = crawler._create_spider("any")
    middleware = MetaRefresh.from_crawler(crawler)
    assert middleware.process_response(Request(HERE), HtmlResponse(HERE, body=page)).url == leads_to
