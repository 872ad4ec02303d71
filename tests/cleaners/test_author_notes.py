"""What an article says of its writer at its end leaves the text; what it says of others stays."""

import pytest

from cleaners import clean_page

PARAGRAPHS = [
    "The Salt Road, a film about carters and tides, opened the harbour festival on Sunday before a full house of carters.",
    "Its director, Mira Ostrand, had spent two winters among them, and thanked the town that had lent her its horses.",
    "The jury praised the film’s patience, and the patience of the horses. It opens in forty cinemas in the first week of May.",
]


def body(*below: str, author: str = "Nina Castellano") -> list[str]:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in [*PARAGRAPHS, *below])
    page = f"<title>The Salt Road opens</title><body><h1>The Salt Road opens</h1><p class='byline'>By {author}</p>{text}"
    return clean_page(page.encode()).body.split("\n\n")


@pytest.mark.parametrize(
    "notes",
    [
        ["Nina Castellano is the author of three novels about the sea and lives in Lisbon with her boats."],
        ["About the author", "Nina Castellano has written about film since 2009."],
        ["Nina Castellano, a former carter, covers the coast."],
        ["About the Reviewer", "Priya Nair, Editor in Chief, Harbour Film Weekly; member of three juries."],
        ["Jonas Reyl is a staff writer at Harbour Weekly. Follow him on Twitter @jreyl."],
        ["Priya Nair is the Courier’s deputy film editor. Contact her at nair@courier.example."],
        ["Jonas Reyl is a film critic based in Oslo.", "Priya Nair is a reporter for Harbour Weekly."],
    ],
)
def test_a_note_about_the_writer_leaves(notes: list[str]) -> None:
    assert body(*notes) == PARAGRAPHS


@pytest.mark.parametrize(
    "end",
    [
        "Mira Ostrand is a filmmaker based in Oslo. Her next film is about lighthouses and those who paint them.",
        "Jonas Reyl is the carter whom nobody sees: he edits the local paper in the second half, and burns it in the third.",
        "“Nina Castellano is a reporter at heart,” said Ostrand, and gave her the reins of the second horse.",
        "Mira Ostrand is not a journalist, for all the notebooks she filled in two winters on the road to the sea.",
    ],
)
def test_what_is_said_of_others_stays(end: str) -> None:
    assert body(end) == [*PARAGRAPHS, end]


def test_a_writer_in_the_midst_of_the_article_stays() -> None:
    midst = "Nina Castellano is the name on the cart, and the film never says whose it was, nor who painted it."
    more = [f"{paragraph} So it was in the year {year}." for year in (1921, 1922) for paragraph in PARAGRAPHS]
    assert midst in body(midst, *more)


def test_a_note_below_a_brief_leaves_and_a_brief_that_is_like_one_stays() -> None:
    note = "Nina Castellano has written about film since 2009, and rows."
    page = "<title>{}</title><h1>{}</h1><p class='byline'>By Nina Castellano</p><p>{}</p><p>{}</p>"
    below = clean_page(page.format("The Salt Road opens", "The Salt Road opens", PARAGRAPHS[0], note).encode())
    alone = clean_page(page.format("Nina Castellano", "Nina Castellano", note, "").encode())
    assert (below.body, alone.body) == (PARAGRAPHS[0], note)
