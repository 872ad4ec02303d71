"""What a trap looks like, and what is left alone once a few pages of a kind brought nothing."""

from datetime import UTC, datetime
from itertools import count

import pytest

from crawler.discovery.traps import COPY, LISTING_PATIENCE, PATIENCE, PROBES, Traps, is_pathological, shape, without_copies
from storage.crawls.frontier import enter
from storage.crawls.leads import Lead, Leased
from storage.engine import open_database, writing

HOST = "https://film.example"
IDS = count(1)


def leased(path, *, kind="article", depth=1, fetched_before=False, priority=10):
    return Leased(next(IDS), f"{HOST}{path}", kind, priority, depth, None, None, None, None, None, fetched_before)


@pytest.fixture
def engine(database_url):
    engine = open_database(database_url)
    yield engine
    engine.dispose()


def visit(traps, url, *, fruitful):
    """Hand a URL out and settle it, unless it is left alone."""
    if traps.why_not(url) is not None:
        return False
    traps.begun(url)
    traps.ended(url.id, fruitful=fruitful)
    return True


@pytest.mark.parametrize(
    ("path", "pathological"),
    [
        ("/2026/11/21/the-long-night.html", False),
        ("/film/film/the-long-night.html", False),
        ("/film/film/film/the-long-night.html", True),
        ("/a/b/a/b/a/b.html", True),
        ("/" + "/".join(map(str, range(21))), True),
        ("/list?" + "&".join(f"k{number}=1" for number in range(11)), True),
        ("/story.php?id=7&lang=en&from=list", False),
    ],
)
def test_paths_that_no_page_has(path, pathological):
    assert is_pathological(HOST + path) is pathological


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("/2026/11/21/the-long-night.html", "/2025/01/02/a-short-day-in-may.html", True),
        ("/calendar/2026-11-21.html", "/calendar/2031-05-01.html", True),
        ("/calendar/2026-11-21.html", "/2026/11/21/the-long-night.html", False),
        ("/a/WS6822a1c4e310f735.html", "/a/WS0000b2d5f421a846.html", True),
        ("/2026/11/21/the-long-night.html?sort=asc", "/2026/11/22/the-longer-night.html?view=full&filter=x", True),
        ("/story.php?id=7", "/story.php?id=9", True),
        ("/story.php?id=7", "/story.php?id=7&sort=asc", False),
        ("/film/page/2", "/film/page/300", True),
        ("/a/2026/11/21/the-long-night.html", "/a/a/2026/11/21/the-long-night.html", True),
        ("/a/2026/11/21/the-long-night.html", "/b/2026/11/21/the-long-night.html", False),
    ],
)
def test_a_shape_is_what_a_template_makes(one, other, alike):
    assert (shape(HOST + one) == shape(HOST + other)) is alike


def test_what_brings_nothing_is_tried_a_few_times_and_the_others_go_on():
    traps = Traps()
    assert sum(visit(traps, leased(f"/calendar/2026-11-{day:02}.html"), fruitful=False) for day in range(1, 29)) == PROBES
    assert all(visit(traps, leased(f"/2026/11/21/the-long-night-{number}.html"), fruitful=True) for number in range(50))


def test_what_did_bring_something_is_given_longer():
    traps = Traps()
    assert visit(traps, leased("/2026/11/21/the-long-night.html"), fruitful=True)
    assert (
        sum(visit(traps, leased(f"/2026/11/21/gone-for-good-{number}.html"), fruitful=False) for number in range(99))
        == PATIENCE
    )


def test_what_a_template_was_learned_from_is_given_longer():
    traps = Traps()
    traps.vouch(leased("/2026/11/21/the-long-night.html").url)
    urls = [leased(f"/2026/11/21/gone-for-good-{number}.html") for number in range(99)]
    assert sum(visit(traps, url, fruitful=False) for url in urls) == PATIENCE


