"""What a crawl is asked for, and which links may lead there."""

from datetime import UTC, datetime

import pytest

from crawler.links import Kind, Link
from crawler.spiders.wishes import wishes

FEED = datetime(2026, 11, 20, 8, tzinfo=UTC)
PLAIN, DATED = "https://film.example/fog", "https://film.example/2026/11/20/fog"


@pytest.mark.parametrize(
    ("link", "since", "until", "taken"),
    [
        (Link(PLAIN, Kind.ARTICLE, "Fog", FEED), "2026-11-20", "2026-11-20", True),
        (Link(PLAIN, Kind.ARTICLE, "Fog", FEED), "2026-11-21", None, False),
        (Link(PLAIN, Kind.ARTICLE, "Fog", FEED), None, "2026-11-19", False),
        (Link(PLAIN, Kind.ARTICLE), "2026-11-21", "2026-11-21", True),
        (Link(PLAIN, Kind.ARTICLE, None, FEED), None, "2026-11-19", True),  # changed on that day, says a sitemap
        (Link(PLAIN, Kind.ARTICLE, None, FEED), "2026-11-21", None, False),
        (Link(DATED, Kind.ARTICLE, None, FEED.replace(year=2027)), None, "2026-11-19", False),
        (Link(DATED, Kind.ARTICLE, None, FEED.replace(year=2027)), "2026-11-21", None, False),
        (Link(DATED, Kind.ARTICLE, None, FEED.replace(year=2027)), "2026-11-20", "2026-11-20", True),
        (Link(DATED, Kind.LISTING, None, FEED), "2026-11-21", None, True),
    ],
)
def test_which_days_a_link_may_lead_to(link, since, until, taken):
    assert wishes(since, until, None, None).takes(link) is taken


def test_a_day_is_one_of_the_site():
    evening = Link(PLAIN, Kind.ARTICLE, "Fog", datetime(2026, 11, 20, 17, tzinfo=UTC))  # the 21st in Shanghai
    assert wishes("2026-11-21", None, None, "Asia/Shanghai").takes(evening)
    assert not wishes("2026-11-21", None, None, None).takes(evening)


def test_a_section_is_a_part_of_the_address():
    asked = wishes(None, None, "/film/", None)
    assert asked.takes(Link("https://a.example/film/fog", Kind.ARTICLE))
    assert not asked.takes(Link("https://a.example/sport/fog", Kind.ARTICLE))
    assert not asked.takes_all
