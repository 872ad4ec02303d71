"""Feeds and sitemaps that misbehave: bombs, loops, entities, other people's addresses. What they announce honestly comes in."""

import gzip

from tests.crawler.server import Answer, Site, article_html
from tests.hostile.servers import by_path, frontier, gzip_bomb, listening, raw, story

XML = {"Content-Type": "application/xml"}
BILLION = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


def rss(*links: str, head: str = "") -> str:
    items = "".join(f"<item><title>A story</title><link>{link}</link></item>" for link in links)
    return f"<?xml version='1.0'?>{head}<rss version='2.0'><channel><title>Film</title>{items}</channel></rss>"


def sitemap(*links: str, kind: str = "url", head: str = "") -> str:
    entries = "".join(f"<{kind}><loc>{link}</loc></{kind}>" for link in links)
    root = "urlset" if kind == "url" else "sitemapindex"
    return f"<?xml version='1.0'?>{head}<{root} xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>{entries}</{root}>"


def index_without_end(handler) -> None:
    """Every sitemap is an index of two further ones."""
    body = sitemap(*(f"http://{handler.headers['Host']}{handler.path}{n}" for n in (0, 1)), kind="sitemap").encode()
    handler.send_response(200)
    handler.send_header("Content-Type", "application/xml")
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body)


class Endless(dict):
    """Routes in which every path under /index/ leads on."""

    def get(self, path: str, default: object = None) -> object:
        return index_without_end if path.startswith("/index/") else super().get(path, default)


