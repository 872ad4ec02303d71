"""An attempt is a real process: it ends by itself, when it is told to, when its lease is lost, when its worker is."""

import os
import signal
import subprocess
import sys
import time
from concurrent.futures import Future
from pathlib import Path

import pytest

from crawler.jobs.attempt import Terms, attend, prune_logs
from crawler.jobs.leash import VARIABLE
from tests.crawler.machinery import until

NEVER: "Future[bool]" = Future()


def terms(tmp_path: Path, lease: float = 60, longest: float = 60) -> Terms:
    return Terms(lease=lease, tries=3, pause=60, longest=longest, logs=str(tmp_path))


def answer(value: bool) -> "Future[bool]":
    future: Future[bool] = Future()
    future.set_result(value)
    return future


def no() -> bool:
    return False


@pytest.fixture
def asleep(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in for ``scrapy``: a process that tells its number and then sleeps, in a child too."""
    package = tmp_path / "scrapy"
    package.mkdir()
    told = tmp_path / "told"
    (package / "__init__.py").touch()
    (package / "__main__.py").write_text(
        "import os, subprocess, sys, time\n"
        f"child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])\n"
        f"open({str(told)!r}, 'w').write(f'{{os.getpid()}} {{child.pid}}')\n"
        "time.sleep(60)\n"
    )
    monkeypatch.chdir(tmp_path)
    return told


def pids(told: Path) -> list[int]:
    until(lambda: told.exists() and len(told.read_text().split()) == 2)
    return [int(pid) for pid in told.read_text().split()]


def alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


def test_the_end_and_the_log_of_a_process_are_kept(tmp_path: Path) -> None:
    log = tmp_path / "logs" / "1.log"
    assert attend(["no-such-command"], log, terms(tmp_path), lambda: NEVER, no) == 2
    assert "Unknown command" in log.read_text()


@pytest.mark.parametrize("case", ["lease lost", "no answer about the lease", "told to stop", "too long"])
def test_a_process_ends_and_its_children_with_it(asleep: Path, tmp_path: Path, case: str) -> None:
    ends = {
        "lease lost": lambda: attend([], tmp_path / "log", terms(tmp_path, lease=0.3), lambda: answer(value=False), no),
        "no answer about the lease": lambda: attend([], tmp_path / "log", terms(tmp_path, lease=2), lambda: NEVER, no),
        "told to stop": lambda: attend([], tmp_path / "log", terms(tmp_path), lambda: NEVER, asleep.exists),
        "too long": lambda: attend([], tmp_path / "log", terms(tmp_path, longest=2), lambda: NEVER, no),
    }
    code = ends[case]()
    assert code == (None if "lease" in case else -signal.SIGTERM)
    if asleep.exists():
        until(lambda: not any(map(alive, pids(asleep))))


def test_a_lease_that_is_renewed_is_kept(asleep: Path, tmp_path: Path) -> None:
    renewals = []

    def renew() -> "Future[bool]":
        renewals.append(time.monotonic())
        return answer(value=True)

    begun = time.monotonic()
    attend([], tmp_path / "log", terms(tmp_path, lease=5), renew, lambda: time.monotonic() > begun + 11)
    assert renewals[-1] > begun + 5, "it went on when the first lease had ended"


@pytest.mark.parametrize("stubborn", [False, True])
def test_a_process_whose_worker_is_gone_goes_too(tmp_path: Path, *, stubborn: bool) -> None:
    script = "import time; from crawler.jobs.leash import follow; follow(); time.sleep(60)"
    if stubborn:
        script = f"import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); {script}"
    process = subprocess.Popen(
        [sys.executable, "-c", script], stdin=subprocess.PIPE, env={**os.environ, VARIABLE: "1"}, start_new_session=True
    )
    with pytest.raises(subprocess.TimeoutExpired):
        process.wait(1)
    process.stdin.close()
    assert process.wait(30) == (-signal.SIGKILL if stubborn else -signal.SIGTERM)


def test_old_logs_are_pruned_and_nothing_else(tmp_path: Path) -> None:
    long_ago = time.time() - 31 * 86_400
    for name in ("chinadaily-7-1.log", "site-8-2.log", "notes.log", "chinadaily-7-1.txt"):
        (tmp_path / name).touch()
        os.utime(tmp_path / name, (long_ago, long_ago))
    (tmp_path / "chinadaily-9-1.log").touch()
    assert prune_logs(tmp_path, 30) == 2
    assert {path.name for path in tmp_path.iterdir()} == {"notes.log", "chinadaily-7-1.txt", "chinadaily-9-1.log"}
