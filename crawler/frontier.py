"""Scrapy's scheduler on the frontier in the database: what is fetched next, by which process, and when all is done."""

import asyncio
import itertools
import uuid
from asyncio import wrap_future
from bisect import insort
from collections.abc import Coroutine
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from scrapy import Request, Spider
from scrapy.core.scheduler import BaseScheduler
from scrapy.crawler import Crawler
from scrapy.utils.defer import deferred_from_coro
from twisted.internet.defer import Deferred

from crawler.holder import is_dead, this_process
from crawler.pipeline import StorePipeline
from storage.crawls.frontier import begin, expire, finish, lease, owners, release, renew, standing
from storage.crawls.leads import Answer, Leased, State, Tenure

if TYPE_CHECKING:
    from crawler.spiders.news import NewsSpider

BATCH = 32
"""URLs leased at a time: at most as many are fetched twice when the process is killed."""
LEASE_SECONDS = 120
"""How long a lease lasts; it is renewed three times as often, so that only the dead lose theirs."""


class FrontierScheduler(BaseScheduler):
    """Holds the few requests that are leased or under way; everything else stands in the database."""

    spider: "NewsSpider"

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.owner = f"{this_process()}:{uuid.uuid4().hex[:8]}"
        self.queue: list[tuple[int, int, Request]] = []
        """By priority, then in the order of leasing."""
        self.at_a_time = 2 * crawler.settings.getint("CONCURRENT_REQUESTS_PER_DOMAIN")
        """Requests that one host may have under way: what waits here can be given back at once, and lets other hosts by."""
        self.order = itertools.count()
        self.asking = asyncio.Lock()
        self.exhausted = False
        self.waiting = 0
        self.suspect: int | None = None
        """The one URL under way with which a crawl may have died before: never two, so that it is known which it was."""
        self.writing = 0
        """URLs of which something is being written down, and that are not in the queue meanwhile."""
        self.tasks: set[asyncio.Task[None]] = set()

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "FrontierScheduler":
        """Build it the way Scrapy asks."""
        return cls(crawler)

    def open(self, spider: Spider) -> "Deferred[None]":
        """Take over from processes that died here."""
        pipeline = self.crawler.get_item_pipeline(StorePipeline)
        if pipeline is None:
            raise RuntimeError("the frontier needs the pipeline that owns the database")
        self.writer = pipeline.writer
        self.spider = spider  # type: ignore[assignment]
        self.traps = pipeline.traps
        pipeline.frontier = self
        return deferred_from_coro(self._open())

    def close(self, reason: str) -> "Deferred[None]":
        """Give back what we have not got round to."""
        for task in self.tasks:
            task.cancel()
        return deferred_from_coro(self._close())

    def has_pending_requests(self) -> bool:
        """Whether there may be anything left to fetch."""
        return bool(self.queue or self.writing) or self.asking.locked() or not self.exhausted

    def enqueue_request(self, request: Request) -> bool:
        """Take a request whose URL is leased: the first time, on a redirect, or for another try."""
        insort(self.queue, (-request.priority, next(self.order), request))
        return True

    def next_request(self) -> Request | None:
        """Give the next request, and ask for more before they run out."""
        if len(self.queue) < BATCH // 2 and not self.exhausted and not self.asking.locked():
            self._start(self.replenish())
        for entry in list(self.queue):
            if self._may_go(entry[2]):
                self.queue.remove(entry)
                if self._goes(entry[2]):
                    return entry[2]
        return None

    def settled(self, source: int | None) -> None:
        """Something is done with and stored; a suspect that was no killer makes room for the next."""
        if source == self.suspect:
            self.suspect = None

    def __len__(self) -> int:
        return len(self.queue) + self.waiting

    def _is_free(self, request: Request) -> bool:
        """Whether the request's host has room for one more."""
        downloader = self.crawler.engine.downloader
        host = downloader.get_slot_key(request)
        return sum(downloader.get_slot_key(other) == host for other in downloader.active) < self.at_a_time

    def _may_go(self, request: Request) -> bool:
        """Whether the request's host has room for one more, and nothing else has to be settled first."""
        leased: Leased | None = None if "begun" in request.meta else request.meta.get("leased")
        waits = leased is not None and (self.traps.must_wait(leased) or (leased.suspect and self.suspect is not None))
        return not waits and self._is_free(request)

    def _goes(self, request: Request) -> bool:
        """Begin a request. False: it is not worth it, or it goes a little later, once it is written down that it does."""
        leased = request.meta.get("leased")
        if leased is None or "begun" in request.meta:
            return True
        if why := self.traps.why_not(leased):
            self._meanwhile(self._skip(leased, why))
            return False
        self.traps.begun(leased)
        request.meta["begun"] = True
        if leased.suspect:
            self.suspect = leased.id
            self._meanwhile(self._begin(request))
        return not leased.suspect

    async def _begin(self, request: Request) -> None:
        """Write down that a request is begun with which a crawl died before, and let it go."""
        url_id = request.meta["leased"].id
        await wrap_future(self.writer.run(lambda session: begin(session, url_id)))
        self.crawler.engine.crawl(request)

    async def _skip(self, leased: Leased, why: str) -> None:
        """Be done with a URL that is not worth fetching; tomorrow it may be."""
        now = datetime.now(UTC)
        answer = Answer(State.SKIPPED, why, due_at=now + timedelta(days=1))
        self.crawler.stats.inc_value("pages/skipped")
        self.crawler.stats.inc_value(f"pages/skipped/{why}")
        await wrap_future(self.writer.run(lambda session: finish(session, leased.id, answer, now)))
        await self.replenish()

    def _meanwhile(self, work: "Coroutine[Any, Any, None]") -> None:
        """Do something that the crawl must not end before: it counts from now, not from when its task comes round."""
        self.writing += 1
        self._start(self._counted(work))

    async def _counted(self, work: "Coroutine[Any, Any, None]") -> None:
        try:
            await work
        finally:
            self.writing -= 1

    async def replenish(self) -> None:
        """Lease what comes next and hand it to the engine, if there is little left."""
        async with self.asking:
            if self.exhausted or len(self.queue) >= BATCH // 2:
                return
            leased, left, others = await wrap_future(self.writer.run(self._lease))
            self.exhausted, self.waiting = not leased and not others, left
            for url in leased:
                self.crawler.engine.crawl(self.spider.request(url))

    def _lease(self, session: Any) -> tuple[list[Leased], int, bool]:
        leased = lease(session, self.spider.frontier, BATCH, self._tenure())
        stand = standing(session, self.spider.frontier)
        others = not leased and any(owner != self.owner for owner in owners(session, self.spider.frontier))
        return leased, stand.get(State.WAITING, 0), others

    def _tenure(self) -> Tenure:
        now = datetime.now(UTC)
        return Tenure(self.owner, now, now + timedelta(seconds=LEASE_SECONDS))

    async def _open(self) -> None:
        await wrap_future(self.writer.run(self._bury))
        self._start(self._keep())

    async def _close(self) -> None:
        await wrap_future(self.writer.run(lambda session: release(session, self.owner)))

    def _bury(self, session: Any) -> None:
        """Let the leases of processes run out that died on this machine; those of other machines run out by themselves."""
        for owner in owners(session, self.spider.frontier):
            if is_dead(owner):
                expire(session, owner)

    async def _keep(self) -> None:
        while True:
            await asyncio.sleep(LEASE_SECONDS / 3)
            await wrap_future(self.writer.run(lambda session: renew(session, self._tenure())))

    def _start(self, coroutine: "asyncio._CoroutineLike[None]") -> None:
        task = asyncio.get_running_loop().create_task(coroutine)
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)
