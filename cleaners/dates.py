"""Find when an article was published and when it was changed."""

from dataclasses import dataclass
from datetime import UTC, datetime

from cleaners.article import Candidate
from cleaners.document import Document


@dataclass(frozen=True, slots=True)
class Dates:
    """Aware moments; ``precision`` is ``day``, ``minute`` or ``second``, None without a publication date."""

    published: datetime | None = None
    modified: datetime | None = None
    precision: str | None = None
    candidates: tuple[Candidate, ...] = ()


def read_dates(document: Document) -> Dates:
    """The moments that the page states; none is guessed, none lies in the future of the fetch."""
    offers = [
        *(("json-ld", item["datePublished"]) for item in document.structured.articles if item.get("datePublished")),
        *(("meta", value) for value in document.structured.meta.get("article:published_time", ())),
    ]
    for origin, value in offers:
        moment = _moment(value)
        if moment is not None:
            return Dates(moment, None, "second", (Candidate("date_published", origin, str(value), True),))
    return Dates()


def _moment(value: object) -> datetime | None:
    try:
        moment = datetime.fromisoformat(str(value))
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
