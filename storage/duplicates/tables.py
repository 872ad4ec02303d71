"""The tables behind duplicates: the fingerprints that find likenesses, and the likenesses found."""

from collections.abc import Mapping as Mappings
from types import MappingProxyType

from sqlalchemy import BigInteger, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from cleaners.text.likeness import Kind
from storage.columns import BigId
from storage.models import Base


class Fingerprint(Base):
    """A sampled shingle of an article's text, as ``cleaners.text.signature`` makes it."""

    __tablename__ = "fingerprints"
    __table_args__ = (Index(None, "article_id"), {"sqlite_with_rowid": False})
    hash: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    article_id: Mapped[int] = mapped_column(BigId, ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True)


class Relation(Base):
    """How two articles' texts stand to each other: ``kind`` and ``share`` are those of ``article_id``, the smaller id."""

    __tablename__ = "relations"
    __table_args__ = (Index(None, "other_id"), {"sqlite_with_rowid": False})
    article_id: Mapped[int] = mapped_column(BigId, ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True)
    other_id: Mapped[int] = mapped_column(BigId, ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True)
    kind: Mapped[str]
    share: Mapped[float]
    """The part of the article that stands in the other."""
    share_of_other: Mapped[float]
    same_story: Mapped[bool]


TURNED: Mappings[str, Kind] = MappingProxyType({Kind.CONTAINS: Kind.CONTAINED, Kind.CONTAINED: Kind.CONTAINS})
"""A kind as the other article sees it; those not named here are the same from both sides."""
