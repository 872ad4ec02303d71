"""Traces that tools leave in the source of a page and that no reader of its text sees."""

import re
from dataclasses import dataclass

_HEAD = 20_000
"""Characters of the source looked at for its head."""

_TITLE = re.compile(r"<title[^>]{0,200}>([^<]{1,2000})", re.I)
_ENTITY = re.compile(r"&#(?:\d{3,6}|x[0-9a-fA-F]{2,5});")
_LEADING = re.compile(r"\s*<!--\s*([a-z0-9-]+(?:\.[a-z0-9-]+)+)\s*-->", re.I)
_KIT = re.compile(r"\bbody_jx_\d|\bid=[\"']?jx_\d{4}", re.I)


@dataclass(frozen=True, slots=True)
class Traces:
    """What the source shows: all of it harmless alone."""

    encoded_title: bool = False
    """The title is written in numeric entities on a page that has its letters beyond ASCII as they are."""
    leading_host: str | None = None
    """A host's name alone in a comment before the document begins."""
    kit: bool = False
    """An identifier that mirroring kits give their blocks."""


def read_traces(html: str) -> Traces:
    """Read the traces of a decoded page.

    >>> read_traces("<!--www.example.com--><title>&#22269;&#20135;&#24433;&#38498;</title>電影").leading_host
    'www.example.com'
    """
    title = _TITLE.search(html[:_HEAD])
    inner = title.group(1) if title else ""
    encoded = sum(len(entity) for entity in _ENTITY.findall(inner))
    leading = _LEADING.match(html[:400])
    return Traces(
        encoded_title=encoded > 30 and 2 * encoded > len(inner) and not html[title.end() if title else 0 :].isascii(),
        leading_host=leading.group(1).lower() if leading else None,
        kit=_KIT.search(html) is not None if "jx_" in html else False,
    )
