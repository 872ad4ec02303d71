"""The values that cleaning gives: one article, where each field came from, what was edited, what the judges measured."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Generic, TypeVar

from cleaners.ledger import Edit, restore
from cleaners.templates.template import Template

T = TypeVar("T")


class Verdict(StrEnum):
    """What becomes of a page: stored as it is, stored after repair, or kept out of sight until somebody looks."""

    ACCEPT = "accept"
    REPAIRED = "repaired"
    QUARANTINE = "quarantine"


@dataclass(frozen=True, slots=True)
class SiteHints:
    """What the caller knows and the page need not say. Cleaning has no clock and no network: all of it comes from here."""

    publisher: str | None = None
    language: str | None = None
    """ISO 639-1 code."""
    timezone: str | None = None
    """IANA name, for times that the page gives without a zone."""
    fetched_at: datetime | None = None
    """Aware; relative dates count from it, later dates are refused."""
    feed_headline: str | None = None
    feed_date: datetime | None = None
    """Aware; from the feed or sitemap that led to the page."""
    opt_outs: tuple[str, ...] = ()
    """What the page's HTTP headers and its site opt out of: see ``cleaners.fields.optout``."""
    template: Template | None = None
    """Where pages like this one keep their article, as learned from others of the site."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One value that the page offers for a field, and where it stood (``json-ld``, ``og``, ``h1``, ``byline``, ``url``...)."""

    field: str
    origin: str
    value: str
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A field as read: its value, and every candidate looked at, best first."""

    value: T
    candidates: tuple[Candidate, ...] = ()
    blocks: tuple[int, ...] = ()
    """Indexes into ``document.blocks`` of those that hold this field and nothing else: they leave the text."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One measurement by a judge. Stored also when it is harmless, so that a limit can be tuned by a query.

    ``fault`` names what a value past ``limit`` means; ``failed`` says that it is past it. ``evidence`` is for readers.
    """

    fault: str
    value: float
    limit: float
    failed: bool
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Caption:
    """A photo's caption. ``credit`` without its brackets; ``image`` is an absolute URL when the page ties one to it."""

    text: str
    credit: str | None = None
    image: str | None = None


@dataclass(frozen=True, slots=True)
class Comment:
    """A reader's comment. ``to`` is the user it answers; ``parent`` the position of that comment in the article's tuple."""

    user: str | None
    text: str
    to: str | None = None
    parent: int | None = None


@dataclass(frozen=True, slots=True)
class Image:
    """A picture that belongs to the article; ``url`` is absolute."""

    url: str
    alt: str | None = None


@dataclass(frozen=True, slots=True)
class Film:
    """A film that the article names. ``origin`` is where it is said to be one, ``evidence`` the words that say so."""

    title: str
    origin: str
    evidence: str


@dataclass(frozen=True, slots=True)
class Pager:
    """Where this page stands in an article of several. Pages count from 1; ``pages`` is None where the pager does not say."""

    page: int
    pages: int | None = None
    next_url: str | None = None
    all_url: str | None = None
    """A view of the whole article on one page."""


@dataclass(frozen=True, slots=True)
class CleanArticle:
    """A page as a careful editor would have it. None and () mean that the page does not say: nothing is guessed."""

    headline: str | None = None
    standfirst: str | None = None
    body: str = ""
    """Paragraphs joined by a blank line."""
    authors: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    publisher: str | None = None
    source: str | None = None
    """Whom the article was republished from."""
    section: tuple[str, ...] = ()
    """From the general to the particular."""
    keywords: tuple[str, ...] = ()
    date_published: datetime | None = None
    """Aware. ``date_precision`` says whether the time of day is the page's word."""
    date_modified: datetime | None = None
    date_precision: str | None = None
    """``day``, ``minute`` or ``second``; None without a date."""
    language: str | None = None
    """ISO 639-1 code of the body."""
    headline_language: str | None = None
    captions: tuple[Caption, ...] = ()
    images: tuple[Image, ...] = ()
    comments: tuple[Comment, ...] = ()
    films: tuple[Film, ...] = ()
    """Those that the page itself calls films: see ``cleaners.fields.films``."""
    pager: Pager | None = None
    canonical_url: str | None = None
    rights: str | None = None
    opt_outs: tuple[str, ...] = ()
    """What the publisher does not want done with it: see ``cleaners.fields.optout``."""
    ledger: tuple[Edit, ...] = ()
    provenance: tuple[Candidate, ...] = ()
    findings: tuple[Finding, ...] = ()
    verdict: Verdict = Verdict.ACCEPT

    @property
    def flags(self) -> tuple[str, ...]:
        """The faults past their limits, in the order of the judges."""
        return tuple(finding.fault for finding in self.findings if finding.failed)

    def restore(self) -> str:
        """Undo the ledger: the text as it was extracted, to the character."""
        return restore(self.body, self.ledger)
