"""The measures: what they say of known pairs, and that they are the field's own."""

import importlib.util
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.evaluation.scoring import by_language, fallen, overlap, raised, score_page, summarise

TRUTH = {
    "text": "The ferry left at nine. Nobody waved.",
    "title": "The Ferry",
    "authors": ["Ada Fenwick"],
    "date": "2025-03-01",
    "comments": [{"user": "a", "text": "Lovely."}],
    "captions": [],
    "with": ["Nobody waved"],
    "without": ["Share"],
}


def test_a_perfect_page_scores_one_everywhere() -> None:
    score = score_page("a", "en", TRUTH, TRUTH)
    assert (score.f1, score.exact, score.title, score.authors, score.date) == (1.0, True, True, True, True)
    assert (score.kept, score.removed, score.comments, score.captions) == (1.0, 1.0, 1.0, 1.0)


def test_an_empty_answer_scores_nothing() -> None:
    score = score_page("a", "en", TRUTH, {})
    assert (score.f1, score.exact, score.title, score.authors, score.date, score.comments) == (
        0.0,
        False,
        False,
        False,
        False,
        0.0,
    )


def test_fields_without_a_label_are_not_scored() -> None:
    score = score_page("a", "en", {"title": "The Ferry"}, TRUTH)
    assert (score.f1, score.authors, score.date, score.comments) == (None, None, None, None)
    assert summarise([score]) == {"pages": 1, "title": 1.0}


@pytest.mark.parametrize(
    ("field", "told", "same"),
    [
        ("title", "the FERRY!", True),
        ("title", "The Ferry | Example", False),
        ("authors", ["By Ada Fenwick"], True),
        ("authors", ["Ada Fenwick", "Staff"], False),
        ("date", "2025-03-01T23:59:00+08:00", True),
        ("date", "2025-03-02", False),
        ("date", None, False),
    ],
)
def test_how_fields_are_compared(field: str, told: Any, same: bool) -> None:
    assert getattr(score_page("a", "en", TRUTH, {field: told}), field) is same


def test_chinese_is_compared_by_the_character() -> None:
    assert overlap("渡口的灯亮了", "渡口的灯亮") == (1.0, pytest.approx(2 / 3))


@given(st.text(), st.text())
def test_overlap_lies_between_nothing_and_all(one: str, other: str) -> None:
    assert all(0 <= value <= 1 for value in overlap(one, other))


def test_each_language_has_its_figures() -> None:
    pages = [score_page("a", "en", TRUTH, TRUTH), score_page("b", "zh", TRUTH, {})]
    assert {name: group["title"] for name, group in by_language(pages).items()} == {"all": 0.5, "en": 1.0, "zh": 0.0}


@given(st.floats(0, 1), st.floats(0, 1))
def test_floors_are_never_lowered(figure: float, floor: float) -> None:
    lifted = raised({"all": {"f1": figure}}, {"all": {"f1": floor}})
    assert lifted["all"]["f1"] >= floor
    assert lifted["all"]["f1"] <= max(floor, figure)
    assert not fallen({"all": {"f1": max(figure, floor)}}, lifted)


def test_the_measures_are_the_benchmarks_own(shared: Path) -> None:
    spec = importlib.util.spec_from_file_location("score", shared / "tools" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    score = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(score)
    with (shared / "pages" / "gne" / "index.jsonl").open(encoding="utf-8") as lines:
        rows = [json.loads(line) | {"set": "gne"} for line in lines]
    said = {row["id"]: {**row["truth"], "text": (row["truth"].get("text") or "")[20:400] + " 分享到"} for row in rows}
    theirs = score.score(rows, lambda row: said[row["id"]])
    ours = summarise(score_page(row["id"], "zh", row["truth"], said[row["id"]]) for row in rows)
    assert {name: ours[name] for name in ("f1", "exact", "title", "date")} == pytest.approx(
        {"f1": theirs["F1"], "exact": theirs["acc"], "title": theirs["title"], "date": theirs["date"]}
    )
