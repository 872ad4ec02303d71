"""The forms in which pages write dates, English and Chinese, with their year."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

MONTHS = {name: at + 1 for at, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split())}
MONTH = r"(?P<{0}>jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:uary|ruary|ch|il|ust|t?ember|ober|e?mber)?\.?"
YEAR = r"(?:19[89]|20[0-4])\d"
_ABROAD = (
    "janvier januar jänner enero gennaio janeiro januari января stycznia ocak يناير",
    "février fevrier februar febrero febbraio fevereiro februari февраля lutego şubat فبراير",
    "mars märz marzo março maart марта marca mart مارس",
    "avril april abril aprile апреля kwietnia nisan أبريل ابريل",
    "mai mayo maggio maio mei maj мая maja mayıs مايو",
    "juin juni junio giugno junho июня czerwca haziran يونيو",
    "juillet juli julio luglio julho июля lipca temmuz يوليو",
    "août aout august agosto augustus augusti августа sierpnia ağustos أغسطس",
    "septembre september septiembre setiembre settembre setembro сентября września eylül سبتمبر",
    "octobre oktober octubre ottobre outubro октября października ekim أكتوبر",
    "novembre november noviembre novembro ноября listopada kasım نوفمبر",
    "décembre decembre dezember diciembre dicembre dezembro december декабря grudnia aralık ديسمبر",
)
"""The months in French, German, Spanish, Italian, Portuguese, Dutch, Swedish, Russian, Polish, Turkish and Arabic."""
MONTHS_ABROAD: Mapping[str, int] = {name: at + 1 for at, names in enumerate(_ABROAD) for name in names.split()}

SPACE = r"[\s\u3000]{0,3}"
HALF = r"(?P<half>[上下]午|[早晚]上?|[凌清早]晨|[中午]午|午[后後]|傍晚)?"
_AFTERNOON: Mapping[str, int] = dict.fromkeys("下午 午后 午後 傍晚 晚上 晚".split(), 12) | {"中午": 3}
"""Below which hour these words mean the half of the day that begins at noon."""
CLOCK = (  # 10.14 is a time where am, pm or a zone says so, 10 where am or pm does
    r"(?P<hour>[01]?\d|2[0-4])(?:(?:[:：点點时時]|h(?=\d)|\.(?=\d\d\s?(?:[ap]\.?m\b|[A-Z]{2,4}T\b|GMT|UTC|Uhr)))(?P<minute>[0-5]\d)(?!\d)(?:[:：分](?P<second>[0-5]\d)(?!\d))?(?:[.,]\d{1,9})?[分秒]?|(?=\s?[ap]\.?m\b))"
)
AM_PM = r"(?:\s?(?P<ampm>[apAP]\.?[mM]\b\.?))?"
_ZONE = (
    r"(?:\s?\(?(?P<zone>Z\b|(?:GMT|UTC)?\s?[+-]\d{2}:?\d{2}\b|(?:GMT|UTC)[+-]\d{1,2}\b|[A-Z]{2,4}T\b|GMT\b|UTC\b|ET\b|PT\b"
    r"|(?:Eastern|Central|Mountain|Pacific)\b|北京时间|Beijing [Tt]ime))?"
)
_AT = r"HKT|[,|·•@/–-]|[aA][tT]\b|à|às|a las|um|alle(?:\sore)?|ore"
_TIME = rf"(?:(?:T|[\s\u3000]*(?:{_AT}|星期.|周.|\([^)]{{2,9}}\))?[\s\u3000]*)\(?{HALF}{SPACE}{CLOCK}{AM_PM}{_ZONE})?"
_BEFORE = (
    r"(?:(?P<hour0>[01]?\d|2[0-3])[:.](?P<minute0>[0-5]\d)\s?(?P<ampm0>[ap]\.?m\b\.?)?"
    r"\s?(?P<zone0>[A-Z]{2,4}T\b|(?:GMT|UTC)[+-]\d{1,2}\b|GMT\b|UTC\b|ET\b)?(?:,|\s[·•|])?\s(?:on\s)?(?:\w{3,9},?\s)?)?"
)

_TELLS_YEAR = re.compile(YEAR)
"""Every absolute form holds a year: most lines are passed over for having none."""
_FULL_WIDTH = str.maketrans("０１２３４５６７８９：．－／", "0123456789:.-/")
_WIDE = str.maketrans("〇○零一二三四五六七八九", "000123456789")
_HAN_DATE = re.compile(
    r"(?:[一二][〇○零一二三四五六七八九]{3}|(?<=民[國国])[一二三四五六七八九]{2,3})\s?年\s?[一二三四五六七八九十]{1,2}\s?月\s?[一二三四五六七八九十]{1,3}\s?[日号]"
)
_REPUBLIC = re.compile(r"(?:中[華华])?民[國国]\s?(\d{2,3})\s?年|(?<!\d)(1[01]\d)年(?=\s?\d\d?\s?月\s?\d\d?\s?日)")
"""Taiwan's years, which count from 1912; those of this century, before month and day, need no word."""
_TEN = re.compile(r"(?P<tens>[二三])?十(?P<ones>[一二三四五六七八九])?")
_ABSOLUTE = re.compile(
    "|".join(
        (
            rf"(?<![\d.])(?P<y1>{YEAR})(?P<sep>[-/.])(?P<m1>[01]?\d)(?P=sep)(?P<d1>[0-3]?\d)(?!\d)",
            rf"(?P<y2>{YEAR}){SPACE}年{SPACE}(?P<m2>[01]?\d){SPACE}月{SPACE}(?P<d2>[0-3]?\d){SPACE}[日号]",
            rf"\b(?P<y6>{YEAR}),?\s{MONTH.format('m6')}\s(?P<d6>[0-3]?\d)(?:st|nd|rd|th)?(?!\d)",
            rf"{MONTH.format('m3')}\s?(?P<d3>[0-3]?\d)(?:st|nd|rd|th)?(?:,\s?|\s|,?\sof\s)(?P<y3>{YEAR})(?!\d|[-/.]\d\d?[-/.]\d)",
            rf"\b(?P<d4>[0-3]?\d)(?:st|nd|rd|th)?(?:\sof)?[\s-]{MONTH.format('m4')},?[\s-](?P<y4>{YEAR})(?!\d|[-/.]\d\d?[-/.]\d)",
            rf"\b(?P<d7>[0-3]?\d)(?:er|\.|º)?\s(?:de\s)?(?P<m7>{'|'.join(MONTHS_ABROAD)})\s(?:del?\s)?(?P<y7>{YEAR})(?!\d|[-/.]\d\d?[-/.]\d)",
            rf"(?<![\d/.])(?P<y8>{YEAR})\s(?P<m8>[01]\d)/(?P<d8>[0-3]\d)(?=\s\d\d:\d\d)",
            rf"(?<![\d/.])(?P<a5>[0-3]?\d)(?P<sep5>[/.])(?P<b5>[0-3]?\d)(?P=sep5)(?P<y5>{YEAR})(?!\d)",
        )
    ),
    re.I,
)
_AFTER = re.compile(_TIME)
_AHEAD = re.compile(_BEFORE + r"$", re.I)
_BEHIND = re.compile(r"\s?\((?P<zone>(?:GMT|UTC)[+-]\d{1,2}(?::?\d\d)?|[A-Z]{2,4}T|GMT|UTC|北京时间)\)")
"""The zone of a clock that stands before the day."""
_SHORT = re.compile(
    rf"(?<![\d/])(?P<slashed>[0-3]?\d/[0-3]?\d/)(?=[0-4]\d(?![\d/]))"
    r"|(?<![\d-])(?=[0-4]\d-[01]\d-[0-3]\d\s{1,3}\d\d?:\d\d)|(?<=[间布][:：])(?=[0-4]\d-[01]\d-[0-3]\d\b)"
    rf"|\b(?P<worded>{MONTH.format('m8')}\s[0-3]?\d,?\s|[0-3]?\d\s{MONTH.format('m9')}\s)['’](?=[0-4]\d\b)"
    rf"|\b(?P<dashed>[0-3]?\d-{MONTH.format('m0')}-)(?=[0-4]\d\b)",
    re.I,
)
"""Where a date leaves out its century: 12/16/16, Nov 3 '26, 3-Nov-26, and 26-11-03 before a time."""
_COMPACT = re.compile(
    rf"(?P<y1>{YEAR})(?P<m1>0[1-9]|1[0-2])(?P<d1>[0-2]\d|3[01])(?:T?(?P<hour>[01]\d"
    rf"|2[0-3])(?P<minute>[0-5]\d)(?P<second>[0-5]\d)?(?P<zone>Z|[+-]\d\d:?\d\d)?)?"
)
_UNIX = re.compile(r"[A-Z][a-z]{2}\s([A-Z][a-z]{2}\s\d\d?)\s(\d\d:\d\d:\d\d)\s([A-Z]{2,5})\s(\d{4})")
"""What a shell says of the hour: Tue Nov 03 08:15:00 EST 2026."""
_EPOCH = re.compile(r"(1\d{9})(\d{3})?")

