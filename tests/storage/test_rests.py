"""What fails again and again is asked for less and less."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import Engine

from storage.crawls.frontier import enter, finish, lease
from storage.crawls.leads import Answer, Lead, State, Tenure
from storage.crawls.rests import DEAD, LONGEST, resting, rests_until
from storage.engine import writing

FEED = Lead("https://film.example/feed.xml", "feed", 30, again=True)
GONE = Answer(State.FAILED, "status 404", barren=True)
DAY = timedelta(days=1)


def polled(engine: Engine, answer: Answer, days: int) -> list[int]:
    """The days on which a daily crawl asks for the feed, which always answers the same."""
    asked, begin = [], datetime(2026, 3, 1, tzinfo=UTC)
    for day in range(days):
        now = begin + day * DAY
        with writing(engine) as session:
            enter(session, "film", [FEED], now, before=now)
            for url in lease(session, "film", 9, Tenure("us", now, now + DAY / 2)):
                asked.append(day)
                finish(session, url.id, answer, now)
    return asked


def test_a_dead_feed_is_asked_for_less_and_less(engine: Engine) -> None:
    assert polled(engine, GONE, 100) == [0, 1, 2, 3, 5, 9, 17, 33, 63, 93]


def test_a_feed_without_news_is_not_dead(engine: Engine) -> None:
    assert polled(engine, Answer(barren=True), 9) == list(range(9))


def test_what_rests_is_told_and_why(engine: Engine) -> None:
    polled(engine, GONE, 10)
    on = datetime(2026, 3, 11, tzinfo=UTC)
    with writing(engine) as session:
        (rest,) = resting(session, "film", [FEED.url, "https://film.example/other.xml"], on)
        assert (rest.url, rest.reason, rest.times, rest.until) == (FEED.url, "status 404", DEAD + 3, on + 7 * DAY)
        assert not resting(session, "film", [FEED.url], rest.until)


def test_it_never_rests_for_good() -> None:
    now = datetime(2026, 3, 1, tzinfo=UTC)
    assert rests_until("status 404", 10**6, now) == now + LONGEST
