"""The queue on its three engines: it wakes, it may forget, it runs nothing that a job's number does not say."""

import pickle
from contextlib import closing
from pathlib import Path

import pytest

from crawler.exits import Exit, Mistake
from crawler.jobs.queue import open_queue


def test_a_message_is_a_jobs_number(queue_at: str) -> None:
    performed: list[int] = []
    with (
        closing(open_queue(queue_at, lambda job_id: performed.append(job_id) or True)) as queue,
        closing(open_queue(queue_at, lambda job_id: performed.append(-job_id) or False)) as other,
    ):
        queue.announce([7, 2**40])
        assert sorted(queue.huey.storage.enqueued_items()) == [b"%d" % 2**40, b"7"]
        assert other.huey.execute(other.huey.dequeue()) is False
        assert queue.huey.execute(queue.huey.dequeue()) is True
    assert performed == [-7, 2**40]


def test_workers_that_have_messages_enough_get_no_more(queue_at: str) -> None:
    with closing(open_queue(queue_at, bool)) as queue:
        for _ in range(5):
            queue.announce([1, 2])
        assert len(queue.huey) == 2


def test_a_message_that_is_no_number_is_refused(queue_at: str) -> None:
    with closing(open_queue(queue_at, bool)) as queue:
        queue.huey.storage.enqueue(pickle.dumps(print))
        with pytest.raises(ValueError, match="invalid literal"):
            queue.huey.dequeue()


@pytest.mark.parametrize(
    ("url", "word"),
    [
        ("redis://:secret@127.0.0.1:1/0", "cannot open the queue redis://"),
        ("postgresql+psycopg://me:secret@127.0.0.1:1/db", "cannot open the queue"),
        ("sqlite:////no/such/folder/queue.db", "unable to open"),
        ("amqp://me:secret@host", "no queue at amqp://"),
    ],
)
def test_a_queue_that_cannot_be_had_is_told_in_one_line(url: str, word: str) -> None:
    with pytest.raises(Mistake, match=word) as mistake:
        open_queue(url, bool)
    assert mistake.value.code is Exit.CONFIGURATION
    assert "secret" not in str(mistake.value)
    assert "\n" not in str(mistake.value)


def test_a_queue_that_goes_away_later_is_waited_for(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with closing(open_queue(f"sqlite:///{tmp_path / 'queue.db'}", bool)) as queue:
        queue.huey.storage.sql("DROP TABLE task")
        queue.announce([1])
    assert "jobs wait in the database" in caplog.text
