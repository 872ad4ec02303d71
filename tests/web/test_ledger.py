"""The ledger laid out on its text: nothing is lost, nothing is made up, whatever the steps were."""

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from cleaners.ledger import Draft, Edit, Reason, Removal, Repair, cut, patch
from web.ledger import marked_text


@dataclass(frozen=True)
class Row:
    """An edit as storage hands it out."""

    position: int
    step: int
    start: int
    stop: int
    before: str
    after: str | None
    reason: str | None
    rule: str


def rows(ledger: tuple[Edit, ...]) -> list[Row]:
    return [
        Row(at, edit.step, edit.start, edit.end, edit.text, None, edit.reason, edit.rule)
        if isinstance(edit, Removal)
        else Row(at, edit.step, edit.start, edit.end, edit.before, edit.after, None, edit.rule)
        for at, edit in enumerate(ledger)
    ]


@st.composite
def drafts(draw) -> tuple[str, Draft]:
    text = draw(st.text(alphabet="ab \n字", max_size=40))
    draft = Draft(text)
    for _ in range(draw(st.integers(0, 4))):
        places = sorted(draw(st.sets(st.integers(0, len(draft.text)), max_size=6)))
        spans = list(zip(places[::2], places[1::2], strict=False))
        if draw(st.booleans()):
            draft = cut(draft, [Removal(a, b, draft.text[a:b], Reason.SHARE, "rule") for a, b in spans])
        else:
            word = st.text(alphabet="xy\n", max_size=3)
            draft = patch(draft, [Repair(a, b, draft.text[a:b], draw(word), "rule") for a, b in spans])
    return text, draft


@given(drafts())
def test_the_texts_make_up_the_extraction_and_the_nows_the_body(made) -> None:
    text, draft = made
    spans = marked_text(draft.text, rows(draft.ledger))
    assert "".join(span.text for span in spans) == text
    assert "".join(span.now for span in spans) == draft.text


def test_a_removal_a_repair_and_a_repair_in_what_was_removed_later() -> None:
    draft = patch(Draft("Share? A caf? waits."), [Repair(5, 6, "?", "!", "odd"), Repair(12, 13, "?", "é", "letter")])
    draft = cut(draft, [Removal(0, 7, "Share! ", Reason.SHARE, "share.word")])
    spans = [(span.text, span.now, span.edit and span.edit.rule) for span in marked_text(draft.text, rows(draft.ledger))]
    assert spans == [
        ("Share", "", "share.word"),
        ("?", "", "share.word"),
        (" ", "", "share.word"),
        ("A caf", "A caf", None),
        ("?", "é", "letter"),
        (" waits.", " waits.", None),
    ]


def test_white_space_is_no_edit_worth_showing() -> None:
    draft = patch(Draft("a \n b"), [Repair(1, 4, " \n ", "\n\n", "whitespace")])
    assert not any(span.visible for span in marked_text(draft.text, rows(draft.ledger)))
