"""Stories that somebody paid for, and quotes set large, leave the text; what only looks like them stays."""

import pytest

from cleaners import clean_page

TEXT = [
    "The drama about a family that refuses to leave a drowned island was shot over eleven weeks on a disused ferry pier.",
    "Its lead learned to splice rope for the part and is said to have done every climb himself, by night and in the rain.",
    "“The sea was louder than the script,” said the director, who kept both. A release in the autumn is likely, she added.",
]
QUOTE = "The sea was louder than the script"
STORY = "<h3>Five chairs for people who sit</h3><p>Oak and Ochre makes chairs that hold you. Order yours by Friday.</p>"


def read(inside: str) -> tuple[list[str], list[str]]:
    """The paragraphs that stay, and the rules by which others left."""
    body = f"<p>{TEXT[0]}</p><p>{TEXT[1]}</p>{inside}<p>{TEXT[2]}</p>"
    html = f"<html><head><title>The Ferry</title></head><body><article><h1>The Ferry</h1>{body}</article></body></html>"
    article = clean_page(html.encode(), url="https://courier.example/ferry")
    return article.body.split("\n\n"), [edit.rule for edit in article.ledger]


@pytest.mark.parametrize("label", ["Paid partnership", "SPONSORED CONTENT", "Promoted by Oak and Ochre", "推广信息"])
def test_a_box_that_says_who_paid_leaves_whole(label: str) -> None:
    paragraphs, rules = read(f"<div><span>{label}</span>{STORY}</div>")
    assert paragraphs == TEXT
    assert "promotion.box" in rules


@pytest.mark.parametrize(
    "inside",
    [
        f"<div><p>{TEXT[1][::-1]}</p><p>Sponsored content</p>{STORY}</div>",
        f"<div><p>Sponsored</p><p>{' '.join(TEXT)}</p></div>",
        "<div><p>Sponsored by nobody and paid for by its director, the film is the freest of the year so far.</p></div>",
    ],
    ids=["a label that opens nothing", "a box that holds half of the text", "a sentence"],
)
def test_a_label_takes_nothing_else_with_it(inside: str) -> None:
    assert "promotion.box" not in read(inside)[1]


@pytest.mark.parametrize(
    "box", ["<blockquote><p>“{}.”</p></blockquote>", "<blockquote>{}.</blockquote>", "<div class='pull-quote'><p>{}.</p></div>"]
)
def test_a_pull_quote_says_it_twice(box: str) -> None:
    paragraphs, rules = read(box.format(QUOTE))
    assert paragraphs == TEXT
    assert "quote.repeated" in rules


@pytest.mark.parametrize(
    "box",
    [
        f"<p>{QUOTE}.</p>",
        "<blockquote><p>“The sea was louder than the actors and the script put together.”</p></blockquote>",
        f"<blockquote><p>{QUOTE}</p></blockquote>",
        "<blockquote><p>A release.</p></blockquote>",
    ],
    ids=["a paragraph", "what is said once", "an entry of a list", "two words"],
)
def test_a_quote_that_is_the_text_stays(box: str) -> None:
    assert "quote.repeated" not in read(box)[1]
