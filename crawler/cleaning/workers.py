"""Clean pages in child processes that can be killed: a page may take time and memory, but never the crawl with it."""

import asyncio
import logging
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from typing import TypeVar

from pebble import ProcessExpired, ProcessPool

from cleaners import CleanArticle, SiteHints
from cleaners.templates.template import Template
from crawler.cleaning.cleaning import Sample, bound_memory, clean, learn_template, read_links
from crawler.cleaning.forking import forking
from crawler.links import Kind, Link
from storage.pages import Page

T = TypeVar("T")

_log = logging.getLogger(__name__)

TRIES = 2
"""How often a page may kill its worker before it is given up: the first time another page may have been to blame."""
PAGES_A_WORKER = 100
"""Pages after which a worker is replaced: a warm one is forked in no time, and what libraries keep would be 40 MB more."""
LESSONS = 4
"""How many times as long as cleaning a page the learning from eight may take; it takes as long as cleaning some twenty."""


class CleaningWorkers:
    """A pool of warm processes. ``seconds`` and ``megabytes`` bound each page."""

    def __init__(self, processes: int, seconds: float, megabytes: int) -> None:
        self.processes, self.seconds, self.megabytes = processes, seconds, megabytes
        self._pool = self._new_pool()
        self._starting = ThreadPoolExecutor(1, "filmwire-cleaning").submit(self._pool.schedule, bool)
        """The first task starts the processes, and waits until they can be forked; the first pages are fetched meanwhile."""

    async def clean(self, page: Page, hints: SiteHints) -> CleanArticle | str:
        """Clean a page; where that cannot be done, say why in a word or two."""
        return await self._tried(clean, (page.body, page.final_url, page.content_type, hints))

    async def read(self, kind: Kind, page: Page) -> list[Link] | str:
        """Read where a feed, a sitemap or a listing leads, or say why that cannot be done."""
        return await self._tried(read_links, (kind, page.body, page.final_url, page.content_type))

    async def _tried(self, verb: Callable[..., T], values: tuple[object, ...]) -> T | str:
        why = ""
        await self._started()
        for _ in range(TRIES):
            future = self._submit(verb, values)
            await asyncio.wait([asyncio.wrap_future(future)])
            error = future.exception()
            if error is None:
                return future.result()
            why = self._reason(error)
            if not isinstance(error, ProcessExpired | BrokenProcessPool):
                break
        return why

    async def learn(self, samples: Sequence[Sample], site: str, version: int) -> Template | None:
        """Learn a site's template; None where there is none to learn, or learning takes too long."""
        await self._started()
        future = self._pool.schedule(learn_template, (samples, site, version), timeout=self.seconds * LESSONS)
        await asyncio.wait([asyncio.wrap_future(future)])
        error = future.exception()
        if error is not None:
            _log.warning("no template learned for %s: %s", site, self._reason(error))
        return None if error else future.result()

    def close(self) -> None:
        """End the processes at once; whatever they were at is not stored yet and will be done again."""
        wait([self._starting])
        self._pool.stop()
        self._pool.join()

    def _submit(self, verb: Callable[..., T], values: tuple[object, ...]) -> "Future[T]":
        if not self._pool.active:
            _log.warning("the cleaning workers broke down and are started anew")
            self.close()
            self._pool = self._new_pool()
        return self._pool.schedule(verb, values, timeout=self.seconds)

    async def _started(self) -> None:
        if not self._starting.done():
            await asyncio.wait([asyncio.wrap_future(self._starting)])

    def _new_pool(self) -> ProcessPool:
        return ProcessPool(self.processes, PAGES_A_WORKER, bound_memory, (self.megabytes,), forking())

    def _reason(self, error: BaseException) -> str:
        if isinstance(error, TimeoutError):
            return f"took longer than {self.seconds:g} s"
        if isinstance(error, MemoryError):
            return f"took more than {self.megabytes} MB"
        if isinstance(error, ProcessExpired | BrokenProcessPool):
            return "killed its worker"
        _log.error("cleaning failed: a fault of ours, please report it", exc_info=error)
        return f"{type(error).__name__}: {error}"
