"""What a database holds, in a few figures."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from storage.crawls.tables import FrontierUrl, Run
from storage.models import Article, RawBytes, StoredPage


@dataclass(frozen=True, slots=True)
class Overview:
    """Counts of rows; ``raw`` and ``kept`` are bytes of pages before and after compression."""

    revision: str
    articles: Mapping[str, int]
    """By standing."""
    frontier: Mapping[str, int]
    """By state."""
    pages: int
    runs: int
    raw: int
    kept: int


def overview(session: Session) -> Overview:
    """Count what is there."""
    raw, kept = session.execute(select(func.sum(RawBytes.length), func.sum(func.length(RawBytes.data)))).one()
    return Overview(
        revision=str(session.scalar(text("SELECT version_num FROM alembic_version"))),
        articles=dict(session.execute(select(Article.standing, func.count()).group_by(Article.standing)).all()),
        frontier=dict(session.execute(select(FrontierUrl.state, func.count()).group_by(FrontierUrl.state)).all()),
        pages=session.scalar(select(func.count()).select_from(StoredPage)) or 0,
        runs=session.scalar(select(func.count()).select_from(Run)) or 0,
        raw=raw or 0,
        kept=kept or 0,
    )
