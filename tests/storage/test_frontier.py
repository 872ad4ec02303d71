"""The frontier: nothing is leased twice, nothing is lost, and what is known is left alone."""

from datetime import UTC, datetime, timedelta

import pytest

from storage.crawls.frontier import MAX_DEATHS, begin, enter, expire, finish, lease, owners, release, standing
from storage.crawls.leads import Answer, Lead, State, Tenure
from storage.engine import open_database, writing

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
EARLIER = NOW - timedelta(days=1)


@pytest.fixture
def engine(database_url):
    opened = open_database(database_url)
    yield opened
    opened.dispose()


def lead(name, priority=10, **more):
    return Lead(f"https://film.example/{name}", "article", priority, **more)


def tenure(owner="a", now=NOW, seconds=60):
    return Tenure(owner, now, now + timedelta(seconds=seconds))


def names(leased):
    return [url.url.rsplit("/", 1)[-1] for url in leased]


def test_a_url_is_entered_once(engine):
    with writing(engine) as session:
        assert enter(session, "x", [lead("a"), lead("b"), lead("a")], NOW, before=NOW).new == 2
        again = enter(session, "x", [lead("a"), lead("c")], NOW, before=NOW)
        assert (again.new, again.known, again.fresh) == (1, 0, 2)
        assert enter(session, "x", [lead("a")], NOW, before=NOW + timedelta(seconds=1)).known == 1
        assert enter(session, "y", [lead("a")], NOW, before=NOW).new == 1


def test_a_clock_that_jumps_ahead_ends_no_lease_of_ones_own(engine):
    with writing(engine) as session:
        enter(session, "x", [lead("a")], NOW, before=NOW)
        assert names(lease(session, "x", 9, tenure())) == ["a"]
        assert lease(session, "x", 9, tenure(now=NOW + timedelta(days=1))) == []
        assert names(lease(session, "x", 9, tenure("b", now=NOW + timedelta(days=1)))) == ["a"]


@pytest.mark.parametrize(("later", "fetched"), [(timedelta(days=700), 2), (timedelta(minutes=5), 0)])
def test_what_a_clock_that_ran_ahead_has_finished_is_fetched_again_once_it_is_set_right(engine, later, fetched):
    """It stood there as finished for years to come; a clock that is set by minutes makes nobody fetch anything twice."""
    with writing(engine) as session:
        leads = [lead("list", again=True), lead("story"), lead("gone")]
        enter(session, "x", leads, NOW, before=NOW)
        ends = Answer(due_at=NOW + 2 * later, reason="status 404"), Answer(due_at=NOW + 2 * later), Answer(State.FAILED)
        for leased, end in zip(lease(session, "x", 9, tenure()), ends, strict=True):
            finish(session, leased.id, end, NOW + later)
        assert enter(session, "x", leads, NOW, before=NOW).again == fetched


def test_the_important_come_first_then_the_newest_then_the_first_found(engine):
    with writing(engine) as session:
        leads = [
            lead("old", date=EARLIER),
            lead("deep", 0),
            lead("plain"),
            lead("new", date=NOW),
            lead("feed", 30),
            lead("later"),
        ]
        enter(session, "x", leads, NOW, before=NOW)
        assert names(lease(session, "x", 10, tenure())) == ["feed", "new", "old", "plain", "later", "deep"]


def test_two_owners_never_get_the_same(engine):
    with writing(engine) as session:
        enter(session, "x", [lead(str(number)) for number in range(10)], NOW, before=NOW)
    with writing(engine) as session:
        first = names(lease(session, "x", 6, tenure("a")))
    with writing(engine) as session:
        second = names(lease(session, "x", 6, tenure("b")))
        assert (len(first), len(second)) == (6, 4)
        assert not set(first) & set(second)
        assert sorted(owners(session, "x")) == ["a", "b"]


def test_what_crawls_die_with_in_hand_is_given_up_and_what_they_only_leased_is_not(engine):
    with writing(engine) as session:
        enter(session, "x", [lead("killer"), lead("bystander")], NOW, before=NOW)
        lease(session, "x", 2, tenure())
        for turn in range(1, MAX_DEATHS + 1):
            killer, bystander = lease(session, "x", 2, tenure(f"b{turn}", now=NOW + timedelta(minutes=2 * turn)))
            assert (killer.suspect, bystander.suspect) == (True, True)
            begin(session, killer.id)
        assert names(lease(session, "x", 2, tenure(now=NOW + timedelta(hours=1)))) == ["bystander"]
        assert standing(session, "x") == {State.FAILED: 1, State.LEASED: 1}
        assert enter(session, "x", [lead("killer")], NOW + timedelta(days=2), before=NOW + timedelta(days=2)).again == 1


def test_what_is_given_back_is_no_try(engine):
    with writing(engine) as session:
        enter(session, "x", [lead("a")], NOW, before=NOW)
        for _ in range(MAX_DEATHS + 2):
            assert names(lease(session, "x", 1, tenure())) == ["a"]
            assert release(session, "a") == 1


def test_the_leases_of_the_dead_run_out_at_once(engine):
    with writing(engine) as session:
        enter(session, "x", [lead("a")], NOW, before=NOW)
        lease(session, "x", 1, tenure("dead"))
        assert lease(session, "x", 1, tenure("alive")) == []
        expire(session, "dead")
        assert names(lease(session, "x", 1, tenure("alive"))) == ["a"]


def test_what_is_done_stays_done_until_it_is_due_or_asked_for(engine):
    tomorrow = NOW + timedelta(days=1)
    with writing(engine) as session:
        enter(session, "x", [lead("story"), lead("list")], NOW, before=NOW)
        for url in lease(session, "x", 2, tenure()):
            finish(session, url.id, Answer(etag='"1"', due_at=NOW + timedelta(hours=6)), NOW)
        assert enter(session, "x", [lead("story")], NOW, before=NOW + timedelta(seconds=1)).known == 1
        assert enter(session, "x", [lead("list", again=True)], NOW, before=NOW + timedelta(seconds=1)).again == 1
        assert enter(session, "x", [lead("story")], tomorrow, before=tomorrow).again == 1
        [first, second] = lease(session, "x", 2, tenure(now=tomorrow))
        assert first.fetched_before
        assert (first.etag, second.etag) == ('"1"', '"1"')


def test_an_answer_that_says_less_forgets_nothing(engine):
    with writing(engine) as session:
        enter(session, "x", [lead("a")], NOW, before=NOW)
        [url] = lease(session, "x", 1, tenure())
        finish(session, url.id, Answer(etag='"1"', content=b"x" * 16), NOW)
        enter(session, "x", [lead("a", again=True)], NOW, before=NOW + timedelta(seconds=1))
        [url] = lease(session, "x", 1, tenure())
        finish(session, url.id, Answer(State.FAILED, "status 503"), NOW)
        enter(session, "x", [lead("a", again=True)], NOW, before=NOW + timedelta(seconds=1))
        [url] = lease(session, "x", 1, tenure())
        assert (url.etag, url.content) == ('"1"', b"x" * 16)