def test_no_more_are_under_way_than_may_be_tried():
    traps = Traps()
    urls = [leased(f"/2026/11/21/the-long-night-{number}.html") for number in range(9)]
    for url in urls[:PROBES]:
        assert not traps.must_wait(url)
        traps.begun(url)
    assert traps.must_wait(urls[PROBES])
    traps.ended(urls[0].id, fruitful=True)
    assert not traps.must_wait(urls[PROBES])


def test_a_pager_whose_articles_bring_nothing_is_not_followed():
    traps = Traps()
    pages = [leased(f"/film/page/{number}", kind="listing") for number in range(2, 9)]
    for page in pages[:2]:
        traps.begun(page)
        urls = [leased(f"/2024/01/02/made-up-{page.id}-{number}.html") for number in range(LISTING_PATIENCE // 2)]
        traps.listed(page.id, [url.url for url in urls], new=len(urls))
        assert traps.why_not(pages[2]) is None
        for url in urls:
            traps.begun(url)
            traps.ended(url.id, fruitful=False)
    assert traps.why_not(pages[2]) is not None


def test_no_listing_is_given_up_while_some_of_its_articles_are_under_way():
    traps = Traps()
    listing = leased("/film/", kind="listing")
    traps.begun(listing)
    slow, last, *quick = [leased(f"/2026/11/{day:02}/the-long-night.html") for day in range(1, 3 + LISTING_PATIENCE)]
    traps.listed(listing.id, [url.url for url in (slow, last, *quick)], new=len(quick) + 2)
    traps.begun(slow)
    for url in quick:
        traps.begun(url)
        traps.ended(url.id, fruitful=False)
    assert traps.must_wait(last)
    assert traps.why_not(last) is None
    traps.ended(slow.id, fruitful=True)
    assert not traps.must_wait(last)
    assert traps.why_not(last) is None


def test_what_was_had_before_and_where_a_crawl_begins_are_always_asked_for():
    traps = Traps()
    for day in range(1, 9):
        visit(traps, leased(f"/calendar/2026-11-{day:02}.html"), fruitful=False)
    assert traps.why_not(leased("/calendar/2026-11-21.html", fetched_before=True)) is None
    assert traps.why_not(leased("/calendar/2026-11-21.html", depth=0)) is None


def test_what_could_not_be_had_says_nothing_about_its_shape():
    traps = Traps()
    assert all(visit(traps, leased(f"/2026/11/21/the-long-night-{number}.html"), fruitful=None) for number in range(50))


def test_a_copy_waits_for_its_original():
    traps = Traps()
    story, copy = leased("/2026/11/21/the-long-night.html"), leased("/a/2026/11/21/the-long-night.html?sort=old", priority=COPY)
    traps.begun(story)
    assert traps.must_wait(copy)
    traps.ended(story.id, fruitful=True)
    assert not traps.must_wait(copy)


def lead(path):
    return Lead(f"{HOST}{path}", "article", 10)


def test_what_may_be_a_copy_of_a_known_story_comes_last(engine):
    known, other = "/2026/11/21/the-long-night.html", "/2026/11/22/a-day-in-the-sun.html"
    now = datetime.now(UTC)
    links = [
        f"/a{known}",
        f"{known}?sort=old",
        f"{known}?visit={'9f' * 8}",
        f"{other}?visit={'9f' * 8}",
        f"{known};v=2",
        f"/b{other}",
    ]
    with writing(engine) as session:
        enter(session, "film", [lead(known)], now, before=now)
        stories, copies = without_copies(session, "film", list(map(lead, links)))
    assert [story.url for story in stories] == [f"{HOST}{links[3]}", f"{HOST}{links[5]}"], "nobody knows the story without more"
    assert [copy.url for copy in copies] == [f"{HOST}{links[at]}" for at in (0, 1, 4)], "a token alone makes no page"
    assert {copy.priority for copy in copies} == {COPY}
