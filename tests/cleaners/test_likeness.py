"""What is one story and what is not, on texts made of a fictional reporter's words."""

import random

import pytest

from benchmarks.material.reposts import CHANGES, TEMPLATES, furniture
from cleaners.text.likeness import Kind, compare, sketch
from tests.storage.stories import chinese, english

CASES = [
    ("byline", Kind.NEAR),
    ("furniture", Kind.NEAR),
    ("width and script", Kind.NEAR),
    ("reordered", Kind.NEAR),
    ("cut to 70", Kind.CONTAINED),
    ("cut to 50", Kind.CONTAINED),
    ("cut to 30", Kind.CONTAINED),
]


@pytest.mark.parametrize("make", [english, chinese])
@pytest.mark.parametrize(("change", "kind"), CASES)
def test_a_repost_is_the_same_story(make: type, change: str, kind: Kind) -> None:
    text = make(1)
    likeness = compare(sketch(CHANGES[change](text, random.Random(1))), sketch(text))
    assert likeness is not None
    assert likeness.same_story
    assert likeness.kind in {kind, Kind.CONTAINS if change in {"byline", "furniture"} else kind}


@pytest.mark.parametrize("make", [english, chinese])
def test_an_article_inside_a_longer_one_is_contained_in_it(make: type) -> None:
    likeness = compare(sketch(f"{make(2)}\n\n{make(3)}"), sketch(make(2)))
    assert likeness is not None
    assert (likeness.kind, likeness.same_story) == (Kind.CONTAINS, True)
    assert likeness.of_second > 0.95


def test_a_text_collected_in_a_much_longer_one_is_contained_and_another_story() -> None:
    likeness = compare(sketch(english(1)), sketch("\n\n".join(english(number) for number in range(1, 9))))
    assert likeness is not None
    assert (likeness.kind, likeness.same_story) == (Kind.CONTAINED, False)


@pytest.mark.parametrize("make", [english, chinese])
def test_a_quotation_is_not_a_repost(make: type) -> None:
    base, other = make(4), make(5)
    quote = base[: len(base) // 5]
    likeness = compare(sketch(f"{other[:300]}\n{quote}\n{other[300:]}"), sketch(base))
    assert likeness is None or not likeness.same_story


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("template", ["box office", "brief"])
def test_stories_from_one_template_stay_apart(language: str, template: str) -> None:
    texts = [sketch(TEMPLATES[language][template](random.Random(seed))) for seed in range(12)]
    likenesses = [compare(first, second) for first in texts for second in texts if first is not second]
    assert sum(likeness is not None and likeness.same_story for likeness in likenesses) <= 2


def test_unrelated_texts_have_nothing_in_common() -> None:
    assert compare(sketch(english(6)), sketch(english(7))) is None
    assert compare(sketch(chinese(6)), sketch(chinese(7))) is None
    assert compare(sketch(""), sketch("")) is None


@pytest.mark.parametrize(("make", "length"), [(english, 400), (chinese, 120)])
def test_two_briefs_in_the_furniture_of_one_site_are_two_stories_and_one_in_that_of_two_is_one(make: type, length: int) -> None:
    first, second = (make(number)[:length] for number in (6, 7))
    here, there = 1, 2
    framed = compare(sketch(furniture(first, random.Random(here))), sketch(furniture(second, random.Random(here))))
    assert framed is not None
    assert (framed.kind, framed.same_story) == (Kind.OVERLAP, False)
    again = compare(sketch(first), sketch(furniture(first, random.Random(there))))
    assert again is not None
    assert again.same_story


def test_an_article_whose_middle_was_edited_stays_the_story() -> None:
    text = english(8)
    edited = text.replace(text[len(text) // 2 : len(text) // 2 + 150], "The jury met twice and said nothing at all. ")
    likeness = compare(sketch(text), sketch(edited))
    assert likeness is not None
    assert (likeness.kind, likeness.same_story) == (Kind.NEAR, True)
