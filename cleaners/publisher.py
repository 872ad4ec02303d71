"""Find who published an article, whom it was taken from, and where it stands on the site."""

from cleaners.article import Candidate, Found
from cleaners.document import Document
from cleaners.structured import strings


def read_publisher(document: Document) -> Found[str | None]:
    """The publisher by its name, never by its host."""
    linked = [("json-ld", name) for item in document.structured.articles for name in strings(item.get("publisher"), "name")]
    meta = [("og", name) for name in document.structured.meta.get("og:site_name", ())]
    hinted = [("hints", document.hints.publisher)] if document.hints.publisher else []
    offers = [*hinted, *linked, *meta]
    value = offers[0][1] if offers else None
    return Found(value, tuple(Candidate("publisher", origin, name, name == value) for origin, name in offers))


def read_source(document: Document) -> Found[str | None]:
    """Whom the article says it was republished from."""
    return Found(None)


def read_section(document: Document) -> Found[tuple[str, ...]]:
    """The sections from the general to the particular."""
    return Found(document.structured.meta.get("article:section", ()))


def read_keywords(document: Document) -> Found[tuple[str, ...]]:
    """The page's own keywords, in its order."""
    return Found(document.structured.meta.get("article:tag", ()))


def read_canonical_url(document: Document) -> Found[str | None]:
    """The canonical URL that the page declares; None when it declares none."""
    declared = document.structured.links.get("canonical", ()) or document.structured.meta.get("og:url", ())
    return Found(declared[0] if declared else None)
