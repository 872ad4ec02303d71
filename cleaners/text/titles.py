"""Take a page's title apart: headline, column, site; and compare two titles whatever their script."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from html import unescape
from urllib.parse import unquote, urlsplit

from cleaners.text.dateforms import YEAR
from cleaners.text.runs import ASCII_MARKS, runs_of

_SEPARATOR = re.compile(
    r"\s*(?:[|｜_»•·]|\s[-–—:/~<>‹›«]+(?=\s)|\s::|(?<=[\u3400-\u9fff”》！？])[-–—]{1,2}(?=[\u3400-\u9fffA-Z《“【]))\s*"
)
"""What stands between headline, column and site: bars anywhere, dashes and colons between spaces or between Han characters."""

_LEADING_DATE = re.compile(
    rf"^\s*(?:(?:date|posted|published|日期|发布时间|时间)\s?[:：]?\s?(?:on\s)?)?[\[【(（]?"
    rf"(?:{YEAR}(?P<sep>[-/.])[01]?\d(?P=sep)[0-3]?\d|{YEAR}年[01]?\d月[0-3]?\d日(?=\s?\d\d?:\d)|[0-3]?\d(?P<slash>[/.])[01]?\d(?P=slash){YEAR}(?=[\]】)）]|\s?(?-i:[A-Z“《【\u3400-\u9fff])))"
    rf"(?:[\sT]\d\d?:\d\d(?::\d\d)?)?(?:[\]】)）]\s*|\s+(?=\S+\s?\S)|(?=(?-i:[A-Z][a-z])|[《“【\u3400-\u9fff]))"
    rf"(?:来源[:：]\S{{2,20}}\s+(?=\S{{8}}))?",
    re.I,
)
"""A date that stands glued in front of a headline; only number forms, for a headline may begin with a day in words."""

_TRAILING_DATE = re.compile(
    rf"(?:(?<=\S)\s+|(?<=[\u3400-\u9fff！？”》])){YEAR}([-/.])[01]?\d\1[0-3]?\d[\sT]\d\d?:\d\d(?::\d\d)?\s*$"
)
"""A moment that stands glued behind a headline; a day alone may be the headline's own."""
_ENTITY = re.compile(r"&#?\w{1,31};")
_ANCHOR = re.compile(r"(?<=\S\S)\s?(?:[#¶🔗]|\[复制链接\])$")
"""What documentation hangs on a heading, for whoever wants to link to it; not on C#."""
_CHANNELS = re.compile(r"(?:\s?_\s?[\u3400-\u9fffA-Za-z]{2,8}){1,3}$")
_HEADLINE = 8
"""Fewest characters that are left as a headline."""
_tokens = runs_of(r"[^\W_]", r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|[^\W_\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+")
_letters = runs_of(r"[^\W_]")
_SLUG_NOISE = re.compile(r"\.\w{2,5}$|\b[0-9a-f]{8,}\b|\b\d+\b")


def plain(text: str) -> str:
    """A title as readers see it: entities read, white space folded, a date glued to it taken off.

    >>> plain(" date 2022-09-25  The movie &#8220;Returning Miles&#8221; is set ")
    'The movie “Returning Miles” is set'
    >>> plain("Fish &amp;amp; Chips"), plain("Rock&reggae"), plain("The Ferry ¶"), plain("A film in C#")
    ('Fish & Chips', 'Rock&reggae', 'The Ferry', 'A film in C#')
    >>> plain("The bell is also a person 2025-11-05 18:22:07")
    'The bell is also a person'
    >>> plain("2026-03-14陆清岚新片开机"), plain("[14/03/2026] Nine Lamps Out"), plain("24.12.2024 ist Weihnachten")
    ('陆清岚新片开机', 'Nine Lamps Out', '24.12.2024 ist Weihnachten')
    """
    for _ in range(2 if "&" in text else 0):
        text = _ENTITY.sub(lambda match: unescape(match[0]), text)
    text = " ".join(text.replace("\u200b", "").replace("\ufeff", "").replace("\xad", "").split())
    text = _ANCHOR.sub("", text)
    return _TRAILING_DATE.sub("", _LEADING_DATE.sub("", text)).strip() or text


@lru_cache(maxsize=4096)
def key(text: str) -> str:
    """What two spellings of one title share: letters and figures, folded.

    >>> key("Against All Odds!") == key("AGAINST ALL  ODDS")
    True
    """
    if text.isascii():
        return text.lower().encode().translate(None, ASCII_MARKS).decode()
    return "".join(_letters(unicodedata.normalize("NFKC", text).casefold()))


@lru_cache(maxsize=512)
def tokens(text: str) -> Counter[str]:
    """Words, and single Han characters, with their numbers."""
    return Counter(_tokens(unicodedata.normalize("NFKC", text).casefold()))


def likeness(one: str, other: str) -> float:
    """Dice coefficient of the tokens, 0 to 1.

    >>> likeness("The long day closes", "Long day, the")
    0.8571428571428571
    """
    a, b = tokens(one), tokens(other)
    total = a.total() + b.total()
    return 2 * (a & b).total() / total if total else 0.0


def within(part: str, whole: str) -> bool:
    """Whether one title stands in another, white space and punctuation aside."""
    return bool(key(part)) and key(part) in key(whole)


def parts(title: str) -> list[str]:
    """The pieces between separators, in order.

    >>> parts("致敬无名英雄 | Weekend Movies - Example Daily")
    ['致敬无名英雄', 'Weekend Movies', 'Example Daily']
    """
    return [piece for piece in _SEPARATOR.split(title) if piece.strip()]


def without_names(title: str, names: Iterable[str]) -> str:
    """Take site and column names off both ends of a title; the whole title where nothing else would be left.

    >>> without_names("Ne Zha 2 - the sequel - Example Daily", {"Example Daily"})
    'Ne Zha 2 - the sequel'
    >>> without_names("film.example Ne Zha 2", {"film.example"})
    'Ne Zha 2'
    """
    keys = {key(name) for name in names} - {""}
    start, end = 0, len(title)
    cuts = [match.span() for match in _SEPARATOR.finditer(title)]
    while cuts and key(title[cuts[-1][1] : end]) in keys | {""}:
        end = cuts.pop()[0]
    while cuts and key(title[start : cuts[0][0]]) in keys | {""}:
        start = cuts.pop(0)[1]
    bare = title[start:end].strip()
    front, colon, back = bare.partition(": ")
    bare = back if colon and back and key(front) in keys else bare
    return _without_hosts(bare, names) or title


def without_channel(title: str) -> str:
    """A title element less the channels and the site that Chinese portals hang on it with underscores.

    >>> without_channel("《渡口》定档冬月 讲述一生_影视新闻_江南影讯"), without_channel("渡口_影评")
    ('《渡口》定档冬月 讲述一生', '渡口_影评')
    """
    match = _CHANNELS.search(title) if "_" in title else None
    return title[: match.start()] if match and match.start() >= _HEADLINE else title


def _without_hosts(title: str, names: Iterable[str]) -> str:
    """A title less the site's address at either end, which needs no separator."""
    for name in sorted(names, key=len, reverse=True) if "." in title else ():
        if "." in name:
            title = re.sub(rf"^{re.escape(name)}\s+|\s+{re.escape(name)}$", "", title, flags=re.I)
    return title


@lru_cache(maxsize=256)
def shortened(title: str) -> tuple[str, ...]:
    """The title less one, two, three pieces from its end, then from its front; longest first, itself not included.

    >>> shortened("A - B | C")
    ('A - B', 'B | C', 'A', 'C')
    """
    cuts = [match.span() for match in _SEPARATOR.finditer(title)]
    ends = [title[:start].strip() for start, _ in cuts[-3:]]
    fronts = [title[end:].strip() for _, end in cuts[:3]]
    return tuple(sorted({*filter(None, ends + fronts)} - {title}, key=lambda text: (-len(text), text)))


def slug_words(url: str) -> str:
    """The words of a URL's longest telling path segment; empty where it has none.

    >>> slug_words("https://example.com/2025/09/the-long-day-closes-a1b2c3d4.html")
    'the long day closes'
    """
    try:
        path = unquote(urlsplit(url).path)
    except ValueError:
        return ""
    segments = [" ".join(_SLUG_NOISE.sub(" ", re.sub(r"[-_+]", " ", part)).split()) for part in path.split("/")]
    best = max(reversed(segments), key=lambda segment: len(segment.split()), default="")
    return best if len(best.split()) >= 3 else ""
