"""Find articles by their words: one analyser for both databases, the same answers in the same order."""

from dataclasses import replace

from sqlalchemy.orm import Session

from storage.query.browse import Card, Order, browse_all
from storage.query.wanted import Wanted

__all__ = ["Order", "Wanted", "search"]


def search(
    session: Session, text: str, wanted: Wanted = Wanted(), *, order: Order = Order.RELEVANCE, limit: int = 20
) -> list[Card]:
    """The articles that answer ``text``, written as ``query_language`` reads it; published ones unless ``wanted`` says.

    Any text is safe; one without a word finds nothing.
    """
    asked = replace(wanted, text=text)
    return list(browse_all(session, asked, order=order, most=limit)) if text.strip() else []
