"""Every command and every piece of Python in the README runs as it stands there, in the order it stands there."""

import json
import os
import re
import shlex
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from crawler.demo.pages import web

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
BLOCKS = re.findall(r"^```(sh|python)\n(.*?)^```$", README, re.M | re.S)
CODES = {"scrapy crawl chinadaily": 3, "scrapy crawl site": 3}
"""How a command ends here, where there is no network, when not with 0."""
TELLING = tuple(f"scrapy {name}" for name in "clean demo evaluate list runs search show sources stories".split())
"""Commands that say something on stdout."""
pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("demo")]


@pytest.fixture(scope="module")
def newcomer(tmp_path_factory):
    """A folder with a saved page, and an environment where these tests' own Python stands for the one `make` would build."""
    folder = tmp_path_factory.mktemp("newcomer")
    (folder / "saved-pages").mkdir()
    page = web()["www.harbourpost.example", "/a/202505/13/HP6822a1c4e310f735.html"]
    (folder / "saved-pages" / "article.html").write_bytes(page.body)
    (folder / "tests").symlink_to(ROOT / "tests")
    binaries = Path(sys.executable).parent
    nowhere = "http://127.0.0.1:9"
    environment = os.environ | {
        "PATH": f"{binaries}:{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "SCRAPY_SETTINGS_MODULE": "crawler.settings",
        "http_proxy": nowhere,
        "https_proxy": nowhere,
    }
    environment.pop("FILMWIRE_DATABASE_URL", None)
    return folder, environment


@pytest.fixture(scope="module")
def demonstrated(newcomer):
    """The same with the demo's database and its export, where another process has run the commands."""
    folder, environment = newcomer
    database = environment | {"FILMWIRE_DATABASE_URL": "sqlite:///filmwire-demo.db"}
    for command in () if (folder / "out.parquet").exists() else ("scrapy demo", "scrapy export out.parquet"):
        subprocess.run(command.split(), cwd=folder, env=database, capture_output=True, timeout=200, check=True)
    return newcomer


def commands() -> list[str]:
    return [line for kind, block in BLOCKS if kind == "sh" for line in block.splitlines()]


def stand_in(command: str) -> str | None:
    """What to run for a command that would build an environment or run these tests again; None: nothing."""
    if command == "make demo":
        return "scrapy demo"
    if command.startswith("make "):
        return f"make -n -C {shlex.quote(str(ROOT))} {command.removeprefix('make ')}"
    if command.startswith("pytest "):
        return f"cd {shlex.quote(str(ROOT))} && {command} --collect-only -q -p no:cacheprovider"
    if command.startswith("scrapy schedule run"):
        return f"timeout --preserve-status 20 {command}"
    return None if command.startswith(". .venv/") else command


def serve(command: str, folder: Path, environment: dict[str, str]) -> None:
    """Start a server, ask it for its first page, and end it as Ctrl-C does."""
    with subprocess.Popen(shlex.split(command), cwd=folder, env=environment, stdout=subprocess.PIPE, text=True) as server:
        try:
            address = re.search(r"http://[\w.:]+/", server.stdout.readline())[0]
            assert "<main" in first_answer(address)
        finally:
            server.send_signal(signal.SIGINT)
        assert server.wait(30) == 0


def first_answer(address: str) -> str:
    for _ in range(100):
        with suppress(URLError), urlopen(address, timeout=10) as answer:  # noqa: S310 - an address of ours
            return answer.read().decode()
        time.sleep(0.1)
    raise AssertionError(f"{address} does not answer")


def test_the_commands_do_what_the_readme_says(newcomer) -> None:
    folder, environment = newcomer
    environment = dict(environment)
    for command in commands():
        if command.startswith("export "):
            name, _, value = command.removeprefix("export ").partition("=")
            environment[name] = value
        elif command.startswith("scrapy serve"):
            serve(command, folder, environment)
        elif runnable := stand_in(command):
            done = subprocess.run(  # noqa: S602 - they are lines for a shell
                runnable, shell=True, cwd=folder, env=environment, capture_output=True, text=True, timeout=400, check=False
            )
            expected = next((code for start, code in CODES.items() if command.startswith(start)), 0)
            assert done.returncode == expected, f"{command}\n{done.stdout}\n{done.stderr}"
            assert expected or "Traceback" not in done.stderr, command
            assert done.stdout.strip() or not command.startswith(TELLING), command
    exported = [json.loads(line) for line in (folder / "out.jsonl").read_text("utf-8").splitlines()]
    assert len(exported) >= 5
    assert {article["inLanguage"] for article in exported} == {"zh"}


@pytest.mark.parametrize("code", [block for kind, block in BLOCKS if kind == "python"])
def test_the_python_runs(demonstrated, code) -> None:
    folder, environment = demonstrated
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=folder, env=environment, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() or "print(" not in code


def test_the_worked_example_draws_its_plot(demonstrated) -> None:
    folder, environment = demonstrated
    command = [sys.executable, str(ROOT / ".docs" / "coverage.py"), "out.parquet", "coverage.png"]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, timeout=120, check=False)
    assert (done.returncode, done.stdout) == (0, "25 articles, 25 with a date\n"), done.stderr
    assert (folder / "coverage.png").read_bytes().startswith(b"\x89PNG")


def test_every_picture_and_file_that_the_readme_names_is_there() -> None:
    named = re.findall(r"\]\((\.docs/[\w./-]+)\)", README)
    assert len(named) >= 5
    assert [name for name in named if not (ROOT / name).is_file()] == []


def test_every_command_is_in_the_readme() -> None:
    named = {file.stem for file in (ROOT / "crawler" / "commands").glob("[a-z]*.py")}
    missing = {name for name in named if f"scrapy {name}" not in README and f"make {name}" not in README}
    assert not missing
