"""Titles of other stories leave the choice: those in capitals, and those that a text ends with. Sources stay."""

from cleaners.body.stray_links import without_promos
from cleaners.markup.tree import Block

PROSE = [Block(f"The harbour froze in week {week}, and the crew had to wait for the ice to break.") for week in range(4)]
HEADING = Block("More from the coast", "h3")


def link(text: str, tag: str = "li") -> Block:
    return Block(text, tag, link_chars=len(text))


def titles(tag: str = "li") -> list[Block]:
    return [link(text, tag) for text in ("Ten boats that stole the picture", "The ferryman speaks", "What the tide took")]


def test_links_at_the_end_leave_with_their_heading() -> None:
    assert without_promos([*PROSE, HEADING, *titles()]) == PROSE
    assert without_promos([*PROSE, *titles("p")]) == PROSE
    half = Block("Want the best ropes? Read what our crew picks", "li", link_chars=20)
    assert without_promos([*PROSE, HEADING, *titles(), half]) == PROSE


def test_a_title_in_capitals_leaves() -> None:
    assert without_promos([*PROSE[:2], link("THE FERRYMAN OF NORTH SHORE SPEAKS", "p"), *PROSE[2:]]) == PROSE


def test_links_that_an_article_gives_stay() -> None:
    for blocks in (
        [*PROSE, Block("References", "h2"), *titles()],
        [*PROSE, Block("资料来源", "h2"), *titles()],
        [*PROSE[:2], *titles(), *PROSE[2:]],
        [*PROSE, *titles()[:2]],
        [*PROSE[:2], link("THE SALT ROAD", "p"), *PROSE[2:]],
        titles(),
    ):
        assert without_promos(blocks) == blocks
