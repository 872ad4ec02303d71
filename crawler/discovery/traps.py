"""Traps: addresses without end that lead to nothing new. What the first pages of a shape brought tells about the others.

Calendars, session ids in paths, sort and filter products, soft 404s and endless pagers all make many addresses of one shape.
A shape has to earn its fetches: a few are tried, and while they bring nothing the others are left alone. What may be a copy
of a story that is known (the same with a query, or below further directories) comes after all else, and never before that
story: whichever of two comes first counts as the new one.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from urllib.parse import parse_qsl, urlsplit

from crawler.shapes import looks_like_article, only_token_more, originals
from storage.crawls.frontier import known
from storage.crawls.leads import Lead, Leased
from storage.writer import Session

PROBES = 3
"""Pages of a shape that has brought nothing yet which are tried before its others are left alone."""
PATIENCE = 12
"""Pages in a row that may bring nothing where the shape did bring something."""
LISTING_PATIENCE = 8
"""Articles in a row that bring nothing after which neither such listings nor what else they led to are fetched."""
COPY = -10
"""The priority of what may be a copy: below that of listings, so that what they lead to comes first."""
MAX_SEGMENTS = 20
MAX_REPEATS = 2
"""How often a part of a path may stand in it; both are Heritrix's limits."""
MAX_PARAMETERS = 10
SKIPPED = "a trap: pages like this brought nothing new"

_SLUG = re.compile(r"[^\W\d_]+(?:-[^\W_]+){2,}")
_AGAIN = re.compile(r"(/[A-Za-z]{1,40})(?:\1)+(?=/)")
_NUMBER = re.compile(r"(?=[A-Za-z]{0,40}\d)[0-9A-Za-z]{8,64}|\d+")


def is_pathological(url: str) -> bool:
    """Whether a URL is deeper, more repetitive or more detailed than any page's.

    >>> is_pathological("https://film.example/a/b/a/b/a/b/x.html"), is_pathological("https://film.example/a/b/x.html")
    (True, False)
    """
    parts = urlsplit(url)
    segments = [segment for segment in parts.path.split("/") if segment]
    repeats = max(Counter(segments).values(), default=0)
    return repeats > MAX_REPEATS or len(segments) > MAX_SEGMENTS or parts.query.count("&") >= MAX_PARAMETERS


@lru_cache(maxsize=4096)
def shape(url: str) -> str:
    """What a URL has in common with those that the same template makes: numbers, ids and slugs folded.

    >>> shape("https://film.example/2026/11/21/the-long-night.html?sort=asc")
    'film.example/0/0/0/-.html?'
    >>> shape("https://film.example/story.php?id=7&lang=en")
    'film.example/story.php?id&lang'
    """
    parts = urlsplit(url)
    path = _NUMBER.sub("0", _SLUG.sub("-", _AGAIN.sub(r"\1", parts.path)))
    if parts.query and looks_like_article(parts._replace(query="").geturl()):
        return f"{parts.netloc}{path}?"
    keys = "&".join(sorted(key for key, _ in parse_qsl(parts.query, keep_blank_values=True)))
    return f"{parts.netloc}{path}?{keys}" if keys else f"{parts.netloc}{path}"


def without_copies(session: Session, frontier: str, leads: Sequence[Lead]) -> tuple[list[Lead], list[Lead]]:
    """Part what a listing led to into stories, and what may be copies of known stories. Those by a token alone are dropped."""
    may_be_of = {lead.url: set(originals(lead.url)) for lead in leads}
    here = may_be_of.keys() | known(session, frontier, set().union(*may_be_of.values()))
    stories, copies = [], []
    for lead in leads:
        found = may_be_of[lead.url] & here
        if not found:
            stories.append(lead)
        elif not any(only_token_more(lead.url, original) for original in found):
            copies.append(replace(lead, priority=COPY))
    return stories, copies


