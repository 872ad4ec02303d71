"""Find the articles that share text with one, and keep what was found: the likenesses, and the fingerprints to be found by.

Every stored article passes here: the statements are written once, and an article like no other costs two questions.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache

from sqlalchemy import BigInteger, ColumnElement, Connection, bindparam, delete, insert, or_, select

from cleaners.text.likeness import Kind, Likeness, Sketch, compare, sketch
from cleaners.text.signature import fingerprints, shingles
from storage.duplicates.tables import TURNED, Fingerprint, Relation
from storage.models import Article, table_of
from storage.prepared import Listed, Prepared

CROWD = 64
"""Articles that one fingerprint leads to; later ones are found by their other fingerprints. Bounds the cost of a query."""

CANDIDATES = 16
"""Texts compared for one article, the likeliest first."""

LEAST_SAMPLE = 0.2
"""Of the smaller text's fingerprints, to be a candidate: half the share that makes a story, for the luck of sampling."""

_EXACT = Likeness(Kind.EXACT, 1.0, 1.0, same_story=True)

_ARTICLES, _FINGERPRINTS, _RELATIONS = table_of(Article).c, table_of(Fingerprint).c, table_of(Relation).c
_THIS = bindparam("this", type_=BigInteger)
_THESE = bindparam("these", expanding=True, type_=BigInteger)

TOUCHING: ColumnElement[bool] = or_(_RELATIONS.article_id.in_(_THESE), _RELATIONS.other_id.in_(_THESE))
"""The relations of the articles bound to ``these``."""

_TWINS = Prepared(
    select(_ARTICLES.id)
    .where(_ARTICLES.text_hash == bindparam("digest"), _ARTICLES.id != _THIS)
    .order_by(_ARTICLES.id)
    .limit(CANDIDATES)
)
_POSTINGS = Listed(lambda these: select(_FINGERPRINTS.hash, _FINGERPRINTS.article_id).where(_FINGERPRINTS.hash.in_(these)))
_SAMPLES = Listed(lambda these: select(_ARTICLES.id, _ARTICLES.public_id, _ARTICLES.sampled).where(_ARTICLES.id.in_(these)))
_TEXTS = Listed(lambda these: select(_ARTICLES.id, _ARTICLES.body).where(_ARTICLES.id.in_(these)))
_POST, _RELATE = Prepared(insert(table_of(Fingerprint))), Prepared(insert(table_of(Relation)))
_FORGET = Prepared(delete(table_of(Relation)).where(or_(_RELATIONS.article_id == _THIS, _RELATIONS.other_id == _THIS)))
_UNPOST = Prepared(delete(table_of(Fingerprint)).where(_FINGERPRINTS.article_id == _THIS))


def sampled(body: str) -> int:
    """How many fingerprints a text has."""
    return len(fingerprints(shingles(body)))


def relate(connection: Connection, article_id: int, digest: bytes, body: str) -> dict[int, Likeness]:
    """Compare an article with those that its fingerprints lead to; keep and give the likenesses, by the other's id."""
    hashes = fingerprints(shingles(body))
    postings = _POSTINGS.rows(connection, hashes)
    twins = _TWINS.rows(connection, {"digest": digest, "this": article_id})
    found: dict[int, Likeness] = dict.fromkeys((row.id for row in twins), _EXACT)
    shared = Counter(number for _, number in postings)
    if candidates := set(_candidates(connection, len(hashes), shared)) - found.keys():
        mine = _sketch(body)
        for number, text in _TEXTS.rows(connection, list(candidates)):
            if likeness := compare(mine, _sketch(text)):
                found[number] = likeness
    _RELATE.many(connection, [_relation(article_id, other, likeness) for other, likeness in found.items()])
    crowds = Counter(value for value, _ in postings)
    _POST.many(connection, [{"hash": value, "article_id": article_id} for value in hashes if crowds[value] < CROWD])
    return found


def unrelate(connection: Connection, article_id: int) -> None:
    """Forget what was found out about an article whose text is no more."""
    for statement in (_FORGET, _UNPOST):
        statement.many(connection, [{"this": article_id}])


def _candidates(connection: Connection, size: int, shared: Mapping[int, int]) -> Iterable[int]:
    """The articles that share most of a sample of that size, the likeliest first."""
    several = [number for number, count in shared.items() if count >= min(2, size)]
    rows = [
        (shared[number] / min(theirs, size), public_id, number)
        for number, public_id, theirs in _SAMPLES.rows(connection, several)
        if shared[number] >= LEAST_SAMPLE * min(theirs, size)
    ]
    return [row[-1] for row in sorted(rows, reverse=True)[:CANDIDATES]]


@lru_cache(maxsize=256)
def _sketch(body: str) -> Sketch:
    return sketch(body)


def _relation(article_id: int, other: int, likeness: Likeness) -> dict[str, object]:
    """A row from the smaller id's point of view."""
    row = {"article_id": article_id, "other_id": other, "kind": likeness.kind, "same_story": likeness.same_story}
    if article_id < other:
        return {**row, "share": likeness.of_first, "share_of_other": likeness.of_second}
    kind = TURNED.get(likeness.kind, likeness.kind)
    turned = {"article_id": other, "other_id": article_id, "kind": kind}
    return {**row, **turned, "share": likeness.of_second, "share_of_other": likeness.of_first}
