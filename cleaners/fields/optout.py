"""What a publisher does not want done with a page: robots directives, text and data mining, artificial intelligence."""

from collections.abc import Iterable, Iterator

from cleaners.document import Document

OPT_OUTS = ("noindex", "noarchive", "nosnippet", "noai", "noimageai", "tdm")
"""What is recorded, in its order; ``tdm`` is the W3C's TDM-Reservation of rights."""
WITHHELD = frozenset(OPT_OUTS) - {"nosnippet", "noimageai"}
"""Those that speak against handing on the article; ``noimageai`` speaks of its pictures, ``nosnippet`` of search results."""
AGENT = "filmwire"
"""The name under which a publisher addresses us alone."""
_VALUED = frozenset("max-snippet max-image-preview max-video-preview unavailable_after".split())
_MEANS = {"none": "noindex"}


def read_opt_outs(document: Document) -> tuple[str, ...]:
    """What the page and its headers (as hints) opt out of, each once."""
    meta = document.structured.meta
    said = {word for name in ("robots", AGENT) for value in meta.get(name, ()) for word in _directives(value)}
    reserved = ["tdm"] if "1" in meta.get("tdm-reservation", ()) else []
    return _ordered({*said, *reserved, *document.hints.opt_outs})


def header_opt_outs(headers: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """What a page's HTTP headers opt out of.

    >>> header_opt_outs([("X-Robots-Tag", "noai, otherbot: noindex"), ("TDM-Reservation", "1")])
    ('noai', 'tdm')
    """
    said: set[str] = set()
    for name, value in headers:
        if name.lower() == "x-robots-tag":
            said.update(_directives(value))
        elif name.lower() == "tdm-reservation" and value.strip() == "1":
            said.add("tdm")
    return _ordered(said)


def _directives(value: str) -> Iterator[str]:
    """The directives that are meant for us: ``otherbot: noindex, nofollow`` is not."""
    ours = True
    for part in value.lower().split(","):
        head, colon, tail = (piece.strip() for piece in part.partition(":"))
        if colon and head not in _VALUED:
            ours = head in (AGENT, "robots", "*")
        word = tail if colon and head not in _VALUED else head
        if ours:
            yield _MEANS.get(word, word)


def _ordered(said: set[str]) -> tuple[str, ...]:
    return tuple(word for word in OPT_OUTS if word in said)
