"""What a cleaning worker does. It knows neither Scrapy nor the database, so that a worker stays small.

The chain is loaded where it runs: the process that fetches knows these verbs by name only, and stays small as well.
"""

import resource
from collections.abc import Sequence
from pathlib import Path

from cleaners import CleanArticle, SiteHints
from cleaners.templates.sample import Sample
from cleaners.templates.template import Template

__all__ = ["Sample", "bound_memory", "clean", "learn_template"]

_MEGABYTE = 1024 * 1024


def clean(body: bytes, url: str, content_type: str, hints: SiteHints) -> CleanArticle:
    """Clean a page, given as plain values."""
    from cleaners import clean_page  # noqa: PLC0415

    return clean_page(body, url=url, content_type=content_type, hints=hints)


def learn_template(samples: Sequence[Sample], site: str, version: int) -> Template | None:
    """Learn where the pages of a site keep their article."""
    from cleaners.templates.learning import learn  # noqa: PLC0415

    return learn(samples, site, version)


def bound_memory(megabytes: int) -> None:
    """Bound what this process may map beyond what it has now; libraries reserve far more than they use."""
    status = Path("/proc/self/statm")
    if status.exists():
        mapped = int(status.read_text().split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (mapped + megabytes * _MEGABYTE,) * 2)
