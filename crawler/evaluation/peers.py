"""Other extractors on the same pages, to compare with: each only here, and only when it is asked for."""

from collections.abc import Callable, Mapping
from typing import Any


def trafilatura(html: bytes, url: str) -> dict[str, Any]:
    """What trafilatura makes of a page, with its own defaults and its metadata; it keeps no captions and no replies apart."""
    from trafilatura import bare_extraction  # noqa: PLC0415 - half a second that only a comparison pays
    from trafilatura.settings import Document  # noqa: PLC0415

    found = bare_extraction(html, url=url or None, with_metadata=True)
    if not isinstance(found, Document):
        return {"text": "", "title": None, "authors": [], "date": None}
    authors = [name.strip() for name in (found.author or "").split(";") if name.strip()]
    return {"text": found.text or "", "title": found.title, "authors": authors, "date": found.date}


PEERS: Mapping[str, Callable[[bytes, str], dict[str, Any]]] = {"trafilatura": trafilatura}
FIGURES = frozenset("pages f1 precision recall exact kept removed title authors date".split())
"""What a peer is measured by: nobody else gives comments and captions as data."""
