"""Find who wrote and who edited an article."""

from cleaners.article import Candidate, Found
from cleaners.document import Document
from cleaners.structured import strings


def read_authors(document: Document) -> Found[tuple[str, ...]]:
    """The people named as authors, in the page's order; never an agency, a site or a job title."""
    offers = [("json-ld", name) for item in document.structured.articles for name in strings(item.get("author"), "name")]
    names = tuple(dict.fromkeys(name for _, name in offers))
    return Found(names, tuple(Candidate("authors", origin, name, name in names) for origin, name in offers))


def read_editors(document: Document) -> Found[tuple[str, ...]]:
    """The people named as editors, in the page's order."""
    return Found(())
