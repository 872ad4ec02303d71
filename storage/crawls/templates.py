"""Keep the templates of sites, every version, so that a page can be cleaned again by the one it was cleaned by."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Row, func, insert, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from cleaners.article import Verdict
from cleaners.templates.template import Place, Template, shape_of
from storage.models import Article, Base, StoredPage
from storage.urls import site_of

RECENT = 200
"""The newest articles of a site among which pages of one shape are looked for."""


class SiteTemplate(Base):
    """Where the pages of a site keep their article: one version of ``cleaners.templates.template.Template``."""

    __tablename__ = "templates"
    site: Mapped[str] = mapped_column(primary_key=True)
    """The host and the shape of the addresses."""
    version: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    data: Mapped[dict[str, Any]]
    learned_at: Mapped[datetime]
    given_up_at: Mapped[datetime | None]
    """When the site's pages were seen to be made differently and nothing new could be learned; None: it holds."""


def keep_template(session: Session, template: Template) -> None:
    """Store a template as the newest of its site."""
    data = {"places": template.places, "repeated": sorted(template.repeated), "least": template.least}
    row = {"site": template.site, "version": template.version, "data": data, "learned_at": datetime.now(UTC)}
    session.execute(insert(SiteTemplate).values(row))


def current_template(session: Session, site: str, before: datetime | None = None) -> Template | None:
    """The newest template of a site's pages, unless it was given up; with ``before``, as that stood at that moment."""
    newest = select(SiteTemplate).where(SiteTemplate.site == site).order_by(SiteTemplate.version.desc()).limit(1)
    row = session.scalar(newest.where(SiteTemplate.learned_at < before) if before else newest)
    held = row is not None and (row.given_up_at is None or (before is not None and row.given_up_at >= before))
    return _read(row) if row is not None and held else None


def decided_since(session: Session, site: str, moment: datetime) -> bool:
    """Whether a template of a site's pages was learned or given up since a moment."""
    since = (SiteTemplate.learned_at >= moment) | (SiteTemplate.given_up_at >= moment)
    return session.scalar(select(func.count()).where(SiteTemplate.site == site, since)) != 0


def load_template(session: Session, site: str, version: int) -> Template | None:
    """One version of a site's template, given up or not; None where it is not here."""
    row = session.get(SiteTemplate, (site, version))
    return _read(row) if row is not None else None


def last_version(session: Session, site: str) -> int:
    """The number of the newest version; 0 where none was ever learned."""
    return session.scalar(select(func.max(SiteTemplate.version)).where(SiteTemplate.site == site)) or 0


def give_up(session: Session, template: Template) -> None:
    """Let a template go: the site's pages are made differently now."""
    this = (SiteTemplate.site == template.site, SiteTemplate.version == template.version)
    session.execute(update(SiteTemplate).where(*this).values(given_up_at=datetime.now(UTC)))


def alike(session: Session, url: str, most: int) -> Sequence[int]:
    """The newest pages behind sound articles whose address has the shape of this one, the newest first."""
    site = shape_of(url)
    of_site = select(Article.page_id, StoredPage.final_url).join(StoredPage, StoredPage.id == Article.page_id)
    fit = (Article.site == site_of(url), Article.verdict != Verdict.QUARANTINE)
    rows = session.execute(of_site.where(*fit).order_by(Article.id.desc()).limit(RECENT))
    return [row.page_id for row in rows if shape_of(row.final_url) == site][:most]


def templates_of(session: Session, url: str) -> Sequence[Row[Any]]:
    """Every version of the template for an address, the newest first: version, data, when it was learned and given up."""
    table = SiteTemplate.__table__
    return session.execute(select(table).where(table.c.site == shape_of(url)).order_by(table.c.version.desc())).all()


def _read(row: SiteTemplate) -> Template:
    places = tuple((path, Place(kind)) for path, kind in row.data["places"])
    return Template(row.site, row.version, places, frozenset(row.data["repeated"]), row.data["least"])
