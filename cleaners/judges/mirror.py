"""Tell a copy of a page on a host that is not its own."""

from collections import Counter
from collections.abc import Iterator

from cleaners.article import CleanArticle, Finding
from cleaners.damage.damage import lossy_charset
from cleaners.document import Document
from cleaners.markup.traces import CROP
from cleaners.sites.hosts import belongs_elsewhere, declared_domains, declared_urls, registered
from cleaners.spam.spam import page_title, title_spam

MIRROR_LIMIT = 3
"""Points from which a page counts as a mirror. Of 1,041 honest pages none has as many (2026-11)."""


def mirror(article: CleanArticle, document: Document) -> Finding:
    """Whether the page belongs to another host: what it says of itself, what kits leave in the source, what they do to text."""
    found = dict(_evidence(article, document))
    value = float(sum(found.values()))
    return Finding("mirror_suspected", value, MIRROR_LIMIT, value >= MIRROR_LIMIT, tuple(found))


def _evidence(article: CleanArticle, document: Document) -> Iterator[tuple[str, int]]:
    own = registered(document.url)
    declared = declared_domains(document)
    if belongs_elsewhere(document) and not _is_open_copy(document.url, own, declared):
        places = sum(registered(url) in declared for url in declared_urls(document))
        yield f"says that it belongs to {min(declared)}" + (", and again" if places > 1 else ""), places
        if _most_linked(document) in declared:
            yield "most of its links lead there", 1
    if own and registered("//" + (document.traces.leading_host or "")) == own:
        yield "its host in a comment before the document", 2
    if document.traces.kit:
        yield "blocks named as a mirroring kit names them", 2
    if document.traces.encoded_title:
        yield "title written in entities", 1
    if title_spam(page_title(document), document).certain:
        yield "spam for a title", 2
    if lossy_charset(article, document).failed:
        yield "characters lost on the way", 1
    if document.traces.invented >= CROP:
        yield "elements that nobody knows", 2


def _is_open_copy(url: str, own: str, declared: set[str]) -> bool:
    """Whether an address itself says whose page it is: an archive's or a cache's, which holds the other's, the same name under
    another ending, as editions and a paper's pages for telephones have it, or a machine's that is no domain."""
    behind, names = url.partition(own)[2], {name.partition(".")[0] for name in declared}
    return (
        "." not in own or own.startswith("127.") or own.partition(".")[0] in names or any(name in behind for name in declared)
    )


def _most_linked(document: Document) -> str:
    """The registered domain of most absolute links; empty without ten of them."""
    links = (link.get("href") or "" for link in document.elements.of("a"))
    counts = Counter(registered(href) for href in links if href.startswith(("http", "//")))
    name, number = max(counts.items(), key=lambda item: item[1], default=("", 0))
    return name if number >= 10 and 2 * number > counts.total() else ""
