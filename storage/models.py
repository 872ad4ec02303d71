"""The tables. ``articles`` holds one row for each address; its parts hang on it by (article, position)."""

from datetime import datetime
from enum import StrEnum
from typing import Any, ClassVar, cast

from sqlalchemy import ForeignKey, Index, LargeBinary, MetaData, Table
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from storage.columns import BigId, Json, Moment, Words


class Fate(StrEnum):
    """What became of a fetched page."""

    NEW = "new"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    DUPLICATE = "duplicate"
    QUARANTINED = "quarantined"
    FAILED = "failed"


class Standing(StrEnum):
    """Where an article stands. ``published`` is the one definition of what search, exports and views show."""

    PUBLISHED = "published"
    DUPLICATE = "duplicate"
    QUARANTINED = "quarantined"
    REJECTED = "rejected"


class Decision(StrEnum):
    """An editor's word on an article; it outweighs the verdict of cleaning, now and after every re-cleaning."""

    RELEASED = "released"
    REJECTED = "rejected"


class Base(DeclarativeBase):
    """Names for every constraint, so that a migration can address it on both databases."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map: ClassVar = {str: Words(), datetime: Moment(), list[str]: Json(), dict[str, Any]: Json()}


def table_of(kind: type[Base]) -> Table:
    """The table itself: its statements are written once and cost a fraction of those of the class."""
    return cast(Table, kind.__table__)


class Meta(Base):
    """Facts about the database itself, such as the version of the analyser behind the search index."""

    __tablename__ = "meta"
    key: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]


class RawBytes(Base):
    """The bytes of a page, once, whoever sent them."""

    __tablename__ = "raw_bytes"
    sha256: Mapped[bytes] = mapped_column(LargeBinary(32), primary_key=True)
    codec: Mapped[str]
    dictionary: Mapped[bytes | None] = mapped_column(LargeBinary(32), ForeignKey("raw_bytes.sha256"))
    """The bytes that these were compressed against; None where they stand alone."""
    length: Mapped[int]
    """Before compression."""
    data: Mapped[bytes] = mapped_column(LargeBinary)


class StoredPage(Base):
    """One answer of a server, as it came; rows are only ever added."""

    __tablename__ = "pages"
    __table_args__ = (Index(None, "url"), Index(None, "run_id"))
    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    run_id: Mapped[int | None] = mapped_column(ForeignKey("runs.id", ondelete="SET NULL"))
    url: Mapped[str]
    final_url: Mapped[str]
    site: Mapped[str]
    status: Mapped[int]
    content_type: Mapped[str]
    headers: Mapped[list[list[str]]] = mapped_column(Json)
    """Pairs of name and value, in the server's order."""
    fetched_at: Mapped[datetime]
    spider: Mapped[str]
    sha256: Mapped[bytes] = mapped_column(LargeBinary(32), ForeignKey("raw_bytes.sha256"))
    hints: Mapped[dict[str, Any] | None]
    """What the crawl knew beside the page, so that cleaning it again gives the same."""


class Article(Base):
    """What one address has to say, as it is now."""

    __tablename__ = "articles"
    __table_args__ = (
        Index(None, "text_hash"),
        Index(None, "cluster_id"),
        Index(None, "standing", "date_published"),
        Index(None, "site"),
        Index("ix_articles_facets", "standing", "site", "language", "verdict", "date_published"),
    )
    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True)
    """Made from what all addresses of the article share: the same in every database."""
    canonical_url: Mapped[str]
    site: Mapped[str]
    """The registered domain, such as ``chinadaily.com.cn``."""
    page_id: Mapped[int] = mapped_column(ForeignKey("pages.id"))
    """The page that the text comes from."""
    fetched_at: Mapped[datetime]
    """When that page was fetched."""
    headline: Mapped[str | None]
    standfirst: Mapped[str | None]
    body: Mapped[str]
    publisher: Mapped[str | None]
    source: Mapped[str | None]
    section: Mapped[list[str]]
    keywords: Mapped[list[str]]
    date_published: Mapped[datetime | None]
    date_modified: Mapped[datetime | None]
    date_precision: Mapped[str | None]
    language: Mapped[str | None]
    headline_language: Mapped[str | None]
    rights: Mapped[str | None]
    opt_outs: Mapped[list[str]] = mapped_column(server_default="[]")
    """What the publisher does not want done with it: see ``cleaners.fields.optout``."""
    pager: Mapped[dict[str, Any] | None]
    verdict: Mapped[str]
    decision: Mapped[str | None]
    standing: Mapped[str]
    text_hash: Mapped[bytes | None] = mapped_column(LargeBinary(16))
    cluster_id: Mapped[int] = mapped_column(BigId)
    """The smallest id among the articles that tell the same story."""
    sampled: Mapped[int] = mapped_column(server_default="0")
    """How many fingerprints its text has."""
    rules: Mapped[str] = mapped_column(server_default="")
    """The cleaning rules that made the text: see ``storage.articles.rules``."""
    stored_at: Mapped[datetime]
    updated_at: Mapped[datetime]


