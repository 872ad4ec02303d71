"""Dates that count from the day of reading (yesterday, 3小时前) or leave out the year; and every date of a text."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from cleaners.text.dateforms import (
    AM_PM,
    CLOCK,
    HALF,
    MONTH,
    SPACE,
    Moment,
    Reading,
    absolute_moments,
    clock_hour,
    month_of,
    plain_digits,
)

_GATE = re.compile(r"\d[:：点]\d|前|\bago\b|yesterday|today|just\snow|今|昨|刚|月", re.I)
"""What every form below holds: most lines are passed over for having none."""
_AGO = re.compile(
    r"(?<![\d.,])\b(?P<count>\d{1,3}|an?|one)\s?(?P<unit>m(?:in(?:ute)?)?|h(?:(?:ou)?r)?|d(?:ay)?|week)s?\sago\b"
    r"|(?<![\d.,])(?P<count2>\d{1,3}|[一二两三四五六七八九十半]{1,3})\s?个?(?P<unit2>分钟|小时|钟头|天|周|星期)\s?(?:以|之)?前",
    re.I,
)
_TODAY = r"(?:(?<!\w)(?<!\w\s)(?<!:\s)|(?<=ed\s)|(?<=on\s)|(?<=ed:\s)|(?<=te:\s))(?:yesterday|today)\b"
_ALONE = r"(?!\w|['’]|\s(?!at\b|by\b|in\b)[a-z])|(?=更新|发布|發佈)"
_DAY_WORD = re.compile(
    rf"(?P<word>{_TODAY}|今天|今日|今晨|今早|昨天|昨日|昨晚|大前天|前天)(?:(?:,?\s(?:at\s)?|{SPACE}){HALF}{CLOCK}{AM_PM}|{_ALONE})",
    re.I,
)
"""By itself, or behind what tells that something was published: USA Today, a film called Yesterday and 今日头条 are names."""
_NOW = re.compile(r"刚刚|刚才|\bjust\snow\b", re.I)
_DAY_WORDS = {"yesterday": 1, "昨天": 1, "昨日": 1, "昨晚": 1, "前天": 2, "大前天": 3}
"""How many days back; the others are today."""
_COUNTS = {"半": 0.5, "两": 2} | {figure: at + 1 for at, figure in enumerate("一二三四五六七八九")}
_UNITS = {"m": 1, "h": 60, "d": 1440, "w": 10080, "分": 1, "小": 60, "钟": 60, "天": 1440, "周": 10080, "星": 10080}
"""Minutes, by the first letter of the unit."""
_YEARLESS = (
    re.compile(
        rf"(?<![\d年/.-])(?<!/\s)(?P<m>[01]?\d)(?:[-/]|月)(?P<d>[0-3]?\d)日?{SPACE}(?P<hour>[01]?\d|2[0-3])[:：](?P<minute>[0-5]\d)(?!\d)"
    ),
    re.compile(
        rf"\b{MONTH.format('month')}\s(?P<d>[0-3]?\d)(?:st|nd|rd|th)?(?:,|\sat)?\s(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?!\d)"
        rf"{AM_PM}",
        re.I,
    ),
)
_BARE = re.compile(
    rf"(?:\w{{3,9}}\.?,?\s)?(?:{MONTH.format('month')}\s(?P<d>[0-3]?\d)(?:st|nd|rd|th)?|(?P<d2>[0-3]?\d)(?:st|nd|rd|th)?\s{MONTH.format('month2')})"
    r"|(?P<m>[01]?\d)\s?月\s?(?P<d1>[0-3]?\d)\s?日(?:\s?[（(]?(?:星期|周)[一二三四五六日][）)]?)?",
    re.I,
)
_DATELINE = re.compile(r"^.{0,24}?(?<!\d)(?P<m>[01]?\d)月(?P<d>[0-3]?\d)日(?:[上下]午|晚)?(?:电|讯|消息|专电)")


_WIRED = re.compile(
    rf"[A-Z][\w.,'’ -]{{2,40}}?,\s(?P<day>(?i:{MONTH.format('month')})\s\d{{1,2}}(?:,\s(?P<year>(?:19|20)\d\d))?)"
    r"\s(?:\([A-Z][\w ]{1,20}\)|/[A-Z][\w ]{1,20}/)\s?[-–—]"
)
"""How agencies begin: LONDON, Nov 3 (Reuters) -, and LORNE, Nov. 3, 2026 /PRNewswire/ --."""
_RELEASED = re.compile(
    rf"[A-Z][\w.,'’ ]{{2,50}}?\s?[-–—]{{1,2}}\s?(?P<day>(?i:{MONTH.format('month')})\s\d{{1,2}},"
    r"\s(?P<year>(?:19|20)\d\d))\s?[-–—]"
)
"""How press releases do: LORNE, Portugal – November 3, 2026 –."""
_HEAD = 120


def moments(text: str, reading: Reading) -> Iterator[Moment]:
    """Every date in a text, absolute ones first, each kind in order; those that count from the fetch only where it is known.

    >>> from cleaners.text.dateforms import CHINA
    >>> [moment.when.isoformat() for moment in moments("By A | Updated: 2025-09-13 16:57", Reading(CHINA))]
    ['2025-09-13T16:57:00+08:00']
    """
    yield from absolute_moments(text, reading)
    if reading.now and _GATE.search(text):
        yield from _relative(plain_digits(text), reading, reading.now)


def bare_day(text: str, reading: Reading) -> Moment | None:
    """The latest day of that name, of a text that says a month and a day and nothing else.

    >>> from datetime import UTC
    >>> bare_day("Nov 3", Reading(UTC, datetime(2026, 1, 9, tzinfo=UTC))).when.isoformat()
    '2025-11-03T00:00:00+00:00'
    >>> bare_day("3rd November", Reading(UTC, datetime(2026, 1, 9, tzinfo=UTC))).when.isoformat()
    '2025-11-03T00:00:00+00:00'
    """
    match = _BARE.fullmatch(text.strip())
    if match is None:
        return None
    day = (month_of(match["m"] or match["month"] or match["month2"]), int(match["d"] or match["d1"] or match["d2"]), 0, 0)
    return next(_latest(match, day, reading, "day"), None)


def dateline(text: str, reading: Reading) -> Moment | None:
    """The day in a dateline; one without a year is of the year of the fetch or of the one before.

    >>> from datetime import UTC
    >>> dateline("新华社北京11月3日电（记者 陆晚舟）", Reading(UTC, datetime(2026, 1, 9, tzinfo=UTC))).when.isoformat()
    '2025-11-03T00:00:00+00:00'
    """
    if match := _DATELINE.match(plain_digits(text[:60])):
        return next(_latest(match, (int(match["m"]), int(match["d"]), 0, 0), reading, "day"), None)
    wired = _WIRED.match(text[:_HEAD]) or _RELEASED.match(text[:_HEAD])
    return _wired(wired, reading) if wired else None


def _wired(match: re.Match[str], reading: Reading) -> Moment | None:
    if match["year"]:
        return next(absolute_moments(match["day"], reading), None)
    return bare_day(match["day"], reading)


def _relative(text: str, reading: Reading, now: datetime) -> Iterator[Moment]:
    now = now.astimezone(reading.zone)
    for match in _AGO.finditer(text):
        yield _ago(match, now)
    for match in _NOW.finditer(text):
        yield _dated(now, match)
    for match in _DAY_WORD.finditer(text):
        when = (now - timedelta(days=_DAY_WORDS.get(match["word"].lower(), 0))).replace(hour=0, minute=0)
        hour = match["hour"]
        if hour:
            hour = clock_hour(int(hour), match["ampm"], match["half"]) % 24
            yield _dated(when.replace(hour=hour, minute=int(match["minute"] or 0)), match)
        else:
            yield _dated(when, match, "day")
    for pattern in _YEARLESS:
        for match in pattern.finditer(text):
            found = match.groupdict()
            month = month_of(found.get("m") or found["month"])
            hour = clock_hour(int(found["hour"]), found.get("ampm"), None) % 24
            yield from _latest(match, (month, int(found["d"]), hour, int(found["minute"])), reading)


def _ago(match: re.Match[str], now: datetime) -> Moment:
    count, unit = (match["count"] or match["count2"]).lower(), (match["unit"] or match["unit2"]).lower()
    minutes = _count(count) * _UNITS[unit[0]]
    when = now - timedelta(minutes=minutes)
    return _dated(when, match) if minutes < _UNITS["d"] else _dated(when.replace(hour=0, minute=0), match, "day")


def _count(text: str) -> float:
    """A number in figures or in Han: 12, 十二, 半; an article or ``one`` is 1.

    >>> _count("二十"), _count("十五"), _count("两"), _count("an")
    (20, 15, 2, 1)
    """
    tens, ten, ones = text.rpartition("十")
    return int(text) if text.isdigit() else 10 * _COUNTS.get(tens, 1) * bool(ten) + _COUNTS.get(ones, 0 if ten else 1)


def _latest(
    match: re.Match[str], moment: tuple[int, int, int, int], reading: Reading, precision: str = "minute"
) -> Iterator[Moment]:
    """The latest such month, day, hour and minute that is not after the fetch, nor after the month that the URL names."""
    latest = reading.latest
    for year in (latest.year, latest.year - 1) if latest else ():
        try:
            when = datetime(year, *moment, tzinfo=reading.zone)
        except ValueError:
            continue
        if latest and when <= latest + timedelta(days=1):
            yield _dated(when, match, precision)
            return


def _dated(when: datetime, match: re.Match[str], precision: str = "minute") -> Moment:
    moment = Moment(when.replace(second=0, microsecond=0), precision, False, match.start(), match.end())
    return replace(moment, relative=True)
