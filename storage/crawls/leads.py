"""What is said of a URL of the frontier: why it is there, who has it, how its fetch ended."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class State(StrEnum):
    """Where a URL stands."""

    WAITING = "waiting"
    LEASED = "leased"
    DONE = "done"
    FAILED = "failed"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Lead:
    """A URL to enter. ``again`` lets one that is finished be fetched once more; without it only when it is due."""

    url: str
    kind: str
    priority: int
    depth: int = 0
    headline: str | None = None
    date: datetime | None = None
    again: bool = False


@dataclass(frozen=True, slots=True)
class Leased:
    """A URL that is ours until the lease runs out, with what is known about it."""

    id: int
    url: str
    kind: str
    priority: int
    depth: int
    headline: str | None
    date: datetime | None
    etag: str | None
    last_modified: str | None
    content: bytes | None
    fetched_before: bool
    suspect: bool = False
    """Whether a crawl died that had leased it: say ``begin`` before it is fetched."""


@dataclass(frozen=True, slots=True)
class Entered:
    """What became of leads."""

    new: int = 0
    """Never seen before."""
    known: int = 0
    """Found by an earlier crawl, and left alone."""
    again: int = 0
    """Finished by an earlier crawl, and to be fetched once more."""
    fresh: int = 0
    """Those found since this crawl began, the new ones included."""


@dataclass(frozen=True, slots=True)
class Tenure:
    """Who leases, and from when until when."""

    owner: str
    now: datetime
    until: datetime


@dataclass(frozen=True, slots=True)
class Answer:
    """How a fetch ended, and what lets the next one ask only for what has changed."""

    state: State = State.DONE
    reason: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    content: bytes | None = None
    due_at: datetime | None = None
    barren: bool = False
    """Whether it brought nothing new."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one URL stands, for people's eyes."""

    url: str
    kind: str
    state: str
    reason: str | None
