"""A publisher that only tests have: its one listing is named by a setting."""

from collections.abc import Iterator

from crawler.links import Kind, Link
from crawler.spiders.news import NewsSpider


class Fixed(NewsSpider):
    """Begins where FILMWIRE_TEST_SITE says."""

    name = "fixed"
    allowed_domains = ["127.0.0.1"]

    def entries(self) -> Iterator[Link]:
        yield Link(self.settings["FILMWIRE_TEST_SITE"], Kind.LISTING)
