"""Lines that somebody set end where they do in the page; a text that was wrapped stays in one."""

import pytest

from cleaners import clean_page
from cleaners.ledger import restore

BEFORE = (
    "The Harbour Light, a drama about a lighthouse keeper and the daughter she gave away, opened in eleven cities on Friday "
    "and found more viewers than anybody had dared to hope."
)
AFTER = (
    "Critics have been kind. The Northern Gazette called it the year's quietest surprise, and a jury in Lorne gave Ellwood "
    "its prize for best first feature, which comes with a boat."
)
SET = {
    "short lines of verse": ["Oil for the lamp", "and salt for the bread", "and nobody home", "when the prayers are said"],
    "longer lines that end in a mark": [
        "O the lamp goes round and the lamp goes round about,",
        "and the goat she stands on the ground and she looks out,",
        "and the sea says nothing and the sea says little less,",
        "and the keeper mends what was once his mother's dress.",
    ],
    "a programme": [
        "Thu 14 May, 19:30 - Grand Hall, with the director and the cast",
        "Fri 15 May, 11:00 - Odeon 2",
        "Sun 17 May, 21:15 - Harbour Tent, with a brass band",
    ],
    "a title above what it names": [
        "Nine Doors",
        "The keeper of a hotel by the sea counts its doors each night and finds one more",
    ],
    "Chinese verse": ["四点钟他收起最后一束光", "口袋里还装着半座雪山", "没有人问他今天放了什么", "也没有人问他为什么不换"],
    "letters that were misread": ["“No boat,â€\x9d she said,", "“no boat and no crew,”", "“and no café to cry in.”"],
}
WRAPPED = {
    "prose of an old page": [
        "Director Mara Ellwood shot it in nineteen days on the island of Skerra",
        "with a crew of fourteen and a boat that broke down twice before the",
        "first week was over, and she says that she would gladly do it again",
        "tomorrow if only somebody would lend her another boat that floats",
    ],
    "Chinese prose": [
        "影片讲述一位守塔人与失散多年的女儿重逢的故事剧组只用十",
        "九天便在一座小岛上完成了全部拍摄其间渡船坏了两次而导演",
        "把那两场戏都改写到陆地上来拍据说这也是全片最好看的段落",
    ],
    "a name in two lines": ["Wilhelmina Strandberg", "of the Northern Gazette"],
}


def body_of(lines: list[str], tag: str = "p") -> list[str]:
    html = f"<h1>Lamps</h1><div><p>{BEFORE}</p><{tag}>{'<br>'.join(lines)}</{tag}><p>{AFTER}</p></div>"
    article = clean_page(f"<html><head><meta charset=utf-8><title>Lamps</title></head><body>{html}</body></html>".encode())
    extracted = restore(article.body, article.ledger).split("\n\n")
    assert " ".join(lines) in extracted
    return article.body.split("\n\n")[1:-1]


@pytest.mark.parametrize("lines", [pytest.param(lines, id=name) for name, lines in SET.items()])
def test_set_lines_stay_lines(lines: list[str]) -> None:
    assert [line.replace("â€\x9d", "”") for line in lines] == body_of(lines)


@pytest.mark.parametrize("lines", [pytest.param(lines, id=name) for name, lines in WRAPPED.items()])
def test_a_wrapped_text_is_one_paragraph(lines: list[str]) -> None:
    assert body_of(lines) == [" ".join(lines)]


def test_a_heading_is_one_line() -> None:
    assert body_of(["Part two:", "what the goat knew,", "and when she knew it"], "h2") == [
        "Part two: what the goat knew, and when she knew it"
    ]


def test_lines_make_no_article_look_damaged() -> None:
    html = f"<title>Lamps</title><h1>Lamps</h1><p>{BEFORE}</p><p>{'<br>'.join(SET['a programme'])}</p><p>{AFTER}</p>"
    assert clean_page(html.encode()).verdict == "accept"


def test_a_number_before_an_item_moves_its_breaks() -> None:
    items = ["Nine Doors,<br>a hotel by the sea,<br>104 minutes", "Low Water,<br>a mudlark and her map,<br>88 minutes"]
    html = f"<title>Lamps</title><h1>Lamps</h1><p>{BEFORE}</p><ol><li>{'</li><li>'.join(items)}</li></ol><p>{AFTER}</p>"
    body = clean_page(html.encode()).body.split("\n\n")
    assert body[1:4] == ["1. Nine Doors,", "a hotel by the sea,", "104 minutes"]


@pytest.mark.parametrize(
    ("element", "parts"),
    [
        ("pre", 2),
        ("pre class=mail", 2),
        ('div style="white-space: pre-line"', 2),
        ('div style="WHITE-SPACE:pre-wrap"', 2),
        ("div", 1),
    ],
)
def test_a_blank_line_parts_paragraphs_where_lines_are_shown_as_written(element: str, parts: int) -> None:
    wrapped = [text.replace(" and ", "\n and ") for text in (AFTER, BEFORE)]
    told = "\r\n \r\n".join(wrapped)
    html = f"<title>Lamps</title><h1>Lamps</h1><div><p>{BEFORE}</p><{element}>{told}"
    html += f"</{element.split(maxsplit=1)[0]}><p>{AFTER}</p></div>"
    article = clean_page(html.encode())
    assert article.body.split("\n\n")[1:-1] == ([AFTER, BEFORE] if parts == 2 else [f"{AFTER} {BEFORE}"])
    assert f"{AFTER} {BEFORE}" in article.restore()
