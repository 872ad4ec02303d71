import json
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from storage.urls import canonical_url, public_id, url_key

CASES = json.loads((Path(__file__).parent.parent / "cases" / "urls.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("one", "other"), CASES["one article"])
def test_two_addresses_of_one_article(one: str, other: str) -> None:
    assert url_key(one) == url_key(other)


@pytest.mark.parametrize(("one", "other"), CASES["two articles"])
def test_addresses_of_two_articles(one: str, other: str) -> None:
    assert url_key(one) != url_key(other)


@pytest.mark.parametrize(("url", "declared", "expected"), CASES["canonical links"])
def test_a_canonical_link_is_believed_where_it_can_be(url: str, declared: str, expected: str) -> None:
    assert canonical_url(url, declared) == expected


@given(st.one_of(st.text(), st.text().map("https://news.example/{}".format), st.text().map("https://news.example{}/a".format)))
@example("https://news.example:99999/a")
@example("https://[news.example/a")
def test_any_text_has_one_stable_key(url: str) -> None:
    shown = canonical_url(url)
    assert canonical_url(shown) == shown
    assert len(public_id(url)) == 16


@pytest.mark.parametrize("declared", ["https://news.example:99999/a", "https://news.example:port/a", "https://[news.example/a"])
def test_a_link_that_is_no_address_is_not_believed(declared: str) -> None:
    assert canonical_url("https://news.example/a/1", declared) == "https://news.example/a/1"
