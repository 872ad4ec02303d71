"""What spiders hand on."""

from dataclasses import dataclass

from cleaners import SiteHints
from storage.pages import Page


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page that ought to be an article, with what its site and its feed say about it."""

    page: Page
    hints: SiteHints = SiteHints()
