"""`scrapy demo` as a newcomer runs it: nothing there before, no network, the whole way to a searched database."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from crawler.demo.report import notices
from crawler.demo.stories import read_stories
from storage.engine import open_database, reading
from storage.models import Fate
from storage.outcomes import list_outcomes
from storage.queries import find_article, show_article
from storage.search import search

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
