"""Find the dates that stand beside a headline where readers see them."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice

from lxml.html import HtmlElement

from cleaners.authors.forms import SIGNED, line_names
from cleaners.dates.relative_dates import moments
from cleaners.document import Document
from cleaners.markup.elements import outward
from cleaners.markup.elsewhere import elsewhere
from cleaners.markup.masthead import Masthead, is_prose, spaced
from cleaners.markup.structured import text_of
from cleaners.markup.tree import Block
from cleaners.quality import weight
from cleaners.text.dateforms import MONTH, Moment, Reading, machine_moment, with_centuries

_LONGEST = 220
"""A longer block is prose, and its dates are the story's."""
_DAY = re.compile(r"\d|yesterday|today|\bago\b|just\snow|[昨今刚前年]", re.I)
_LABEL = 25
"""Longest block that announces the date in the next one."""
_SIGNED = 60
"""The same below the text, where ``Written by`` and a name may stand above it."""
_BEFORE = 30
"""How far before a date the word may stand that says whose it is."""
_REST = 40
"""What a block may weigh besides its date, a byline for instance, and still be no part of the story."""
_SHORT = 90
"""A line of a byline, a date and a link: there a date may leave out its century."""
_SPOKEN = 55
_TIMES = 4
_SENTENCES = 2
"""How many sentences may stand above a byline: standfirst and caption."""
_SENTENCE = re.compile(r"(?:(?<!\b[ap]\.m)\.|[。!！?？…])[\"”’」』)）]?$")
NOT_OURS = re.compile(
    r"copyright"
    r"|©(?!\s?\d{4}\D\d\d?\D\d\d?\s\d\d?:)|\(c\)\s?\d|all rights|premi[eè]re|in theat|release[sd]?\b|opens on"
    r"|上映|首映|定档|公映|开播"
    r"|^[—–-]\s?[^@]{1,60}\(@\w{1,30}\)\s"
    r"|版权所有|备案|许可证|地\s?[点址點]\s?[:：]|born|comments?\s?\(|joined|member since",
    re.I,
)
"""Words beside a date that tells of something else than the article."""
_FIRST = re.compile(
    r"\b(?:article|story|post|piece|review|essay|interview|guide)\s(?:was\s)?(?:originally|first)\spublished\s(?:on|at|in)\b"
    r"|^first\spublished\s(?:on|at)\s",
    re.I,
)
"""How a page that was brought up to date says when it was new."""
_SAYS_SO = re.compile(
    r"\b(?:published|posted|veröffentlicht)\s(?:on|am)\s|\b(?:publié|publicado|pubblicato)\b"
    r"|^(?:Von|Par|Por|Di)\s\S.{0,40}?\s(?:am|le|el|il)\s\d"
)
"""How a line below the text dates it without beginning so, in any of our neighbours' languages."""
_OF_FILM = re.compile(
    r"\W*(?:(?:uk|us|cinema|theatrical|world)\s)?(?:release(?:d|\sdates?)?|premi[eè]re[ds]?|opens?|opening|air\s?date|in\s(?:theat\w+|cinemas)"
    r"|(?:上映|公映|首映|首播|开播|上线|定档)(?:日期|时间|日)?)\W*",
    re.I,
)
"""Labels of a film's own days."""
_OF_EVENT = re.compile(
    r"(?:\b(?:opens?|opening|events?\sdates?|air(?:s|ing)?(?:\s?dates?)?|stream(?:s|ing)|on\ssale|tickets|runs|screen(?:s|ing|ings)|showing|festival|valid"
    r"|expires?|deadline|save the date|in\s(?:cinemas|theat\w+)|arriv(?:es|ing)|available|dvd|blu-ray|debuts?|debuting"
    r"|filmed|shot|died|register"
    r"|submissions?|closes?|returns|launch(?:es)?)\b[^|•·\x1f\d]{0,20}|\b(?:until|through)\s|^\W*(?:out|coming)\s(?:on\s)?|(?:^|\x1f|[|·])\s?when\s?[:：]\s?"
    rf"|{MONTH.format('month')}\s\d\d?\s?[-–—]\s?|(?<!\d)\d\d?\s?[-–—]\s?"
    r"|(?:开机|杀青|演出|活动|比赛|展览|展期|截止|截至|报名|开幕|闭幕|放映|播出|首播|上线|开售|会议|举办|生日|出生|拍摄|档期|注册|公映许可)"
    r"(?:时间|日期|于)?\s?[:：]?\s?)$",
    re.I,
)
"""Words before the day of an event, or the first day of one that lasts."""
_CHANGED = re.compile(
    r"updat|modif|revis|correct(?:ed|ion)|edited|reviewed(?!\sby\b)|更新|修改|编辑于|編輯於|last\s"
    r"|mis à jour|aktualisier|\bstand:|actualizado|aggiornato|atualizado",
    re.I,
)
_OF_PICTURE = re.compile(r"[.,]?\s?\(?(?:Photo(?:graph)?s?|Pictures?|Image|Credit|Courtesy)\b|,?\s(?:file\s)?photo\b")
"""What stands behind the day of a picture."""
_CHANGED_BEHIND = re.compile(r"\s?(?:更新|修改|修订|修訂)(?![:：于於时時]|\s?\d)")
"""What Chinese pages write behind the moment of a change."""
_PUBLISHED = re.compile(r"\W{0,3}(?:(?:first|originally|article|story)\s)?(?:published|posted)\b|发布|发表|刊发", re.I)
_HAPPENED = re.compile(r"(?:[a-z]\w*,?\s){4}.{0,80}\b(?:on|in|since|until|from)\s(?:\w+day,?\s)?$")
"""Words before a day on which something happened: a caption's ``at a rally in Harbour City on``."""
_STATED = re.compile(
    r"publish|posted|publié|veröffentlicht|publicado|pubblicato|[发發][布佈表]|刊[发發]|(?<!更新)(?<!修改)[时時][间間]", re.I
)


