"""Join the pages of one article."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from cleaners.article import CleanArticle, Comment
from cleaners.ledger import Draft, Edit, Reason, Removal, cut, patch, restore, shifted
from cleaners.whitespace import white_space

_SEPARATOR = "\n\n"


def join_pages(articles: Sequence[CleanArticle]) -> CleanArticle:
    """Join the pages of one article in their order; paragraphs that a page repeats of an earlier one leave the text.

    Fields are the first page's, where it has them. The joined ledger restores the extracted texts, joined by a blank line.
    """
    first = articles[0]
    draft = _joined(articles)
    draft = cut(draft, _repeated(draft.text))
    draft = patch(draft, white_space(draft.text))
    return replace(
        first,
        body=draft.text,
        ledger=draft.ledger,
        headline=next((page.headline for page in articles if page.headline), None),
        standfirst=next((page.standfirst for page in articles if page.standfirst), None),
        captions=tuple(dict.fromkeys(caption for page in articles for caption in page.captions)),
        images=tuple({image.url: image for page in articles for image in page.images}.values()),
        comments=tuple(_comments(articles)),
        pager=replace(first.pager, page=1, pages=len(articles), next_url=None) if first.pager else None,
    )


def _joined(articles: Sequence[CleanArticle]) -> Draft:
    """The bodies joined, with the ledgers of all pages renumbered step by step into one."""
    texts = [restore(page.body, page.ledger) for page in articles]
    edits: list[Edit] = []
    step = 0
    for at, page in enumerate(articles):
        before = sum(len(other.body) + len(_SEPARATOR) for other in articles[:at])
        numbers = {old: step + new for new, old in enumerate(dict.fromkeys(edit.step for edit in page.ledger))}
        edits += (replace(edit, step=numbers[edit.step]) for edit in shifted(page.ledger, before))
        step += len(numbers)
    joined = Draft(_SEPARATOR.join(page.body for page in articles), tuple(edits))
    if restore(joined.text, joined.ledger) != _SEPARATOR.join(texts):
        raise ValueError("the ledgers of the pages do not fit together")
    return joined


def _repeated(text: str) -> Iterator[Removal]:
    """Paragraphs that stand word for word above, each with the blank line before it."""
    seen, at = set[str](), 0
    for paragraph in text.split(_SEPARATOR):
        if paragraph in seen:
            start = max(0, at - len(_SEPARATOR))
            yield Removal(start, at + len(paragraph), text[start : at + len(paragraph)], Reason.REPETITION, "pages.repeated")
        seen.add(paragraph)
        at += len(paragraph) + len(_SEPARATOR)


def _comments(articles: Sequence[CleanArticle]) -> Iterator[Comment]:
    """The comments of all pages, each once; every page of an article shows the same ones as a rule."""
    seen: set[tuple[str | None, str, str | None]] = set()
    offset = 0
    for page in articles:
        fresh = [one for one in page.comments if (one.user, one.text, one.to) not in seen]
        if len(fresh) == len(page.comments):
            yield from (replace(one, parent=None if one.parent is None else one.parent + offset) for one in page.comments)
            offset += len(page.comments)
        seen |= {(one.user, one.text, one.to) for one in page.comments}