@dataclass(slots=True)
class Record:
    """What the pages of one shape brought so far, or those that listings of one shape led to."""

    idle: int = 0
    """Pages since the last that brought something."""
    ever: bool = False
    under_way: int = 0
    """Pages that may still bring something."""
    listing: bool = False

    def note(self, fruitful: bool) -> None:
        """Count one more."""
        self.idle = 0 if fruitful else self.idle + 1
        self.ever = self.ever or fruitful

    @property
    def left(self) -> int:
        """How many more of them may bring nothing."""
        return (LISTING_PATIENCE if self.listing else PATIENCE if self.ever else PROBES) - self.idle

    @property
    def is_barren(self) -> bool:
        """Whether enough of them brought nothing: with some under way it is too early to say."""
        return self.left <= 0 and not self.under_way


class Traps:
    """Remembers for one crawl what became of what was handed out, by shape and by the listing that led to it."""

    def __init__(self) -> None:
        self.shapes: dict[str, Record] = {}
        self.listings: dict[str, Record] = {}
        """What the articles brought that listings of a shape led to."""
        self.found_on: dict[str, str] = {}
        """The shape of the listing that led to an article which was not fetched yet."""
        self.out: dict[int, tuple[str, str | None, str]] = {}
        """What is under way, by its place in the frontier: its own shape, that of its listing, and its address."""
        self.fetching: set[str] = set()
        """The addresses of what is under way."""

    def vouch(self, url: str) -> None:
        """Earlier crawls learned a template from pages like this one: a few that bring nothing are no trap yet."""
        self.shapes.setdefault(shape(url), Record()).ever = True

    def why_not(self, leased: Leased) -> str | None:
        """Why a URL is not worth fetching any more; None where it may be."""
        if leased.fetched_before or leased.depth == 0:
            return None
        if is_pathological(leased.url):
            return "a trap: its path repeats itself"
        return SKIPPED if any(record.is_barren for record in self._records(leased)) else None

    def must_wait(self, leased: Leased) -> bool:
        """Whether so many of its shape are under way that one more would be too many if they all brought nothing."""
        if leased.fetched_before or leased.depth == 0:
            return False
        if leased.priority == COPY and not self.fetching.isdisjoint(originals(leased.url)):
            return True
        of_shape, of_listing = self._records(leased)
        return of_shape.under_way >= max(of_shape.left, 1) or (of_listing.left <= 0 and of_listing.under_way > 0)

    def _records(self, leased: Leased) -> tuple[Record, Record]:
        """What the pages of its shape brought, and what its listing led to; a listing answers for itself."""
        kind = shape(leased.url)
        listing = self.found_on.get(leased.url, kind)
        return self.shapes.get(kind, Record()), self.listings.get(listing, Record(listing=True))

    def begun(self, leased: Leased) -> None:
        """A URL is handed out."""
        if leased.id not in self.out and not leased.fetched_before:
            kind = shape(leased.url)
            self.shapes.setdefault(kind, Record()).under_way += 1
            found = self.found_on.pop(leased.url, None)
            listing = found if leased.priority != COPY else None
            if listing is not None:
                self.listings.setdefault(listing, Record(listing=True)).under_way += 1
            self.out[leased.id] = (kind, listing, leased.url)
            self.fetching.add(leased.url)

    def listed(self, source: int | None, urls: list[str], new: int) -> None:
        """A listing, feed or sitemap was read, that led to these articles, some of them new."""
        kind = self.out[source][0] if source in self.out else None
        if kind is not None:
            self.found_on.update(dict.fromkeys(urls, kind))
            self.ended(source, fruitful=new > 0)

    def ended(self, source: int | None, *, fruitful: bool | None) -> None:
        """A URL has been settled. None: whether it brought something cannot be told, as where it could not be had."""
        if source not in self.out:
            return
        kind, listing, url = self.out.pop(source)
        self.fetching.discard(url)
        records = [self.shapes[kind], *([self.listings[listing]] if listing is not None else [])]
        for record in records:
            record.under_way -= 1
            if fruitful is not None:
                record.note(fruitful)
