"""What a box says that asks for the reader's e-mail address is no part of the article, whatever its words and classes."""

import pytest

from cleaners.body.sign_up import without_sign_up
from cleaners.document import page_document

TEXT = "<p>The picture was shot over nine weeks in the lowlands with a crew of sixty and a great deal of flour.</p>"
FIELD = '<form><input type="email" placeholder="you@example.com"><button>Join</button></form>'


def said(html: str) -> list[str]:
    document = page_document(f"<body><article>{html}</article></body>")
    return [block.text for block in without_sign_up(document.blocks, document)]


@pytest.mark.parametrize("field", [FIELD, '<form><p><input name="EMAIL"></p></form>', '<form><input id="mail-7"></form>'])
def test_a_box_leaves_with_all_it_says(field: str) -> None:
    box = f"<div class='k1'><h4>Reels on Friday</h4><p>The films that matter.</p>{field}<p>Leave whenever you like.</p></div>"
    assert said(f"{TEXT}{box}{TEXT}") == said(TEXT + TEXT)


@pytest.mark.parametrize(
    "html",
    [
        f"<div><h4>Find a film</h4><form><input name='q' placeholder='Search'></form></div>{TEXT}",
        f"<form>{TEXT * 5}<input type='email'></form>",
        f"<div><h1>The mill turns</h1>{FIELD}<p>A brief of one line.</p></div>",
        f"{FIELD}{TEXT}",
    ],
    ids=["a search", "a page that is one form", "a box with the headline", "nothing but the field"],
)
def test_other_forms_take_nothing_with_them(html: str) -> None:
    document = page_document(f"<body><article>{html}</article></body>")
    assert said(html) == [block.text for block in document.blocks]
