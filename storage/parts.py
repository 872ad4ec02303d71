"""What hangs on an article, from the values of cleaning to rows and back."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from cleaners.article import CleanArticle
from cleaners.ledger import Edit, Removal
from storage.models import (
    Part,
    StoredByline,
    StoredCandidate,
    StoredCaption,
    StoredComment,
    StoredEdit,
    StoredFinding,
    StoredImage,
)

PARTS: tuple[type[Part], ...] = (
    StoredByline,
    StoredEdit,
    StoredCandidate,
    StoredFinding,
    StoredComment,
    StoredCaption,
    StoredImage,
)


def part_rows(article: CleanArticle) -> Iterator[tuple[type[Part], list[dict[str, Any]]]]:
    """The rows of each table of parts, in order of position."""
    people = (("author", article.authors), ("editor", article.editors))
    yield StoredByline, [{"role": role, "name": name} for role, names in people for name in names]
    yield StoredEdit, [_edit(edit) for edit in article.ledger]
    yield StoredCandidate, [asdict(candidate) for candidate in article.provenance]
    yield StoredFinding, [asdict(finding) for finding in article.findings]
    yield (
        StoredComment,
        [
            {"username": comment.user, "text": comment.text, "reply_to": comment.to, "parent": comment.parent}
            for comment in article.comments
        ],
    )
    yield StoredCaption, [asdict(caption) for caption in article.captions]
    yield StoredImage, [asdict(image) for image in article.images]


def _edit(edit: Edit) -> dict[str, Any]:
    place = {"step": edit.step, "start": edit.start, "stop": edit.end, "rule": edit.rule}
    if isinstance(edit, Removal):
        return {**place, "before": edit.text, "after": None, "reason": edit.reason}
    return {**place, "before": edit.before, "after": edit.after, "reason": None}