CHINA = ZoneInfo("Asia/Shanghai")
_NAMED: Mapping[str, float | str] = {
    "EST": -5, "EDT": -4, "ET": "America/New_York", "CST": -6, "CDT": -5, "CT": "America/Chicago", "MST": -7, "MDT": -6,
    "PST": -8, "PDT": -7, "PT": "America/Los_Angeles", "GMT": 0, "UTC": 0, "Z": 0, "BST": 1, "CET": 1, "CEST": 2, "EET": 2,
    "EEST": 3, "IST": 5.5, "JST": 9, "KST": 9, "HKT": 8, "SGT": 8, "AEST": 10, "AEDT": 11, "NZST": 12, "NZDT": 13,
    "北京时间": 8, "BEIJING TIME": 8, "EASTERN": "America/New_York", "CENTRAL": "America/Chicago",
    "MOUNTAIN": "America/Denver", "PACIFIC": "America/Los_Angeles",
}  # fmt: skip
"""Hours from UTC, or a zone where the letters leave summer time open. IST is India's but for a page that is known as Irish."""
FURTHEST = timedelta(hours=-11), timedelta(hours=14)
"""The clocks of Samoa and of Kiribati; what is further off is the end of a span: 19:30-21:30."""
_OF_PAGE: Mapping[str, tuple[str, ...]] = {"CST": ("Asia/Shanghai",), "IST": ("Asia/Kolkata", "Europe/Dublin")}
"""Letters of several zones, read as the page's own zone where they can name it."""


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
    ambiguous: bool = False
    """Day and month are figures of which either may be the month: 3/4/2025."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a date needs that does not stand in it."""

    zone: tzinfo = UTC
    now: datetime | None = None
    """Aware; dates that count from the day of reading count from it, None passes them over."""
    day_first: bool = False
    """How to read 3/4/2025."""
    by: datetime | None = None
    """The latest that a date without its year can be, where its URL names the month; None leaves it to ``now``."""

    @property
    def latest(self) -> datetime | None:
        """The latest that such a date can be, on the page's clock; None where the day of reading is not known."""
        if self.now is None or self.by is None:
            return self.now and self.now.astimezone(self.zone)
        return self.by.replace(tzinfo=self.zone)


