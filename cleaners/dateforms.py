"""The forms in which pages write dates, English and Chinese, absolute and relative."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

_MONTHS = {name: at + 1 for at, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split())}
_MONTH = r"(?P<{0}>jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:uary|ruary|ch|il|ust|t?ember|ober|e?mber)?\.?"
_YEAR = r"(?:19[89]|20[0-4])\d"

_SPACE = r"[\s\u3000]{0,3}"
_GAP = r"[\s\u3000]"
_HALF = r"(?P<half>上午|下午|晚上?|凌晨|中午)?"
_CLOCK = (
    r"(?P<hour>[01]?\d|2[0-4])[:：点时](?P<minute>[0-5]\d)(?!\d)(?:[:：分](?P<second>[0-5]\d)(?!\d))?(?:[.,]\d{1,9})?[分秒]?"
)
_AM_PM = r"(?:\s?(?P<ampm>[apAP]\.?[mM]\b\.?))?"
_ZONE = (
    r"(?:\s?\(?(?P<zone>Z\b|(?:GMT|UTC)?\s?[+-]\d{2}:?\d{2}\b|[A-Z]{2,4}T\b|GMT\b|UTC\b|ET\b|PT\b|北京时间|Beijing [Tt]ime))?"
)
_TIME = (
    rf"(?:(?:T|[\s\u3000]*(?:[,|·•@/-]|at\b|星期.|周.|\([^)]{{2,9}}\))?[\s\u3000]*)\(?{_HALF}{_SPACE}{_CLOCK}{_AM_PM}{_ZONE})?"
)
_BEFORE = (
    r"(?:(?P<hour0>[01]?\d|2[0-3])[:.](?P<minute0>[0-5]\d)\s?(?P<ampm0>[ap]\.?m\b\.?)?"
    r"\s?(?P<zone0>[A-Z]{2,4}T\b|GMT\b|UTC\b|ET\b)?,?\s(?:on\s)?(?:\w{3,9},?\s)?)?"
)

_ABSOLUTE = re.compile(
    "|".join(
        (
            rf"(?<![\d.])(?P<y1>{_YEAR})(?P<sep>[-/.])(?P<m1>[01]?\d)(?P=sep)(?P<d1>[0-3]?\d)(?!\d)",
            rf"(?P<y2>{_YEAR}){_SPACE}年{_SPACE}(?P<m2>[01]?\d){_SPACE}月{_SPACE}(?P<d2>[0-3]?\d){_SPACE}[日号]",
            rf"{_MONTH.format('m3')}\s(?P<d3>[0-3]?\d)(?:st|nd|rd|th)?(?:,\s?|\s|,?\sof\s)(?P<y3>{_YEAR})(?!\d)",
            rf"\b(?P<d4>[0-3]?\d)(?:st|nd|rd|th)?(?:\sof)?[\s-]{_MONTH.format('m4')},?[\s-](?P<y4>{_YEAR})(?!\d)",
            rf"(?<![\d/.])(?P<a5>[0-3]?\d)(?P<sep5>[/.])(?P<b5>[0-3]?\d)(?P=sep5)(?P<y5>{_YEAR})(?!\d)",
        )
    ),
    re.I,
)
_AFTER = re.compile(_TIME)
_AHEAD = re.compile(_BEFORE + r"$", re.I)
_COMPACT = re.compile(
    rf"(?P<y1>{_YEAR})(?P<m1>0[1-9]|1[0-2])(?P<d1>[0-2]\d|3[01])(?:T?(?P<hour>[01]\d"
    rf"|2[0-3])(?P<minute>[0-5]\d)(?P<second>[0-5]\d)?)?"
)
_EPOCH = re.compile(r"(1\d{9})(\d{3})?")

_AGO = re.compile(
    r"\b(?P<count>\d{1,3}|an?|one)\s?(?P<unit>min(?:ute)?|h(?:ou)?r|day|week)s?\sago\b"
    r"|(?P<count2>\d{1,3}){0}?(?P<unit2>分钟|小时|天|周){0}?(?:以?前)".replace("{0}", r"\s"),
    re.I,
)
_DAY_WORD = re.compile(
    rf"(?P<word>\byesterday\b|\btoday\b|今天|今日|昨天|昨日|前天|刚刚)(?:,?\s(?:at\s)?|{_SPACE})(?:{_HALF}{_CLOCK}{_AM_PM})?",
    re.I,
)
_DAY_WORDS = {"yesterday": 1, "today": 0, "今天": 0, "今日": 0, "昨天": 1, "昨日": 1, "前天": 2, "刚刚": 0}
_UNITS = {
    "min": 1,
    "minute": 1,
    "hr": 60,
    "hour": 60,
    "day": 1440,
    "week": 10080,
    "分钟": 1,
    "小时": 60,
    "天": 1440,
    "周": 10080,
}
_YEARLESS = re.compile(
    rf"(?<![\d年-])(?P<m>[01]?\d)(?:-|月)(?P<d>[0-3]?\d)日?{_SPACE}(?P<hour>[01]?\d|2[0-3])[:：](?P<minute>[0-5]\d)(?!\d)"
)

LEADING_DATE = re.compile(
    rf"^\s*(?:(?:date|posted|published|日期|发布时间"
    rf"|时间)\s?[:：]?\s?(?:on\s)?)?{_YEAR}([-/.])[01]?\d\1[0-3]?\d(?:[\sT]\d\d?:\d\d(?::\d\d)?)?\s+(?=\S+\s?\S)",
    re.I,
)
"""A date that stands glued in front of a headline; only number forms, for a headline may begin with a day in words."""

TRAILING_DATE = re.compile(rf"(?<=\S)\s+{_YEAR}([-/.])[01]?\d\1[0-3]?\d[\sT]\d\d?:\d\d(?::\d\d)?\s*$")
"""A moment that stands glued behind a headline; a day alone may be the headline's own."""

