"""Feeds and sitemaps of every form give their articles, and what is none gives nothing."""

import gzip
from datetime import UTC, datetime

import pytest

from crawler.discovery.feeds import MAX_ENTRIES, read_announced, read_feed, read_sitemap
from crawler.links import Kind, Link

URL = "https://film.example/feed"
DAY = datetime(2026, 11, 21, 8, tzinfo=UTC)
RSS = """<?xml version="1.0"?><rss version="2.0"><channel><item><title>Fog</title><link>https://film.example/a</link>
<pubDate>Sat, 21 Nov 2026 08:00:00 GMT</pubDate></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>Fog</title><link href="https://film.example/a"/>
<published>2026-11-21T08:00:00Z</published></entry></feed>"""
RDF = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
xmlns:dc="http://purl.org/dc/elements/1.1/"><item rdf:about="https://film.example/a"><title>Fog</title>
<link>https://film.example/a</link><dc:date>2026-11-21T08:00:00Z</dc:date></item></rdf:RDF>"""
JSON = """{"version": "https://jsonfeed.org/version/1.1", "items": [
{"id": "1", "url": "/a", "title": "Fog", "date_published": "2026-11-21T08:00:00Z"}, {"id": "2"}, 3, {"url": 4}]}"""


@pytest.mark.parametrize("feed", [RSS, ATOM, RDF, JSON, "\ufeff" + JSON], ids="rss atom rdf json json_with_mark".split())
def test_every_kind_of_feed(feed):
    assert list(read_feed(feed.encode(), URL)) == [Link("https://film.example/a", Kind.ARTICLE, "Fog", DAY)]


@pytest.mark.parametrize(
    "feed", ["", "{", "{}", '{"items": 3}', "[" * 100_000, "{" + '"a":{' * 100_000, "<html>", "\x00\x01", "a" * 99]
)
def test_what_is_no_feed_gives_nothing(feed):
    assert list(read_feed(feed.encode(), URL)) == []


def test_sitemaps_may_be_packed_and_cut():
    entries = "".join(
        f"<url><loc>https://film.example/{n}</loc><lastmod>2026-11-21T08:00:00Z</lastmod></url>" for n in range(9)
    )
    sitemap = f'<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{entries}</urlset>'.encode()
    plain = list(read_sitemap(sitemap, URL))
    assert (len(plain), plain[0]) == (9, Link("https://film.example/0", Kind.ARTICLE, None, DAY))
    assert list(read_sitemap(gzip.compress(sitemap), URL)) == plain
    assert list(read_sitemap(sitemap[:-300], URL))[:5] == plain[:5]
    assert list(read_sitemap(gzip.compress(sitemap)[:40], URL)) == []


PLAIN = "\ufeff  https://film.example/a \r\n# ours\r\nftp://film.example/b\nfilm.example/c\n"
SITEMAP = (
    "<?xml version='1.0'?><!-- feed --><s:urlset xmlns:s='x'><s:url><s:loc>https://film.example/a</s:loc></s:url></s:urlset>"
)


@pytest.mark.parametrize("kind", [Kind.FEED, Kind.SITEMAP])
@pytest.mark.parametrize("pack", [bytes, gzip.compress], ids=["plain", "packed"])
@pytest.mark.parametrize("announced", [RSS, ATOM, RDF, SITEMAP], ids="rss atom rdf sitemap".split())
def test_a_file_is_what_it_says_it_is(announced, pack, kind):
    """Editors name a feed where a sitemap is asked for, and the other way round; some serve ``feed.xml.gz``."""
    assert [link.url for link in read_announced(kind, pack(announced.encode()), URL)] == ["https://film.example/a"]


def test_a_sitemap_may_be_plain_text():
    assert list(read_announced(Kind.SITEMAP, PLAIN.encode(), URL)) == [Link("https://film.example/a", Kind.ARTICLE)]
    assert list(read_announced(Kind.FEED, PLAIN.encode(), URL)) == []
    page = "<!doctype html><p>As told on\nhttps://film.example/a\n<p>"
    assert list(read_announced(Kind.SITEMAP, page.encode(), URL)) == []


def test_the_name_of_an_item_may_be_its_address():
    feed = (
        '{"items": [{"id": "https://film.example/a"}, {"id": "7"}, {"id": 7}, {"id": "https://film.example/b", "url": "/c"}]}'
    )
    assert [link.url for link in read_feed(feed.encode(), URL)] == ["https://film.example/a", "https://film.example/c"]


@pytest.mark.parametrize(
    "moment", ["0001-01-01T00:00:00+08:00", "9999-12-31T23:59:59-08:00", "1970-01-01", "2026-02-30", "soon", ""]
)
def test_a_moment_that_no_calendar_has_is_none(moment):
    sitemap = f"<urlset><url><loc>https://film.example/a</loc><lastmod>{moment}</lastmod></url></urlset>"
    feed = '{"items": [{"url": "https://film.example/a", "date_published": "' + moment + '"}]}'
    link = Link("https://film.example/a", Kind.ARTICLE)
    assert list(read_sitemap(sitemap.encode(), URL)) == list(read_feed(feed.encode(), URL)) == [link]