def absolute_moments(text: str, reading: Reading) -> Iterator[Moment]:
    """Every date in a text that names its year, in order.

    >>> [moment.when.isoformat() for moment in absolute_moments("By A | Updated: 2025-09-13 16:57", Reading(CHINA))]
    ['2025-09-13T16:57:00+08:00']
    """
    text = plain_digits(text)
    for match in _ABSOLUTE.finditer(text) if _TELLS_YEAR.search(text) else ():
        moment = _absolute(text, match, reading)
        if moment:
            yield moment


def plain_digits(text: str) -> str:
    """Full-width figures, and the Han figures of a whole date, as plain ones.

    >>> plain_digits("二〇二六年十一月三日 ０８：１５，第三稿")
    '2026年11月3日 08:15，第三稿'
    """
    if text.isascii():
        return text
    if "年" in text:
        text = _HAN_DATE.sub(lambda match: _TEN.sub(_tens, match[0]).translate(_WIDE), text)
        text = _REPUBLIC.sub(lambda match: f"{int(match[1] or match[2]) + 1911}年", text)
    return text.translate(_FULL_WIDTH)


def with_centuries(text: str) -> str:
    """A text whose dates of two figures for the year have four; for short lines, as prose counts scores so too.

    >>> with_centuries("12/16/16 12:21pm"), with_centuries("26-11-03 08:15"), with_centuries("3-Nov-26"), with_centuries("24/7")
    ('12/16/2016 12:21pm', '2026-11-03 08:15', '3-Nov-2026', '24/7')
    """
    return _SHORT.sub(lambda match: f"{match['slashed'] or match['worded'] or match['dashed'] or ''}20", text)


