"""When schedules are due: clock changes, downtime, mistakes. No clock runs here."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.exits import Mistake
from crawler.jobs.timetable import ahead, local_zone, next_time, plan
from storage.crawls.tables import Schedule

TIMES = [
    # after (UTC)          cron            zone                 next three (UTC)
    # Shanghai has no clock changes: midnight there is 16:00 UTC all year.
    ("2026-11-21 12:00", "0 */6 * * *", "Asia/Shanghai", "2026-11-21 16:00, 2026-11-21 22:00, 2026-11-22 04:00"),
    ("2026-03-08 00:00", "30 7 * * 1-5", "Asia/Shanghai", "2026-03-08 23:30, 2026-03-09 23:30, 2026-03-10 23:30"),
    # New York, spring: 02:00-03:00 of 8 March does not exist; what falls into it runs right after.
    ("2026-03-07 12:00", "30 2 * * *", "America/New_York", "2026-03-08 07:00, 2026-03-09 06:30, 2026-03-10 06:30"),
    ("2026-03-08 05:30", "0 * * * *", "America/New_York", "2026-03-08 06:00, 2026-03-08 07:00, 2026-03-08 08:00"),
    ("2026-03-07 12:00", "0 9 * * *", "America/New_York", "2026-03-07 14:00, 2026-03-08 13:00, 2026-03-09 13:00"),
    # New York, autumn: 01:00-02:00 of 1 November comes twice; a fixed time runs once, `*` runs by the real clock.
    ("2026-10-31 12:00", "30 1 * * *", "America/New_York", "2026-11-01 05:30, 2026-11-02 06:30, 2026-11-03 06:30"),
    ("2026-11-01 04:30", "0 * * * *", "America/New_York", "2026-11-01 05:00, 2026-11-01 06:00, 2026-11-01 07:00"),
    # Asked from within the second of the two hours: what ran in the first does not run again.
    ("2026-11-01 06:10", "30 1 * * *", "America/New_York", "2026-11-02 06:30, 2026-11-03 06:30, 2026-11-04 06:30"),
    # Half an hour of change, and a change at midnight.
    ("2026-10-03 10:00", "15 2 * * *", "Australia/Lord_Howe", "2026-10-03 15:30, 2026-10-04 15:15, 2026-10-05 15:15"),
    ("2026-09-05 12:00", "0 0 * * *", "America/Santiago", "2026-09-06 04:00, 2026-09-07 03:00, 2026-09-08 03:00"),
    ("2026-01-31 00:00", "0 0 L * *", "UTC", "2026-02-28 00:00, 2026-03-31 00:00, 2026-04-30 00:00"),
]


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@pytest.mark.parametrize(("after", "cron", "zone", "expected"), TIMES)
def test_the_next_times(after: str, cron: str, zone: str, expected: str) -> None:
    now, times = moment(after), []
    for _ in range(3):
        now = next_time(cron, zone, now)
        times.append(now)
    assert ", ".join(f"{time:%Y-%m-%d %H:%M}" for time in times) == expected


@given(
    st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31)),  # noqa: DTZ001 - Hypothesis wants them without a zone
    st.sampled_from(["*/7 * * * *", "0 * * * *", "30 1 * * *", "15 2 * * 0", "0 0 1 * *"]),
    st.sampled_from(["America/New_York", "Asia/Shanghai", "Europe/London", "Australia/Lord_Howe", "America/St_Johns"]),
)
def test_the_next_time_is_always_later(after: datetime, cron: str, zone: str) -> None:
    after = after.replace(tzinfo=UTC)
    assert next_time(cron, zone, after) > after


@pytest.mark.parametrize(
    ("cron", "zone", "word"),
    [
        ("* * *", "UTC", "five fields"),
        ("* * * * * *", "UTC", "five fields"),
        ("@daily", "UTC", "five fields"),
        ("61 * * * *", "UTC", "bad minute"),
        ("0 0 31 2 *", "UTC", "bad day-of-month"),
        ("0 0 30 2 1#6", "UTC", "bad day-of-week"),
        ("x y z a b", "UTC", "bad minute"),
        ("0 0 * * *", "Mars/Olympus", "no time zone"),
        ("0 0 * * *", "../../etc/passwd", "no time zone"),
        ("0 0 * * *", "", "no time zone"),
    ],
)
def test_what_cannot_be_meant_is_said_in_one_line(cron: str, zone: str, word: str) -> None:
    with pytest.raises(Mistake, match=word) as mistake:
        next_time(cron, zone, moment("2026-11-21 12:00"))
    assert "\n" not in str(mistake.value)


def schedule(next_at: str, cron: str = "*/5 * * * *", *, paused: bool = False) -> Schedule:
    return Schedule(id=1, name="harbour", cron=cron, zone="UTC", paused=paused, next_at=moment(next_at))


NOW = moment("2026-11-21 12:02")


@pytest.mark.parametrize(
    ("case", "then"),
    [
        (schedule("2026-11-21 12:05"), None),
        (schedule("2026-11-21 12:02"), "2026-11-21 12:05"),
        (schedule("2026-11-21 12:00"), "2026-11-21 12:05"),
        (schedule("2026-11-20 00:00"), "2026-11-21 12:05"),  # 433 times missed: one run makes up for them
        (schedule("2026-11-20 00:00", paused=True), None),
    ],
)
def test_what_is_due_fires_once(case: Schedule, then: str | None) -> None:
    firings = plan([case], NOW)
    assert [(firing.seen, firing.next_at) for firing in firings] == ([(case.next_at, moment(then))] if then else [])


def test_five_minutes_with_two_of_downtime_by_an_injected_clock() -> None:
    every_minute, fired = schedule("2026-11-21 12:01", "* * * * *"), []
    for second in range(60, 360):
        now = moment("2026-11-21 12:00") + timedelta(seconds=second)
        if 130 <= second < 250:
            continue  # nobody there
        for firing in plan([every_minute], now):
            fired.append(second)
            every_minute.next_at = firing.next_at
    assert fired == [60, 120, 250, 300]


@pytest.mark.parametrize(
    ("next_at", "then"),
    [
        ("2028-11-21 18:00", "2026-11-21 18:00"),
        ("2026-11-21 18:00", None),
        ("2026-11-22 00:00", "2026-11-21 18:00"),
        ("2026-11-21 11:00", None),
    ],
)
def test_a_clock_that_ran_ahead_keeps_no_schedule_waiting(next_at: str, then: str | None) -> None:
    firings = ahead([schedule(next_at, "0 */6 * * *")], moment("2026-11-21 12:30"))
    assert [firing.next_at for firing in firings] == ([moment(then)] if then else [])


def test_a_clock_that_is_set_back_a_little_fires_nothing_twice() -> None:
    assert ahead([schedule("2026-11-21 18:00", "0 */6 * * *")], moment("2026-11-21 11:58")) == []


def test_this_machines_zone_has_a_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Asia/Shanghai")
    assert local_zone() == "Asia/Shanghai"
    monkeypatch.setenv("TZ", "nonsense")
    assert next_time("0 0 * * *", local_zone(), NOW) > NOW