@pytest.mark.parametrize("told", ["2026年11月20日 10:00", "Thu, 01 Jan 1970 00:00:00 GMT", "soon"])
def test_a_day_that_a_feed_cannot_mean_is_none(told):
    feed = f"<rss><channel><item><link>https://film.example/a</link><pubDate>{told}</pubDate></item></channel></rss>"
    assert list(read_feed(feed.encode(), URL)) == [Link("https://film.example/a", Kind.ARTICLE)]


@pytest.mark.parametrize("spaces", ["xmlns:image='i' xmlns:news='n' xmlns:video='v'", ""])
def test_pictures_and_films_in_a_sitemap_are_no_stories(spaces):
    """WordPress lists the pictures of each story; prefixes may have lost what they stand for."""
    pictures = "<image:image><image:loc>https://film.example/p.jpg</image:loc><image:title>Poster</image:title></image:image>"
    told = "<video:title>Trailer</video:title><video:publication_date>2020-01-01</video:publication_date>"
    films = f"<video:video>{told}</video:video>"
    news = (
        "<news:news><news:publication_date>2026-11-21T08:00:00Z</news:publication_date><news:title>Fog</news:title></news:news>"
    )
    entry = "<url><loc>https://film.example/{}</loc>{}</url>".format
    sitemap = f"<urlset {spaces}>{entry('a', news + pictures + films)}{entry('b', pictures)}</urlset>"
    stories = [Link("https://film.example/a", Kind.ARTICLE, "Fog", DAY), Link("https://film.example/b", Kind.ARTICLE)]
    assert list(read_sitemap(sitemap.encode(), URL)) == stories


@pytest.mark.parametrize("said", ["", "encoding='gb2312'", "encoding='utf-8'", "encoding='iso-8859-1'"])
@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_feed_is_in_the_encoding_that_it_is_in(encoding, said):
    item = "<item><title>电影节开幕，导演谈新片</title><link>https://film.example/a</link></item>"
    feed = f"<?xml version='1.0' {said}?><rss version='2.0'><channel>{item}</channel></rss>"
    assert [link.headline for link in read_feed(feed.encode(encoding), URL)] == ["电影节开幕，导演谈新片"]


def test_a_feed_that_somebody_else_serves_names_its_own_stories():
    own = "<feedburner:origLink>https://film.example/a</feedburner:origLink>"
    item = f"<item><link>https://feedproxy.example/~r/1</link>{own}</item>"
    feed = f"<rss xmlns:feedburner='http://rssnamespace.org/feedburner/ext/1.0'><channel>{item}</channel></rss>"
    assert [link.url for link in read_feed(feed.encode(), URL)] == ["https://film.example/a"]


def test_an_index_leads_to_sitemaps():
    index = b"<sitemapindex><sitemap><loc>https://film.example/s.xml</loc></sitemap></sitemapindex>"
    assert list(read_sitemap(index, URL)) == [Link("https://film.example/s.xml", Kind.SITEMAP)]


def test_entries_are_bounded():
    sitemap = b"<urlset>" + b"<url><loc>https://film.example/a</loc></url>" * (MAX_ENTRIES + 9) + b"</urlset>"
    assert len(list(read_sitemap(sitemap, URL))) == MAX_ENTRIES


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
LAUGHS = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "lol">{LAUGHS}]>'


@pytest.mark.parametrize("entity", ['"haha"', 'SYSTEM "file:///etc/hostname"', 'SYSTEM "http://127.0.0.2:9/x"'])
def test_entities_are_left_alone(entity):
    head = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e {entity}>]>'
    sitemap = f"{head}<urlset><url><loc>https://film.example/&e;</loc></url></urlset>"
    assert {link.url for link in read_sitemap(sitemap.encode(), URL)} <= {"https://film.example/"}
    feed = f"{head}<rss><channel><item><title>&e;</title><link>https://film.example/a</link></item></channel></rss>"
    for link in read_feed(feed.encode(), URL):
        assert link.headline in (None, "&e;", "haha")


def test_a_billion_laughs_are_none():
    sitemap = f"{LAUGHS}<urlset><url><loc>https://film.example/&l9;</loc></url></urlset>"
    assert sum(len(link.url) for link in read_sitemap(sitemap.encode(), URL)) < 1000
    feed = f"{LAUGHS}<rss><channel><item><title>&l9;</title><link>https://film.example/a</link></item></channel></rss>"
    assert sum(len(link.headline or "") for link in read_feed(feed.encode(), URL)) < 1000
