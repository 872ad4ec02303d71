"""``scrapy schedule``: what a user types, and what he is told."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from scrapy.cmdline import execute
from scrapy.utils.project import get_project_settings

from storage.crawls.schedules import list_schedules
from storage.engine import reading_from

ROOT = Path(__file__).resolve().parent.parent.parent
Told = Callable[..., tuple[int, str, str]]


@pytest.fixture
def schedule(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Told:
    """Run ``scrapy schedule`` in this process; give its exit code, stdout and stderr."""
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("TZ", "UTC")
    url = f"sqlite:///{tmp_path / 'filmwire.db'}"

    def run(*words: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as ended:
            execute(["scrapy", "schedule", "-s", f"FILMWIRE_DATABASE_URL={url}", *words], get_project_settings())
        told = capsys.readouterr()
        return int(ended.value.code or 0), told.out, told.err

    return run


def test_a_schedule_from_its_beginning_to_its_end(schedule: Told, tmp_path: Path) -> None:
    code, out, _ = schedule("add", "chinadaily", "0 */6 * * *", "--tz", "Asia/Shanghai", "-a", "since=2026-01-01")
    assert (code, out[:40]) == (0, "chinadaily: 0 */6 * * * Asia/Shanghai, f")
    assert schedule("add", "chinadaily", "5  4 * * 1", "--name", "weekly")[0] == 0
    code, out, _ = schedule("list")
    assert code == 0
    lines = [line.split() for line in out.splitlines()]
    assert lines[0] == "name site times zone next last result".split()
    assert lines[1][:8] == "chinadaily chinadaily since=2026-01-01 0 */6 * * *".split()
    assert lines[1][8] == "Asia/Shanghai"
    assert lines[2][:8] == "weekly chinadaily 5 4 * * 1 UTC".split()
    assert schedule("pause", "weekly")[0] == 0
    assert "paused" in schedule("list")[1]
    assert schedule("resume", "weekly")[0] == 0
    assert "paused" not in schedule("list")[1]
    told = [json.loads(line) for line in schedule("list", "--json")[1].splitlines()]
    assert [(row["name"], row["paused"], row["last"]) for row in told] == [("chinadaily", False, None), ("weekly", False, None)]
    assert schedule("remove", "weekly")[0] == 0
    with reading_from(f"sqlite:///{tmp_path / 'filmwire.db'}") as session:
        (kept,) = list_schedules(session)
        assert (kept.name, kept.lane, kept.arguments) == ("chinadaily", "chinadaily.com.cn", {"since": "2026-01-01"})


def test_times_are_told_in_the_readers_zone(schedule: Told, monkeypatch: pytest.MonkeyPatch) -> None:
    schedule("add", "chinadaily", "30 4 * * *", "--tz", "Asia/Shanghai")
    assert " 20:30 UTC" in schedule("list")[1]


@pytest.mark.parametrize(
    ("words", "word"),
    [
        (["add", "chinadayly", "0 0 * * *"], "no site is called 'chinadayly'"),
        (["add", "chinadaily", "0 0 * *"], "give five fields"),
        (["add", "chinadaily", "0 24 * * *"], "bad hour"),
        (["add", "chinadaily", "0 0 30 2 *"], "bad day-of-month"),
        (["add", "chinadaily", "0 0 * * *", "--tz", "Shanghai"], "no time zone is called 'Shanghai'"),
        (["add", "chinadaily", "0 0 * * *", "-a", "speed=9"], "takes no 'speed'"),
        (["add", "chinadaily", "0 0 * * *", "-a", "since=yesterday"], "yesterday"),
        (["add", "chinadaily", "0 0 * * *", "-a", "since"], "NAME=VALUE"),
        (["add", "site", "0 0 * * *"], "-a url="),
        (["add", "chinadaily", "0 0 * * *", "--at", "noon"], "unknown option --at"),
        (["add", "chinadaily"], "required: CRON"),
        (["add", "chinadaily", "0", "0", "*", "*", "*"], "nothing more"),
        (["pause", "nobody"], "no schedule is called 'nobody'"),
        (["resume", "nobody"], "no schedule is called 'nobody'"),
        (["remove", "nobody"], "no schedule is called 'nobody'"),
        (["forget", "it"], "invalid choice: 'forget'"),
        ([], "required: add | list | pause | resume | remove | run"),
        (["run", "--jobs", "0"], "above 0"),
    ],
)
def test_a_mistake_is_told_in_one_line(schedule: Told, words: list[str], word: str) -> None:
    code, out, err = schedule(*words)
    assert code == 2
    assert word in err.splitlines()[-1]
    assert "Traceback" not in err
    assert out == "" or out.startswith("Usage")


def test_a_name_is_taken_once(schedule: Told) -> None:
    assert schedule("add", "chinadaily", "0 0 * * *")[0] == 0
    code, _, err = schedule("add", "chinadaily", "0 1 * * *")
    assert (code, "there is a schedule called 'chinadaily'" in err) == (2, True)
