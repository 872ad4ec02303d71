"""Keep the counts of large searches for a while: what was counted a moment ago is not counted again for the next reader."""

import time
from threading import Lock

from sqlalchemy.orm import Session

from storage.facets import Facets, facets
from storage.wanted import Wanted

SLOW = 0.05
"""Seconds that counting may take and still be done each time; a database of a few thousand articles is never behind."""
KEPT = 60.0
"""Seconds for which what took longer is kept: by so much the counts beside the newest articles may be behind."""
MOST = 500
"""Searches whose counts are kept."""


class Counts:
    """Counts, and remembers what took long."""

    def __init__(self) -> None:
        self._kept: dict[Wanted, tuple[float, Facets]] = {}
        self._lock = Lock()

    def of(self, session: Session, wanted: Wanted) -> Facets:
        """What the filters would leave of the articles wanted."""
        begun = time.monotonic()
        with self._lock:
            until, found = self._kept.get(wanted, (0.0, None))
        if found is not None and begun < until:
            return found
        found = facets(session, wanted)
        if (ended := time.monotonic()) > begun + SLOW:
            with self._lock:
                self._kept.pop(wanted, None)
                self._kept[wanted] = ended + KEPT, found
                while len(self._kept) > MOST:
                    del self._kept[next(iter(self._kept))]
        return found