def visible_dates(document: Document, masthead: Masthead, reading: Reading) -> Iterator[tuple[str, str, Moment, int | None]]:
    """Field, origin, moment and block of each, nearest to the headline first, then those at the article's foot.

    The block is None where it says more than its date.
    """
    far, timed = _told(document, masthead), "time" in document.elements.tagged
    times = cache(_times)  # many lines may stand in one element
    beside = (("byline" if index < far else "foot", index) for index in masthead.top)
    said = (index for index, block in enumerate(document.blocks) if "published" in block.text and _FIRST.search(block.text))
    below = (index for index in dict.fromkeys((*masthead.tail, *said)) if index not in masthead.top)
    for origin, index in (*beside, *(("foot", index) for index in below)):
        block = document.blocks[index]
        before = document.blocks[index - 1].text if index else ""
        if not timed and not _DAY.search(block.text[: _LONGEST + 1]):  # most blocks tell no day: no need to ask whose
            continue
        if not _may_date(block) or _OF_FILM.fullmatch(before[: _LABEL + 1]):
            continue
        label = before if len(before) <= (_SIGNED if origin == "foot" else _LABEL) and not _SENTENCE.search(before) else ""
        stamped = [*_timed(times(block.element), block, label, reading)] if timed else []
        days = {moment.when.date() for _, moment in stamped} if len(stamped) > 1 else set()
        written = [(field, moment) for field, moment in _written(block, label, reading) if not (stamped and moment.relative)]
        again = [(field, moment) for field, moment in written if moment.when.date() in days]
        found = [told for told in written if told not in again] + stamped + again
        if origin == "foot" and not (
            _signs(label, block, written + stamped[:1]) and not (block.element is not None and elsewhere(block.element))
        ):
            continue
        told_by = "first" if _FIRST.search(block.text) else origin
        for field, moment in found:
            rest = weight(block.text) - weight(block.text[moment.start : moment.end])
            yield field, told_by, moment, index if rest <= _REST and not _ends_sentence(block.text) else None


def _told(document: Document, masthead: Masthead) -> int:
    """The block from which on the text is told: behind its third sentence, however short its paragraphs are."""
    first = masthead.headline or 0
    spoken = (index for index in range(first, len(document.blocks)) if _is_spoken(document.blocks[index]))
    return next(islice(spoken, _SENTENCES, None), len(document.blocks))


def _ends_sentence(text: str) -> bool:
    return _SENTENCE.search(text, max(0, len(text) - 2)) is not None


