"""What a box says that asks for the reader's e-mail address is no part of the article, whatever its words and classes."""

from dataclasses import replace

import pytest

from cleaners.document import page_document
from cleaners.furniture.sign_up import sign_up_boxes
from cleaners.ledger import Claim, Reason

TEXT = "<p>The picture was shot over nine weeks in the lowlands with a crew of sixty and a great deal of flour.</p>"
FIELD = '<form><input type="email" placeholder="you@example.com"><button>Join</button></form>'


def said(html: str) -> list[str]:
    """What is left of a page that was all taken for the article."""
    document = page_document(f"<body><article>{html}</article></body>")
    claims = [*sign_up_boxes(replace(document, chosen=frozenset(range(len(document.blocks)))))]
    assert all(claim == Claim(claim.block, Reason.NEWSLETTER, "newsletter.box") for claim in claims)
    return [block.text for index, block in enumerate(document.blocks) if index not in {claim.block for claim in claims}]


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
