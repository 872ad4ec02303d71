"""Lines that are no part of an article go under their rule; their look-alikes stay."""

import json
from pathlib import Path

import pytest

from cleaners.furniture.share import furniture_lines
from cleaners.ledger import Draft, Removal, cut
from cleaners.page import CLEANERS

CASES = json.loads(Path(__file__).parent.parent.joinpath("cases", "lines.json").read_text(encoding="utf-8"))
BEFORE = "The harbour froze in the second week of shooting, and the crew of the small drama had to wait for the ice to break."
AFTER = "By the time the water opened, the actors had learned to row, and two scenes were rewritten to show it."


def cleaned(line: str) -> Draft:
    draft = Draft(f"{BEFORE}\n\n{line}\n\n{AFTER}")
    for cleaner in CLEANERS:
        draft = cut(draft, cleaner(draft.text))
    return draft


@pytest.mark.parametrize(("rule", "line"), CASES["wild"])
def test_the_line_goes(rule: str, line: str) -> None:
    draft = cleaned(line)
    assert [(edit.rule, edit.text) for edit in draft.ledger if isinstance(edit, Removal)] == [(rule, line)]


@pytest.mark.parametrize("line", CASES["negative"])
def test_the_line_stays(line: str) -> None:
    assert cleaned(line).ledger == ()


def test_a_weak_label_goes_beside_a_sure_one() -> None:
    removed = [
        edit.text for edit in cleaned("Most Popular\n\nTop\n\nBACK TO THE TOP\n\nEnglish").ledger if isinstance(edit, Removal)
    ]
    assert removed == ["Most Popular", "Top", "BACK TO THE TOP", "English"]


def test_titles_go_with_their_heading_up_to_the_next_prose() -> None:
    titles = "Related Articles\n\nThe ferryman of North Shore speaks\n\nTen boats that stole the picture"
    removed = [edit.text for edit in cleaned(titles).ledger if isinstance(edit, Removal)]
    assert removed == titles.split("\n\n")


def test_a_newsletter_leaves_with_its_name() -> None:
    text = cleaned("The Friday Reel\n\nSign up to our newsletter").text
    assert text.split() == f"{BEFORE} {AFTER}".split()


def test_a_label_above_all_text_is_furniture() -> None:
    assert [removal.text for removal in furniture_lines(f"Email\n\n{BEFORE}\n\nEmail")] == ["Email"]
