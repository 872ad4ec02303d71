"""What a cleaning worker does. It knows neither Scrapy nor the database, so that a worker stays small."""

from collections.abc import Sequence

from cleaners import CleanArticle, SiteHints, clean_page
from cleaners.learning import Sample, learn
from cleaners.template import Template

__all__ = ["Sample", "clean", "learn_template"]


def clean(body: bytes, url: str, content_type: str, hints: SiteHints) -> CleanArticle:
    """Clean a page, given as plain values."""
    return clean_page(body, url=url, content_type=content_type, hints=hints)


def learn_template(samples: Sequence[Sample], site: str, version: int) -> Template | None:
    """Learn where the pages of a site keep their article."""
    return learn(samples, site, version)