def _tens(match: re.Match[str]) -> str:
    return f"{match['tens'] or '一'}{match['ones'] or '零'}"


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
    if unix := _UNIX.fullmatch(text):
        text = f"{unix[1]}, {unix[4]} {unix[2]} {unix[3]}"
    if not re.match(r"\d{4}-", text):
        return next(absolute_moments(text[:80], reading), None)
    try:
        when = datetime.fromisoformat(text)
    except ValueError:
        return next(absolute_moments(text[:80], reading), None)
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

    >>> str(named_zone("+08:00")), str(named_zone("IST")), named_zone("XYT"), named_zone("-21:30")
    ('UTC+08:00', 'UTC+05:30', None, None)
    """
    if not name:
        return None
    if digits := re.search(r"([+-])(\d\d?)(?::?(\d\d))?$", name):
        ahead = timedelta(hours=int(digits[2]), minutes=int(digits[3] or 0)) * (-1 if digits[1] == "-" else 1)
        return timezone(ahead) if FURTHEST[0] <= ahead <= FURTHEST[1] else None
    known = _NAMED.get(name.upper().strip())
    if known is None:
        return None
    return ZoneInfo(known) if isinstance(known, str) else timezone(timedelta(hours=known))


def _absolute(text: str, match: re.Match[str], reading: Reading) -> Moment | None:
    found, ambiguous = match.groupdict(), False
    if found["y5"]:
        first, second = int(found["a5"]), int(found["b5"])
        ambiguous = first <= 12 and second <= 12 and first != second
        day_first = first > 12 or (second <= 12 and (reading.day_first or found["sep5"] == "."))
        year, month, day = int(found["y5"]), *((second, first) if day_first else (first, second))
    else:
        at = next(number for number in "1234678" if found["y" + number])
        month = month_of(found["m" + at])
        year, day = int(found["y" + at]), int(found["d" + at])
    after = _AFTER.match(text, match.end())
    if not (after and after["hour"]):
        after = _AHEAD.search(text, max(0, match.start() - 40), match.start())
    moment = _built((year, month, day), after, reading)
    if moment is None:
        return None
    if not moment.zoned and after is not None and after.end() <= match.start() and (behind := _BEHIND.match(text, match.end())):
        zone = _zone(behind["zone"], reading)
        moment = replace(moment, when=moment.when.replace(tzinfo=zone), zoned=True) if zone else moment
    timed = after is not None and moment.precision != "day"
    start, end = (after.start(), after.end()) if timed and after is not None else match.span()
    return replace(moment, start=min(match.start(), start), end=max(match.end(), end), ambiguous=ambiguous)


def month_of(text: str) -> int:
    """A month in figures or in letters, English first: 6, Sept, septembre; 0 where odd letters pass for ours: avrıl."""
    return int(text) if text.isdigit() else MONTHS.get(text[:3].lower()) or MONTHS_ABROAD.get(text.lower(), 0)


def _built(day: tuple[int, int, int], clock: re.Match[str] | None, reading: Reading) -> Moment | None:
    """Put a day and the clock found beside it together; None where there is no such day."""
    found = {name.rstrip("0"): value for name, value in clock.groupdict().items()} if clock else {}
    zone = _zone(found.get("zone"), reading)
    hour = clock_hour(int(found.get("hour") or 0), found.get("ampm"), found.get("half"))
    minute, second = int(found.get("minute") or 0), int(found.get("second") or 0)
    try:
        when = datetime(*day, hour % 24, minute, second, tzinfo=zone or reading.zone)
    except ValueError:
        return None
    precision = "day" if found.get("hour") is None else "minute" if found.get("second") is None else "second"
    return Moment(when, precision, zone is not None)


def _zone(name: str | None, reading: Reading) -> tzinfo | None:
    """CST is China's on a Chinese page and Chicago's elsewhere, IST India's or Ireland's on theirs."""
    return reading.zone if str(reading.zone) in _OF_PAGE.get(name or "", ()) else named_zone(name)


def clock_hour(hour: int, ampm: str | None, half: str | None) -> int:
    """The hour of the day, 0 to 24.

    >>> clock_hour(12, "a.m.", None), clock_hour(12, None, "凌晨"), clock_hour(1, None, "中午"), clock_hour(11, None, "中午")
    (0, 0, 13, 11)
    """
    if ampm:
        return hour % 12 + (12 if ampm[0] in "pP" else 0)
    if hour == 12 and half in ("凌晨", "清晨"):
        return 0
    return hour + 12 if hour < _AFTERNOON.get(half or "", 0) else hour
