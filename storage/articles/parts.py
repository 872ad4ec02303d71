"""What hangs on an article, from the values of cleaning to rows and back."""

from collections.abc import Iterable, Iterator
from dataclasses import fields
from typing import Any

from cleaners.article import Candidate, Caption, CleanArticle, Film, Finding, Image
from cleaners.fields.films import film_key
from cleaners.ledger import Edit, Removal
from storage.models import (
    Part,
    StoredByline,
    StoredCandidate,
    StoredCaption,
    StoredComment,
    StoredEdit,
    StoredFilm,
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
    StoredFilm,
)


def part_rows(article: CleanArticle) -> Iterator[tuple[type[Part], list[dict[str, Any]]]]:
    """The rows of each table of parts, in order of position."""
    people = (("author", article.authors), ("editor", article.editors))
    yield StoredByline, [{"role": role, "name": name} for role, names in people for name in names]
    yield StoredEdit, [_edit(edit) for edit in article.ledger]
    yield StoredCandidate, _rows(Candidate, article.provenance)
    yield StoredFinding, _rows(Finding, article.findings)
    yield (
        StoredComment,
        [
            {"username": comment.user, "text": comment.text, "reply_to": comment.to, "parent": comment.parent}
            for comment in article.comments
        ],
    )
    yield StoredCaption, _rows(Caption, article.captions)
    yield StoredImage, _rows(Image, article.images)
    yield StoredFilm, [{**row, "name": film_key(row["title"])} for row in _rows(Film, article.films)]


def _rows(kind: type[Any], values: Iterable[object]) -> list[dict[str, Any]]:
    """The columns are the fields by name; ``asdict`` would copy every value, deeply."""
    names = [field.name for field in fields(kind)]
    return [{name: getattr(value, name) for name in names} for value in values]


def _edit(edit: Edit) -> dict[str, Any]:
    place = {"step": edit.step, "start": edit.start, "stop": edit.end, "rule": edit.rule}
    if isinstance(edit, Removal):
        return {**place, "before": edit.text, "after": None, "reason": edit.reason}
    return {**place, "before": edit.before, "after": edit.after, "reason": None}
