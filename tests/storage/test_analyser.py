"""The words that are searched: looked for one by one with their places, or all at once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.query.analyser import analyse, words

SIGNS = "ab1S_ -s'’éłŁ²ªﬁ٣\u0301\u00a0\u0085電影か"


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("The Oscars’ night, the crew's and Amélie’s", "the oscar night the crew and ameli"),
        ("Don't ask; rock 'n' roll, 's", "don t ask rock n roll s"),
        ("box_office film's_cut", "box offic film s cut"),
        ("Łódź's ﬁlms", "łodz film"),
        ("電影節's Oscar", "电影 影节 节 s oscar"),
        ("' ’ _ - ́", ""),
    ],
)
def test_words(text, tokens):
    assert words(text, 100) == tokens.split()


@given(st.text(SIGNS))
def test_all_at_once_they_are_what_they_are_one_by_one(text):
    assert words(text, 10_000) == [token for token, _, _ in analyse(text)]
    assert words(text, 2) == words(text, 10_000)[:2]
