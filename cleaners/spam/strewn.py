"""What a kit strewed over the paragraphs of an article: a name in bold, in brackets, behind a link; times, random letters."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice

from cleaners.document import Document
from cleaners.ledger import Repair, apart
from cleaners.markup.tree import Block, has_children
from cleaners.sites.hosts import leads_away, registered
from cleaners.spam.limits import limit
from cleaners.spam.pitch import at_most, pitch, signs
from cleaners.spam.spam import page_title
from cleaners.spam.surroundings import hints_on, long_paragraphs
from cleaners.spam.words import words_of

_THRICE = 3
"""Paragraphs in which the same stands at least."""
_TWICE = 2
"""Blanks of one name."""
_RUN = (4, 160)
"""Characters of what is strewn at least and at most."""
_REACHED, _NAMED = limit("strewn.reached"), limit("strewn.named")
_WORDS, _HAN = 5, 9
"""Words of such a run at least, or Han characters."""
_AT_MOST = 60
"""Elements of a paragraph that are looked at, and names that stand in several, the commonest first."""
_MARKING = frozenset("a b strong em i u font span mark".split())
_BRACKETED = re.compile(r"【[^【】\n]{2,80}】|\[[^\[\]\n]{2,80}\]|（[^（）\n]{2,150}）|\([^()\n]{2,150}\)")
_BLANK = re.compile(
    r"\{\{\s?(?P<double>[^\W\d][\w.-]{1,24})\s?\}\}|%%(?P<percent>\w{2,24})%%"
    r"|\{(?P<name>[\u3400-\u9fff]{2,8}\d{0,2}|[a-z]{3,10}_?\d{1,2}|[a-z]{3,12}_[a-z]{3,12}|(?:main)?key ?words?|title|city)\}",
    re.I,
)
"""What a kit should have filled: a name in two braces or between percent signs; in one brace, a name as kits have them."""
_BRACKETS = "【】[]（）() \t"
_PARTING = frozenset("，,、；;")
_TAIL = 48
"""Characters at a paragraph's end in which a time or random letters stand."""
_STAMP = re.compile(r"(?<=[.!?。！？”\"’）)])\s?(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}\s+\d{1,2}:\d\d(?::\d\d)?$")
_RANDOM = re.compile(r"(?<=[.!?。！？”\"’）)])\s?(?=[a-z]*\d+[a-z]+\d|\d*[a-z]+\d+[a-z])[a-z\d]{7,40}$")
_Spans = dict[int, list[tuple[int, int]]]
"""By the block, where a run stands in it."""


def strewn(document: Document) -> Mapping[int, tuple[Repair, ...]]:
    """Take out of the paragraphs what stands in three of them and belongs to none."""
    long = long_paragraphs(document)
    if len(long) < _THRICE:
        return {}
    found: dict[int, list[Repair]] = {}
    for places in (*_tails(long), *_blanks(document, long), *_runs(document, long)):
        for index, spans in places.items():
            found.setdefault(index, []).extend(_cut(long[index].text, *span) for span in spans)
    return {index: tuple(apart(cuts, longest=True)) for index, cuts in found.items()}


def _cut(text: str, start: int, end: int) -> Repair:
    """The repair that takes a run out, with one of the spaces around it."""
    before, behind = text[max(0, start - 1) : start], text[end : end + 1]
    end += (behind == " " and before in {"", " "}) or (behind in _PARTING and before == behind)
    return Repair(start, end, text[start:end], "", "injected.strewn")


def _tails(long: Mapping[int, Block]) -> Iterator[_Spans]:
    """The times, and the random letters, behind the last stop of several paragraphs."""
    ends = {index: block.text for index, block in long.items() if block.text[-1].isalnum() and block.text[-1].isascii()}
    for pattern in (_STAMP, _RANDOM) if len(ends) >= _THRICE else ():
        found = {index: match for index, text in ends.items() if (match := pattern.search(text, max(0, len(text) - _TAIL)))}
        if len({match.group() for match in found.values()}) >= _THRICE:
            yield {index: [match.span()] for index, match in found.items()}


def _blanks(document: Document, long: Mapping[int, Block]) -> Iterator[_Spans]:
    """The blanks that nobody filled, where several have the same name; whoever writes about code means them."""
    page = document.written
    if page.code or not ("{" in page.said or "%%" in page.said):
        return
    found = [(index, match) for index, block in long.items() for match in _BLANK.finditer(block.text)]
    names = Counter((match["name"] or match["double"] or match["percent"]).rstrip("0123456789_") for _, match in found)
    if names and names.most_common(1)[0][1] >= _TWICE:
        places: _Spans = {}
        for index, match in found:
            places.setdefault(index, []).append(match.span())
        yield places


