"""Read the readers' comments of a page or a plain text."""

from collections.abc import Iterator

from cleaners.article import Comment, Found
from cleaners.comments.atoms import atoms_of
from cleaners.comments.evidence import Remark
from cleaners.comments.lines import read_comment_lines
from cleaners.comments.lists import comment_lists
from cleaners.comments.user_names import is_heading
from cleaners.document import Document


def read_comments(document: Document) -> Found[tuple[Comment, ...]]:
    """The comments in the page's order, each answer tied to the comment it answers."""
    if document.tree is None:
        return read_comment_lines(document)
    atoms = atoms_of(document, range(min(document.chosen, default=0), len(document.blocks)))
    taken: set[int] = set()
    kept: list[list[Remark]] = []
    for remarks in comment_lists(document, atoms):
        blocks = {index for remark in remarks for index in range(remark.head.block, remark.last + 1)}
        if not blocks & taken:
            taken |= blocks
            kept.append(remarks)
    comments: list[Comment] = []
    for remarks in sorted(kept, key=lambda remarks: remarks[0].head.block):
        comments += _tied(remarks, len(comments))
    return Found(tuple(comments), (), tuple(sorted(taken | _headings(document, taken))))


def _tied(remarks: list[Remark], offset: int) -> Iterator[Comment]:
    """Tie each answer to what it answers: by the name it calls, else by the item it stands in."""
    common = set.intersection(*(set(remark.head.around) for remark in remarks))
    latest: dict[str, int] = {}
    tops: dict[object, int] = {}
    spoken: dict[str, str] = {}
    for at, remark in enumerate(remarks):
        quoted, _, own = remark.said.partition("\n")
        if own and quoted in spoken:  # it opens with what it answers
            remark.said, remark.to = own, remark.to or spoken[quoted]
        spoken[remark.said.rpartition("\n")[2]] = remark.user
        item = next((element for element in reversed(remark.head.around) if element not in common), at)
        top = tops.setdefault(item, at)
        parent = latest.get(remark.to) if remark.to else (top if top != at else None)
        to = remark.to or (remarks[parent].user if parent is not None else None)
        latest[remark.user] = at
        yield Comment(remark.user or None, remark.said, to, None if parent is None else parent + offset)


def _headings(document: Document, taken: set[int]) -> set[int]:
    """The headings right above the lists."""
    above = {index - step for index in taken for step in (1, 2) if index >= step and index - step not in taken}
    return {index for index in above if is_heading(document.blocks[index].text)}
