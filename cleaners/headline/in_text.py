"""Find the headline of a text that somebody has extracted already."""

import re
from collections import Counter
from dataclasses import dataclass

from cleaners.article import Candidate, Found
from cleaners.document import Document
from cleaners.markup.masthead import is_prose
from cleaners.markup.tree import Block
from cleaners.quality import states
from cleaners.spam.spam import title_spam
from cleaners.spam.words import SMALL_CHANGE, words_of
from cleaners.text.dateforms import MONTH, YEAR
from cleaners.text.titles import key, plain, tokens

_HEAD = 15
"""How many lines before the byline, or before the first paragraph, may hold the headline."""
_NEAR, _LEAST, _TOLD = 0.3, 4, 0.3
"""Of lines that look as good by so little the first is the headline and the next its standfirst, if it has so many words and
the text says that share of them."""
_FAIR, _SOME = -0.6, 2
"""Where the text says nothing of the best line: how good the first is at least that has so many words."""
_POOR, _LONGEST = -1.2, 45
"""Of what looks worse none is a headline; and its words at most."""
_SENTENCE_END = re.compile(r"[.。!！?？…][\"”’」』)]?$")
_GOES_ON = tuple(",，;；:：、")
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


@dataclass(frozen=True, slots=True)
class _Offer:
    """A line that may be the headline, how much it looks like one, and which share of its words the text has."""

    index: int
    text: str
    score: float
    told: float

    @property
    def size(self) -> int:
        """Words, each Han character one."""
        return tokens(self.text).total()


def first_lines(document: Document) -> Found[str | None]:
    """The line that stands twice, else the best supported one above the first paragraph.

    None where the text begins with its first paragraph: a clean body handed in again must lose nothing.
    """
    blocks = document.blocks
    start = int(len(blocks) > 1 and title_spam(blocks[0].text, document).certain)
    if not blocks or states(blocks[start].text):
        return Found(None)
    first = _first_paragraph(blocks, start + 1)
    offers = _offers(blocks, start, first)
    best = _first_of_best(offers)
    if best is None or best.score < _POOR or states(blocks[best.index].text):
        return Found(None)
    value = _MARKED.sub("", best.text)
    same = tuple(index for index in range(first) if index == best.index or key(plain(blocks[index].text)) == key(value))
    ranked = sorted(offers, key=lambda offer: -offer.score)
    candidates = (Candidate("headline", f"line {offer.index + 1}", offer.text, offer is best) for offer in ranked)
    return Found(value, tuple(candidates), same)


def _offers(blocks: tuple[Block, ...], start: int, first: int) -> list[_Offer]:
    """The lines near the byline, or near the first paragraph where there is none."""
    marked = next((index for index in range(start, min(first, start + _HEAD)) if _MARKED.search(blocks[index].text)), start)
    byline = next((index for index in range(first) if index > marked and _BYLINE.search(blocks[index].text)), first)
    head = range(max(start, byline - _HEAD), min(byline + _HEAD, first)) or range(start, min(start + 1, len(blocks)))
    body = words_of("\n".join(block.text for block in blocks[first:])[:20_000])
    above = Counter(key(block.text) for block in blocks[: byline + 1])
    offers = []
    for index in head:
        text = plain(blocks[index].text)
        if index <= marked or not _BYLINE.search(blocks[index].text):
            told = _told(text, body)
            place = 0.3 * (index == 0 and told > 0) - 0.03 * max(0, byline - index) - 0.3 * (index > byline)
            offers.append(_Offer(index, text, told + place + 1.5 * (above[key(text)] > 1) + _looks(text), told))
    return offers


def _first_of_best(offers: list[_Offer]) -> _Offer | None:
    """The line that looks best, or one above it that looks nearly as good; where the text says none of them, the first."""
    best = max(offers, key=lambda offer: offer.score, default=None)
    if best is None:
        return None
    told, near, words = (_TOLD, best.score - _NEAR, _LEAST) if best.told >= _TOLD else (0.0, _FAIR, _SOME)
    above = (offer for offer in offers if offer.index < best.index and offer.score > near)
    return next((offer for offer in above if offer.size >= words - (offer.index == 0) and offer.told >= told), best)


def _first_paragraph(blocks: tuple[Block, ...], start: int) -> int:
    """The first line of prose, or in a text of short paragraphs the first statement; the text's end where there is none."""
    prose = next((index for index in range(start, len(blocks)) if is_prose(blocks[index])), len(blocks))
    return prose if prose < len(blocks) else next((index for index in range(start, prose) if states(blocks[index].text)), prose)


def _told(text: str, body: set[str]) -> float:
    """Which share of a line's words the text has, 0 to 1; those that every text has do not count."""
    words = words_of(text) - SMALL_CHANGE
    return len(words & body) / max(1, len(words))


def _looks(text: str) -> float:
    """What speaks for a line, and mostly against it, whatever the text says: a label, its length, a stop, its form."""
    size = tokens(text).total()
    short = 2 if size < 2 else 0
    broken = 1 if text.endswith(_GOES_ON) else 0
    sentence = 0.7 if _SENTENCE_END.search(text) and not _CALL.search(text) else 0
    furniture = 2 if _NOT_HEADLINE.search(text) or _OF_LETTERS.search(text) or size > _LONGEST else 0
    return bool(_MARKED.search(text)) - short - broken - sentence - furniture
