"""What the API answers, as it is written down in its OpenAPI."""

from datetime import datetime
from typing import Any

from pydantic import BaseModel

from storage.query.browse import Card
from storage.query.queries import Shown


class Problem(BaseModel):
    """What is wrong, in one line."""

    detail: str


class ArticleCard(BaseModel):
    """An article in a list."""

    id: str
    url: str
    headline: str | None
    publisher: str | None
    site: str
    language: str | None
    date_published: datetime | None
    verdict: str
    standing: str
    snippet: str


class Articles(BaseModel):
    """Part of a list; ``cursor`` continues it and is null at its end."""

    total: int
    cursor: str | None
    articles: list[ArticleCard]


class Member(BaseModel):
    """An article of a story."""

    id: str
    url: str
    headline: str | None
    publisher: str | None
    standing: str
    date_published: datetime | None


class Edit(BaseModel):
    """A line of the ledger. Offsets are characters of the text of its step; ``after`` is null where the span was removed."""

    step: int
    start: int
    stop: int
    before: str
    after: str | None
    reason: str | None
    rule: str


class Candidate(BaseModel):
    """A value that the page offered for a field, and where it stood."""

    field: str
    origin: str
    value: str
    chosen: bool


class Finding(BaseModel):
    """A judge's measurement."""

    fault: str
    value: float | None
    limit: float | None
    failed: bool
    evidence: list[str]


class Comment(BaseModel):
    """A reader's comment; ``parent`` is the place of the comment that it answers."""

    user: str | None
    text: str
    to: str | None
    parent: int | None


class Caption(BaseModel):
    """A photo's caption."""

    text: str
    credit: str | None
    image: str | None


class Image(BaseModel):
    """A picture of the article."""

    url: str
    alt: str | None


class Film(BaseModel):
    """A film that the article names: ``origin`` is where it is said to be one, ``evidence`` the words that say so."""

    title: str
    origin: str
    evidence: str


class Version(BaseModel):
    """An earlier text."""

    fetched_at: datetime
    headline: str | None
    body: str


class Article(BaseModel):
    """Everything there is to know about an article. ``opt_outs`` are what its publisher does not want done with it."""

    id: str
    url: str
    headline: str | None
    standfirst: str | None
    body: str
    authors: list[str]
    editors: list[str]
    publisher: str | None
    source: str | None
    site: str
    section: list[str]
    keywords: list[str]
    language: str | None
    date_published: datetime | None
    date_modified: datetime | None
    date_precision: str | None
    headline_language: str | None
    rights: str | None
    opt_outs: list[str]
    fetched_at: datetime
    verdict: str
    standing: str
    cluster_id: int
    ledger: list[Edit]
    provenance: list[Candidate]
    findings: list[Finding]
    comments: list[Comment]
    captions: list[Caption]
    images: list[Image]
    films: list[Film]
    versions: list[Version]
    same_story: list[Member]


class Standing(BaseModel):
    """Where an article stands after a decision."""

    standing: str


class Story(BaseModel):
    """A cluster of articles, under the headline of its representative."""

    cluster_id: int
    members: int
    headline: str | None
    headline_language: str | None
    id: str
    told_by: list[str]


class Source(BaseModel):
    """A site's figures; months oldest first."""

    site: str
    publisher: str | None
    articles: int
    published: int
    duplicates: int
    quarantined: int
    with_author: int
    with_date: int
    with_headline: int
    latest: datetime | None
    months: list[tuple[str, int]]


class Run(BaseModel):
    """A crawl; ``unusual`` is what is, by the site's own measure."""

    id: int
    spider: str
    arguments: dict[str, Any]
    started_at: datetime
    finished_at: datetime | None
    status: str
    exit_code: int | None
    counts: dict[str, Any]
    unusual: list[str]


class Health(BaseModel):
    """How the server is."""

    status: str
    articles: int


_FIELDS = (
    "headline standfirst body publisher source site section keywords language headline_language date_published date_modified"
    " date_precision rights opt_outs fetched_at verdict standing cluster_id"
).split()


def card(found: Card) -> ArticleCard:
    """A card as the API tells it."""
    names = ("url", "headline", "publisher", "site", "language", "date_published", "verdict", "standing", "snippet")
    return ArticleCard(id=found.public_id, **{name: getattr(found, name) for name in names})


def member(row: Any) -> Member:
    """An article of a story as the API tells it."""
    names = ("headline", "publisher", "standing", "date_published")
    return Member(id=row.public_id, url=row.canonical_url, **{name: getattr(row, name) for name in names})


def run(row: Any, unusual: list[str]) -> Run:
    """A crawl as the API tells it."""
    return Run(unusual=unusual, **{name: getattr(row, name) for name in Run.model_fields if name != "unusual"})


def article(shown: Shown) -> Article:
    """An article as the API tells it."""
    row = shown.article
    return Article(
        id=row.public_id,
        url=row.canonical_url,
        **{name: getattr(row, name) for name in _FIELDS},
        authors=list(shown.authors),
        editors=list(shown.editors),
        ledger=[Edit.model_validate(edit, from_attributes=True) for edit in shown.ledger],
        provenance=[Candidate.model_validate(candidate, from_attributes=True) for candidate in shown.provenance],
        findings=[Finding.model_validate(finding, from_attributes=True) for finding in shown.findings],
        comments=[Comment(user=c.username, text=c.text, to=c.reply_to, parent=c.parent) for c in shown.comments],
        captions=[Caption.model_validate(caption, from_attributes=True) for caption in shown.captions],
        images=[Image.model_validate(image, from_attributes=True) for image in shown.images],
        films=[Film.model_validate(film, from_attributes=True) for film in shown.films],
        versions=[Version.model_validate(version, from_attributes=True) for version in shown.versions],
        same_story=[member(other) for other in shown.duplicates],
    )