CHINA = ZoneInfo("Asia/Shanghai")
_NAMED: Mapping[str, int | str] = {
    "EST": -5, "EDT": -4, "ET": "America/New_York", "CST": -6, "CDT": -5, "CT": "America/Chicago", "MST": -7, "MDT": -6,
    "PST": -8, "PDT": -7, "PT": "America/Los_Angeles", "GMT": 0, "UTC": 0, "Z": 0, "BST": 1, "CET": 1, "CEST": 2, "EET": 2,
    "EEST": 3, "JST": 9, "KST": 9, "HKT": 8, "SGT": 8, "AEST": 10, "AEDT": 11, "NZST": 12, "NZDT": 13,
    "北京时间": 8, "BEIJING TIME": 8,
}  # fmt: skip
"""Hours from UTC, or a zone where the letters leave summer time open. IST is missing: it names three zones."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A date as written: aware, with its precision (``day``, ``minute``, ``second``) and its place in the text."""

    when: datetime
    precision: str
    zoned: bool = False
    """The text itself names the zone."""
    start: int = 0
    end: int = 0
    relative: bool = False
    """The text counts from the day it was written: ``yesterday``, ``3小时前``."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a date needs that does not stand in it."""

    zone: tzinfo = UTC
    now: datetime | None = None
    """Aware; relative dates count from it, None passes them over."""
    day_first: bool = False
    """How to read 3/4/2025."""


def moments(text: str, reading: Reading) -> Iterator[Moment]:
    """Every date in a text, absolute ones first, each kind in order.

    >>> [moment.when.isoformat() for moment in moments("By A | Updated: 2025-09-13 16:57", Reading(CHINA))]
    ['2025-09-13T16:57:00+08:00']
    """
    for match in _ABSOLUTE.finditer(text):
        moment = _absolute(text, match, reading)
        if moment:
            yield moment
    if reading.now:
        yield from (replace(moment, relative=True) for moment in _relative(text, reading, reading.now))


def machine_moment(value: object, reading: Reading) -> Moment | None:
    """Read a date written for machines: ISO 8601 foremost, RFC 2822, epoch seconds, bare digits; else any form above.

    >>> machine_moment("20250913", Reading()).when.isoformat()
    '2025-09-13T00:00:00+00:00'
    """
    text = " ".join(str(value).split())
    epoch = _EPOCH.fullmatch(text)
    if epoch:
        return Moment(datetime.fromtimestamp(int(epoch[1]), UTC).astimezone(reading.zone), "second", True)
    compact = _COMPACT.fullmatch(text)
    if compact:
        return _built((int(compact["y1"]), int(compact["m1"]), int(compact["d1"])), compact, reading)
    if not re.match(r"\d{4}-", text):
        return next(moments(text[:80], Reading(reading.zone, reading.now, reading.day_first)), None)
    try:
        when = datetime.fromisoformat(text)
    except ValueError:
        return next(moments(text[:80], reading), None)
    precision = (
        "day"
        if len(text) <= 10 or (when.hour, when.minute, when.second) == (0, 0, 0)
        else "second"
        if text.count(":") > 1
        else "minute"
    )
    return Moment(when if when.tzinfo else when.replace(tzinfo=reading.zone), precision, when.tzinfo is not None)


