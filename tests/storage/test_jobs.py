"""Jobs and schedules, on both databases: whatever two do at once, one does it."""

import threading
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Engine

from storage.crawls.jobs import (
    Ending,
    JobState,
    Work,
    claim_job,
    database_time,
    due_jobs,
    enqueue,
    hold_lane,
    let_go,
    renew,
    runs_in,
    settle,
    take_back,
)
from storage.crawls.runs import start_run
from storage.crawls.schedules import (
    Timetable,
    add_schedule,
    advance,
    find_schedule,
    last_run,
    list_schedules,
    pause_schedule,
    remove_schedule,
    resume_schedule,
)
from storage.crawls.tables import Job, Run
from storage.engine import reading, writing

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
LEASE = timedelta(seconds=60)
HARBOUR = Work("crawl", "harbour", {"since": "2026-11-01"}, "harbour.example")
TIMETABLE = Timetable("harbour", "harbour", {}, "harbour.example", "0 * * * *", "Asia/Shanghai")


def after(seconds: float) -> datetime:
    return NOW + timedelta(seconds=seconds)


def test_what_a_clock_that_ran_ahead_has_put_off_is_done_once_it_is_set_right(engine: Engine) -> None:
    years = timedelta(days=700)
    with writing(engine) as session:
        job_id = enqueue(session, HARBOUR, NOW + years)
        assert due_jobs(session, NOW) == [job_id]
        assert claim_job(session, job_id, "ada:1", NOW, years) is not None
        assert take_back(session, after(1), 3) == [job_id]
        assert due_jobs(session, after(1)) == [job_id]


def test_a_job_says_what_is_to_be_done(engine: Engine) -> None:
    with writing(engine) as session:
        job_id = enqueue(session, HARBOUR, NOW)
        assert due_jobs(session, after(-1)) == []
        assert due_jobs(session, NOW) == [job_id]
        claim = claim_job(session, job_id, "ada:1", NOW, LEASE)
        assert claim is not None
        assert (claim.work, claim.worker, claim.tries) == (HARBOUR, "ada:1", 1)
        assert due_jobs(session, NOW) == []
        assert settle(session, claim, Ending(JobState.DONE), after(5))
        job = session.get(Job, job_id)
        assert (job.state, job.finished_at, job.worker, job.lease_until) == ("done", after(5), None, None)


def test_of_many_who_want_a_job_one_gets_it(engine: Engine) -> None:
    with writing(engine) as session:
        job_id = enqueue(session, HARBOUR, NOW)
    start, claims = threading.Barrier(6), []

    def want(name: str) -> None:
        start.wait()
        with writing(engine) as session:
            claims.append(claim_job(session, job_id, name, NOW, LEASE))

    wanting = [threading.Thread(target=want, args=(f"worker {number}",)) for number in range(6)]
    for thread in wanting:
        thread.start()
    for thread in wanting:
        thread.join()
    assert len(claims) == 6
    assert sum(claim is not None for claim in claims) == 1


def test_of_many_jobs_of_one_site_one_runs(engine: Engine) -> None:
    with writing(engine) as session:
        jobs = [enqueue(session, HARBOUR, NOW) for _ in range(6)]
    start, claims = threading.Barrier(6), []

    def want(job_id: int) -> None:
        start.wait()
        with writing(engine) as session:
            claims.append(claim_job(session, job_id, "ada:1", NOW, LEASE))

    wanting = [threading.Thread(target=want, args=(job_id,)) for job_id in jobs]
    for thread in wanting:
        thread.start()
    for thread in wanting:
        thread.join()
    (won,) = [claim for claim in claims if claim]
    with writing(engine) as session:
        assert due_jobs(session, NOW) == []
        settle(session, won, Ending(JobState.DONE), NOW)
        assert due_jobs(session, NOW) == [job_id for job_id in jobs if job_id != won.job_id]


def test_work_without_a_lane_runs_side_by_side(engine: Engine) -> None:
    with writing(engine) as session:
        jobs = [enqueue(session, Work("reclean", arguments={"batch": str(number)}), NOW) for number in range(3)]
        assert all(claim_job(session, job_id, "ada:1", NOW, LEASE) for job_id in jobs)


def test_a_lost_worker_loses_his_job_and_may_not_speak_about_it(engine: Engine) -> None:
    with writing(engine) as session:
        job_id = enqueue(session, HARBOUR, NOW)
        lost = claim_job(session, job_id, "ada:1", NOW, LEASE)
        run_id = start_run(session, "harbour", {}, job_id, "logs/1.log")
        assert renew(session, lost, after(100))
        assert take_back(session, after(99), 3) == []
        assert take_back(session, after(101), 3) == [job_id]
        assert session.get(Run, run_id).status == "lost"
        assert not renew(session, lost, after(200))
        again = claim_job(session, job_id, "ada:1", after(101), LEASE)
        assert again.tries == 2
        assert not settle(session, lost, Ending(JobState.FAILED), after(102)), "the name is the same, the try is not"
        assert settle(session, again, Ending(JobState.DONE), after(102))
        assert session.get(Job, job_id).state == "done"


