"""Find the headline of a text that somebody has extracted already."""

import re

from cleaners.article import Candidate, Found
from cleaners.document import Document
from cleaners.markup.masthead import is_prose
from cleaners.markup.tree import Block
from cleaners.quality import states
from cleaners.spam.spam import SMALL_CHANGE, title_spam, words_of
from cleaners.text.dateforms import MONTH, YEAR
from cleaners.text.titles import key, plain, tokens

_HEAD = 15
"""How many lines before the byline, or before the first paragraph, may hold the headline."""
_NEAR, _LEAST, _TOLD = 0.3, 4, 0.3
"""Of lines that look as good by so little the first is the headline and the next its standfirst, if it has so many words and
the text says that share of them."""
_POOR, _FAIR, _SOME = -1.2, -0.6, 2
"""Where the text says nothing of the best line: how good the first is at least that has so many words."""
_SENTENCE_END = re.compile(r"[.。!！?？…][\"”’」』)]?$")
_CALL = re.compile(r"[!！?？…].?$")
_DAY = rf"\d\d?(?:st|nd|rd|th)?\s{MONTH.format('month')}|{MONTH.format('other')}\s\d\d?(?:st|nd|rd|th)?"
_BYLINE = re.compile(
    r"^\s*(?:by\s|作者|记者|文[/／]|来源|source:|(?:last )?(?:updated?|modified)\b|published|posted)"
    r"|,? (?-i:by [A-Z][\w'’.-]+ [A-Z][\w'’.-]+)$"
    rf"|(?:19|20)\d\d[-/年.]\d\d?[-/月.]\d\d?|^\W{{0,3}}(?:\w{{3,9}},?\s)?(?:{_DAY}),?\s{YEAR}\b",
    re.I,
)
_NOT_HEADLINE = re.compile(
    r"^\s*(?:home|首页|share|advertisement|menu|search|skip to)\b|\s[/>»›]\s|[★☆]|\d\s?(?:/|out of)\s?\d|^\d[\d,.]*$"
    r"|^(?:director|cast|starring|country|running time|genre|rating|certificate|导演|主演|编剧|类型|片长|地区)\s?[:：]"
    r"|^[^|·•]{1,24}(?:\s?[|·•]\s?[^|·•]{1,24})+$",
    re.I,
)

_MARKED = re.compile(r"^\s*(?:#|(?:headline|title|subject|标题|题目|主题)\s?[:：])\s*(?=[^\s#])", re.I)
"""What says in a plain text that a line is the headline, ..."""
_OF_LETTERS = re.compile(
    r"^\s*(?:(?:from|to|cc|date|slug|byline|path|newsgroups|organization|reply-to|message-id|mime-version|content-[a-z-]{4,20}"
    r"|x-[a-z-]{2,20})\s?:|!\[)",
    re.I,
)
"""... and that it is the head of a letter, or a picture."""


def first_lines(document: Document) -> Found[str | None]:
    """The line that stands twice, else the best supported one above the first paragraph.

    None where the text begins with its first paragraph: a clean body handed in again must lose nothing.
    """
    blocks = document.blocks
    start = int(len(blocks) > 1 and title_spam(blocks[0].text, document).certain)
    if not blocks or states(blocks[start].text):
        return Found(None)
    first = _first_paragraph(blocks, start + 1)
    marked = next((index for index in range(start, min(first, start + _HEAD)) if _MARKED.search(blocks[index].text)), start)
    byline = next((index for index in range(first) if index > marked and _BYLINE.search(blocks[index].text)), first)
    head = range(max(start, byline - _HEAD), min(byline + _HEAD, first)) or range(start, min(start + 1, len(blocks)))
    body = words_of("\n".join(block.text for block in blocks[first:])[:20_000])
    offers = [(index, plain(blocks[index].text)) for index in head if index <= marked or not _BYLINE.search(blocks[index].text)]
    scores = {index: _score(text, index, byline, blocks, body) for index, text in offers}
    best = _first_of_best(offers, scores, body)
    if best is None or scores[best] < _POOR or states(blocks[best].text):
        return Found(None)
    value = _MARKED.sub("", plain(blocks[best].text))
    same = tuple(index for index in range(first) if index == best or key(plain(blocks[index].text)) == key(value))
    offers.sort(key=lambda offer: -scores[offer[0]])
    return Found(value, tuple(Candidate("headline", f"line {index + 1}", text, index == best) for index, text in offers), same)


def _first_of_best(offers: list[tuple[int, str]], scores: dict[int, float], body: set[str]) -> int | None:
    """The line that looks best, or one above it that looks nearly as good; where the text says none of them, the first."""
    if not offers:
        return None
    best, said = max(offers, key=lambda offer: scores[offer[0]])
    known = _told(said, body) >= _TOLD
    told, near, words = (_TOLD, scores[best] - _NEAR, _LEAST) if known else (0.0, _FAIR, _SOME)
    above = ((index, text) for index, text in offers if index < best and scores[index] > near)
    return next((index for index, text in above if _weighs(text) >= words and _told(text, body) >= told), best)


def _first_paragraph(blocks: tuple[Block, ...], start: int) -> int:
    """The first line of prose, or in a text of short paragraphs the first statement; the text's end where there is none."""
    prose = next((index for index in range(start, len(blocks)) if is_prose(blocks[index])), len(blocks))
    return prose if prose < len(blocks) else next((index for index in range(start, prose) if states(blocks[index].text)), prose)


def _ends(text: str) -> bool:
    return _SENTENCE_END.search(text) is not None and not _CALL.search(text)


def _weighs(text: str) -> int:
    return tokens(text).total()


def _told(text: str, body: set[str]) -> float:
    """Which share of a line's words the text has, 0 to 1; those that every text has do not count."""
    words = words_of(text) - SMALL_CHANGE
    return len(words & body) / max(1, len(words))


def _score(text: str, index: int, byline: int, blocks: tuple[Block, ...], body: set[str]) -> float:
    """How much a line looks like the headline: its words in the text, its length, its place, whether it stands twice."""
    twice = sum(key(block.text) == key(text) for block in blocks[: byline + 1]) > 1
    short = 2 if _weighs(text) < 2 else 0
    sentence = 0.7 if _ends(text) else 0
    furniture = 2 if _NOT_HEADLINE.search(text) or _OF_LETTERS.search(text) or _weighs(text) > 45 else 0
    told = _told(text, body)
    place = 0.3 * (index == 0 and told > 0) - 0.03 * max(0, byline - index) - 0.3 * (index > byline)
    return 1.5 * twice + told + bool(_MARKED.search(text)) - short - sentence - furniture + place
