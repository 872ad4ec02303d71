"""The tables behind crawls: what runs, what is to run and when, and the URLs that were found."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, LargeBinary, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.columns import BigId
from storage.models import Base


def _only_where(condition: str) -> dict[str, Any]:
    return {"sqlite_where": text(condition), "postgresql_where": text(condition)}


class Run(Base):
    """One crawl."""

    __tablename__ = "runs"
    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    spider: Mapped[str]
    arguments: Mapped[dict[str, Any]]
    started_at: Mapped[datetime]
    finished_at: Mapped[datetime | None]
    status: Mapped[str]
    """``running`` until the crawl says how it ended."""
    counts: Mapped[dict[str, Any]]
    job_id: Mapped[int | None] = mapped_column(ForeignKey("jobs.id"), index=True)
    """The job whose attempt this is; None: started by hand."""
    exit_code: Mapped[int | None]
    """Of the process; negative: the signal that killed it; None: nobody saw it end."""
    log: Mapped[str | None]
    """The file with the attempt's log, on the machine that ran it."""


class Schedule(Base):
    """A crawl on a timetable."""

    __tablename__ = "schedules"
    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    spider: Mapped[str]
    arguments: Mapped[dict[str, Any]]
    lane: Mapped[str]
    cron: Mapped[str]
    zone: Mapped[str]
    """The IANA time zone in which ``cron`` is read."""
    paused: Mapped[bool]
    next_at: Mapped[datetime]


class Job(Base):
    """A piece of work for any worker. The two partial indexes are the law: see their names."""

    __tablename__ = "jobs"
    __table_args__ = (
        Index("one_running_job_a_lane", "lane", unique=True, **_only_where("state = 'running'")),
        Index("one_open_job_a_schedule", "schedule_id", unique=True, **_only_where("state IN ('queued', 'running')")),
        Index(None, "state", "due_at"),
    )
    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    kind: Mapped[str]
    target: Mapped[str]
    """What it is done to: the name of a spider, where the kind has such a thing."""
    arguments: Mapped[dict[str, Any]]
    lane: Mapped[str | None]
    """Jobs of one lane never run at the same time; None: beside anything."""
    schedule_id: Mapped[int | None] = mapped_column(ForeignKey("schedules.id", ondelete="SET NULL"))
    state: Mapped[str]
    due_at: Mapped[datetime]
    """Not to be started earlier."""
    tries: Mapped[int]
    worker: Mapped[str | None]
    lease_until: Mapped[datetime | None]
    """When the worker counts as lost unless it renews the lease; None: nobody has the job."""
    created_at: Mapped[datetime]
    finished_at: Mapped[datetime | None]
    reason: Mapped[str | None]
    """Why the last attempt failed."""


class FrontierUrl(Base):
    """A URL that a crawl found, and where it stands. ``frontier`` names the crawl whose it is: a spider, or a spider's site."""

    __tablename__ = "frontier"
    __table_args__ = (Index(None, "frontier", "digest", unique=True), Index(None, "frontier", "state", "priority"))
    id: Mapped[int] = mapped_column(BigId, primary_key=True)
    frontier: Mapped[str]
    digest: Mapped[bytes] = mapped_column(LargeBinary(16))
    """Of the URL: addresses may be longer than an index takes."""
    url: Mapped[str]
    kind: Mapped[str]
    """What is expected there: a feed, a sitemap, a listing, an article."""
    state: Mapped[str]
    reason: Mapped[str | None]
    """Why it failed or was skipped."""
    priority: Mapped[int]
    """Higher is fetched earlier."""
    depth: Mapped[int]
    """Links away from where the crawl began."""
    headline: Mapped[str | None]
    date: Mapped[datetime | None]
    """What the feed or sitemap said about the article."""
    tries: Mapped[int]
    """0: no crawl died that had leased it; else one more than it was begun since."""
    owner: Mapped[str | None]
    """The process that has leased it."""
    lease_until: Mapped[datetime | None]
    found_at: Mapped[datetime]
    finished_at: Mapped[datetime | None]
    due_at: Mapped[datetime | None]
    """When it is worth another look; None: never by itself."""
    etag: Mapped[str | None]
    last_modified: Mapped[str | None]
    content: Mapped[bytes | None] = mapped_column(LargeBinary(16))
    """A digest of the last answer's body."""
    barren: Mapped[int]
    """How many times in a row it brought nothing new."""
