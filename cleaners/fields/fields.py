"""Every field around the text, read in the order in which one helps the next."""

from collections.abc import Mapping
from typing import Any

from cleaners.article import Found
from cleaners.authors.byline import read_byline
from cleaners.dates.dates import read_dates
from cleaners.document import Document
from cleaners.fields.publisher import read_publisher, read_source
from cleaners.fields.section import read_canonical_url, read_keywords, read_section
from cleaners.fields.standfirst import read_standfirst
from cleaners.headline.headline import read_headline
from cleaners.ledger import Reason
from cleaners.markup.masthead import find_masthead

REASONS: Mapping[str, Reason] = {
    "headline": Reason.HEADLINE,
    "standfirst": Reason.STANDFIRST,
    "authors": Reason.BYLINE,
    "editors": Reason.BYLINE,
    "publisher": Reason.SOURCE,
    "source": Reason.SOURCE,
    "section": Reason.NAVIGATION,
    "keywords": Reason.NAVIGATION,
    "canonical_url": Reason.SOURCE,
    "date_published": Reason.DATELINE,
    "date_modified": Reason.DATELINE,
    "date_precision": Reason.DATELINE,
}
"""Every field read here, by its name in the article, and why the blocks that it claims leave the text."""


def read_fields(document: Document) -> dict[str, Found[Any]]:
    """Read all of ``REASONS``: headline first, then what stands around it."""
    headline = read_headline(document)
    masthead = find_masthead(document.blocks, headline.value, document.chosen)
    written = read_byline(document, masthead)
    publisher = read_publisher(document, written.paper)
    dates = read_dates(document, masthead, publisher.value)
    return {
        "headline": headline,
        "standfirst": read_standfirst(document, masthead, written.authors.blocks + dates.published.blocks),
        "authors": written.authors,
        "editors": written.editors,
        "publisher": publisher,
        "source": read_source(document, masthead, publisher.value, written.paper),
        "section": read_section(document, masthead, headline.value),
        "keywords": read_keywords(document),
        "canonical_url": read_canonical_url(document),
        "date_published": dates.published,
        "date_modified": dates.modified,
        "date_precision": dates.precision,
    }