def test_a_lane_that_is_held_by_hand_keeps_jobs_out_and_is_never_taken_up(engine: Engine) -> None:
    with writing(engine) as session:
        held = hold_lane(session, HARBOUR, "ada:1", NOW, 60)
        assert held is not None
        job_id = enqueue(session, HARBOUR, NOW)
        assert (due_jobs(session, NOW), runs_in(session, "harbour.example")) == ([], "ada:1")
        assert hold_lane(session, HARBOUR, "bob:2", NOW, 60) is None
        assert take_back(session, after(61), 3) == [held.job_id]
        assert due_jobs(session, after(61)) == [job_id], "the crawl by hand is over, not queued"
        again = hold_lane(session, HARBOUR, "bob:2", after(62), 60)
        let_go(session, "harbour.example", "ada:1", after(63))
        assert (runs_in(session, "harbour.example"), again is not None) == ("bob:2", True)
        let_go(session, "harbour.example", "bob:2", after(63))
        assert runs_in(session, "harbour.example") is None


def test_a_job_that_kills_its_workers_is_given_up(engine: Engine) -> None:
    with writing(engine) as session:
        job_id = enqueue(session, HARBOUR, NOW)
        for turn in range(3):
            assert claim_job(session, job_id, "ada:1", after(100 * turn), LEASE)
            take_back(session, after(100 * turn + 61), 3)
        job = session.get(Job, job_id)
        assert (job.state, job.tries, job.reason) == ("failed", 3, "lost with its worker ada:1")


def test_a_new_try_waits(engine: Engine) -> None:
    with writing(engine) as session:
        job_id = enqueue(session, HARBOUR, NOW)
        claim = claim_job(session, job_id, "ada:1", NOW, LEASE)
        settle(session, claim, Ending(JobState.QUEUED, "exit code 1", 60), NOW)
        assert (due_jobs(session, after(59)), due_jobs(session, after(60))) == ([], [job_id])
        assert claim_job(session, job_id, "ada:1", after(59), LEASE) is None
        claim = claim_job(session, job_id, "ada:1", after(60), LEASE)
        settle(session, claim, Ending(JobState.QUEUED, counts=False), after(60))
        assert session.get(Job, job_id).tries == 1, "being stopped is no fault of the job"


def test_a_schedule_has_one_open_job(engine: Engine) -> None:
    with writing(engine) as session:
        assert add_schedule(session, TIMETABLE, NOW)
        assert not add_schedule(session, TIMETABLE, NOW)
        schedule = find_schedule(session, "harbour")
        job_id = enqueue(session, HARBOUR, NOW, schedule.id)
        assert enqueue(session, HARBOUR, NOW, schedule.id) is None
        claim = claim_job(session, job_id, "ada:1", NOW, LEASE)
        assert enqueue(session, HARBOUR, NOW, schedule.id) is None
        settle(session, claim, Ending(JobState.DONE), NOW)
        job_id = enqueue(session, HARBOUR, NOW, schedule.id)
        assert last_run(session, schedule.id).job.id == job_id


def test_a_time_is_fired_by_one_scheduler(engine: Engine) -> None:
    with writing(engine) as session:
        add_schedule(session, TIMETABLE, NOW)
        schedule_id = find_schedule(session, "harbour").id
        assert advance(session, schedule_id, NOW, after(3600))
        assert not advance(session, schedule_id, NOW, after(3600))
        assert pause_schedule(session, "harbour")
        assert not advance(session, schedule_id, after(3600), after(7200))
        assert resume_schedule(session, "harbour", after(7200))
        assert advance(session, schedule_id, after(7200), after(9000))


def test_removing_a_schedule_keeps_what_it_did(engine: Engine) -> None:
    with writing(engine) as session:
        add_schedule(session, TIMETABLE, NOW)
        job_id = enqueue(session, HARBOUR, NOW, find_schedule(session, "harbour").id)
    with writing(engine) as session:
        assert remove_schedule(session, "harbour")
        assert not remove_schedule(session, "harbour")
    with reading(engine) as session:
        assert list_schedules(session) == []
        assert session.get(Job, job_id).schedule_id is None


@pytest.mark.parametrize("verb", [pause_schedule, remove_schedule])
def test_a_name_that_does_not_exist_is_told(engine: Engine, verb) -> None:
    with writing(engine) as session:
        assert not verb(session, "nobody")


def test_the_moment_is_the_databases(engine: Engine) -> None:
    with reading(engine) as session:
        assert abs(database_time(session) - datetime.now(UTC)) < timedelta(seconds=5)
