"""Which site template a page is cleaned by, and when one is learned, learned anew, or given up.

A crawl uses the templates that stood when it began; what it learns is for the next. So it makes no difference which pages
came first, nor how often the crawl was killed: the runs that go on with a killed one belong to the same crawl.
"""

import asyncio
import logging
from asyncio import wrap_future
from dataclasses import dataclass
from datetime import UTC, datetime

from scrapy.statscollectors import StatsCollector

from cleaners import CleanArticle, Verdict
from cleaners.templates.sample import ENOUGH, Sample
from cleaners.templates.short_way import sent_back
from cleaners.templates.template import Template, shape_of
from crawler.cleaning.workers import CleaningWorkers
from storage.crawls.templates import alike, current_template, decided_since, give_up, keep_template, last_version
from storage.pages import load_hints, load_page
from storage.writer import Session, Writer

LOOKED_AT = 12
"""Pages cleaned by a template after which it is asked how many of them were sent back."""
CHANGED = 0.5
"""Share of those from which on the site counts as changed."""
PATIENCE = 4
"""How many times more pages are waited for after each time that nothing could be learned."""
SITES = 2000
"""Shapes of addresses remembered; traps have no end of them."""

_log = logging.getLogger("filmwire")


@dataclass(slots=True)
class Standing:
    """How the pages of one shape stand in this crawl."""

    template: Template | None
    cleaned: int
    """Pages to learn from, stored by earlier crawls and by this one."""
    wanted: int = ENOUGH
    """How many it takes for the next try."""
    used: int = 0
    back: int = 0
    """Pages sent back to the general way, of those last used on."""
    learning: bool = False
    decided: bool = False
    """Whether this crawl has learned something, or given the template up: then that is that until the next."""


class SiteTemplates:
    """The templates of the sites that a crawl meets. It asks the database once for each shape of address."""

    def __init__(self, writer: Writer, workers: CleaningWorkers, stats: StatsCollector) -> None:
        self.writer, self.workers, self.stats = writer, workers, stats
        self.began = datetime.now(UTC)
        """When the crawl began, of which this run may be the last part only."""
        self.sites: dict[str, asyncio.Future[Standing]] = {}
        self.tasks: set[asyncio.Task[None]] = set()

    async def of(self, url: str) -> Template | None:
        """The template for a page, if its site has one."""
        return (await self._standing(url)).template

    async def note(self, url: str, template: Template | None, article: CleanArticle) -> None:
        """Learn from how a stored page was cleaned; once there is enough to learn from, do so beside the crawl."""
        site = await self._standing(url)
        if template is not None:
            self.stats.inc_value("templates/sent back" if sent_back(article) else "templates/used")
        if site.template is not None and template == site.template:
            site.used += 1
            site.back += sent_back(article)
            if site.used >= LOOKED_AT:
                changed, site.used, site.back = site.back >= CHANGED * site.used, 0, 0
                if changed:
                    self._start(url, site)
        elif site.template is None and article.verdict is not Verdict.QUARANTINE:
            site.cleaned += 1
            if site.cleaned >= site.wanted:
                self._start(url, site)

    async def close(self, *, at_once: bool) -> None:
        """Finish what is being learned, or leave it to the next crawl; what fails is told, and keeps no crawl from its end."""
        for task in self.tasks if at_once else ():
            task.cancel()
        for ended in await asyncio.gather(*self.tasks, return_exceptions=True):
            if isinstance(ended, Exception):
                _log.error("no template learned", exc_info=ended)

    async def _standing(self, url: str) -> Standing:
        shape = shape_of(url)
        if shape not in self.sites:
            if len(self.sites) >= SITES:
                self.sites.pop(next(iter(self.sites)))
            self.sites[shape] = asyncio.ensure_future(
                wrap_future(self.writer.run(lambda session: _begin(session, url, self.began)))
            )
        return await asyncio.shield(self.sites[shape])

    def _start(self, url: str, site: Standing) -> None:
        if site.learning or site.decided:
            return
        site.learning = True
        task = asyncio.get_running_loop().create_task(self._learn(url, site))
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)

    async def _learn(self, url: str, site: Standing) -> None:
        samples, version = await wrap_future(self.writer.run(lambda session: _samples(session, url)))
        old, learned = site.template, await self.workers.learn(samples, shape_of(url), version + 1)
        await wrap_future(self.writer.run(lambda session: _exchange(session, old, learned)))
        site.learning, site.decided = False, bool(old or learned)
        if learned is None:
            site.wanted *= PATIENCE
        else:
            self.stats.inc_value("templates/learned")
            _log.info("learned      %s, from %d pages", learned, len(samples))


def _begin(session: Session, url: str, began: datetime) -> Standing:
    template = current_template(session, shape_of(url), began)
    learned = 0 if template else len(alike(session, url, ENOUGH))
    return Standing(template, learned, decided=decided_since(session, shape_of(url), began))


def _samples(session: Session, url: str) -> tuple[list[Sample], int]:
    numbers = alike(session, url, ENOUGH)
    pages = [(load_page(session, number), load_hints(session, number)) for number in numbers]
    samples = [Sample(page.body, page.final_url, page.content_type, hints) for page, hints in pages]
    return samples, last_version(session, shape_of(url))


def _exchange(session: Session, old: Template | None, learned: Template | None) -> None:
    """Put a newly learned template in the place of one that no longer fits; without a new one the old is given up."""
    if old is not None:
        give_up(session, old)
    if learned is not None:
        keep_template(session, learned)