def _is_spoken(block: Block) -> bool:
    return _ends_sentence(block.text) and block.link_density < 0.5 and weight(block.text) > _SPOKEN


def _signs(label: str, block: Block, found: list[tuple[str, Moment]]) -> bool:
    """Whether a line below the text says that it dates the article: by its word, or by giving a change beside it."""
    fields = {field for field, _ in found}
    says = bool(_PUBLISHED.match(f"{label} {block.text}".strip()) or _SAYS_SO.search(block.text))
    says = says or line_names(block.text) is not None
    return "date_published" in fields and (says or SIGNED.match(label) is not None or len(fields) > 1)


_STAMPED = re.compile(r"\b20\d\d-\d\d-\d\d[ T]\d\d:\d\d:\d\d$|^\W{0,2}(?:date\s)?20\d\d-\d\d-\d\d\b")
"""A machine's moment behind or before a line, whatever the line tells: no premiere is told to the second."""


def _may_date(block: Block) -> bool:
    heading = block.tag in {"h1", "h2"} and len(block.text) > _REST
    if len(block.text) > _LONGEST or heading or is_prose(block) or _of_figure(block):
        return False
    if _STAMPED.search(block.text):
        return True
    told = (
        _ends_sentence(block.text)
        and weight(block.text) > 2 * _REST
        and not (_STATED.search(block.text) or _CHANGED.search(block.text))
    )
    return not (told or NOT_OURS.search(block.text))


def _of_figure(block: Block) -> bool:
    """Whether a block is a figure's caption: its day is the picture's."""
    return block.element is not None and any(one.tag == "figcaption" for one in outward(block.element, 2))


def _times(element: HtmlElement | None) -> Sequence[HtmlElement]:
    """The first ``<time datetime>`` in an element, itself among them."""
    if element is None:
        return ()
    every = (one for one in (element, *element.iterdescendants("time")) if one.tag == "time" and one.get("datetime"))
    return tuple(islice(every, _TIMES))


def _timed(times: Sequence[HtmlElement], block: Block, label: str, reading: Reading) -> Iterator[tuple[str, Moment]]:
    """What the ``<time>`` elements of a block tell; of several each is what its class or the text before it says."""
    for element in times:
        says = f"{element.get('class')} {element.get('itemprop')}"
        near = f"{_text_before(element)} {says} {text_of(element)}" if len(times) > 1 else f"{label} {says} {block.text[:60]}"
        if moment := machine_moment(element.get("datetime"), reading):
            yield "date_published" if "published" in says else field_of(near), moment


def _text_before(element: HtmlElement) -> str:
    """What stands between an element and the one before it; the class of what holds it alone."""
    before, parent = element.getprevious(), element.getparent()
    if before is not None:
        return (before.tail or "").strip() or (text_of(before) if before.tag != "time" else "")
    return f"{parent.get('class') if len(parent) == 1 else ''} {parent.text or ''}" if parent is not None else ""


def _written(block: Block, label: str, reading: Reading) -> Iterator[tuple[str, Moment]]:
    if not _DAY.search(block.text):
        return
    text = spaced(block)
    found = [*moments(text, reading)] or [*(moments(with_centuries(text), reading) if weight(text) <= _SHORT else ())]
    if not found and text != block.text:  # each figure may be an element of its own
        text, found = block.text, [*moments(block.text, reading)]
    for moment in found:
        before = text[max(0, moment.start - _BEFORE) : moment.start]
        happened = _HAPPENED.search(text, 0, moment.start) and not (_STATED.search(text) or _CHANGED.search(text))
        happened = happened and moment.precision != "second"  # no premiere is told to the second
        named = moment.relative and block.tag in {"h1", "h2"}  # a film called Yesterday
        if happened or named or _OF_EVENT.search(before) or _OF_PICTURE.match(text, moment.end):
            continue
        yield "date_modified" if _CHANGED_BEHIND.match(text, moment.end) else field_of(f"{label} {before}"), moment


def field_of(before: str) -> str:
    """Which date the words before it announce."""
    return "date_modified" if _last(_CHANGED, before) > _last(_STATED, before) else "date_published"


def _last(pattern: re.Pattern[str], text: str) -> int:
    return max((match.start() for match in pattern.finditer(text)), default=-1)
