"""The chain: what happens to a page from its bytes to the article, top to bottom.

Decode, lay out; repair the blocks, choose the body; read every field; assemble the text of what was chosen and what was
claimed; cut the claimed blocks, then the lines that do not belong; judge. Each list below is the only one of its kind.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from cleaners.article import Candidate, CleanArticle, Finding, Found, SiteHints
from cleaners.assembly import Sheet, page_sheet, repaired, text_sheet, without
from cleaners.beyond import unread
from cleaners.body.set_lines import set_lines
from cleaners.comments.comments import read_comments
from cleaners.damage.damage import lossy_charset
from cleaners.decode import decode
from cleaners.document import Document, page_document, text_document
from cleaners.fields.captions import read_captions
from cleaners.fields.fields import REASONS, read_fields
from cleaners.fields.films import read_films
from cleaners.fields.images import read_images
from cleaners.fields.optout import read_opt_outs
from cleaners.furniture.author_notes import author_notes
from cleaners.furniture.newsletter import newsletter_lines
from cleaners.furniture.pager import pager_lines, read_pager
from cleaners.furniture.related import related_lines
from cleaners.furniture.repeats import repeated_blocks
from cleaners.furniture.rights import copyright_lines, read_rights
from cleaners.furniture.share import furniture_lines, share_lines
from cleaners.furniture.sign_up import sign_up_boxes
from cleaners.furniture.sponsored import sponsored_boxes
from cleaners.furniture.tail import tail_lines
from cleaners.judges.doorway import spam_page
from cleaners.judges.judges import comments_present, mixed_language, partial_page, repetitive
from cleaners.judges.listing import list_page
from cleaners.judges.mirror import mirror
from cleaners.judges.translated import film_title_inconsistent, machine_translated
from cleaners.language import language_of
from cleaners.ledger import Claim, Draft, Reason, Removal, cut, patch
from cleaners.quality import too_short, verdict
from cleaners.ready import Ready, chosen_anew, chosen_before
from cleaners.spam.injected import hidden_text
from cleaners.spam.spam import spam_title
from cleaners.templates.comparison import differences
from cleaners.templates.short_way import doubt_about, is_checked, marked, repeated_furniture, site_document
from cleaners.templates.template import Template
from cleaners.text.whitespace import white_space

Reader = Callable[[Document], Found[Any]]
Cleaner = Callable[[str], Iterable[Removal]]
Judge = Callable[[CleanArticle, Document], Finding]

READERS: Mapping[str, tuple[Reason, Reader]] = {
    "pager": (Reason.PAGER, read_pager),
    "captions": (Reason.CAPTION, read_captions),
    "images": (Reason.CAPTION, read_images),
    "comments": (Reason.COMMENT, read_comments),
    "rights": (Reason.COPYRIGHT, read_rights),
}
"""Who reads which field beside those of ``read_fields``, and why the blocks that it claims leave the text. Of two claims the
first counts."""

CLEANERS: tuple[Cleaner, ...] = (
    related_lines,
    share_lines,
    newsletter_lines,
    tail_lines,
    copyright_lines,
    pager_lines,
    furniture_lines,
)
"""What finds lines to take out of the text, in the order they run; ``cut`` takes them."""

JUDGES: tuple[Judge, ...] = (
    spam_title,
    spam_page,
    mirror,
    hidden_text,
    lossy_charset,
    machine_translated,
    film_title_inconsistent,
    mixed_language,
    comments_present,
    partial_page,
    repetitive,
    list_page,
    too_short,
    unread,
)
"""What measures the finished article."""

_ROUNDS = 8
"""How often lines are looked through: some thousand furniture lines take another time for each thousand."""


def clean_page(html: bytes | str, url: str = "", *, content_type: str = "", hints: SiteHints = SiteHints()) -> CleanArticle:
    """Clean a page, the short way where its site's template fits it. Never raises on content.

    Give the bytes as they were fetched: what decoded them to text may have taken them for another encoding's.
    """
    text = decode(html.encode(errors="replace") if isinstance(html, str) else html, content_type).text
    if hints.template is None:
        return _general_way(text, url, hints)
    short, doubt = clean_by_template(text, url, hints, hints.template)
    if short is not None and not is_checked(url):
        return marked(short, hints.template, "")
    article = _general_way(text, url, hints)
    if short is not None:
        doubt = ", ".join(f"the general way has another {field}" for field, _ in differences(short, article))
    return marked(article, hints.template, doubt)


def clean_text(text: str, *, url: str = "", hints: SiteHints = SiteHints()) -> CleanArticle:
    """Clean a text that somebody has extracted already: headline, byline and tail included, one line a block."""
    text = text.encode(errors="replace").decode()
    document = text_document(text, url=url, hints=hints)
    whole = replace(document, chosen=frozenset(range(len(document.blocks))))
    return _clean(chosen_before(whole), lambda raw, _: text_sheet(raw, text))


def clean_by_template(text: str, url: str, hints: SiteHints, template: Template) -> tuple[CleanArticle | None, str]:
    """Clean a decoded page the short way; None where the general way ought to decide, and why."""
    document, doubt = site_document(text, url=url, hints=replace(hints, template=template), template=template)
    article = None if doubt else _clean(chosen_before(document), page_sheet)
    doubt = doubt or (doubt_about(article) if article else "")
    return (None if doubt else article), doubt


def _general_way(text: str, url: str, hints: SiteHints) -> CleanArticle:
    """Clean a page of any site; a plain text that was served as one keeps its lines."""
    if "<" not in text:
        return clean_text(text, url=url, hints=hints)
    return _clean(chosen_anew(page_document(text, url=url, hints=hints)), page_sheet)


def _clean(ready: Ready, lay_out: Callable[[Document, set[int]], Sheet]) -> CleanArticle:
    raw, document = ready.raw, ready.document
    found = read_fields(document) | {field: read(document) for field, (_, read) in READERS.items()}
    claims = (
        *ready.injected,
        *_claims(found),
        *repeated_blocks(document, found["headline"]),
        *author_notes(document, found["authors"].value),
        *sign_up_boxes(document),
        *sponsored_boxes(document),
        *repeated_furniture(raw),
    )
    claimed = {claim.block for claim in claims}
    sheet = repaired(lay_out(raw, claimed), [*ready.repairs, set_lines(document, claimed)])
    draft = _settled(without(sheet, claims))
    language = language_of(draft.text)
    article = CleanArticle(
        body=draft.text,
        language=language,
        headline_language=language_of(found["headline"].value or "", language),
        opt_outs=read_opt_outs(raw),
        films=read_films(document, found["headline"].value, draft.text),
        ledger=draft.ledger,
        provenance=tuple(_candidates(*found.values())),
        **{field: reading.value for field, reading in found.items()},
    )
    findings = tuple(judge(article, raw) for judge in JUDGES)
    return replace(article, findings=findings, verdict=verdict(article, findings))


def _claims(found: Mapping[str, Found[Any]]) -> Iterator[Claim]:
    """The blocks that became data, field by field."""
    reasons = {**REASONS, **{field: reason for field, (reason, _) in READERS.items()}}
    for field, reading in found.items():
        for block in reading.blocks:
            yield Claim(block, reasons[field], f"{field}.block")


def _settled(draft: Draft) -> Draft:
    """Clean lines until nothing more is found, mostly the second time, so that cleaning a clean text changes nothing."""
    draft = patch(draft, white_space(draft.text))
    for _ in range(_ROUNDS):
        before = draft.text
        for cleaner in CLEANERS:
            draft = cut(draft, cleaner(draft.text))
        if draft.text == before:
            break
        draft = patch(draft, white_space(draft.text))
    return draft


def _candidates(*readings: Any) -> Iterator[Candidate]:
    for reading in readings:
        yield from reading.candidates
