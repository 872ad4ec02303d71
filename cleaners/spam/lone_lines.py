"""Short lines between the paragraphs that pitch by themselves: links and headings for search engines, addresses, accounts."""

import re
from collections.abc import Iterator

from cleaners.document import Document
from cleaners.markup.tree import HEADINGS, Block
from cleaners.spam.limits import limit
from cleaners.spam.pitch import pitch
from cleaners.spam.surroundings import Part, Surroundings, part_of, strangeness
from cleaners.spam.words import words_of

_LINE, _LONGEST = 80, 140
"""Characters of a line that is one link or a heading, and of one with an address."""
_NOTHING_BUT = 0.95
"""Share of a line that its links make up where it is nothing but a link."""
_WORDS = 2
_LINKED, _HEADING, _REACHED = (limit(f"line.{name}") for name in ("linked", "heading", "reached"))
_HALF = 0.5
"""Share of the words of a line that is one link which the page may say."""
_CONTEXT = 4
"""Paragraphs that a page must have for one of its lines to be a stranger."""
_SPELLED = re.compile(r"\b[\w-]{3,40} ?[(\[]?(?:dot|点)[)\]]? ?(?:com|net|org|cc|vip|top|xyz|club|example)\b|\bw w w \.", re.I)
"""An address written so that no filter reads it."""
_ADDRESS = re.compile(r"(?:https?://|www\.)?[\w-]{2,40}(?:\.[\w-]{2,40}){1,3}|@\w{5,40}")
_CODE = re.compile(r"[={}<>`$\\#]|\w\(")
_ACCOUNTS = re.compile(
    r"(?:(?:Q\s?Q|We ?Chat|[微薇威]\s?信|扣扣"
    r"|WhatsApp|Telegram|TG|电报|飞机|Skype)\s?号?\s?[:：]\s?[@+]?[\w-]{5,30}[\s,，;；/|]*){1,6}",
    re.I,
)
"""A line of nothing but accounts of messengers."""


def lone_lines(document: Document, around: Surroundings) -> Iterator[Part]:
    """The lines of a page that belong to none of its paragraphs, and pitch."""
    if len(around.visible) < _CONTEXT:
        return
    for index in around.doubtful:
        block = document.blocks[index]
        if len(block.text) <= _LONGEST and (_ACCOUNTS.fullmatch(block.text) or _is_strange(index, block, around)):
            yield part_of(document, [index])


def _is_strange(index: int, block: Block, around: Surroundings) -> bool:
    """Whether a line pitches and says hardly a word that the page says, for what it is."""
    said = around.said(index)
    if len(said) < _WORDS or pitch(block.text, said, _REACHED) < _REACHED:
        return False
    if block.link_density > _NOTHING_BUT:
        return _is_link(index, block, around)
    heads = block.tag in HEADINGS and len(block.text) <= _LINE and pitch(block.text, said) >= _HEADING
    return (
        (heads or _has_address(block.text))
        and not _CODE.search(block.text)
        and not around.speaks_of_own(block.text)
        and _is_unheard(index, block, around)
    )


def _is_link(index: int, block: Block, around: Surroundings) -> bool:
    away = len(block.text) <= _LINE and pitch(block.text, around.said(index)) >= _LINKED and around.heard(index) <= _HALF
    return away and all(map(around.only_here, part_of(around.document, [index]).hrefs))


def _has_address(text: str) -> bool:
    return _ADDRESS.search(text) is not None or _SPELLED.search(text) is not None


def _is_unheard(index: int, block: Block, around: Surroundings) -> bool:
    """Whether nobody else says a word of a line, its address aside."""
    own, said = index in around.visible, words_of(_ADDRESS.sub(" ", block.text))
    return len(said) >= _WORDS and strangeness(said, {word: around.words[word] - own for word in said}) == 0
