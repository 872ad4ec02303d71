"""Neither damage nor what somebody planted sways the choice of the body; all of it stays in the ledger."""

import pytest

from cleaners import clean_page
from cleaners.document import page_document
from cleaners.ledger import Removal
from cleaners.ready import chosen_anew
from cleaners.sites.hosts import belongs_elsewhere
from cleaners.spam.surroundings import Surroundings, hidden_parts

PARAGRAPHS = [
    "The Salt Road, a film about carters and tides, opened the harbour festival on Sunday before a full house of carters.",
    "Its director, Mira Ostrand, had spent two winters among them, and thanked the town that had lent her its horses.",
    "The jury praised the film’s patience, and the patience of the horses. It opens in forty cinemas in the first week of May.",
]
STEPS = ["Drive north along the old road", "Buy a ticket at the pier\u00adhouse", "Sit on the left, where the tide is"]
CHANT = "Loanzeta pays at once, loanzeta asks nobody, and whoever needs money by tonight has only to text loanzeta."


def page(*between: str) -> str:
    first, *rest = (f"<p>{text}</p>" for text in PARAGRAPHS)
    steps = "".join(f"<li>{step}</li>" for step in STEPS)
    return (
        f"<html><head><title>The Salt Road opens</title></head><body><nav><a href='/'>Home</a></nav>"
        f"<h1>The Salt Road opens</h1>"
        f"<article>{first}{''.join(between)}{''.join(rest)}<ol>{steps}</ol></article></body></html>"
    )


@pytest.mark.parametrize(
    "planted",
    [
        f"<p>{CHANT}</p>",
        f"<p>{CHANT}</p><div style='position:absolute;left:-9999px'>{CHANT}</div>",
        "<p>loanzeta login, loanzeta bonus, loanzeta app, best loanzeta, loanzeta today</p>",
    ],
)
def test_what_was_planted_does_not_sway_the_choice(planted: str) -> None:
    spoilt, clean = clean_page(page(planted).encode()), clean_page(page().encode())
    assert spoilt.body == clean.body
    assert any(isinstance(edit, Removal) and "oanzeta" in edit.text for edit in spoilt.ledger)


def test_links_hidden_behind_the_text_leave_the_choice_as_it_is() -> None:
    links = "<a href='https://zorblo.example/'>zorblo</a> <a href='https://kumarix.example/'>kumarix</a>"
    ready = chosen_anew(
        page_document(page().replace("</body>", f"<p style='position:absolute;left:-9999px'>{links}</p></body>"))
    )
    assert [ready.document.blocks[at].text for found in ready.document.injected for at in found.indexes] == ["zorblo kumarix"]
    assert [ready.document.blocks[at].text for at in sorted(ready.document.chosen)][:3] == PARAGRAPHS


def test_damage_does_not_sway_the_choice() -> None:
    spoilt = page().replace("’", "’".encode().decode("cp1252"))
    assert clean_page(spoilt.encode()).body == clean_page(page().encode()).body


def test_numbers_and_repairs_of_one_item_fit_each_other() -> None:
    article = clean_page(page().encode())
    assert "2. Buy a ticket at the pierhouse" in article.body
    assert "2. Buy a ticket at the pier\u00adhouse" in article.restore()


def test_a_page_as_it_is_and_as_it_is_mended_have_the_same_choice() -> None:
    ready = chosen_anew(page_document(page(f"<p>{CHANT}</p>")))
    assert ready.raw.chosen == ready.document.chosen
    assert {ready.document.blocks[claim.block].text for claim in ready.injected} == {CHANT}


def test_a_hidden_part_that_is_most_of_the_page_is_no_part() -> None:
    waiting = page_document(f"<body><div style='opacity:0'>{''.join(f'<p>{text}</p>' for text in PARAGRAPHS)}</div></body>")
    ready = chosen_anew(waiting)
    assert not hidden_parts(ready.document)
    assert Surroundings(ready.document, frozenset()).words["harbour"] == 1


@pytest.mark.parametrize(
    ("url", "elsewhere"),
    [("https://copy.test/a", True), ("https://film.example.com/b", False), ("", False)],
)
def test_a_page_belongs_where_it_says(url: str, elsewhere: bool) -> None:
    html = '<link rel="canonical" href="https://www.example.com/a"><p>Text</p>'
    assert belongs_elsewhere(page_document(html, url=url)) is elsewhere
