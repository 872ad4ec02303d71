"""Where articles and what takes itself for one lead to, and what their site reserves."""

import json
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta

from crawler.fetch.reservations import WHERE
from storage.crawls.frontier import enter, finish, lease
from storage.crawls.leads import Answer, Lead, State, Tenure
from storage.crawls.rests import DEAD
from storage.engine import open_database, writing
from tests.crawler.server import Site, article_html

LISTED, TOLD, TOLD_OF_IN_TURN, ON_THE_LIST = (f"/2026/11/0{day}/the-night-of-the-{day}-harbours.html" for day in (4, 3, 2, 1))
TOPIC = "/2026/11/all-about-the-long-night.html"


def publish(site: Site) -> None:
    def story(path: str, *links: str) -> None:
        words = " ".join(f"{word}{path[10]}{path[9]}" for word in "gala script costume extra critic ticket".split())
        told = "".join(f"<p>As <a href='{link}'>we reported</a> before the premiere.</p>" for link in links)
        page = article_html(f"The night of the {path[9]} harbours", words)
        site.page(
            path, page.replace("</article>", f"{told}</article><nav><a href='/menu/what-is-in-the-menu.html'>x</a></nav>")
        )

    story(LISTED, TOLD, "/about")
    story(TOLD, TOLD_OF_IN_TURN)
    story(TOLD_OF_IN_TURN)
    story(ON_THE_LIST)
    collection = json.dumps({"@type": "CollectionPage", "name": "All about the long night"})
    links = f"<li><a href='{ON_THE_LIST}'>story</a></li><p>{'All about the long night, and more of it. ' * 30}</p>"
    site.page(TOPIC, f"<script type='application/ld+json'>{collection}</script><h1>The long night</h1>{links}")
    site.page("/film/", f"<a href='{LISTED}'>x</a><a href='{TOPIC}'>y</a>")
    rules = [{"location": "/2026/11/01/*", "tdm-reservation": 1}, {"location": "/", "tdm-reservation": 0}]
    site.page(WHERE, json.dumps(rules), kind="application/json")


def test_stories_in_the_text_and_on_lists_are_fetched_and_reservations_recorded(site, scrapy, tmp_path):
    publish(site)
    done = scrapy("crawl", "site", "-a", f"url={site.url}/film/")
    assert done.returncode == 0, done.stderr
    assert site.paths().count(WHERE) == 1
    assert {path for path in site.paths() if path.startswith("/2026/")} == {LISTED, TOLD, ON_THE_LIST, TOPIC}
    assert not {"/about", "/menu/what-is-in-the-menu.html"} & set(site.paths())
    with closing(sqlite3.connect(tmp_path / "filmwire.db")) as database:
        kept = {url.removeprefix(site.url) for (url,) in database.execute("SELECT url FROM pages")}
    assert kept == {LISTED, TOLD, ON_THE_LIST}, "a page that says it is a list is followed, not stored"
    out = tmp_path / "out.jsonl"
    assert scrapy("export", str(out)).returncode == 0
    said = {row["url"].removeprefix(site.url): row["opt_outs"] for row in map(json.loads, out.read_text("utf-8").splitlines())}
    assert said == {LISTED: [], TOLD: [], ON_THE_LIST: ["tdm"]}


def test_a_dead_feed_is_told_of_and_left_to_rest(site, scrapy, tmp_path):
    url, feed = f"sqlite:///{tmp_path / 'filmwire.db'}", f"{site.url}/feed.xml"
    engine = open_database(url)
    for hours in range(DEAD, 0, -1):
        with writing(engine) as session:
            now = datetime.now(UTC) - timedelta(hours=hours)
            enter(session, "many", [Lead(feed, "feed", 30, again=True)], now, before=now)
            (leased,) = lease(session, "many", 1, Tenure("us", now, now))
            finish(session, leased.id, Answer(State.FAILED, "status 404", barren=True), now)
    engine.dispose()
    site.page(LISTED, article_html("The night of the four harbours", "gala script costume extra critic ticket"))
    site.page("/film/", f"<a href='{LISTED}'>x</a>")
    done = scrapy(
        "crawl", "many", "-a", f"seeds={site.url}/film/", "-a", f"feeds={feed}", SPIDER_MODULES="tests.hostile.spiders"
    )
    assert done.returncode == 0, done.stderr
    assert LISTED in site.paths()
    assert "/feed.xml" not in site.paths()
    assert f"resting      {feed} until" in done.stderr
    assert "3 times in a row it brought nothing (status 404)" in done.stderr
