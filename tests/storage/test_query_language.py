"""What people type, and what is asked of the databases for it."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from storage.query.analyser import analyse, is_han
from storage.query.query_language import parse, to_match, to_tsquery, wanted
from storage.query.snippets import pieces

SIGNS = "\"“”'*:()（）^-+ANDORTNEtitle影电 %_\\\x00\ud800|&!<>"


@pytest.mark.parametrize(
    ("text", "match"),
    [
        ("harbour", '"harbour"'),
        ("box office", '("box" AND "offic")'),
        ("box AND office", '("box" AND "offic")'),
        ('"box office"', '"box offic"'),
        ("“box office”", '"box offic"'),
        ("a b OR c", '(("a" AND "b") OR "c")'),
        ("a (b OR c)", '("a" AND ("b" OR "c"))'),
        ("a （b OR c）", '("a" AND ("b" OR "c"))'),
        ("a NOT b", '(("a") NOT ("b"))'),
        ("a -b -c d", '(("a" AND "d") NOT ("b" OR "c"))'),
        ('a -"b c"', '(("a") NOT ("b c"))'),
        ("a NOT (b OR c)", '(("a") NOT (("b" OR "c")))'),
        ("title:harbour film", '(title : "harbour" AND "film")'),
        ("Title：港", 'title : "港" *'),
        ('title:"winter harbour"', 'title : "winter harbour"'),
        ("title:(a OR b)", '(title : "a" OR title : "b")'),
        ("票房", '"票房"'),
        ("電影節", '"电影 影节"'),
        ("港", '"港" *'),
        ("3D版本", '("3d" AND "版本")'),
        ('"3D版"', '"3d 版" *'),
        ('"版本3D"', '"版本 本 3d"'),
        ('"电影 节"', '"电影 影节"'),
    ],
)
def test_what_is_meant(text: str, match: str) -> None:
    tree = parse(text)
    assert tree is not None
    assert to_match(tree) == match


@pytest.mark.parametrize(
    ("text", "same_as"),
    [
        ('"box office', "box office"),
        ('box" office', "box office"),
        ("box AND", "box"),
        ("OR box", "box"),
        ("box NOT", "box"),
        ("box OR OR office", "box OR office"),
        ("-box", "box"),
        ("NOT box", "box"),
        ("box OR -office", "box OR office"),
        ("((box office", "box office"),
        ("box) office)", "box office"),
        ("box () office", "box office"),
        ('box "" office', "box office"),
        ("box -!!! office", "box office"),
        ("box title:!!! office", "box office"),
        ("box - office", "box office"),
        ("box --office", "box office"),
        ("box-office", "box office"),
        ("box:office", "box office"),
        ("box*", "box"),
        ("box^2", "box 2"),
        ("NEAR(box office)", "near box office"),
        ("{title}:box", "title box"),
        ("box\x00office", "box office"),
        ("box\ud800office", "box office"),
        ("box and office or not", "box “and” “office” “or” “not”"),
        ("title:", "“title”"),
        ("OR", "“or”"),
        ("AND NOT", "“and” “not”"),
        ("(" * 50 + "box" + ")" * 50, "box"),
        ("box;DROP TABLE articles--", "box DROP TABLE articles"),
        ("'box' | office & <->", "box office"),
    ],
)
def test_what_is_malformed_is_read_as_words(text: str, same_as: str) -> None:
    assert parse(text) == parse(same_as) is not None


@pytest.mark.parametrize("text", ["", " ", "!?", '""', "-", "()", "\x00", "\ud800", "“”", "*", "|&!"])
def test_a_text_without_a_word_asks_nothing(text: str) -> None:
    assert parse(text) is None


@given(st.one_of(st.text(), st.text(SIGNS)))
@example("(" * 1000)
@example("a OR (" * 300)
@example('"' + "影" * 2000)
def test_a_text_with_a_word_always_asks_for_something_and_keeps_its_signs_to_itself(text: str) -> None:
    tree = parse(text)
    assert (tree is None) == (not any(analyse(text[:1000])))
    if tree is not None:
        assert all(token.isalnum() or is_han(token) for phrase in wanted(tree) for token in phrase.tokens)
        assert to_match(tree).count('"') % 2 == to_tsquery(tree).count("'") % 2 == 0


@pytest.mark.parametrize(
    ("text", "query", "marked"),
    [
        ("The critics’ prizes went to Amélie Roux’s films.", "film amelie", ["Amélie", "films"]),
        ("The winter films and the winter harbour", '"winter harbour"', ["winter harbour"]),
        ("导演林远航說，電影節后开机", "电影节", ["電影節"]),
        ("导演林远航說，電影節后开机", "航 影", ["航", "影"]),
        ("导演林远航說，電影節后开机", "节", ["節"]),
        ("The harbour, not the film", "harbour -film", ["harbour"]),
        ("The harbour", "title:harbour", []),
        ("The harbour", "!?", []),
        ("aa bb cc dd", '"aa bb" "bb cc"', ["aa bb cc"]),
    ],
)
def test_the_snippet_marks_what_was_asked_for(text: str, query: str, marked: list[str]) -> None:
    shown = pieces(text, parse(query))
    assert [piece.text for piece in shown if piece.marked] == marked
    assert "".join(piece.text for piece in shown) == text


def test_a_long_text_is_shown_where_the_words_first_stand() -> None:
    shown = pieces("Lead.\n\n" * 100 + "The harbour\nopens" + " later" * 100, parse("harbour"))
    text = "".join(piece.text for piece in shown)
    assert "The harbour opens later" in text
    assert (text[0], text[-1]) == ("…", "…")
    assert 100 < len(text) <= 162


@given(st.text("ab 影电节港\n"), st.text('ab 影电节港"'))
def test_the_pieces_are_a_part_of_the_text(text: str, query: str) -> None:
    shown = "".join(piece.text for piece in pieces(text, parse(query)))
    assert " ".join(shown.strip("… ").split()) in " ".join(text.split())
