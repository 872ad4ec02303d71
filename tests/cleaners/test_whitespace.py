"""White space comes out even, and an even text is left alone."""

from hypothesis import given
from hypothesis import strategies as st

from cleaners.ledger import Draft, patch
from cleaners.text.whitespace import white_space


@given(st.text("ab.影 \n\t\r\xa0\u2028\u3000\u200b", max_size=30))
def test_white_space_comes_out_even(text: str) -> None:
    lines = (" ".join(line.split()) for line in text.splitlines())
    even = "\n\n".join(filter(None, lines))
    assert patch(Draft(text), white_space(text)).text == even
    assert list(white_space(even)) == []
