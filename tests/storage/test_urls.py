import json
from pathlib import Path

import pytest
from hypothesis import given
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


@given(st.one_of(st.text(), st.text().map(lambda text: f"https://news.example/{text}")))
def test_any_text_has_one_stable_key(url: str) -> None:
    shown = canonical_url(url)
    assert canonical_url(shown) == shown
    assert len(public_id(url)) == 16
