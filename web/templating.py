"""Render a page: everything is escaped, links lead to the web or nowhere."""

import re
from datetime import date, datetime
from pathlib import Path
from typing import Any

from fastapi import Request
from markupsafe import Markup, escape
from starlette.responses import Response
from starlette.templating import Jinja2Templates

from cleaners.text.simplified import simplified
from web.charts import columns, every_month, share, stacked, timeline
from web.security import Guard, web_link

_BLANK = re.compile(r"\n\s*\n")
_SAMPLE, _TRADITIONAL = 200, 0.05
"""How many characters tell a text's script, and above which share of them Traditional ones do: a quarter are in one, and a
name or a quotation alone makes none."""
_TEMPLATES = Jinja2Templates(Path(__file__).parent / "templates")


def page(
    request: Request, template: str, *, status: int = 200, headers: dict[str, str] | None = None, **values: Any
) -> Response:
    """Render a template. Every page knows whether somebody is signed in, and the word for its forms."""
    guard: Guard = request.app.state.guard
    signed_in = guard.signed_in(request)
    standing = {"signed_in": signed_in, "form_word": guard.form_word if signed_in else ""}
    return _TEMPLATES.TemplateResponse(request, template, values | standing, status, headers=headers)


def day(moment: datetime | None) -> str:
    """A date for people.

    >>> day(datetime(2025, 5, 3))
    '3 May 2025'
    """
    return f"{moment.day} {moment:%B %Y}" if moment else ""


def clock(moment: datetime | None) -> str:
    """A moment for people, to the minute."""
    return f"{day(moment)}, {moment:%H:%M} UTC" if moment else ""


def label(value: str, name: str) -> str:
    """The value of a filter for people.

    >>> label("zh", "language"), label("2025-05", "month"), label("www.news.example", "source")
    ('中文', 'May 2025', 'news.example')
    """
    if name == "month":
        return f"{date.fromisoformat(value + '-01'):%B %Y}"
    return {"en": "English", "zh": "中文"}.get(value, value) if name == "language" else value.removeprefix("www.")


def figure(value: float | None) -> str:
    """A measurement for people: three digits, whole where it is large.

    >>> figure(0.77912), figure(1304), figure(0), figure(None)
    ('0.779', '1,304', '0', '')
    """
    return "" if value is None else f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"


def counted(number: int, thing: str) -> str:
    """A number of things.

    >>> counted(1, "word"), counted(1304, "word")
    ('1 word', '1,304 words')
    """
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


def lasted(seconds: float) -> str:
    """A time in its largest units.

    >>> lasted(9.2), lasted(754), lasted(7380)
    ('9 s', '12 min 34 s', '2 h 3 min')
    """
    minutes, rest = divmod(round(seconds), 60)
    if not minutes:
        return f"{rest} s"
    return f"{minutes} min {rest} s" if minutes < 60 else f"{minutes // 60} h {minutes % 60} min"


def spaced(text: str) -> Markup:
    """A text whose paragraphs stand apart by a gap that the style sheet measures.

    >>> str(spaced("a<b\\n\\nc"))
    'a&lt;b<span class="gap"></span>c'
    """
    return Markup('<span class="gap"></span>').join(escape(part) for part in _BLANK.split(text))


def words(name: str) -> str:
    """A name of the code as words.

    >>> words("mirror_suspected")
    'mirror suspected'
    """
    return name.replace("_", " ")


def tongue(code: str, text: str | None) -> str:
    """The language tag of a text: a Chinese one is told by its script, which browsers choose their characters by.

    >>> tongue("zh", "新片開鏡"), tongue("zh", "新片开机"), tongue("en", "A premiere"), tongue("zh", None)
    ('zh-Hant', 'zh-Hans', 'en', 'zh-Hans')
    """
    if code != "zh":
        return code
    sample = (text or "")[:_SAMPLE]
    turned = sum(one != other for one, other in zip(sample, simplified(sample), strict=True))
    return "zh-Hant" if turned > _TRADITIONAL * len(sample) else "zh-Hans"


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a body."""
    return [part for part in text.split("\n\n") if part.strip()]


_TEMPLATES.env.trim_blocks = _TEMPLATES.env.lstrip_blocks = True
_FILTERS = (clock, counted, day, figure, label, lasted, paragraphs, spaced, tongue, web_link, words)
_TEMPLATES.env.filters.update({function.__name__: function for function in _FILTERS})
_TEMPLATES.env.globals.update(columns=columns, every_month=every_month, stacked=stacked, share=share, timeline=timeline)
