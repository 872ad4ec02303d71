"""Store what cleaning gives: the article and all that hangs on it, in the caller's one transaction."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import bindparam, delete, func, insert, select, update
from sqlalchemy.orm import Session

from cleaners.article import CleanArticle, Verdict
from cleaners.text.signature import text_hash
from storage.articles.parts import PARTS, part_rows
from storage.articles.rules import rules_id
from storage.columns import storable
from storage.duplicates.duplicates import choose, settle
from storage.duplicates.relations import sampled
from storage.engine import lock_writers
from storage.models import Article, Decision, Fate, Outcome, Standing, StoredPage, Version, table_of
from storage.prepared import Prepared
from storage.query.word_index import index_article, indexed
from storage.urls import canonical_url, public_id, site_of

__all__ = ["Fate", "Stored", "mark_failed", "store_article"]


@dataclass(frozen=True, slots=True)
class Stored:
    """What became of a page, and of which article."""

    article_id: int | None
    fate: Fate


_ARTICLES, _PAGES, _OUTCOMES = table_of(Article), table_of(StoredPage), table_of(Outcome)
_PAGE = Prepared(
    select(_PAGES.c.id, _PAGES.c.url, _PAGES.c.final_url, _PAGES.c.fetched_at, _OUTCOMES.c.fate)
    .outerjoin(_OUTCOMES, _OUTCOMES.c.page_id == _PAGES.c.id)
    .where(_PAGES.c.id == bindparam("this"))
)
_CURRENT = Prepared(
    select(
        _ARTICLES.c.id,
        _ARTICLES.c.page_id,
        _ARTICLES.c.fetched_at,
        _ARTICLES.c.headline,
        _ARTICLES.c.standfirst,
        _ARTICLES.c.body,
        _ARTICLES.c.date_modified,
        _ARTICLES.c.verdict,
        _ARTICLES.c.decision,
        _ARTICLES.c.cluster_id,
        _ARTICLES.c.rules,
        _PAGES.c.url,
    )
    .join(_PAGES, _PAGES.c.id == _ARTICLES.c.page_id)
    .where(_ARTICLES.c.public_id == bindparam("name"))
)
_AS_CLEANED = (
    "publisher source section keywords date_modified date_precision language headline_language rights opt_outs verdict"
).split()
"""Columns that bear the name of the field that they hold as it is."""
_PLACED = ("stored_at", "cluster_id", "standing")
_FOUND = [column.name for column in _ARTICLES.c if column.name not in {"id", "decision", *_PLACED}]
"""The columns that a page decides; those of an article's place are decided with it."""
_ENTER = Prepared(insert(_ARTICLES).returning(_ARTICLES.c.id), (*_FOUND, *_PLACED))
_RENEW = Prepared(update(_ARTICLES).where(_ARTICLES.c.id == bindparam("this")), _FOUND)
_PARTS = [table_of(part) for part in PARTS]
_ENTER_PART = {part: Prepared(insert(table)) for part, table in zip(PARTS, _PARTS, strict=True)}
_EMPTY_PARTS = [Prepared(delete(table).where(table.c.article_id == bindparam("this"))) for table in _PARTS]
_CONCLUDED = ("fate", "article_id", "reason", "rules")
_LASTING = frozenset({Fate.NEW, Fate.UPDATED, Fate.DUPLICATE})
_CONCLUDE = Prepared(insert(_OUTCOMES))
_CONCLUDE_ANEW = Prepared(update(_OUTCOMES).where(_OUTCOMES.c.page_id == bindparam("this")), _CONCLUDED)


def store_article(session: Session, page_id: int, article: CleanArticle) -> Stored:
    """Store the article that a kept page holds: as a new one, as a new version, or as the duplicate that it is.

    One address is one article, whose text comes from its newest page that is fit to be shown.
    """
    lock_writers(session)
    connection = session.connection()
    page = _PAGE.rows(connection, {"this": page_id})[0]
    fields = _fields(page, article)
    current = next(iter(_CURRENT.rows(connection, {"name": fields["public_id"]})), None)
    if current is None:
        stored = _add(session, fields, article)
    elif _goes_before(page, article, current):
        stored = _replace(session, current, fields, article)
    else:
        stored = _remember(session, current, fields, article)
    _record(session, page, stored)
    return stored


def mark_failed(session: Session, page_id: int, reason: str) -> Stored:
    """Record that a page could not be cleaned, and why."""
    lock_writers(session)
    stored = Stored(None, Fate.FAILED)
    _record(session, _PAGE.rows(session.connection(), {"this": page_id})[0], stored, reason)
    return stored


def _fields(page: Any, article: CleanArticle) -> dict[str, Any]:
    """The row of ``articles``, but for what other rows decide."""
    url = canonical_url(page.final_url, article.canonical_url)
    return {
        "public_id": public_id(url),
        "canonical_url": url,
        "site": site_of(url),
        "page_id": page.id,
        "fetched_at": page.fetched_at,
        "headline": article.headline and storable(article.headline),
        "standfirst": article.standfirst and storable(article.standfirst),
        "body": storable(article.body),
        "pager": article.pager and asdict(article.pager),
        **{name: getattr(article, name) for name in _AS_CLEANED},
        "date_published": published_at(article),
        "text_hash": text_hash(article.body),
        "sampled": sampled(article.body),
        "rules": rules_id(),
        "updated_at": datetime.now(UTC),
    }


