"""The pages of one article become one, and the whole can still be undone."""

from dataclasses import replace

from cleaners import clean_text
from cleaners.article import Caption, Comment, Pager
from cleaners.joining import join_pages

OPENING = "The harbour froze in the second week of shooting, and the crew of the small drama had to wait for the ice to break."
MIDDLE = "Producer Wim de Graaf rented a tug from the next town, an expense that the budget of the film had not foreseen."
CLOSING = "When the water opened, the actors had learned to row, and two scenes were rewritten to show what they could do."


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


def test_one_page_stays_as_it_is() -> None:
    page = clean_text(f"{OPENING}\n\n{MIDDLE}")
    assert join_pages([page]) == page
