"""What spiders hand on: pages that ought to be articles, and what all other pages led to."""

from dataclasses import dataclass

from cleaners import SiteHints
from storage.crawls.leads import Answer, Lead
from storage.pages import Page


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page that ought to be an article, with what its site and its feed say about it."""

    page: Page
    hints: SiteHints = SiteHints()
    source: int | None = None
    """Its place in the frontier; None where the page comes from no crawl."""
    answer: Answer = Answer()
    leads: tuple[Lead, ...] = ()
    """The stories that its text links to."""


@dataclass(frozen=True, slots=True)
class Found:
    """How the fetch of a URL ended, and where it leads: articles, and pages that lead to articles."""

    source: int | None
    """Its place in the frontier; None for where a crawl begins."""
    answer: Answer = Answer()
    articles: tuple[Lead, ...] = ()
    ways: tuple[Lead, ...] = ()
    """Feeds, sitemaps and listings."""
    guessed: bool = False
    """Whether the articles are links of a page, taken for articles by their shape: a feed and a sitemap say what is one."""
