"""The demo world: every page it serves, as the crawler and as a browser would ask for it."""

from http.client import HTTPConnection
from urllib.parse import urlsplit

import pytest
from lxml import etree, html

from crawler.demo.pages import web
from crawler.demo.server import HOSTS, demo_site
from crawler.demo.stories import HACKED_HOST, PUBLISHERS, read_stories

HARBOUR = "www.harbourpost.example"
ORIGINAL = "/a/202505/13/HP6822a1c4e310f735.html"


def fetch(proxy: str, target: str) -> tuple[int, str, bytes]:
    address = urlsplit(proxy)
    connection = HTTPConnection(str(address.hostname), address.port, timeout=5)
    try:
        connection.request("GET", target)
        answer = connection.getresponse()
        return answer.status, answer.headers["Content-Type"], answer.read()
    finally:
        connection.close()


def links(host: str, path: str) -> list[str]:
    page = web()[host, path]
    tree = html.fromstring(page.body, base_url=f"http://{host}{path}")
    tree.make_links_absolute()
    return [str(link) for link in tree.xpath("//a/@href")]


def test_it_holds_the_promised_variety() -> None:
    stories = read_stories()
    assert 25 <= len(stories) <= 35
    assert {story.publisher.language for story in stories} == {"en", "zh"}
    assert [len(story.pages) for story in stories if len(story.pages) > 1] == [3]
    assert sum(bool(story.remarks) for story in stories) == 1


@pytest.mark.parametrize("publisher", PUBLISHERS, ids=lambda publisher: publisher.folder)
def test_every_story_is_reached_from_the_listings(publisher) -> None:
    seen, queue = set(), [publisher.root + publisher.listing]
    while queue:
        url = queue.pop()
        if url not in seen:
            seen.add(url)
            queue += [link for link in links(publisher.host, urlsplit(url).path) if publisher.listing in link]
    reached = {link for url in seen for link in links(publisher.host, urlsplit(url).path)}
    assert {story.url for story in read_stories() if story.publisher == publisher} <= reached


def test_feeds_and_sitemaps_are_well_formed_and_name_real_pages() -> None:
    pages = web()
    for publisher in PUBLISHERS:
        for path in filter(None, (publisher.feed, publisher.sitemap)):
            tree = etree.fromstring(pages[publisher.host, path].body)
            urls = tree.xpath("//item/link/text() | //*[local-name()='loc']/text()")
            assert len(urls) >= 4
            assert all((publisher.host, urlsplit(url).path) in pages for url in urls)


def test_the_old_chinese_pages_are_gb18030_behind_a_gb2312_claim() -> None:
    body = web()["www.yinmu.example", "/dianying/20250513/100231.htm"].body
    assert b"charset=gb2312" in body
    assert "票房突破十亿元" in body.decode("gb18030")
    with pytest.raises(UnicodeDecodeError):
        body.decode("utf-8")


def test_the_mirror_has_keywords_for_a_title_and_damaged_characters() -> None:
    clean, spoilt = (web()[at].body.decode() for at in ((HARBOUR, ORIGINAL), (HACKED_HOST, "/news/hp/20250513.html")))
    assert "Léa Marchetti" in clean
    assert "L?a Marchetti" in spoilt
    assert "雙語(yǔ)" in spoilt
    assert spoilt.startswith(f"<!--{HACKED_HOST}-->")
    assert html.fromstring(spoilt.encode()).findtext(".//title").count("星月轮盘") == 5
    assert html.fromstring(spoilt.encode()).findtext(".//h1") == "Crossing by night"


def test_the_late_edition_differs_under_the_same_canonical_address() -> None:
    early, late = (story for story in reversed(read_stories()) if "kestrel" in story.path)
    assert early.canonical == late.canonical == early.url != late.url
    assert early.pages != late.pages


def test_the_server_answers_a_crawler_by_host_and_a_browser_by_path() -> None:
    with demo_site() as proxy:
        asked_as_proxy = fetch(proxy, f"http://{HARBOUR}{ORIGINAL}")
        in_browser = fetch(proxy, f"/{HARBOUR}{ORIGINAL}")
        assert asked_as_proxy == (200, "text/html; charset=utf-8", web()[HARBOUR, ORIGINAL].body)
        assert f'href="/{HARBOUR}/culture/film/"'.encode() in in_browser[2]
        assert all(host in fetch(proxy, "/")[2].decode() for host in HOSTS)
        assert fetch(proxy, f"http://{HARBOUR}/images/queue.jpg")[1] == "image/svg+xml"
        assert fetch(proxy, "http://elsewhere.example/")[0] == 404


def test_robots_closes_the_preview_and_names_the_sitemap() -> None:
    robots = web()[HARBOUR, "/robots.txt"].body.decode()
    assert "Disallow: /preview/" in robots
    assert f"Sitemap: http://{HARBOUR}/news-sitemap.xml" in robots
