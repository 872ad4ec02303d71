"""Every field around the text, read in the order in which one helps the next."""

from dataclasses import dataclass

from cleaners.article import Candidate, Found
from cleaners.byline import read_byline
from cleaners.dates import Dates, read_dates
from cleaners.document import Document
from cleaners.headline import read_headline
from cleaners.ledger import Reason
from cleaners.masthead import find_masthead
from cleaners.publisher import read_publisher, read_source
from cleaners.section import read_canonical_url, read_keywords, read_section
from cleaners.standfirst import read_standfirst


@dataclass(frozen=True, slots=True)
class Fields:
    """What a document says around its text."""

    headline: Found[str | None]
    standfirst: Found[str | None]
    authors: Found[tuple[str, ...]]
    editors: Found[tuple[str, ...]]
    publisher: Found[str | None]
    source: Found[str | None]
    section: Found[tuple[str, ...]]
    keywords: Found[tuple[str, ...]]
    canonical_url: Found[str | None]
    dates: Dates

    @property
    def candidates(self) -> tuple[Candidate, ...]:
        """Where each value came from, field by field."""
        read = (self.headline, self.standfirst, self.authors, self.editors, self.publisher, self.source, self.section)
        found = [candidate for field in read for candidate in field.candidates]
        return (*found, *self.dates.candidates, *self.canonical_url.candidates)

    @property
    def claims(self) -> tuple[tuple[Reason, tuple[int, ...]], ...]:
        """Why and which of the document's blocks stand for a field and nothing else."""
        return (
            (Reason.HEADLINE, self.headline.blocks),
            (Reason.STANDFIRST, self.standfirst.blocks),
            (Reason.BYLINE, self.authors.blocks),
            (Reason.DATELINE, self.dates.blocks),
            (Reason.NAVIGATION, self.section.blocks),
        )


def read_fields(document: Document) -> Fields:
    """Read them all."""
    headline = read_headline(document)
    masthead = find_masthead(document.blocks, headline.value)
    written = read_byline(document, masthead)
    publisher = read_publisher(document, written.paper)
    return Fields(
        headline=headline,
        standfirst=read_standfirst(document, masthead, written.authors.blocks),
        authors=written.authors,
        editors=written.editors,
        publisher=publisher,
        source=read_source(document, masthead, publisher.value, written.paper),
        section=read_section(document, headline.value),
        keywords=read_keywords(document),
        canonical_url=read_canonical_url(document),
        dates=read_dates(document, masthead),
    )
