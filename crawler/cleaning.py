"""What a cleaning worker does. It knows neither Scrapy nor the database, so that a worker stays small.

The chain is loaded where it runs: the process that fetches knows these verbs by name only, and stays small as well.
"""

from collections.abc import Sequence

from cleaners import CleanArticle, SiteHints
from cleaners.sample import Sample
from cleaners.template import Template

__all__ = ["Sample", "clean", "learn_template"]


def clean(body: bytes, url: str, content_type: str, hints: SiteHints) -> CleanArticle:
    """Clean a page, given as plain values."""
    from cleaners import clean_page  # noqa: PLC0415

    return clean_page(body, url=url, content_type=content_type, hints=hints)


def learn_template(samples: Sequence[Sample], site: str, version: int) -> Template | None:
    """Learn where the pages of a site keep their article."""
    from cleaners.learning import learn  # noqa: PLC0415

    return learn(samples, site, version)
