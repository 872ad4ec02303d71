"""A site that scripts make, crawled with the system's Chromium; nothing that its pages ask for reaches a private address."""

import json
import os
import re
import shutil

import pytest

pytest.importorskip("scrapy_playwright", reason="NO SCRAPY-PLAYWRIGHT: pip install 'filmwire[browser]' to crawl with a browser")

from crawler.fetch.browser import NAMES
from tests.crawler.server import article_html
from tests.hostile.servers import listening, story

MANY = {"SPIDER_MODULES": "tests.hostile.spiders"}


@pytest.fixture
def chromium() -> None:
    if not any(map(shutil.which, NAMES)):
        if os.environ.get("FILMWIRE_REQUIRE_SERVICES"):
            pytest.fail("Chromium is required here")
        pytest.skip("NO CHROMIUM: install chromium to crawl with it")


def by_script(html: str, more: str = "") -> str:
    """The same page, made by a script."""
    body = re.search("<body>(.*)</body>", html, re.S)[1]
    made = f"document.body.innerHTML = {json.dumps(body)};".replace("</", "<\\/")
    return f"<html lang='en'><head><title>Film</title></head><body><script>{more}{made}</script></body></html>"


@pytest.mark.slow
@pytest.mark.usefixtures("chromium")
def test_a_site_made_by_scripts(site, scrapy, tmp_path):
    path, away = story("scripted"), story("away")
    words = "ferry quay lantern tide rope anchor"
    with listening("127.0.0.2") as (port, calls):
        private = f"http://127.0.0.2:{port}/secret"
        socket = f"new WebSocket('{private.replace('http', 'ws')}');"
        probes = f"fetch('{private}').catch(() => 0); new Image().src = '{private}'; {socket}"
        site.page("/film/", by_script(f"<body><a href='{path}'>x</a><a href='{away}'>y</a></body>"))
        site.page(path, by_script(article_html("The scripted night", words), probes))
        site.page(away, f"<script>location = '{private}'</script>")
        done = scrapy("crawl", "scripted", "-a", f"seeds={site.url}/film/", **MANY)
        assert done.returncode == 0, done.stderr
        assert calls == []
    out = tmp_path / "out.jsonl"
    assert scrapy("export", str(out)).returncode == 0
    (article,) = map(json.loads, out.read_text("utf-8").splitlines())
    assert article["headline"] == "The scripted night"
    assert "lantern" in article["body"]
    assert {asked.headers["user-agent"] for asked in site.asked} == {"filmwire/0.1"}


@pytest.mark.slow
@pytest.mark.usefixtures("chromium")
def test_a_redirect_that_the_browser_follows_obeys_robots_and_stays_on_the_site(site, scrapy):
    """By the server and by a script; what is allowed is followed."""
    forbidden, scripted, away, allowed = (story(name) for name in ("forbidden", "scripted", "away", "allowed"))
    site.page("/robots.txt", "User-agent: *\nDisallow: /closed/\n", kind="text/plain")
    site.page("/film/", "".join(f"<a href='{path}'>x</a>" for path in (forbidden, scripted, away, allowed)))
    site.page(forbidden, "", status=302, Location="/closed/a.html")
    site.page(scripted, "<script>location = '/closed/b.html'</script>")
    site.page(allowed, "", status=301, Location=story("moved"))
    site.page(story("moved"), article_html("The night that moved", "ferry quay lantern tide rope anchor"))
    with listening("127.0.0.2") as (port, calls):
        site.page(away, "", status=302, Location=f"http://127.0.0.2:{port}/")
        done = scrapy("crawl", "scripted", "-a", f"seeds={site.url}/film/", "-L", "INFO", **MANY)
        assert calls == []
    assert done.returncode == 0, done.stderr
    assert not any(path.startswith("/closed/") for path in site.paths())
    assert "The night that moved" in done.stderr
    assert done.stderr.count("(forbidden by robots.txt)") == 2
