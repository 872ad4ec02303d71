"""Render a page: everything is escaped, links lead to the web or nowhere."""

from datetime import datetime
from pathlib import Path
from typing import Any

from fastapi import Request
from starlette.responses import Response
from starlette.templating import Jinja2Templates

from web.charts import columns, share, stacked
from web.security import Guard, web_link

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


def words(name: str) -> str:
    """A name of the code as words.

    >>> words("mirror_suspected")
    'mirror suspected'
    """
    return name.replace("_", " ")


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a body."""
    return [part for part in text.split("\n\n") if part.strip()]


_TEMPLATES.env.trim_blocks = _TEMPLATES.env.lstrip_blocks = True
_TEMPLATES.env.filters.update(day=day, clock=clock, words=words, paragraphs=paragraphs, web_link=web_link)
_TEMPLATES.env.globals.update(columns=columns, stacked=stacked, share=share)
