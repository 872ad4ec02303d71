"""Elements are found by name and by attribute as a walk through the tree finds them."""

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from cleaners.document import page_document
from cleaners.markup.elements import elements_of
from cleaners.markup.parsing import parse

PAGE = '<title>a</title><h1 style>b</h1><div hidden><p style="">c<time datetime=2025>d</time><h2 rel=next>e</h2></div><h1>f'


def test_each_is_found_by_its_name_in_the_order_of_the_page() -> None:
    elements = elements_of(parse(PAGE))
    assert [element.text for element in elements.of("h2", "title", "h1", "xqzt")] == ["a", "b", "e", "f"]
    assert [element.text for element in elements.of("time")] == ["d"]
    assert list(elements.of("xqzt")) == []


def test_each_is_found_by_an_attribute_be_it_empty() -> None:
    elements = elements_of(parse(PAGE))
    assert [element.tag for element in elements.hidable()] == ["h1", "div", "p"]
    assert [element.tag for element in elements.hidable("time")] == ["h1", "div", "p", "time"]
    assert [element.tag for element in elements.having["rel"]] == ["h2"]


@given(
    st.lists(st.sampled_from(("<p>", "<h1 style=a>", "</p>", "<b hidden>", "<time datetime=1 rel=next>", "</div>", "<!-- -->")))
)
def test_a_walk_finds_the_same(pieces: list[str]) -> None:
    tree = parse("".join(pieces))
    elements = elements_of(tree)
    for name in ("p", "h1", "b", "time"):
        assert list(elements.of(name)) == list(tree.iter(name))
    assert list(elements.of("p", "time")) == list(tree.iter("p", "time"))
    for name in ("style", "hidden", "datetime", "rel"):
        assert list(elements.having.get(name, ())) == etree.XPath(f"//*[@{name}]")(tree)


def test_spans_that_are_shown_as_blocks_are_lines_of_their_own() -> None:
    verse = '<p><span style="display: block">The lamp is lit,</span><span style="display:block">the belt is still.</span></p>'
    initial = '<p><span style="display:block;float:left">T</span>he lamp is <span style="color:red">lit</span>.</p>'
    assert [block.text for block in page_document(f"<body>{verse}{initial}</body>").blocks] == [
        "The lamp is lit,",
        "the belt is still.",
        "The lamp is lit.",
    ]