def test_feeds_and_sitemaps_that_misbehave(site: Site, scrapy, tmp_path):
    honest = [story(f"announced-{number}") for number in range(9)]
    for number, path in enumerate(honest):
        words = f"ferry{number} quay{number} lantern{number} tide{number} rope{number}"
        site.page(path, article_html(f"Announced {number}", words))
    urls = [site.url + path for path in honest]
    with listening("127.0.0.2") as (port, calls):
        strange = f"http://127.0.0.2:{port}{story('strange')}"
        outside = (
            f'<!DOCTYPE x [<!ENTITY e SYSTEM "http://127.0.0.2:{port}/e"><!ENTITY % p SYSTEM "http://127.0.0.2:{port}/p">%p;]>'
        )
        laughs = f'<!DOCTYPE x [<!ENTITY l0 "lol">{BILLION}]>'
        feeds = {
            "/entities.rss": Answer(rss(urls[0], f"{site.url}/&l9;", head=laughs), 200, XML),
            "/outside.rss": Answer(rss(urls[0], f"{site.url}/&e;", strange, head=outside), 200, XML),
            "/strange.rss": Answer(rss(urls[1], strange, "javascript:x", "file:///etc/hostname", "http://[", ""), 200, XML),
            "/many.rss": Answer(rss(*[urls[1]] * 60_000), 200, XML),
            "/deep.json": Answer('{"items":' + "[" * 200_000, 200, {"Content-Type": "application/feed+json"}),
            "/cut.rss": Answer(rss(*urls[:4])[:-60], 200, XML),
            "/html.rss": Answer("<html><body>We moved</body></html>", 200, {"Content-Type": "text/html"}),
            "/bomb.rss": Answer(gzip_bomb(64), 200, {**XML, "Content-Encoding": "gzip"}),
            "/stall.rss": raw(b"", 25),
            "/many.json": Answer('{"items":[' + "{}," * 2_000_000 + "{}]}", 200, {"Content-Type": "application/feed+json"}),
        }
        sitemaps = {
            "/self.xml": Answer(sitemap(f"{site.url}/self.xml", f"{site.url}/other.xml", kind="sitemap"), 200, XML),
            "/other.xml": Answer(sitemap(f"{site.url}/self.xml", kind="sitemap"), 200, XML),
            "/bomb.xml.gz": Answer(gzip_bomb(200, b"<urlset>"), 200, {"Content-Type": "application/gzip"}),
            "/packed.xml.gz": Answer(gzip.compress(sitemap(*urls[3:6]).encode()), 200, {"Content-Type": "application/gzip"}),
            "/cut.xml.gz": Answer(
                gzip.compress(sitemap(urls[6], *urls).encode())[:-12], 200, {"Content-Type": "application/gzip"}
            ),
            "/named.xml": Answer(
                f"<s:urlset xmlns:s='https://maps.example/1'><s:url><s:loc>{urls[7]}</s:loc></s:url></s:urlset>", 200, XML
            ),
            "/tomorrow.xml": Answer(
                f"<urlset><url><loc>{urls[8]}</loc><lastmod>9999-12-31T23:59:59-12:00</lastmod></url></urlset>", 200, XML
            ),
            "/laughs.xml": Answer(sitemap(f"{site.url}/&l9;", urls[4], head=laughs), 200, XML),
            "/outside.xml": Answer(sitemap(f"{site.url}/&e;", urls[4], head=outside), 200, XML),
            "/all.xml": Answer(
                sitemap(site.url, *(site.url + path for path in ("/tag/fog/", "/author/a-b-c-d/", "/x/page/2"))), 200, XML
            ),
            "/strange.xml": Answer(sitemap(strange, urls[5], "gopher://x/", "http://127.0.0.1:1/" + "a" * 5000), 200, XML),
        }
        listings = {
            "/tags/": Answer("<body>" + "<a>" * 2_000_000),
            "/links/": Answer("<body>" + "<a href=/x>y</a>" * 500_000),
            "/paragraphs/": Answer(f"<body><a href={urls[0]}>0</a>" + "<p>" * 2_000_000),
        }
        site.routes = Endless({**site.routes, **feeds, **sitemaps, **listings})
        named = {
            "seeds": " ".join(site.url + path for path in listings),
            "feeds": " ".join(site.url + path for path in feeds),
            "sitemaps": " ".join(site.url + path for path in [*sitemaps, "/index/"]),
        }
        words = [word for name, value in named.items() for word in ("-a", f"{name}={value}")]
        settings = {"SPIDER_MODULES": "tests.hostile.spiders", "MEMUSAGE_LIMIT_MB": 300, "MEMUSAGE_CHECK_INTERVAL_SECONDS": 0.5}
        done = scrapy("crawl", "many", *words, **settings, DOWNLOAD_TIMEOUT=12, RETRY_TIMES=0)
    assert done.returncode == 0, done.stderr
    assert calls == []
    assert "Traceback" not in done.stderr
    states = by_path(frontier(tmp_path))
    assert {states[path][0] for path in honest} == {"done"}
    assert {path for path in states if path.startswith("/2026/")} == set(honest)
    assert len([path for path in site.paths() if path.startswith("/index/")]) <= 1 + 2 + 4 + 8
    assert site.paths().count("/self.xml") == 1
    assert states["/bomb.rss"] == ["failed", "larger than allowed"]
    assert {states[path][0] for path in listings} == {"done"}
    assert not {"/", "/tag/fog/", "/author/a-b-c-d/", "/x/page/2"} & states.keys()
    assert states["/stall.rss"] == ["failed", "timed out"]


def test_pages_that_take_hours_to_read_are_given_up_and_the_crawl_goes_on(site: Site, scrapy, tmp_path):
    """feedparser compares each attribute of an element with all before it, as libxml2 does where we do not cut them."""
    crowd = " ".join(f"a{number}=''" for number in range(100_000))
    site.page("/crowded/", f"<body {crowd}><a href={story('crowded')}>x</a>")
    site.page(story("crowded"), article_html("A crowded one", "pier net gull mast oar"))
    site.routes["/crowded.rss"] = Answer(
        f"<rss><channel {crowd}><item><link>{site.url}/</link></item></channel></rss>", 200, XML
    )
    site.page("/film/", f"<a href={story('quick')}>x</a>")
    site.page(story("quick"), article_html("A quick one", "ferry quay lantern tide rope"))
    seeds = ("-a", f"seeds={site.url}/crowded/ {site.url}/film/", "-a", f"feeds={site.url}/crowded.rss")
    done = scrapy("crawl", "many", *seeds, SPIDER_MODULES="tests.hostile.spiders", FILMWIRE_CLEAN_SECONDS=4)
    assert done.returncode == 0, done.stderr
    ends = by_path(frontier(tmp_path))
    assert ends.pop("/crowded.rss") == ["failed", "took longer than 4 s"]
    assert ends == {path: ["done", None] for path in ("/crowded/", "/film/", story("crowded"), story("quick"))}
    assert "Traceback" not in done.stderr