class Outcome(Base):
    """What became of a page; a page without an outcome has not been cleaned yet."""

    __tablename__ = "outcomes"
    __table_args__ = (Index(None, "article_id"),)
    page_id: Mapped[int] = mapped_column(ForeignKey("pages.id", ondelete="CASCADE"), primary_key=True, autoincrement=False)
    fate: Mapped[str]
    article_id: Mapped[int | None] = mapped_column(ForeignKey("articles.id", ondelete="SET NULL"))
    reason: Mapped[str | None]
    """Why cleaning failed."""
    rules: Mapped[str] = mapped_column(server_default="")
    """The cleaning rules that decided: see ``storage.articles.rules``."""


class Part(Base):
    """A row that hangs on an article at a position and goes when the article goes.

    Its key comes first: SQLite 3.40 takes tables without rowid for damaged where it does not.
    """

    __abstract__ = True
    __table_args__: Any = {"sqlite_with_rowid": False}
    article_id: Mapped[int] = mapped_column(
        BigId, ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True, sort_order=-2
    )
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False, sort_order=-1)


class StoredByline(Part):
    """A person who wrote or edited the article."""

    __tablename__ = "bylines"
    __table_args__ = (Index(None, "name"), Part.__table_args__)
    role: Mapped[str]
    """``author`` or ``editor``."""
    name: Mapped[str]


class StoredEdit(Part):
    """A line of the ledger. Offsets count characters of the text as step ``step`` found it."""

    __tablename__ = "edits"
    step: Mapped[int]
    start: Mapped[int]
    stop: Mapped[int]
    before: Mapped[str]
    after: Mapped[str | None]
    """None where the span was removed."""
    reason: Mapped[str | None]
    """None where the span was repaired."""
    rule: Mapped[str]


class StoredCandidate(Part):
    """A value that the page offered for a field."""

    __tablename__ = "candidates"
    field: Mapped[str]
    origin: Mapped[str]
    value: Mapped[str]
    chosen: Mapped[bool]


class StoredFinding(Part):
    """A judge's measurement."""

    __tablename__ = "findings"
    fault: Mapped[str]
    value: Mapped[float]
    limit: Mapped[float]
    failed: Mapped[bool]
    evidence: Mapped[list[str]]


class StoredComment(Part):
    """A reader's comment."""

    __tablename__ = "comments"
    username: Mapped[str | None]
    text: Mapped[str]
    reply_to: Mapped[str | None]
    parent: Mapped[int | None]
    """The position of the comment that this one answers."""


class StoredCaption(Part):
    """A photo's caption."""

    __tablename__ = "captions"
    text: Mapped[str]
    credit: Mapped[str | None]
    image: Mapped[str | None]


class StoredFilm(Part):
    """A film that the article names."""

    __tablename__ = "films"
    __table_args__ = (Index(None, "name"), Part.__table_args__)
    title: Mapped[str]
    name: Mapped[str]
    """What all ways to write the title share: see ``cleaners.fields.films.film_key``."""
    origin: Mapped[str]
    evidence: Mapped[str]


class StoredImage(Part):
    """A picture of the article."""

    __tablename__ = "images"
    url: Mapped[str]
    alt: Mapped[str | None]


class Version(Part):
    """An earlier text of an article; positions count from 1 in the order of storing."""

    __tablename__ = "versions"
    page_id: Mapped[int] = mapped_column(ForeignKey("pages.id"))
    fetched_at: Mapped[datetime]
    headline: Mapped[str | None]
    body: Mapped[str]
    rules: Mapped[str] = mapped_column(server_default="")
