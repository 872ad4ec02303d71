"""Damaged characters are restored where it can be proved, and left alone where it cannot."""

import json
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from cleaners.article import CleanArticle
from cleaners.damage.damage import lossy_charset, mend, mended
from cleaners.damage.program_lines import program_lines
from cleaners.document import text_document
from cleaners.ledger import Draft, restore
from cleaners.text.page_text import PageText

CASES, FOREIGN = (
    json.loads((Path(__file__).parents[1] / "cases" / name).read_text("utf-8")) for name in ("damage.json", "foreign.json")
)


@pytest.mark.parametrize("case", CASES["wild"], ids=lambda case: case["kind"] + ": " + case["before"][:20])
def test_wild_damage_is_mended_by_its_own_rule(case: dict[str, str]) -> None:
    draft = mend(Draft(case["before"]), PageText(case["before"]))
    assert draft.text == case["after"]
    assert f"damage.{case['kind']}" in {edit.rule for edit in draft.ledger}
    assert restore(draft.text, draft.ledger) == case["before"]


@pytest.mark.parametrize("case", CASES["negative"], ids=lambda case: case["kind"] + ": " + case["text"][:20])
def test_honest_text_is_left_alone(case: dict[str, str]) -> None:
    assert mended(case["text"], PageText(case["text"])) == case["text"]


@pytest.mark.parametrize("case", CASES["known_failures"], ids=lambda case: case["why"])
def test_what_cannot_be_proved_is_not_guessed(case: dict[str, str]) -> None:
    assert mended(case["before"], PageText(case["before"])) == case["before"] != case["after"]


def test_readings_in_ruby_are_meant() -> None:
    text = "國語(yǔ)片經(jīng)過數(shù)月"
    assert mended(text, PageText(text, ruby=True)) == text


def test_tags_on_a_page_about_code_are_meant() -> None:
    text = 'Write <div id="root"></div> and &amp;'
    assert mended(text, PageText(text, code=True)) == text


@pytest.mark.parametrize("text", ["It shows cafÃ© for café", "Sites wrote Am?lie and Fran?ais", "Old discs say itís and donít"])
def test_a_page_that_tells_of_encodings_shows_damage_on_purpose(text: str) -> None:
    page = f"{text}\nThat is mojibake: UTF-8 was read as Latin-1."
    assert mended(text, PageText(page, page)) == text != mended(text, PageText(text, text))


def test_a_page_that_only_names_its_encoding_is_mended() -> None:
    text = "鐢靛奖鑺傚紑骞曚簡"
    page = f"{text}\n邮政编码：100101\nPage encoding: UTF-8"
    assert mended(text, PageText(page, page)) == "电影节开幕了"


def test_a_mender_sees_what_the_page_says_elsewhere() -> None:
    assert mended("Zaj?czkowska", PageText("Gabriela Zajączkowska")) == "Zajączkowska"


@pytest.mark.parametrize(
    ("text", "failed"),
    [
        ("Global Edition ASIA 中文 Fran?ais", True),
        ("雙語(yǔ)", True),
        ("王垚(yáo)", False),
        ("Really? What?", False),
        ("a \ufffd alone", False),
        ("\ufffd and \ufffd and \ufffd", True),
    ],
)
def test_losses_are_told(text: str, failed: bool) -> None:
    assert lossy_charset(CleanArticle(), text_document(text)).failed is failed


TEXTS = st.text(
    st.one_of(st.characters(exclude_categories=("Cs",)), st.sampled_from("?()éÃ©â€™語yǔ耙粠б<tr></>&;аe\u200b🂶")), max_size=120
)


@given(TEXTS)
def test_every_repair_can_be_undone_and_done_once(text: str) -> None:
    draft = mend(Draft(text), PageText(text))
    assert restore(draft.text, draft.ledger) == text
    assert mended(text, PageText(text)) == draft.text


@given(st.text(st.characters(min_codepoint=32, max_codepoint=126, exclude_characters="&<?"), max_size=200))
def test_plain_ascii_is_never_touched(text: str) -> None:
    assume(not any(program_lines(text, PageText())))  # NaN alone in a line
    assert mended(text, PageText(text)) == text


@pytest.mark.parametrize("language", FOREIGN["foreign"])
@pytest.mark.parametrize("beside", ["", FOREIGN["misread"], FOREIGN["lost"]])
def test_honest_text_of_any_language_stays(language: str, beside: str) -> None:
    """Alone, and on a page where other lines are damaged."""
    text = f"{beside}\n{FOREIGN['foreign'][language]}" if beside else FOREIGN["foreign"][language]
    assert mended(text, PageText(text, text)).endswith(FOREIGN["foreign"][language])
