"""What becomes of a page, and of what one led to: each written down in the transaction that ends its URL."""

from dataclasses import replace
from datetime import UTC, datetime

from cleaners import CleanArticle
from crawler.discovery.traps import without_copies
from crawler.fetch.answers import recheck
from crawler.items import Fetched, Found
from storage.articles.articles import Fate, Stored, mark_failed, store_article
from storage.crawls.frontier import enter, finish
from storage.crawls.leads import Entered
from storage.query.queries import has_sibling
from storage.writer import Session

NEAR = 20
"""Links away from the start within which a listing is followed when all its articles are known from this very crawl."""
EMPTY = frozenset({"too_short", "list_page"})
"""The faults of pages that are no articles."""


def settle(session: Session, page_id: int, item: Fetched, cleaned: CleanArticle | str) -> tuple[Stored, bool | None]:
    """Store what came of a page, and be done with its URL, in one transaction.

    Gives also whether it brought something: None where cleaning failed, so that nobody can tell.
    """
    now = datetime.now(UTC)
    if isinstance(cleaned, str):
        stored, published = mark_failed(session, page_id, cleaned), None
    else:
        stored, published = store_article(session, page_id, cleaned), cleaned.date_published
    if item.source is not None:
        finish(session, item.source, replace(item.answer, due_at=recheck(published, now)), now)
    return stored, None if isinstance(cleaned, str) else _is_fruitful(session, stored, cleaned)


def _is_fruitful(session: Session, stored: Stored, article: CleanArticle) -> bool:
    """Whether a page is not what its site has under another address already, and no list and no scrap."""
    if stored.fate is Fate.DUPLICATE and stored.article_id is not None:
        return not has_sibling(session, stored.article_id)
    empty = stored.fate is Fate.QUARANTINED and EMPTY & set(article.flags)
    return stored.fate is not Fate.UNCHANGED and not empty


def follow(session: Session, frontier: str, item: Found, started: datetime, ways_left: int) -> tuple[Entered, int]:
    """Enter what a page led to and be done with it, in one transaction. Gives the articles' part, and the ways taken."""
    now = datetime.now(UTC)
    stories, copies = without_copies(session, frontier, item.articles) if item.guessed else (item.articles, ())
    entered = enter(session, frontier, stories, now, before=started)
    enter(session, frontier, copies, now, before=started)
    ways = [replace(way, again=way.again or entered.new > 0) for way in item.ways[: max(ways_left, 0)]]
    follows = item.source is None or entered.new or any(way.depth <= 1 or (entered.fresh and way.depth <= NEAR) for way in ways)
    taken = enter(session, frontier, ways if follows else (), now, before=started)
    if item.source is not None:
        barren = item.answer.barren or not (entered.new or taken.new)
        finish(session, item.source, replace(item.answer, barren=barren), now)
    return entered, taken.new + taken.again
