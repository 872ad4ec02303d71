"""The chain: what happens to a page from its bytes to the article, top to bottom.

Decode, lay out, choose the body; repair the blocks; read every field; assemble the text of what was chosen and what was
claimed; cut the claimed blocks, then the lines that do not belong; judge. Each list below is the only one of its kind.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from cleaners.article import Candidate, CleanArticle, Finding, Found, SiteHints
from cleaners.assembly import Repairer, Sheet, mend, page_sheet, repaired, text_sheet, with_chosen, without
from cleaners.body import Extraction, extract_body
from cleaners.boilerplate import copyright_lines, editor_lines, share_lines
from cleaners.byline import read_authors, read_editors
from cleaners.dates import read_dates
from cleaners.decode import decode
from cleaners.document import Document, page_document, text_document
from cleaners.headline import read_headline
from cleaners.language import language_of
from cleaners.ledger import Claim, Draft, Reason, Removal, cut, patch
from cleaners.publisher import read_canonical_url, read_keywords, read_publisher, read_section, read_source
from cleaners.quality import too_short, verdict
from cleaners.whitespace import white_space

Reader = Callable[[Document], Found[Any]]
Cleaner = Callable[[str], Iterable[Removal]]
Judge = Callable[[CleanArticle, Document], Finding]

REPAIRERS: tuple[Repairer, ...] = ()
"""Repairs of damaged characters, made on the blocks before anything is read."""

READERS: Mapping[str, tuple[Reason, Reader]] = {
    "headline": (Reason.HEADLINE, read_headline),
    "authors": (Reason.BYLINE, read_authors),
    "editors": (Reason.BYLINE, read_editors),
    "publisher": (Reason.SOURCE, read_publisher),
    "source": (Reason.SOURCE, read_source),
    "section": (Reason.NAVIGATION, read_section),
    "keywords": (Reason.NAVIGATION, read_keywords),
    "canonical_url": (Reason.SOURCE, read_canonical_url),
}
"""Who reads which field of the article, and why the blocks that it claims leave the text. Of two claims the first counts."""

CLEANERS: tuple[Cleaner, ...] = (share_lines, editor_lines, copyright_lines)
"""What finds lines to take out of the text, in the order they run; ``cut`` takes them."""

JUDGES: tuple[Judge, ...] = (too_short,)
"""What measures the finished article."""


def clean_page(html: bytes, *, url: str = "", content_type: str = "", hints: SiteHints = SiteHints()) -> CleanArticle:
    """Clean a page as it was fetched. Never raises on content."""
    document = page_document(decode(html, content_type).text, url=url, hints=hints)
    return _clean(with_chosen(document, extract_body(document)), page_sheet)


def clean_text(text: str, *, url: str = "", hints: SiteHints = SiteHints()) -> CleanArticle:
    """Clean a text that somebody has extracted already: headline, byline and tail included, one line a block."""
    document = text_document(text, url=url, hints=hints)
    return _clean(with_chosen(document, Extraction(text, document.blocks, "text")), lambda raw, _: text_sheet(raw, text))


def _clean(raw: Document, lay_out: Callable[[Document, Iterable[int]], Sheet]) -> CleanArticle:
    document, repairs = mend(raw, REPAIRERS)
    found = {field: read(document) for field, (_, read) in READERS.items()}
    dates = read_dates(document)
    claims = tuple(_claims(found))
    sheet = repaired(lay_out(raw, document.chosen | {claim.block for claim in claims}), repairs)
    draft = _settled(without(sheet, claims))
    article = CleanArticle(
        body=draft.text,
        date_published=dates.published,
        date_modified=dates.modified,
        date_precision=dates.precision,
        language=language_of(draft.text),
        headline_language=language_of(found["headline"].value or ""),
        ledger=draft.ledger,
        provenance=tuple(_candidates(*found.values(), dates)),
        **{field: reading.value for field, reading in found.items()},
    )
    findings = tuple(judge(article, document) for judge in JUDGES)
    return replace(article, findings=findings, verdict=verdict(article, findings))


def _claims(found: Mapping[str, Found[Any]]) -> Iterator[Claim]:
    """The blocks that became data, field by field."""
    for field, reading in found.items():
        for block in reading.blocks:
            yield Claim(block, READERS[field][0], f"{field}.block")


def _settled(draft: Draft) -> Draft:
    """Clean lines until nothing more is found, so that cleaning a clean text changes nothing."""
    draft = patch(draft, white_space(draft.text))
    before = None
    while draft.text != before:
        before = draft.text
        for cleaner in CLEANERS:
            draft = cut(draft, cleaner(draft.text))
        draft = patch(draft, white_space(draft.text))
    return draft


def _candidates(*readings: Any) -> Iterator[Candidate]:
    for reading in readings:
        yield from reading.candidates
