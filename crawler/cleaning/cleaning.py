"""What a cleaning worker does. It knows neither Scrapy nor the database, so that a worker stays small.

The chain is loaded where it runs: the process that fetches knows these verbs by name only, and stays small as well.
"""

import resource
from collections.abc import Sequence
from pathlib import Path

from cleaners import CleanArticle, SiteHints
from cleaners.templates.sample import Sample
from cleaners.templates.template import Template
from crawler.links import Kind, Link, page_links

__all__ = ["Sample", "bound_memory", "clean", "learn_template", "read_links"]

_MEGABYTE = 1024 * 1024


def clean(body: bytes, url: str, content_type: str, hints: SiteHints) -> CleanArticle:
    """Clean a page, given as plain values."""
    from cleaners import clean_page  # noqa: PLC0415

    return clean_page(body, url=url, content_type=content_type, hints=hints)


def read_links(kind: Kind, body: bytes, url: str, content_type: str) -> list[Link]:
    """Read where a feed, a sitemap or a listing leads; those of a listing have its own kind, for only its site knows theirs."""
    from cleaners.decode import decode  # noqa: PLC0415
    from cleaners.markup.parsing import parse  # noqa: PLC0415
    from crawler.discovery.feeds import read_announced  # noqa: PLC0415 - feedparser, for those who read feeds
    from crawler.discovery.hypertext import bounded  # noqa: PLC0415

    if kind is Kind.LISTING:
        tree = parse(decode(bounded(body), content_type).text)
        return [Link(address, kind) for address in page_links(tree, url)]
    return list(read_announced(kind, body, url, content_type))


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
