"""What became of every page that was fetched."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from storage.models import Fate, Outcome, StoredPage


@dataclass(frozen=True, slots=True)
class PageOutcome:
    """One page and its fate. ``article_id`` is None where cleaning failed, for the ``reason`` given."""

    page_id: int
    url: str
    site: str
    fate: Fate
    article_id: int | None
    reason: str | None


def list_outcomes(session: Session, run_id: int | None = None) -> Sequence[PageOutcome]:
    """The pages of a run, or of all, in the order they were kept; one that was never cleaned is not among them."""
    columns = (StoredPage.id, StoredPage.url, StoredPage.site, Outcome.fate, Outcome.article_id, Outcome.reason)
    query = select(*columns).join(Outcome, Outcome.page_id == StoredPage.id).order_by(StoredPage.id)
    if run_id is not None:
        query = query.where(StoredPage.run_id == run_id)
    return [
        PageOutcome(page, url, site, Fate(fate), article, why) for page, url, site, fate, article, why in session.execute(query)
    ]
