"""Keep the counts of large searches for a while: what was counted a moment ago is not counted again for the next reader."""

import time
from concurrent.futures import ThreadPoolExecutor
from threading import Lock

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from storage.engine import reading
from storage.query.facets import Facets, count_films, facets
from storage.query.wanted import Wanted

SLOW = 0.05
"""Seconds that counting may take and still be done each time; a database of a few thousand articles is never behind."""
KEPT = 60.0
"""Seconds for which what took longer is kept: by so much the counts beside the newest articles may be behind."""
LATE = 600.0
"""Seconds after those for which they are still shown to who asks first, while they are counted anew behind the page."""
MOST = 500
"""Searches whose counts are kept."""


class Counts:
    """Counts, and remembers what took long."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._kept: dict[Wanted, tuple[float, Facets]] = {}
        self._renewing = set[Wanted]()
        self._lock = Lock()
        self._behind = ThreadPoolExecutor(1, "counts")
        self._beside = ThreadPoolExecutor(2, "films")

    def of(self, session: Session, wanted: Wanted) -> Facets:
        """What the filters would leave of the articles wanted."""
        now = time.monotonic()
        with self._lock:
            until, found = self._kept.get(wanted, (0.0, None))
        if found is None or now >= until + LATE:
            return self._count(session, wanted)
        if now >= until:
            self.renew(wanted)
        return found

    def renew(self, wanted: Wanted) -> None:
        """Count behind the page, once at a time."""
        with self._lock:
            if wanted in self._renewing:
                return
            self._renewing.add(wanted)
        self._behind.submit(self._renew, wanted)

    def close(self) -> None:
        """Wait for what is being counted."""
        self._behind.shutdown(cancel_futures=True)
        self._beside.shutdown()

    def _renew(self, wanted: Wanted) -> None:
        try:
            with reading(self._engine) as session:
                self._count(session, wanted)
        finally:
            with self._lock:
                self._renewing.discard(wanted)

    def _films(self, wanted: Wanted) -> list[tuple[str, int]]:
        with reading(self._engine) as session:
            return count_films(session, wanted)

    def _count(self, session: Session, wanted: Wanted) -> Facets:
        begun = time.monotonic()
        films = self._beside.submit(self._films, wanted)  # half of the work, for another processor
        found = facets(session, wanted, films.result)
        ended = time.monotonic()
        with self._lock:
            self._kept.pop(wanted, None)
            if ended > begun + SLOW:
                self._kept[wanted] = ended + KEPT, found
            while len(self._kept) > MOST:
                del self._kept[next(iter(self._kept))]
        return found