def published_at(article: CleanArticle) -> datetime | None:
    """When an article was published; one that tells only the day, on that day in UTC, by which all days are counted here.

    Midnight in Shanghai is the evening before: what was published on the 10th stood under the 9th.
    """
    moment = article.date_published
    return moment.replace(tzinfo=UTC) if moment and article.date_precision == "day" else moment


def _add(session: Session, fields: Mapping[str, Any], article: CleanArticle) -> Stored:
    row = {**fields, "stored_at": fields["updated_at"], "cluster_id": 0, "standing": _standing(article)}
    article_id = int(_ENTER.rows(session.connection(), row)[0].id)
    _insert_parts(session, article_id, article)
    joined = settle(session, article_id, fields["text_hash"], fields["body"])
    index_article(session.connection(), article_id, *_words_of(fields))
    if article.verdict is Verdict.QUARANTINE:
        return Stored(article_id, Fate.QUARANTINED)
    return Stored(article_id, Fate.DUPLICATE if joined else Fate.NEW)


def _standing(article: CleanArticle) -> Standing:
    """Where a new article most likely stands: what holds for most is written once."""
    return Standing.QUARANTINED if article.verdict is Verdict.QUARANTINE else Standing.PUBLISHED


def _replace(session: Session, current: Any, fields: Mapping[str, Any], article: CleanArticle) -> Stored:
    changed = _text(current._asdict()) != _text(fields)
    if changed:
        _keep_version(session, current.id, _version(current._asdict()))
    connection = session.connection()
    _RENEW.many(connection, [{**fields, "this": current.id}])
    for emptying in _EMPTY_PARTS:
        emptying.many(connection, [{"this": current.id}])
    _insert_parts(session, current.id, article)
    if changed:
        settle(session, current.id, fields["text_hash"], fields["body"], current.cluster_id)
        index_article(connection, current.id, *_words_of(fields), old=_words_of(current._asdict()))
    else:
        choose(session, current.cluster_id)
    if article.verdict is Verdict.QUARANTINE and current.decision != Decision.RELEASED:
        return Stored(current.id, Fate.QUARANTINED)
    return Stored(current.id, Fate.UPDATED if changed else Fate.UNCHANGED)


def _remember(session: Session, current: Any, fields: Mapping[str, Any], article: CleanArticle) -> Stored:
    """Keep an older page's text as a version; a page that is not fit to be shown leaves the article alone."""
    if article.verdict is Verdict.QUARANTINE:
        return Stored(current.id, Fate.QUARANTINED)
    if _text(current._asdict()) != _text(fields):
        _keep_version(session, current.id, _version(fields))
    return Stored(current.id, Fate.UNCHANGED)


def _goes_before(page: Any, article: CleanArticle, current: Any) -> bool:
    """Whether the article's text comes from this page: the order of arrival does not matter.

    Where both say when they were changed, that decides: under one address a site's servers hand out old editions, too.
    """
    if page.id == current.page_id:
        return True
    released = current.decision == Decision.RELEASED
    shown, shown_now = (released or verdict != Verdict.QUARANTINE for verdict in (article.verdict, current.verdict))
    edition, edition_now = _edition(article.date_modified, page), _edition(current.date_modified, current)
    if shown == shown_now and edition and edition_now and edition != edition_now:
        return edition > edition_now
    return (shown, page.fetched_at, page.url) > (shown_now, current.fetched_at, current.url)


def _edition(modified: datetime | None, page: Any) -> datetime | None:
    """When a page says that it was changed; None where that was after it was fetched."""
    return modified if modified and modified <= page.fetched_at else None


def _text(fields: Mapping[str, Any]) -> tuple[str | None, str]:
    return fields["headline"], fields["body"]


def _words_of(fields: Mapping[str, Any]) -> tuple[str, str]:
    return indexed(fields["headline"], fields["standfirst"], fields["body"])


def _version(fields: Mapping[str, Any]) -> dict[str, Any]:
    return {name: fields[name] for name in ("page_id", "fetched_at", "headline", "body", "rules")}


def _keep_version(session: Session, article_id: int, version: Mapping[str, Any]) -> None:
    """Add a version unless the article had that very text before."""
    same = (Version.headline.is_not_distinct_from(version["headline"]), Version.body == version["body"])
    if session.scalar(select(Version.position).where(Version.article_id == article_id, *same)) is None:
        last = session.scalar(select(func.max(Version.position)).where(Version.article_id == article_id)) or 0
        session.execute(insert(Version).values(article_id=article_id, position=last + 1, **version))


def _insert_parts(session: Session, article_id: int, article: CleanArticle) -> None:
    connection = session.connection()
    for part, rows in part_rows(article):
        if rows:
            numbered = [{"article_id": article_id, "position": at, **row} for at, row in enumerate(rows)]
            _ENTER_PART[part].many(connection, numbered)


def _record(session: Session, page: Any, stored: Stored, reason: str | None = None) -> None:
    """Say what became of a page. Cleaned again without a change, it keeps the fate that brought its text.

    No upsert: it would make SQLite write out the words that were just indexed.
    """
    fate = page.fate if page.fate in _LASTING and stored.fate is Fate.UNCHANGED else stored.fate
    row = {"fate": fate, "article_id": stored.article_id, "reason": reason, "rules": rules_id()}
    if page.fate is None:
        _CONCLUDE.many(session.connection(), [{"page_id": page.id, **row}])
    else:
        _CONCLUDE_ANEW.many(session.connection(), [{"this": page.id, **row}])
