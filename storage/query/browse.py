"""Leaf through the articles: those that answer in the headline first, then in the lead, then anywhere; each newest first.

The order is the same on both databases and does not depend on what else there is, so that a cursor keeps its place.
"""

import json
import sys
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, literal, not_, or_, select
from sqlalchemy.orm import Session

from storage.models import Article, table_of
from storage.query.query_language import Tree, excludes
from storage.query.snippets import Piece, pieces
from storage.query.wanted import Wanted, conditions, is_senseless
from storage.query.word_index import Place, holds

EXCERPT = 1_000
"""Characters of a text that are looked at for a line about it where nothing was searched for."""

BATCH = 500
"""Articles read at a time, and named in one question: databases take some 32,000 values in it."""

_SHOWN = (
    "public_id",
    "headline",
    "site",
    "language",
    "headline_language",
    "date_published",
    "verdict",
    "standing",
)


class Order(StrEnum):
    """Which articles come first; equal ones newest first, then by public id."""

    RELEVANCE = "relevance"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Card:
    """An article in a list; ``pieces`` are the part of its text where the first words stand, those marked."""

    article_id: int
    public_id: str
    url: str
    headline: str | None
    publisher: str
    site: str
    language: str | None
    headline_language: str | None
    date_published: datetime | None
    verdict: str
    standing: str
    pieces: tuple[Piece, ...]

    @property
    def snippet(self) -> str:
        """The pieces as one text."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Shelf:
    """Part of a list, and the cursor that continues it; None at its end."""

    cards: tuple[Card, ...]
    cursor: str | None


@dataclass(frozen=True, slots=True)
class _Mark:
    """A place in the order: after this article of that tier."""

    tier: int
    moment: datetime | None
    public_id: str


def browse(
    session: Session, wanted: Wanted, *, after: str | None = None, limit: int = 20, order: Order = Order.RELEVANCE
) -> Shelf:
    """The articles wanted, from the place that a cursor names. Raises ValueError for a bad cursor."""
    mark = None if after is None else _read_cursor(after)
    filters, tree = conditions(session, wanted), wanted.tree
    tiers = [literal(value=False)] if is_senseless(wanted) else _tiers(session, tree, order)
    found: list[_Mark] = []
    ids: list[int] = []
    for tier in range(mark.tier if mark else 0, len(tiers)):
        later = [_beyond(mark)] if mark and mark.tier == tier else []
        better = [not_(condition) for condition in tiers[:tier]]
        rows = session.execute(_newest(*filters, tiers[tier], *better, *later).limit(limit + 1 - len(ids))).all()
        ids += [row.id for row in rows]
        found += [_Mark(tier, row.date_published, row.public_id) for row in rows]
        if len(ids) > limit:
            break
    return Shelf(_cards(session, ids[:limit], tree), _cursor(found[limit - 1]) if len(ids) > limit else None)


def browse_all(session: Session, wanted: Wanted, *, order: Order = Order.RELEVANCE, most: int | None = None) -> Iterator[Card]:
    """Every article wanted, or so many, in the order of ``browse``, without holding them all."""
    cursor, left = None, sys.maxsize if most is None else most
    while left > 0:
        shelf = browse(session, wanted, after=cursor, limit=min(left, BATCH), order=order)
        yield from shelf.cards
        left -= BATCH
        if (cursor := shelf.cursor) is None:
            return


def _tiers(session: Session, tree: Tree | None, order: Order) -> list[ColumnElement[bool]]:
    """What the articles of each tier hold; one that is in an earlier tier as well belongs there."""
    if tree is None:
        return [literal(value=True)]
    if order is Order.DATE:
        return [holds(session, tree)]
    # A word that must not occur may be missing in the headline and stand in the text.
    always = [holds(session, tree)] if excludes(tree) else []
    return [and_(holds(session, tree, place), *always) for place in Place]


def _newest(*tests: ColumnElement[bool]) -> Select[int, datetime | None, str]:
    """The ids alone: sorting would carry the texts along."""
    query = select(Article.id, Article.date_published, Article.public_id).where(*tests)
    return query.order_by(Article.date_published.desc().nulls_last(), Article.public_id)


def _beyond(mark: _Mark) -> ColumnElement[bool]:
    date = Article.date_published
    if mark.moment is None:
        return and_(date.is_(None), Article.public_id > mark.public_id)
    return or_(date < mark.moment, date.is_(None), and_(date == mark.moment, Article.public_id > mark.public_id))


def _cursor(mark: _Mark) -> str:
    moment = mark.moment.isoformat() if mark.moment else None
    return urlsafe_b64encode(json.dumps([mark.tier, moment, mark.public_id]).encode()).decode().rstrip("=")


def _read_cursor(cursor: str) -> _Mark:
    try:
        tier, moment, public_id = json.loads(urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
        return _Mark(max(0, int(tier)), datetime.fromisoformat(moment).astimezone(UTC) if moment else None, str(public_id))
    except (ValueError, TypeError, OverflowError, RecursionError) as error:
        raise ValueError("no such cursor") from error


def _cards(session: Session, ids: Sequence[int], tree: Tree | None) -> tuple[Card, ...]:
    articles = table_of(Article)
    rows = {row.id: row for row in session.execute(select(articles).where(articles.c.id.in_(ids)))}
    return tuple(_card(rows[number], tree) for number in ids)


def _card(row: Row[*tuple[Any, ...]], tree: Tree | None) -> Card:
    return Card(
        article_id=row.id,
        url=row.canonical_url,
        publisher=row.publisher or row.site,
        pieces=pieces(row.body[:EXCERPT] if tree is None else row.body, tree),
        **{name: getattr(row, name) for name in _SHOWN},
    )
