"""What a site's template is learned from. It stands apart from the learning: who gathers pages need not load the chain."""

from dataclasses import dataclass

from cleaners.article import SiteHints

ENOUGH = 8
"""Pages of one shape from which a template is learned."""


@dataclass(frozen=True, slots=True)
class Sample:
    """A page to learn from, as ``clean_page`` takes it."""

    html: bytes
    url: str
    content_type: str = ""
    hints: SiteHints = SiteHints()
