"""Join the pages of an article that its site spread over several: one text, one ledger, and still undone to the character."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import reduce
from itertools import groupby
from typing import TypeVar

from cleaners.article import CleanArticle, Finding
from cleaners.ledger import Draft, Edit, Reason, Removal, Repair, cut, patch, remove
from cleaners.quality import MIN_WEIGHT, verdict, weight

T = TypeVar("T")

_BETWEEN = "\n\n"


def join_pages(pages: Sequence[CleanArticle]) -> CleanArticle:
    """Make one article of its pages, in their order; the first says who wrote it, and when. Raises ValueError without a page.

    Pages without text of their own add nothing, nor do paragraphs that an earlier page had.
    """
    if not pages:
        raise ValueError("no page to join")
    if len(pages) == 1:
        return pages[0]
    told = [pages[0], *(page for page in pages[1:] if page.body)]
    joined = _said_once(reduce(_join, told), told)
    return _judged(joined, pages[0], missing=_missing(pages))


def _join(first: CleanArticle, second: CleanArticle) -> CleanArticle:
    comments = tuple(
        replace(comment, parent=None if comment.parent is None else comment.parent + len(first.comments))
        for comment in second.comments
    )
    return replace(
        first,
        body=first.body + _BETWEEN + second.body,
        ledger=tuple(_ledgers(first, second)),
        captions=_unique((*first.captions, *second.captions)),
        images=_unique((*first.images, *second.images)),
        comments=first.comments + comments,
        editors=first.editors or second.editors,
    )


def _said_once(joined: CleanArticle, pages: Sequence[CleanArticle]) -> CleanArticle:
    """Take out the paragraphs that a page repeats of an earlier one, and the blank line behind a first page without text."""
    draft = cut(Draft(joined.body, joined.ledger), _repeated(joined.body, pages))
    if not pages[0].body and draft.text.startswith(_BETWEEN):
        draft = patch(draft, [Repair(0, len(_BETWEEN), _BETWEEN, "", "whitespace")])
    return replace(joined, body=draft.text, ledger=draft.ledger)


def _repeated(text: str, pages: Iterable[CleanArticle]) -> Iterator[Removal]:
    """Paragraphs that stand word for word on an earlier page, each with the blank line before it."""
    seen, at = set[str](), 0
    for page in pages:
        paragraphs = page.body.split(_BETWEEN)
        for paragraph in paragraphs:
            if paragraph in seen:
                yield remove(text, at - len(_BETWEEN), at + len(paragraph), Reason.REPETITION, "joining.repeated")
            at += len(paragraph) + len(_BETWEEN)
        seen.update(paragraphs)


def _ledgers(first: CleanArticle, second: CleanArticle) -> Iterator[Edit]:
    """Both ledgers step by step: what the second page's edits count from lies behind the first page as that step found it."""
    ours, theirs = _steps(first.ledger), _steps(second.ledger)
    length = len(first.restore())
    for step in range(max(len(ours), len(theirs))):
        here = ours[step] if step < len(ours) else []
        there = theirs[step] if step < len(theirs) else []
        offset = length + len(_BETWEEN)
        yield from (replace(edit, step=step) for edit in here)
        yield from (replace(edit, step=step, start=edit.start + offset, end=edit.end + offset) for edit in there)
        length += sum(map(_growth, here))


def _steps(ledger: Iterable[Edit]) -> list[list[Edit]]:
    return [list(edits) for _, edits in groupby(ledger, key=lambda edit: edit.step)]


def _growth(edit: Edit) -> int:
    return -len(edit.text) if isinstance(edit, Removal) else len(edit.after) - len(edit.before)


def _missing(pages: Sequence[CleanArticle]) -> int:
    """How many pages the article has beside these."""
    last = pages[-1].pager
    announced = max((page.pager.pages or 0 for page in pages if page.pager), default=0)
    return max(announced - len(pages), 1 if last and last.next_url else 0)


def _judged(joined: CleanArticle, first: CleanArticle, missing: int) -> CleanArticle:
    """Measure anew what the further pages change: the length, and the pages that are still missing."""
    size = weight(joined.body)
    anew = {
        "too_short": Finding("too_short", size, MIN_WEIGHT, size < MIN_WEIGHT),
        "partial_page": Finding("partial_page", missing, 1, missing >= 1),
    }
    findings = tuple(anew.get(finding.fault, finding) for finding in first.findings)
    pager = replace(joined.pager, next_url=None) if joined.pager and not missing else joined.pager
    return replace(joined, findings=findings, pager=pager, verdict=verdict(joined, findings))


def _unique(values: tuple[T, ...]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(values))
