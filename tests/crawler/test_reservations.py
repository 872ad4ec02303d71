"""What a tdmrep.json reserves: the first rule that fits a path counts."""

import json

import pytest

from crawler.fetch.reservations import MAX_RULES, MAX_STARS, is_reserved, read_rules

RULES = [("/film/free/*", False), ("/film/*.pdf$", True), ("/film/review*2026", True), ("/tv/", True), ("/*/shop/*", True)]


@pytest.mark.parametrize(
    ("path", "reserved"),
    [
        ("/film/free/a.pdf", False),
        ("/film/a.pdf", True),
        ("/film/a.pdf.pdf", True),
        ("/film/a.pdf.html", False),
        ("/film/review-of-2026/a.html", True),
        ("/film/2026-review", False),
        ("/tv/a.html", True),
        ("/tv", False),
        ("/a/b/shop/c", True),
        ("/shop/c", False),
        ("/", False),
    ],
)
def test_the_first_rule_that_fits_counts(path, reserved):
    assert is_reserved(path, RULES) is reserved


@pytest.mark.parametrize(
    ("body", "rules"),
    [
        (b'[{"location": "/", "tdm-reservation": 1, "tdm-policy": "https://film.example/policy.json"}]', [("/", True)]),
        (
            b'[{"location": "/", "tdm-reservation": "1"}, {"location": "/a", "tdm-reservation": 2}]',
            [("/", True), ("/a", False)],
        ),
        (b'[{"location": 7}, {"tdm-reservation": 1}, "x", null, [[]]]', []),
        (b'{"location": "/", "tdm-reservation": 1}', []),
        (b"[" * 100_000, []),
        (b"\xff\xfe", []),
        (b"", []),
    ],
)
def test_what_cannot_be_read_reserves_nothing(body, rules):
    assert read_rules(body) == rules


def test_a_file_without_end_is_bounded():
    rule = {"location": "/*", "tdm-reservation": 1}
    assert len(read_rules(json.dumps([rule] * (MAX_RULES + 9)).encode())) == MAX_RULES
    assert read_rules(json.dumps([{**rule, "location": "*" * (MAX_STARS + 1)}]).encode()) == []
