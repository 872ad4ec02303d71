"""Clean stored pages again, batch after batch: while one is stored the next are being cleaned."""

import asyncio
import sys
from collections import Counter, deque
from collections.abc import Sequence
from itertools import islice

from rich.progress import Progress
from sqlalchemy import Engine

from cleaners import CleanArticle
from cleaners.joining import join_pages
from crawler.cleaning.workers import CleaningWorkers
from crawler.command import screen
from crawler.discovery.further import MAX_PAGES, next_page
from storage.articles.articles import mark_failed, store_article
from storage.care.reclean import Difference, difference, page_at
from storage.engine import reading, writing
from storage.pages import Page, load_hints, load_page

BATCH = 32
"""Pages a process between two transactions: enough to keep it busy while the batch before is stored."""
AHEAD = 2
"""Batches that are being cleaned: where one ends with a slow page, the processes go on with the next."""

Batch = list[tuple[int, CleanArticle | str]]


async def clean_again(
    engine: Engine, pages: Sequence[int], workers: CleaningWorkers, *, dry: bool
) -> tuple[Counter[str], list[Difference]]:
    """Clean the pages and store them, or with ``dry`` only compare; count what became of them. Closes the workers."""
    counts: Counter[str] = Counter()
    differences: list[Difference] = []
    rest, finish, size = iter(pages), compare if dry else store, BATCH * workers.processes
    try:
        with Progress(console=screen(), transient=True, disable=not sys.stderr.isatty()) as bar:
            task = bar.add_task("cleaning", total=len(pages))
            begun = deque(asyncio.create_task(_cleaned(engine, workers, list(islice(rest, size)))) for _ in range(AHEAD))
            while batch := await begun.popleft():
                begun.append(asyncio.create_task(_cleaned(engine, workers, list(islice(rest, size)))))
                await asyncio.sleep(0)
                differences += await asyncio.to_thread(finish, engine, batch, counts)
                bar.advance(task, len(batch))
    finally:
        workers.close()
    return counts, differences


async def _cleaned(engine: Engine, workers: CleaningWorkers, pages: list[int]) -> Batch:
    with reading(engine) as session:
        loaded = [(load_page(session, number), load_hints(session, number)) for number in pages]
    cleaned = await asyncio.gather(*(workers.clean(page, hints) for page, hints in loaded))
    whole = [await _whole(engine, workers, page, one) for (page, _), one in zip(loaded, cleaned, strict=True)]
    return list(zip(pages, whole, strict=True))


async def _whole(engine: Engine, workers: CleaningWorkers, page: Page, cleaned: CleanArticle | str) -> CleanArticle | str:
    """Join the further pages of an article to its first, as far as they are kept."""
    if isinstance(cleaned, str):
        return cleaned
    parts, seen = [cleaned], {page.url, page.final_url}
    while (link := next_page(parts[-1], seen)) and len(parts) < MAX_PAGES:
        seen.add(link)
        with reading(engine) as session:
            number = page_at(session, link)
            further = (load_page(session, number), load_hints(session, number)) if number else None
        part = await workers.clean(*further) if further else ""
        if isinstance(part, str):
            break
        parts.append(part)
    return join_pages(parts)


def store(engine: Engine, batch: Batch, counts: Counter[str]) -> list[Difference]:
    """Store a batch in one transaction: killed before its end, all of it is done again."""
    with writing(engine) as session:
        for number, cleaned in batch:
            if isinstance(cleaned, str):
                stored = mark_failed(session, number, cleaned)
            else:
                stored = store_article(session, number, cleaned)
            counts[stored.fate] += 1
    return []


def compare(engine: Engine, batch: Batch, counts: Counter[str]) -> list[Difference]:
    """Find what a batch would change."""
    with reading(engine) as session:
        found = [difference(session, number, cleaned) for number, cleaned in batch if not isinstance(cleaned, str)]
    differences = [one for one in found if one is not None]
    counts["failed"] += sum(isinstance(cleaned, str) for _, cleaned in batch)
    counts.update(name for one in differences for name in one.changed)
    return differences
