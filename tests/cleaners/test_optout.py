"""What publishers do not want done with a page is recorded, whoever says it: the page, its headers, its site."""

import pytest

from cleaners import SiteHints, clean_page
from cleaners.fields.optout import header_opt_outs


@pytest.mark.parametrize(
    ("head", "said"),
    [
        ('<meta name="robots" content="index, follow">', ()),
        ('<meta name="robots" content="noindex, nofollow">', ("noindex",)),
        ('<meta name="ROBOTS" content="NOARCHIVE">', ("noarchive",)),
        ('<meta name="robots" content="none">', ("noindex",)),
        ('<meta name="robots" content="noimageai, noai, max-snippet:20">', ("noai", "noimageai")),
        ('<meta name="robots" content="noai"><meta name="robots" content="noindex">', ("noindex", "noai")),
        ('<meta name="filmwire" content="noindex">', ("noindex",)),
        ('<meta name="googlebot" content="noindex">', ()),
        ('<meta name="tdm-reservation" content="1">', ("tdm",)),
        ('<meta name="tdm-reservation" content="0">', ()),
    ],
)
def test_a_page_opts_out(head, said):
    assert clean_page(f"<html><head>{head}</head><body><p>Fog.</p></body></html>".encode()).opt_outs == said


@pytest.mark.parametrize(
    ("headers", "said"),
    [
        ([("X-Robots-Tag", "noindex")], ("noindex",)),
        ([("x-robots-tag", "NOAI"), ("X-Robots-Tag", "noarchive")], ("noarchive", "noai")),
        ([("X-Robots-Tag", "googlebot: noindex, noarchive")], ()),
        ([("X-Robots-Tag", "googlebot: noindex, filmwire: noai")], ("noai",)),
        ([("X-Robots-Tag", "unavailable_after: 25 Jun 2026 15:00:00 PST, noarchive")], ("noarchive",)),
        ([("X-Robots-Tag", "max-snippet: 20")], ()),
        ([("TDM-Reservation", "1"), ("TDM-Policy", "https://film.example/policy.json")], ("tdm",)),
        ([("TDM-Reservation", "0"), ("X-Robots-Tag", "")], ()),
    ],
)
def test_headers_opt_out(headers, said):
    assert header_opt_outs(headers) == said


def test_the_page_and_its_headers_are_taken_together():
    page = b'<meta name="robots" content="noai"><p>Fog.</p>'
    assert clean_page(page, hints=SiteHints(opt_outs=("tdm", "noai"))).opt_outs == ("noai", "tdm")
