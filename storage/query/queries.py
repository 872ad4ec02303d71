"""Everything there is to know about one article."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from sqlalchemy import Select, and_, or_, select
from sqlalchemy.orm import Session, aliased, defer

from storage.duplicates.tables import TURNED, Relation
from storage.models import (
    Article,
    Part,
    Standing,
    StoredByline,
    StoredCandidate,
    StoredCaption,
    StoredComment,
    StoredEdit,
    StoredFilm,
    StoredFinding,
    StoredImage,
    Version,
)
from storage.urls import public_id

P = TypeVar("P", bound=Part)


@dataclass(frozen=True, slots=True)
class Kin:
    """How an article stands to another: as ``near``, ``contains``, ``contained`` or ``overlap``."""

    other_id: int
    kind: str
    share: float
    """The part of this article that stands in the other."""
    share_of_other: float


@dataclass(frozen=True, slots=True)
class Shown:
    """An article with all that hangs on it, each in its order."""

    article: Article
    authors: tuple[str, ...]
    editors: tuple[str, ...]
    ledger: Sequence[StoredEdit]
    provenance: Sequence[StoredCandidate]
    findings: Sequence[StoredFinding]
    comments: Sequence[StoredComment]
    captions: Sequence[StoredCaption]
    images: Sequence[StoredImage]
    films: Sequence[StoredFilm]
    """Those that the page itself calls films."""
    versions: Sequence[Version]
    """Earlier texts, oldest first."""
    duplicates: Sequence[Article]
    """The other members of its cluster, the representative first; their texts are read when they are asked for."""
    likenesses: Sequence[Kin]
    """The articles that it shares text with, most shared first."""


def published() -> Select[Article]:
    """Every article that is shown to the world: accepted, and the representative of its story."""
    return select(Article).where(Article.standing == Standing.PUBLISHED)


def quarantined(session: Session, most: int) -> list[tuple[Article, list[str]]]:
    """The articles kept out of sight, the newest first, at most so many, each with its faults."""
    hidden = select(Article).where(Article.standing == Standing.QUARANTINED)
    newest = hidden.order_by(Article.stored_at.desc(), Article.id.desc()).limit(most)
    failed = select(StoredFinding.article_id, StoredFinding.fault).where(StoredFinding.failed).order_by(StoredFinding.position)
    faults: defaultdict[int, list[str]] = defaultdict(list)
    these = select(newest.with_only_columns(Article.id).subquery().c.id)
    for article_id, fault in session.execute(failed.where(StoredFinding.article_id.in_(these))):
        faults[article_id].append(fault)
    return [(article, faults[article.id]) for article in session.scalars(newest)]


def find_article(session: Session, name: str) -> int | None:
    """The id of the article that ``name`` means: its number, its public id or any address of it."""
    if name.isascii() and name.isdigit() and len(name) < 16:
        return session.scalar(select(Article.id).where(Article.id == int(name)))
    key = public_id(name) if "/" in name else name
    return session.scalar(select(Article.id).where(Article.public_id == key))


def show_article(session: Session, article_id: int) -> Shown | None:
    """The article with that id, or None."""
    article = session.get(Article, article_id)
    if article is None:
        return None
    people = _parts(session, StoredByline, article_id)
    return Shown(
        article=article,
        authors=tuple(person.name for person in people if person.role == "author"),
        editors=tuple(person.name for person in people if person.role == "editor"),
        ledger=_parts(session, StoredEdit, article_id),
        provenance=_parts(session, StoredCandidate, article_id),
        findings=_parts(session, StoredFinding, article_id),
        comments=_parts(session, StoredComment, article_id),
        captions=_parts(session, StoredCaption, article_id),
        images=_parts(session, StoredImage, article_id),
        films=_parts(session, StoredFilm, article_id),
        versions=_parts(session, Version, article_id),
        duplicates=session.scalars(_others(article)).all(),
        likenesses=_likenesses(session, article_id),
    )


def has_sibling(session: Session, article_id: int) -> bool:
    """Whether the article's own site has the same story, under the same headline, at another address."""
    mine, other = aliased(Article), aliased(Article)
    same = (other.cluster_id == mine.cluster_id, other.site == mine.site, other.id != mine.id, other.headline == mine.headline)
    return session.scalar(select(other.id).join(mine, and_(*same)).where(mine.id == article_id).limit(1)) is not None


def _parts(session: Session, part: type[P], article_id: int) -> Sequence[P]:
    return session.scalars(select(part).where(part.article_id == article_id).order_by(part.position)).all()


def _likenesses(session: Session, article_id: int) -> list[Kin]:
    """From this article's side, whichever of the two ids is the smaller."""
    query = select(*Relation.__table__.columns).where(or_(Relation.article_id == article_id, Relation.other_id == article_id))
    found = []
    for first, second, kind, share, other_share, _ in session.execute(query):
        if first == article_id:
            found.append(Kin(second, kind, share, other_share))
        else:
            found.append(Kin(first, TURNED.get(kind, kind), other_share, share))
    return sorted(found, key=lambda kin: (-kin.share - kin.share_of_other, kin.other_id))


def _others(article: Article) -> Select[Article]:
    others = select(Article).where(Article.cluster_id == article.cluster_id, Article.id != article.id)
    return others.options(defer(Article.body)).order_by((Article.standing == Standing.PUBLISHED).desc(), Article.public_id)
