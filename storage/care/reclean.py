"""Clean stored pages again: which ones, with what, and what would change. Storing is ``store_article``.

A page is done when its outcome bears the rules of today, in the transaction that stores it: whatever is killed, and
whenever, the next call goes on where that one stood.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from difflib import unified_diff
from types import MappingProxyType
from typing import Any, TypeVarTuple

from sqlalchemy import Select, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from cleaners.article import CleanArticle
from cleaners.fields.optout import WITHHELD
from storage.articles.articles import published_at
from storage.articles.rules import rules_id
from storage.columns import storable
from storage.models import Article, Outcome, StoredByline, StoredPage
from storage.urls import site_named

Columns = TypeVarTuple("Columns")

CONDITIONS: Mapping[str, InstrumentedAttribute[Any]] = MappingProxyType({
    "site": StoredPage.site,
    "spider": StoredPage.spider,
    "url": StoredPage.url,
    "fate": Outcome.fate,
    "language": Article.language,
    "verdict": Article.verdict,
    "standing": Article.standing,
    "publisher": Article.publisher,
})  # fmt: skip
"""What pages can be chosen by; the values are matched whole and in any case, ``*`` stands for anything."""

COMPARED = tuple(
    field.name
    for field in fields(CleanArticle)
    if field.name in {"headline", "standfirst", "body", "publisher", "source", "language", "date_published", "verdict"}
)


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field as it is and as it would be, in words for people; empty where there is nothing."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Difference:
    """What cleaning again would change in an article: its fields, and the text as a unified diff."""

    url: str
    changes: tuple[FieldChange, ...]
    diff: tuple[str, ...]

    @property
    def changed(self) -> tuple[str, ...]:
        """The names of the fields."""
        return tuple(change.name for change in self.changes)


def pages_to_clean(
    session: Session,
    where: Mapping[str, str] = MappingProxyType({}),
    *,
    everything: bool = False,
    between: tuple[int, int] | None = None,
) -> Sequence[int]:
    """The pages to clean again, oldest first: decided by other rules, or all. Raises KeyError for an unknown condition.

    ``between`` are the first and the last number that a page may have.

    A page without an outcome is the second or a later one of an article: it is cleaned with the first.
    """
    query = select(StoredPage.id).join(Outcome, Outcome.page_id == StoredPage.id)
    query = _chosen(query.outerjoin(Article, Article.id == Outcome.article_id), where)
    if between is not None:
        query = query.where(StoredPage.id.between(*between))
    if not everything:
        query = query.where(Outcome.rules != rules_id())
    return session.scalars(query).all()


def stored_pages(
    session: Session, where: Mapping[str, str] = MappingProxyType({}), *, respect_optout: bool = False
) -> Sequence[int]:
    """All pages chosen, cleaned or not, oldest first. Raises KeyError for an unknown condition.

    With ``respect_optout`` only those of articles that may be handed on.
    """
    query = select(StoredPage.id, Article.opt_outs).outerjoin(Outcome, Outcome.page_id == StoredPage.id)
    rows = session.execute(_chosen(query.outerjoin(Article, Article.id == Outcome.article_id), where))
    return [number for number, said in rows if not respect_optout or (said is not None and WITHHELD.isdisjoint(said))]


def _chosen(query: Select[*Columns], where: Mapping[str, str]) -> Select[*Columns]:
    for name, value in where.items():
        asked = site_named(value) if name == "site" else value
        pattern = asked.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_").replace("*", "%")
        query = query.where(CONDITIONS[name].ilike(pattern, escape="\\"))
    return query.order_by(StoredPage.fetched_at, StoredPage.url, StoredPage.id)


def page_at(session: Session, url: str) -> int | None:
    """The newest page that was fetched at a URL."""
    return session.scalar(select(StoredPage.id).where(StoredPage.url == url).order_by(StoredPage.fetched_at.desc()).limit(1))


def difference(session: Session, page_id: int, article: CleanArticle) -> Difference | None:
    """What an article would look like if this page were stored now; None where nothing would change or it is not current."""
    now = session.scalar(select(Article).where(Article.page_id == page_id))
    if now is None:
        return None
    written = select(StoredByline.role, StoredByline.name).where(StoredByline.article_id == now.id)
    people = session.execute(written.order_by(StoredByline.position)).all()
    before = {name: getattr(now, name) for name in COMPARED}
    before |= {f"{role}s": tuple(name for kind, name in people if kind == role) for role in ("author", "editor")}
    after = {name: _plain(getattr(article, name)) for name in before} | {"date_published": published_at(article)}
    changes = tuple(
        FieldChange(name, _said(before[name]), _said(after[name])) for name in before if before[name] != after[name]
    )
    if not changes:
        return None
    lines = unified_diff(
        now.body.splitlines(), storable(article.body).splitlines(), "stored", "cleaned again", lineterm="", n=1
    )
    return Difference(now.canonical_url, changes, tuple(lines))


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return tuple(map(_plain, value))
    return storable(value) if isinstance(value, str) else value


def _said(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(value)
    return "" if value is None else str(value)
