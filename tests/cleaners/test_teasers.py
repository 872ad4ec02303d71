"""Cards that advertise other stories do not outweigh a brief; lists of films that look like them stay."""

import pytest

from cleaners import clean_page
from cleaners.body.blocks import lay_out
from cleaners.body.teasers import without_teasers
from cleaners.document import page_document

BRIEF = "The Harbour Light, a drama about a keeper and her lamp, has finished shooting on Skerra after eleven weeks of wind."
TITLE = "The Harbour Light wraps on Skerra"
STORIES = [
    ("Night Ferry postponed until autumn", "The broadcaster says the second season needs more time, and blames a flood."),
    ("Ten trains that stole the film", "From steam to monorail, we rank the best supporting locomotives of all."),
    ("A cinema in a swimming pool", "In Port Ellin the deep end is for the stalls, and the popcorn is waterproof."),
    ("The last projectionist retires", "After fifty-one years and nine thousand screenings he put the lamp out."),
]


def cards(box: str, *, numbers: bool = False, page: str = "/", behind: str = "") -> str:
    return "".join(
        box.format(f'<h3><a href="{page}{at}">{f"{at}. " if numbers else ""}{title}</a></h3><p>{text}</p>{behind}')
        for at, (title, text) in enumerate(STORIES, 1)
    )


def body(html: str, *, head: str = "", headed: bool = True) -> str:
    headline = f"<h1>{TITLE}</h1>" if headed else ""
    page = f"<html><head><title>{TITLE}</title>{head}</head><body>{headline}{html}<footer>About us</footer></body></html>"
    return clean_page(page.encode(), url="https://courier.example/film/1").body


@pytest.mark.parametrize(
    "html",
    [
        "<div><p>{brief}</p></div><div><h2>More from the Courier</h2>{cards}</div>",
        "<div><p>{brief}</p><h2>Related stories</h2>{cards}</div>",
        "<div>{brief}</div><section><div>You may also like</div><div>{cards}</div></section>",
    ],
    ids=["in a box of their own", "below the text", "in nested boxes"],
)
@pytest.mark.parametrize("box", ["<div class=x>{}</div>", "<article>{}</article>", "<li><div>{}</div></li>"])
def test_announced_cards_leave_a_brief(html: str, box: str) -> None:
    assert body(html.format(brief=BRIEF, cards=cards(box))) == BRIEF


def test_cards_that_lead_on_leave_a_brief() -> None:
    more = "<h4><a href=/more>READ THE REST</a></h4>"
    assert body(f"<div><p>{BRIEF}</p>{cards('<div>{}</div>', behind=more)}</div>") == BRIEF


def test_unannounced_cards_leave_a_page_that_says_it_is_an_article() -> None:
    html = f"<main><p>{BRIEF}</p></main><div>{cards('<div>{}</div>')}</div>"
    assert body(html, head='<meta property="og:type" content="article">') == BRIEF


@pytest.mark.parametrize(
    "html", ["<div>{cards}</div>{text}", "{text}<div>{cards}</div>", "{text}<div><h3>Latest</h3>{cards}</div>"]
)
@pytest.mark.parametrize("box", ["<div>{}</div>", "<article>{}</article>", "{}"], ids=["boxes", "articles", "headings"])
def test_unannounced_cards_leave_a_brief_below_a_headline(html: str, box: str) -> None:
    text = f"<h1>{TITLE}</h1><div><p>{BRIEF}</p></div>"
    assert body(html.format(text=text, cards=cards(box)), headed=False) == BRIEF


@pytest.mark.parametrize(
    "html",
    [
        f"<div><p>{BRIEF}</p>{cards('<div>{}</div>')}</div>",
        f"<div><p>{BRIEF}</p></div><div><h2>Related films</h2>{cards('<div>{}</div>', numbers=True)}</div>",
        f"<div><p>{BRIEF}</p>{cards('{}')}</div>",
        f"<div><p>{BRIEF}</p></div><div>{cards('<div>{}</div>', page='/film/1#')}</div>",
        f"<div><p>{BRIEF}</p></div><div>{cards('<div>{}</div>').replace('href', 'name')}</div>",
        f"<div><p>{BRIEF}</p></div><div><h2>Popular films</h2>{cards('<div>{}</div>', page='https://films.example/')}</div>",
    ],
    ids=[
        "beside their introduction",
        "numbered",
        "headings below their introduction",
        "parts of this page",
        "no links at all",
        "about what stands elsewhere",
    ],
)
def test_a_list_of_films_stays(html: str) -> None:
    paragraphs = body(html).split("\n\n")
    assert [text for _, text in STORIES if text not in paragraphs] == []


def test_a_table_of_linked_films_is_no_row_of_cards() -> None:
    rows = "".join(f"<tr><td><a href=/{at}>{title}</a></td><td>{text}</td></tr>" for at, (title, text) in enumerate(STORIES))
    document = page_document(f"<div><p>{BRIEF}</p></div><div><h2>Most popular</h2><table>{rows}</table></div>")
    page = lay_out(document)
    assert page is not None
    assert without_teasers(page, document) is page


def test_a_section_with_a_description_keeps_its_cards() -> None:
    html = f"<h1>Film</h1><p>{BRIEF}</p><div>{cards('<div>{}</div>')}</div>"
    page = page_document(f"<title>Film</title>{html}")
    blocks = lay_out(page)
    assert blocks is not None
    assert without_teasers(blocks, page) is blocks


def test_a_page_of_nothing_but_cards_keeps_them() -> None:
    assert STORIES[0][1] in body(f"<div>{cards('<div>{}</div>')}</div>")
