"""The ledger laid over the extracted text: nothing of either may be lost."""

from hypothesis import given
from hypothesis import strategies as st

from cleaners.ledger import Draft, Reason, Removal, Repair, cut, patch, remove, restore
from cleaners.text.marks import marked


@st.composite
def drafts(draw):
    draft = Draft(draw(st.text(st.sampled_from("ab电 \n"), max_size=40)))
    for _ in range(draw(st.integers(0, 4))):
        spans = sorted(draw(st.lists(st.integers(0, len(draft.text)), max_size=6)))
        pairs = list(zip(spans[::2], spans[1::2], strict=False))
        if draw(st.booleans()):
            draft = cut(draft, [remove(draft.text, a, b, Reason.SHARE, "r") for a, b in pairs if a < b])
        else:
            after = draw(st.text("xy", max_size=3))
            draft = patch(draft, [Repair(a, b, draft.text[a:b], after, "p") for a, b in pairs if a < b])
    return draft


@given(drafts())
def test_what_stayed_is_the_clean_text(draft):
    marks = marked(_extracted(draft), draft.ledger)
    assert "".join(mark.text for mark in marks if mark.stayed) == draft.text


@given(drafts())
def test_everything_that_was_extracted_is_still_shown(draft):
    extracted = _extracted(draft)
    marks = marked(extracted, draft.ledger)
    shown = "".join(mark.before if isinstance(mark.edit, Repair) or mark.before else mark.text for mark in marks)
    assert sorted(char for char in extracted if char in "ab电") == sorted(char for char in shown if char in "ab电")


def test_a_removal_keeps_its_rule_and_its_place():
    draft = cut(Draft("One. Share. Two."), [remove("One. Share. Two.", 5, 12, Reason.SHARE, "share.word")])
    fates = [(mark.text, mark.edit.rule if mark.edit else None) for mark in marked("One. Share. Two.", draft.ledger)]
    assert fates == [("One. ", None), ("Share. ", "share.word"), ("Two.", None)]
    assert isinstance(draft.ledger[0], Removal)


def _extracted(draft):
    return restore(draft.text, draft.ledger)
