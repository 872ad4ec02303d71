"""The published articles as plain records: the same in content and order in every database that holds them."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from cleaners.fields.optout import WITHHELD
from storage.export.formats import Record
from storage.models import (
    Article,
    Part,
    Standing,
    StoredByline,
    StoredCaption,
    StoredComment,
    StoredFilm,
    StoredFinding,
    StoredImage,
)
from storage.query.wanted import Wanted, all_conditions

BATCH = 500
"""Articles read at a time, so that memory does not grow with the database."""

_AS_IT_IS = (
    "headline",
    "standfirst",
    "body",
    "publisher",
    "source",
    "site",
    "section",
    "keywords",
    "language",
    "headline_language",
    "date_published",
    "date_modified",
    "date_precision",
    "rights",
    "opt_outs",
    "verdict",
)


def records(session: Session, wanted: Wanted = Wanted(), *, respect_optout: bool = False) -> Iterator[Record]:
    """Each article wanted with its people, pictures, comments and duplicates; the newest first, then by id.

    Nothing in a record tells when or where it was stored: no database id, no time of fetching. With ``respect_optout``
    articles whose publisher is against it are left out, and pictures that are not for machines.
    """
    newest = (Article.date_published.desc().nulls_last(), Article.public_id)
    ids = session.scalars(select(Article.id).where(*all_conditions(session, wanted)).order_by(*newest)).all()
    for start in range(0, len(ids), BATCH):
        articles = session.scalars(select(Article).where(Article.id.in_(ids[start : start + BATCH])).order_by(*newest))
        shown = [article for article in articles if not (respect_optout and WITHHELD & set(article.opt_outs))]
        for record in _complete(session, shown):
            yield _without_pictures(record) if respect_optout and "noimageai" in record["opt_outs"] else record
        session.expunge_all()


def _complete(session: Session, articles: Sequence[Article]) -> Iterator[Record]:
    ids = [article.id for article in articles]
    people, flags = _parts(session, StoredByline, ids), _parts(session, StoredFinding, ids)
    captions, images = _parts(session, StoredCaption, ids), _parts(session, StoredImage, ids)
    comments, films = _parts(session, StoredComment, ids), _parts(session, StoredFilm, ids)
    duplicates = _duplicates(session, [article.cluster_id for article in articles])
    for article in articles:
        yield {
            "id": article.public_id,
            "url": article.canonical_url,
            **{name: getattr(article, name) for name in _AS_IT_IS},
            "authors": [person.name for person in people[article.id] if person.role == "author"],
            "editors": [person.name for person in people[article.id] if person.role == "editor"],
            "captions": [_columns(caption, "text", "credit", "image") for caption in captions[article.id]],
            "images": [_columns(image, "url", "alt") for image in images[article.id]],
            "comments": [_columns(comment, "username", "text", "reply_to", "parent") for comment in comments[article.id]],
            "films": [_columns(film, "title", "origin", "evidence") for film in films[article.id]],
            "flags": [finding.fault for finding in flags[article.id] if finding.failed],
            "duplicates": duplicates[article.cluster_id],
        }


def _without_pictures(record: Record) -> Record:
    """What is said of them stays; where they are does not."""
    return record | {"images": [], "captions": [{**caption, "image": None} for caption in record["captions"]]}


def _parts(session: Session, part: type[Part], ids: list[int]) -> dict[int, list[Any]]:
    """The rows of a table of parts by article, each list in order of position."""
    rows: dict[int, list[Any]] = defaultdict(list)
    for row in session.scalars(select(part).where(part.article_id.in_(ids)).order_by(part.article_id, part.position)):
        rows[row.article_id].append(row)
    return rows


def _duplicates(session: Session, clusters: list[int]) -> dict[int, list[Record]]:
    """The other members of each cluster that are fit to be shown, by public id."""
    others = select(Article.cluster_id, Article.public_id, Article.canonical_url).where(
        Article.cluster_id.in_(clusters), Article.standing == Standing.DUPLICATE
    )
    found: dict[int, list[Record]] = defaultdict(list)
    for cluster, public_id, url in session.execute(others.order_by(Article.public_id)):
        found[cluster].append({"id": public_id, "url": url})
    return found


def _columns(row: Any, *names: str) -> Record:
    return {name: getattr(row, name) for name in names}