def named_zone(name: str | None) -> tzinfo | None:
    """The zone behind letters or an offset, None where they name no single one.

    >>> str(named_zone("+08:00")), named_zone("IST")
    ('UTC+08:00', None)
    """
    if not name:
        return None
    digits = re.search(r"([+-])(\d\d):?(\d\d)", name)
    if digits and int(digits[2]) < 24:
        offset = timedelta(hours=int(digits[2]), minutes=int(digits[3]))
        return timezone(-offset if digits[1] == "-" else offset)
    known = _NAMED.get(name.upper().strip())
    if known is None:
        return None
    return ZoneInfo(known) if isinstance(known, str) else timezone(timedelta(hours=known))


def _absolute(text: str, match: re.Match[str], reading: Reading) -> Moment | None:
    found = match.groupdict()
    if found["y5"]:
        first, second = int(found["a5"]), int(found["b5"])
        day_first = first > 12 or (second <= 12 and (reading.day_first or found["sep5"] == "."))
        year, month, day = int(found["y5"]), *((second, first) if day_first else (first, second))
    else:
        at = next(number for number in "1234" if found["y" + number])
        month = _MONTHS[found["m" + at][:3].lower()] if at in "34" else int(found["m" + at])
        year, day = int(found["y" + at]), int(found["d" + at])
    after = _AFTER.match(text, match.end())
    if not (after and after["hour"]):
        after = _AHEAD.search(text, max(0, match.start() - 40), match.start())
    moment = _built((year, month, day), after, reading)
    if moment is None:
        return None
    timed = after is not None and moment.precision != "day"
    start, end = (after.start(), after.end()) if timed and after is not None else match.span()
    return replace(moment, start=min(match.start(), start), end=max(match.end(), end))


def _built(day: tuple[int, int, int], clock: re.Match[str] | None, reading: Reading) -> Moment | None:
    """Put a day and the clock found beside it together; None where there is no such day."""
    found = {name.rstrip("0"): value for name, value in clock.groupdict().items()} if clock else {}
    zone = _zone(found.get("zone"), reading)
    hour = _hour(int(found.get("hour") or 0), found.get("ampm"), found.get("half"))
    minute, second = int(found.get("minute") or 0), int(found.get("second") or 0)
    try:
        when = datetime(*day, hour % 24, minute, second, tzinfo=zone or reading.zone)
    except ValueError:
        return None
    precision = "day" if found.get("hour") is None else "minute" if found.get("second") is None else "second"
    return Moment(when, precision, zone is not None)


def _zone(name: str | None, reading: Reading) -> tzinfo | None:
    """CST is China's on a Chinese page and Chicago's elsewhere."""
    return CHINA if name == "CST" and reading.zone == CHINA else named_zone(name)


def _hour(hour: int, ampm: str | None, half: str | None) -> int:
    if ampm:
        return hour % 12 + (12 if ampm[0] in "pP" else 0)
    return hour + 12 if half in ("下午", "晚上", "晚") and hour < 12 else hour


def _relative(text: str, reading: Reading, now: datetime) -> Iterator[Moment]:
    now = now.astimezone(reading.zone)
    for match in _AGO.finditer(text):
        count, unit = match["count"] or match["count2"], (match["unit"] or match["unit2"]).lower()
        minutes = (int(count) if count.isdigit() else 1) * _UNITS[unit]
        when, precise = now - timedelta(minutes=minutes), minutes < _UNITS["day"]
        yield _dated(when, match) if precise else _dated(when.replace(hour=0, minute=0), match, "day")
    for match in _DAY_WORD.finditer(text):
        when = (now - timedelta(days=_DAY_WORDS[match["word"].lower()])).replace(hour=0, minute=0)
        hour = match["hour"]
        if hour:
            yield _dated(
                when.replace(hour=_hour(int(hour), match["ampm"], match["half"]) % 24, minute=int(match["minute"])), match
            )
        else:
            yield _dated(when, match, "day")
    for match in _YEARLESS.finditer(text):
        yield from _yearless(match, now)


def _yearless(match: re.Match[str], now: datetime) -> Iterator[Moment]:
    """The latest such day that is not after the fetch."""
    month, day, hour, minute = (int(match[name]) for name in ("m", "d", "hour", "minute"))
    for year in (now.year, now.year - 1):
        try:
            when = datetime(year, month, day, hour, minute, tzinfo=now.tzinfo)
        except ValueError:
            continue
        if when <= now + timedelta(days=1):
            yield _dated(when, match)
            return


def _dated(when: datetime, match: re.Match[str], precision: str = "minute") -> Moment:
    return Moment(when.replace(second=0, microsecond=0), precision, False, match.start(), match.end())
