"""Find the headline of a text that somebody has extracted already."""

import re

from cleaners.article import Candidate, Found
from cleaners.document import Document
from cleaners.markup.masthead import is_prose
from cleaners.markup.tree import Block
from cleaners.spam.spam import title_spam
from cleaners.text.titles import key, plain, tokens

_HEAD = 15
"""How many lines before the first paragraph may hold the headline."""
_SENTENCE_END = re.compile(r"[.。!！?？…][\"”’」』)]?$")
_CALL = re.compile(r"[!！?？…].?$")
_BYLINE = re.compile(
    r"^\s*(?:by\s|作者|记者|文[/／]|来源|source:|updated?:|published|posted)|(?:19|20)\d\d[-/年.]\d\d?[-/月.]\d\d?", re.I
)
_NOT_HEADLINE = re.compile(r"^\s*(?:home|首页|share|advertisement|menu|search|skip to)\b|\s[/>»›]\s", re.I)

_MARKED = re.compile(r"^\s*(?:#|(?:headline|title|subject|标题|题目|主题)\s?[:：])\s*(?=[^\s#])", re.I)
"""What says in a plain text that a line is the headline, ..."""
_OF_LETTERS = re.compile(
    r"^\s*(?:(?:from|to|cc|date|slug|byline|path|newsgroups|organization|reply-to|message-id|mime-version|content-[a-z-]{4,20}"
    r"|x-[a-z-]{2,20})\s?:|!\[)",
    re.I,
)
"""... and that it is the head of a letter, or a picture."""


def first_lines(document: Document) -> Found[str | None]:
    """The line that stands twice, else the best supported one above byline, standfirst or first paragraph.

    None where the text begins with its first paragraph: a clean body handed in again must lose nothing.
    """
    blocks = document.blocks
    start = int(len(blocks) > 1 and title_spam(blocks[0].text, document).certain)
    first = next((index for index, block in enumerate(blocks) if index > start and is_prose(block)), len(blocks))
    marked = next((index for index in range(start, min(first, start + _HEAD)) if _MARKED.search(blocks[index].text)), start)
    byline = next((index for index in range(first) if index > marked and _BYLINE.search(blocks[index].text)), first)
    head = range(max(start, byline - _HEAD), min(byline, first)) or range(start, min(start + 1, len(blocks)))
    body = tokens(" ".join(block.text for block in blocks[first:])[:20_000])
    offers = [(index, plain(blocks[index].text)) for index in head]
    scores = {index: _score(text, index, byline, blocks, body) for index, text in offers}
    best = max(scores, key=lambda index: scores[index], default=None)
    if best is None or _is_paragraph(blocks[best]):
        return Found(None)
    value = _MARKED.sub("", plain(blocks[best].text))
    same = tuple(index for index in range(first) if index == best or key(plain(blocks[index].text)) == key(value))
    offers.sort(key=lambda offer: -scores[offer[0]])
    return Found(value, tuple(Candidate("headline", f"line {index + 1}", text, index == best) for index, text in offers), same)


def _is_paragraph(block: Block) -> bool:
    """Whether a line is as long as a paragraph and ends as a statement does."""
    return is_prose(block) and _SENTENCE_END.search(block.text) is not None and not _CALL.search(block.text)


def _score(text: str, index: int, byline: int, blocks: tuple[Block, ...], body: dict[str, int]) -> float:
    """How much a line looks like the headline: its words in the body, its length, its place, whether it stands twice."""
    words = tokens(text)
    shared = sum(number for word, number in words.items() if word in body) / max(1, words.total())
    twice = sum(key(block.text) == key(text) for block in blocks[: byline + 1]) > 1
    short = 2 if words.total() < 2 else 0
    sentence = 0.7 if _SENTENCE_END.search(text) and not _CALL.search(text) else 0
    furniture = 2 if _NOT_HEADLINE.search(text) or words.total() > 45 else 0
    said = 1 if _MARKED.search(text) else -2 if _OF_LETTERS.search(text) else 0
    return 1.5 * twice + shared + said - short - sentence - furniture + 0.3 * (index == 0) - 0.03 * (byline - index)
