"""Read the readers' comments at the tail of a plain text."""

from cleaners.article import Comment, Found
from cleaners.document import Document


def read_comment_lines(document: Document) -> Found[tuple[Comment, ...]]:
    """The comments in the order of the text."""
    return Found(())
