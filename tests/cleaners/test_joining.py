"""Articles spread over several pages become one, and nothing of any page is lost."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaners import clean_text
from cleaners.article import Caption, CleanArticle, Comment, Finding, Pager, Verdict
from cleaners.joining import join_pages
from cleaners.ledger import Draft
from tests.cleaners.test_marks import drafts

OPENING = "The harbour froze in the second week of shooting, and the crew of the small drama had to wait for the ice to break."
MIDDLE = "Producer Wim de Graaf rented a tug from the next town, an expense that the budget of the film had not foreseen."
CLOSING = "When the water opened, the actors had learned to row, and two scenes were rewritten to show what they could do."


def page(draft: Draft, **fields) -> CleanArticle:
    return CleanArticle(headline="The long night", body=draft.text, ledger=draft.ledger, **fields)


@given(st.lists(drafts(), min_size=1, max_size=4))
def test_the_joined_ledger_gives_back_every_page_to_the_character(parts):
    pages = [page(draft) for draft in parts]
    told = [pages[0], *(one for one in pages[1:] if one.body)]
    assert join_pages(pages).restore() == "\n\n".join(one.restore() for one in told)
    kept = list(told[0].body.split("\n\n"))
    for before, one in enumerate(told[1:], 1):
        earlier = {paragraph for other in told[:before] for paragraph in other.body.split("\n\n")}
        kept += [paragraph for paragraph in one.body.split("\n\n") if paragraph not in earlier]
    assert join_pages(pages).body == "\n\n".join(kept).removeprefix("" if told[0].body else "\n\n")


def test_the_first_page_speaks_for_all_and_parts_come_once():
    captions = (Caption("The harbour at night"),)
    first = page(Draft("One."), authors=("Mara Lind",), captions=captions, comments=(Comment("a", "Good"),))
    second = page(Draft("Two."), captions=captions, comments=(Comment("b", "Yes", parent=None), Comment("c", "No", parent=0)))
    joined = join_pages([first, replace(second, headline="The long night - page 2")])
    assert (joined.headline, joined.authors, joined.captions) == ("The long night", ("Mara Lind",), captions)
    assert [comment.parent for comment in joined.comments] == [None, None, 1]


@pytest.mark.parametrize(("known", "missing"), [(3, 0), (2, 1)])
def test_what_is_missing_is_measured_anew(known, missing):
    findings = (Finding("too_short", 9, 250, True), Finding("partial_page", 2, 1, True))
    text = "The pilot waited for the tide and told the long story again. " * 5
    pagers = [Pager(number, 3, "next" if number < 3 else None) for number in range(1, known + 1)]
    pages = [page(Draft(f"{pager.page}. {text}"), findings=findings, pager=pager) for pager in pagers]
    joined = join_pages(pages)
    assert {finding.fault: finding.value for finding in joined.findings}["partial_page"] == missing
    assert joined.verdict is Verdict.ACCEPT


def test_there_must_be_a_page():
    with pytest.raises(ValueError, match="no page"):
        join_pages([])


def test_repeated_paragraphs_are_dropped_and_everything_can_be_undone() -> None:
    texts = [
        f"Ice in the harbour\n\n{OPENING}\n\n1 2 3 Next\n\nShare",
        f"Ice in the harbour\n\n{OPENING}\n\n{MIDDLE}\n\n1 2 3 Next",
        f"Ice in the harbour\n\n{CLOSING}\n\nCopyright 2024 Harbour Weekly. All rights reserved.",
    ]
    pages = [clean_text(text) for text in texts]
    joined = join_pages(pages)
    assert joined.body.count(OPENING) <= 1
    assert CLOSING in joined.body
    assert "Share" not in joined.body
    assert joined.restore() == "\n\n".join(texts)


def test_fields_are_the_first_page_s_and_lists_are_joined() -> None:
    one, two = clean_text(f"{OPENING}\n\n{MIDDLE}"), clean_text(f"{MIDDLE}\n\n{CLOSING}")
    one = replace(
        one, captions=(Caption("A tug."),), comments=(Comment("ann", "yes"),), pager=Pager(1, 2, "https://a.org/n_2.html")
    )
    two = replace(
        two, captions=(Caption("A tug."), Caption("Ice.")), comments=(Comment("bo", "no"), Comment("cy", "why", "bo", 0))
    )
    joined = join_pages([one, two])
    assert joined.captions == (Caption("A tug."), Caption("Ice."))
    assert joined.comments == (Comment("ann", "yes"), Comment("bo", "no"), Comment("cy", "why", "bo", 1))
    assert joined.pager == Pager(1, 2)


def test_a_first_page_without_text_leaves_no_gap() -> None:
    joined = join_pages([page(Draft("")), page(Draft(MIDDLE))])
    assert (joined.body, joined.restore()) == (MIDDLE, f"\n\n{MIDDLE}")


def test_one_page_stays_as_it_is() -> None:
    alone = clean_text(f"{OPENING}\n\n{MIDDLE}")
    assert join_pages([alone]) == alone
