"""``scrapy evaluate``, as a user runs it, and the floors that it guards."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from rich.console import Console

from crawler.commands.evaluate import read_floors
from crawler.evaluation.evaluation import predict, read_index
from crawler.evaluation.scoreboard import table
from crawler.evaluation.scoring import by_language, fallen, score_page
from crawler.exits import Exit, Mistake

ROOT = Path(__file__).resolve().parents[2]
OWN = ROOT / "tests" / "pages" / "index.jsonl"
FLOORS = ROOT / "tests" / "floors.json"


def evaluate(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "scrapy", "evaluate", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300, check=False)


def test_our_own_pages_stay_above_their_floors() -> None:
    pages = read_index(OWN)
    scores = [score_page(page.page, page.language, page.truth, predict(page)) for page in pages]
    assert fallen(by_language(scores), read_floors(FLOORS)["pages"]) == []


@pytest.mark.slow
@pytest.mark.parametrize("name", ["gne", "wcxb"])
def test_labelled_pages_stay_above_their_floors(shared: Path, name: str) -> None:
    run = evaluate(shared / "pages" / name / "index.jsonl", "--floors", FLOORS, "--worst", 0)
    assert run.returncode == Exit.OK, run.stderr


@pytest.mark.slow
def test_a_figure_below_its_floor_is_exit_code_5(tmp_path: Path) -> None:
    floors = tmp_path / "floors.json"
    floors.write_text(json.dumps({"pages": {"all": {"title": 1.01}}}))
    run = evaluate(OWN, "--floors", floors, "--limit", 2, "--out", tmp_path / "pred.json", "--json")
    assert run.returncode == Exit.QUALITY
    assert "all title 1.000 is below its floor 1.010" in run.stderr
    assert json.loads(run.stdout)["all"]["pages"] == 2
    written = json.loads((tmp_path / "pred.json").read_text(encoding="utf-8"))
    assert (written["n"], len(written["pred"])) == (2, 2)


@pytest.mark.slow
def test_floors_are_lifted_to_what_was_measured(tmp_path: Path) -> None:
    floors = tmp_path / "floors.json"
    floors.write_text(json.dumps({"pages": {"all": {"title": 0.5}}, "other": {"all": {"f1": 0.9}}}))
    run = evaluate(OWN, "--floors", floors, "--raise", "--limit", 2)
    assert run.returncode == Exit.OK, run.stderr
    assert json.loads(floors.read_text()) == {"pages": {"all": {"title": 1.0}}, "other": {"all": {"f1": 0.9}}}


@pytest.mark.slow
def test_a_peer_is_measured_on_the_same_pages() -> None:
    run = evaluate(OWN, "--peer", "trafilatura", "--limit", 3, "--json")
    assert run.returncode == Exit.OK, run.stderr
    figures = json.loads(run.stdout)
    assert figures["trafilatura"]["all"]["pages"] == figures["all"]["pages"] == 3
    assert "comments" not in figures["trafilatura"]["all"]


def test_the_table_says_what_is_won() -> None:
    board = table({"all": {"pages": 2, "title": 0.9}}, {}, "trafilatura", {"all": {"pages": 2, "title": 0.65}})
    console = Console(width=80)
    with console.capture() as shown:
        console.print(board)
    assert [line.split() for line in shown.get().splitlines()] == [
        ["pages", "title"],
        ["all", "2", "0.900"],
        ["trafilatura", "2", "0.650"],
        ["won", "+0.250"],
    ]


@pytest.mark.parametrize("line", ['{"id": "a"}', "not json", '{"id": "a", "html": "gone.html", "truth": {}}'])
def test_a_broken_index_is_the_users_mistake(tmp_path: Path, line: str) -> None:
    index = tmp_path / "index.jsonl"
    index.write_text(line + "\n")
    with pytest.raises(Mistake):
        read_index(index)


def test_floors_were_never_lowered() -> None:
    history = subprocess.run(
        ["git", "log", "--format=%H", "--", "tests/floors.json"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if history.returncode or not history.stdout.split():
        pytest.skip("no history of the floors here")
    now = read_floors(FLOORS)
    for commit in history.stdout.split():
        shown = subprocess.run(
            ["git", "show", f"{commit}:tests/floors.json"], cwd=ROOT, capture_output=True, text=True, check=False
        )
        before = json.loads(shown.stdout) if not shown.returncode else {}
        for folder, groups in before.items():
            for group, figures in groups.items():
                assert not fallen({group: now.get(folder, {}).get(group, {})}, {group: figures}), commit
