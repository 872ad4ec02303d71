"""Words that are looked for are found as where all words of a text are gathered."""

from hypothesis import given
from hypothesis import strategies as st

from cleaners.spam.spam import words_among, words_of

WANTED = frozenset(("slots", "bonus", "казино", "bônus", "彩票", "票房", "เกม"))


@given(
    st.lists(st.sampled_from((*WANTED, "Slots,", "BONUS", "film", "彩", "票", "é", " ", "·", "\u0e31")), max_size=8).map(
        "".join
    )
)
def test_the_same_words_are_found(text: str) -> None:
    assert words_among(WANTED, text) == WANTED & words_of(text)
