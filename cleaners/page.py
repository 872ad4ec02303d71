"""The chain: what happens to a page from its bytes to the article, top to bottom."""

import re
from collections.abc import Callable, Iterable, Iterator

from cleaners.article import CleanArticle, SiteHints, Verdict
from cleaners.body import Extraction, extract_body
from cleaners.boilerplate import copyright_lines, editor_lines, share_lines
from cleaners.byline import read_authors, read_editors
from cleaners.dates import read_dates
from cleaners.decode import decode
from cleaners.document import Document, page_document, text_document
from cleaners.headline import read_headline
from cleaners.language import language_of
from cleaners.ledger import Draft, Removal, Repair, cut, patch
from cleaners.publisher import read_canonical_url, read_keywords, read_publisher, read_section, read_source
from cleaners.quality import too_short

Cleaner = Callable[[str], Iterable[Removal]]

CLEANERS: tuple[Cleaner, ...] = (share_lines, editor_lines, copyright_lines)
"""Line cleaners, in the order they run. Each finds what to take out of the text; ``cut`` takes it."""


def clean_page(html: bytes, *, url: str = "", content_type: str = "", hints: SiteHints = SiteHints()) -> CleanArticle:
    """Clean a page as it was fetched. Never raises on content."""
    document = page_document(decode(html, content_type).text, url=url, hints=hints)
    return _clean(document, extract_body(document))


def clean_text(text: str, *, url: str = "", hints: SiteHints = SiteHints()) -> CleanArticle:
    """Clean a text that somebody has extracted already: headline, byline and tail included, one line a block."""
    document = text_document(text, url=url, hints=hints)
    return _clean(document, Extraction(text, document.blocks, "text"))


def _clean(document: Document, extraction: Extraction) -> CleanArticle:
    headline, dates = read_headline(document), read_dates(document)
    authors, editors = read_authors(document), read_editors(document)
    publisher, source = read_publisher(document), read_source(document)
    section, keywords, canonical = read_section(document), read_keywords(document), read_canonical_url(document)
    draft = Draft(extraction.text)
    for cleaner in CLEANERS:
        draft = cut(draft, cleaner(draft.text))
    draft = patch(draft, _white_space(draft.text))
    findings = (too_short(draft.text),)
    return CleanArticle(
        headline=headline.value,
        body=draft.text,
        authors=authors.value,
        editors=editors.value,
        publisher=publisher.value,
        source=source.value,
        section=section.value,
        keywords=keywords.value,
        date_published=dates.published,
        date_modified=dates.modified,
        date_precision=dates.precision,
        language=language_of(draft.text),
        headline_language=language_of(headline.value or ""),
        canonical_url=canonical.value,
        ledger=draft.ledger,
        provenance=(
            *headline.candidates,
            *authors.candidates,
            *editors.candidates,
            *publisher.candidates,
            *dates.candidates,
        ),
        findings=findings,
        verdict=Verdict.QUARANTINE if any(finding.failed for finding in findings) else Verdict.ACCEPT,
    )


_SPACE = re.compile(r"^\s+|\s+$|[^\S\n]*\n\s*|[^\S\n]{2,}|[^\S\n ]")


def _white_space(text: str) -> Iterator[Repair]:
    """Paragraphs end in one blank line; inside them white space is one plain space."""
    for match in _SPACE.finditer(text):
        before = match.group()
        at_edge = match.start() == 0 or match.end() == len(text)
        after = "" if at_edge else "\n\n" if "\n" in before else " "
        if after != before:
            yield Repair(match.start(), match.end(), before, after, "whitespace")