def _runs(document: Document, long: Mapping[int, Block]) -> Iterator[_Spans]:
    """The runs of words that pitch and stand in several paragraphs, and nowhere else."""
    hints = hints_on(document.written)
    times = Counter(word for block in long.values() for word in hints[block.text])
    often = frozenset(word for word, number in times.items() if number >= _THRICE)
    if at_most(often) < _NAMED:
        return
    texts = {index: block.text for index, block in long.items() if not often.isdisjoint(hints[block.text])}
    runs = dict.fromkeys(_plain(texts, often), _REACHED)
    runs |= dict.fromkeys(_marked({index: long[index] for index in texts}, often, registered(document.url)), _NAMED)
    heads = _heads(document, long) if runs else ""
    for run, least in runs.items():
        sign = re.compile(re.escape(run))
        places = {index: [match.span() for match in sign.finditer(text)] for index, text in texts.items() if run in text}
        if len(places) >= _THRICE and pitch(run, words_of(run)) >= least and run.strip(_BRACKETS).lower() not in heads:
            yield places


def _heads(document: Document, long: Collection[int]) -> str:
    """What a page says beside its paragraphs, lower-cased: what is named there is the page's."""
    given = (value for values in document.structured.meta.values() for value in values)
    others = (block.text for at, block in enumerate(document.blocks) if at not in long)
    return " ".join([page_title(document), *given, *others]).lower()


def _marked(blocks: Mapping[int, Block], often: Collection[str], own: str) -> Iterator[str]:
    """What stands in brackets, in bold or behind a link to somebody else's page in several paragraphs, and never without."""
    marked = Counter[str]()
    for block in blocks.values():
        brackets = (match.group() for match in _BRACKETED.finditer(block.text)) if _has_brackets(block.text) else ()
        found = (run for run in brackets if _names(run, often))
        marked.update(dict.fromkeys((*found, *_elements(block, often, own))).keys())
    for run, number in marked.most_common(_AT_MOST):
        if number >= _THRICE and number == sum(run in block.text for block in blocks.values()):
            yield run


def _has_brackets(text: str) -> bool:
    return "[" in text or "(" in text or "【" in text or "（" in text


def _names(run: str, often: Collection[str]) -> bool:
    lowered = run.lower()
    return _RUN[0] <= len(run) <= _RUN[1] and any(word in lowered for word in often)


def _elements(block: Block, often: Collection[str], own: str) -> Iterator[str]:
    """The texts of the elements inside a paragraph that mark words, and of its links to somebody else's page."""
    inner = block.element.iter(*_MARKING) if block.element is not None and has_children(block.element) else iter(())
    for element in islice(inner, _AT_MOST):
        if element is not block.element and (element.tag != "a" or leads_away(element.get("href") or "", own)):
            run = " ".join(element.text_content().split())
            if _names(run, often):
                yield run


def _plain(texts: Mapping[int, str], often: Iterable[str]) -> Iterator[str]:
    """What stands around a word wherever the paragraphs say it, if that tells how to reach somebody."""
    if sum("www." in text or "://" in text or "@" in text for text in texts.values()) < _THRICE:
        return
    lowered = [(text, text.lower()) for text in texts.values()]
    for word in often:
        places = ((text, low.find(word)) for text, low in lowered)
        around = [(text[:at], text[at:]) for text, at in places if at >= 0]
        behind = _common([after for _, after in around])
        before = _common([text[::-1] for text, _ in around])[::-1]
        run = _whole(before + behind, around, before, behind) if len(around) >= _THRICE else ""
        if run and "*reached" in signs(run):
            yield run


def _common(texts: Sequence[str]) -> str:
    """What all of some texts begin with.

    >>> _common(["casino.", "casinos"])
    'casino'
    """
    first, last = (min(texts), max(texts)) if texts else ("", "")
    return first[: next((at for at, (one, other) in enumerate(zip(first, last, strict=False)) if one != other), len(first))]


def _whole(run: str, around: list[tuple[str, str]], before: str, behind: str) -> str:
    """A run less the parts of words at its ends; nothing, where it is too short to be strewn."""
    if run[:1].isascii() and run[:1].isalnum() and any(text[: -len(before) or None][-1:].isalnum() for text, _ in around):
        run = run.partition(" ")[2]
    if run[-1:].isascii() and run[-1:].isalnum() and any(text[len(behind) :][:1].isalnum() for _, text in around):
        run = run.rpartition(" ")[0]
    run = run.strip(" ，,。.、；;")
    enough = len(run.split()) >= _WORDS or sum("\u3400" <= char <= "\u9fff" for char in run) >= _HAN
    return run if enough and len(run) <= _RUN[1] else ""
