"""`scrapy demo` as a newcomer runs it: nothing there before, no network, the whole way to a searched database."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from crawler.demo.report import notices
from crawler.demo.stories import read_stories
from storage.crawls.outcomes import list_outcomes
from storage.engine import open_database, reading
from storage.models import Fate, Standing
from storage.query.queries import find_article, show_article
from storage.query.search import search

ROOT = Path(__file__).parents[3]
pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("demo")]


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    folder = tmp_path_factory.mktemp("demo")
    environment = os.environ | {"PYTHONPATH": str(ROOT), "SCRAPY_SETTINGS_MODULE": "crawler.settings", "COLUMNS": "160"}
    environment.pop("FILMWIRE_DATABASE_URL", None)
    command = [str(Path(sys.executable).with_name("scrapy")), "demo"]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    return folder, done.stdout


@pytest.fixture
def session(demo):
    engine = open_database(f"sqlite:///{demo[0]}/filmwire-demo.db")
    with reading(engine) as session:
        yield session
    engine.dispose()


def shown(session, url):
    return show_article(session, find_article(session, url))


def test_it_stores_every_story_but_the_closed_one(session) -> None:
    outcomes = list_outcomes(session)
    fetched = {outcome.url for outcome in outcomes}
    promised = {story.url for story in read_stories()}
    assert {url for url in promised if "/preview/" in url}.isdisjoint(fetched)
    assert {url for url in promised if "/preview/" not in url} <= fetched
    assert Fate.FAILED not in {outcome.fate for outcome in outcomes}


def test_every_story_is_dated_as_its_newsroom_dated_it(session) -> None:
    """To the minute where its page tells one: the day in an address is no moment that a feed told."""
    wrong = {}
    for story in read_stories():
        if article_id := find_article(session, story.url):
            told = show_article(session, article_id).article
            by_day = told.date_precision == "day"
            right = story.published.date() == told.date_published.date() if by_day else story.published == told.date_published
            if not right:
                wrong[story.url] = told.date_published
    assert not wrong


def test_the_mirror_gets_its_headline_back(session) -> None:
    mirror = shown(session, "http://oakfield-dental.example/news/hp/20250513.html")
    assert mirror.article.headline == "Crossing by night"
    assert "星月轮盘" not in mirror.article.body
    assert any(word == "headline" and "星月轮盘" in what for word, what in notices(mirror))


def test_the_edited_article_keeps_both_texts(session) -> None:
    edited = shown(session, "http://www.lanternweekly.example/news/2025/05/kestrel-coast-moves")
    assert "leaking roof" in edited.article.headline
    assert [version.headline for version in edited.versions] == ["Halden moves ‘Kestrel Coast’ to next spring"]


def test_chinese_and_english_words_are_found(session) -> None:
    assert any("长夜渡江" in (hit.headline or "") for hit in search(session, "票房"))
    assert any("Salt Ledger" in (hit.headline or "") for hit in search(session, "box office"))


def test_it_ends_with_what_came_and_what_to_do_next(demo) -> None:
    output = demo[1]
    places = [output.index(title) for title in ("What came in", "What was noticed", "What was taken out", "Next")]
    assert places == sorted(places)
    assert "scrapy search 票房" in output
    assert "oakfield-dental.example" in output


def test_reposts_are_merged_under_the_original(session) -> None:
    for copy, original in (
        ("http://film.guangying.example/xinwen/2025-05/13/content_88102.html", "《长夜渡江》票房突破十亿元"),
        ("http://projectionroom.example/2025/05/12/the-salt-ledger-opens-at-number-one/", "‘The Salt Ledger’ opens"),
        ("http://projectionroom.example/2025/05/16/port-meridian-festival-names-18-titles/", "Port Meridian festival"),
    ):
        repost = shown(session, copy)
        assert repost.article.standing == Standing.DUPLICATE, copy
        assert repost.duplicates[0].headline.startswith(original)
        assert repost.duplicates[0].standing == Standing.PUBLISHED


def test_the_hacked_host_is_in_quarantine(session) -> None:
    for path in ("/news/hp/20250513.html", "/news/zj/index.html"):
        assert shown(session, f"http://oakfield-dental.example{path}").article.standing == Standing.QUARANTINED


def test_readers_comments_are_data(session) -> None:
    column = shown(session, "http://www.harbourpost.example/a/202505/10/HP681ef3a0e310f6aa.html")
    users = [comment.username for comment in column.comments]
    assert users[:3] == ["江边的小满", "Harbour Post", "riverlight88"]
    assert "pay tribute" not in column.article.body


def test_the_old_chinese_pages_read_well(session) -> None:
    article = shown(session, "http://www.yinmu.example/dianying/20250513/100231.htm")
    assert "本报讯（记者 程砚秋）据数影平台统计" in article.article.body
    assert not [line for line in ("责任编辑", "首页 |", "扫一扫", "分享到") if line in article.article.body]
    assert article.authors == ("程砚秋",)
