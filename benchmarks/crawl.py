"""How many articles a second a crawl stores, beside plain Scrapy with trafilatura inline, in turns on the same pages.

    python -m benchmarks.crawl ../shared/pages [--pages 1000] [--rounds 3] [--learned] [--peers FOLDER]

Serves real pages on loopback and times whole processes, start-up included. Everything counts on our side: frontier, raw pages,
cleaning, duplicates, search index. Memory is the highest sum of all processes of a crawl, pages they share counted once (PSS).
Where the time goes is told by processor time: on a machine that others use, trust its ratio and not the clock's. Peers are
timed where FOLDER holds an environment of theirs, named ``news-please`` or ``newspaper4k`` (with its extra ``zh``). With
--learned the pages are those of six invented sites (benchmarks/material/transplants.py), whose templates an earlier crawl has
learned from other pages of them.
"""

import argparse
import shutil
import tempfile
from pathlib import Path
from statistics import median
from urllib.parse import urlsplit

from benchmarks.crawls.crawlers import PEERS, Crawl, Crawler, filmwire, plain
from benchmarks.crawls.crawling import labelled_pages, serving
from benchmarks.material.transplants import InventedPage, samples, sites
from cleaners.templates.learning import learn
from cleaners.templates.sample import ENOUGH

SITES = 6
"""Invented sites that are crawled at once, so that no site's own layout decides."""
TO_LEARN = ENOUGH + 4
"""Pages of each that an earlier crawl has had."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="a folder of labelled pages, each set with its index.jsonl")
    parser.add_argument("--pages", type=int, default=1000, help="so many that the start counts little")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--learned", action="store_true", help="pages of sites whose templates are learned")
    parser.add_argument("--peers", type=Path, help="a folder with the environments of peers, by their names")
    options = parser.parse_args()
    crawlers: dict[str, Crawler] = {"plain": plain, "filmwire": filmwire}
    if options.peers:
        crawlers |= {name: peer(options.peers / name) for name, peer in PEERS.items() if (options.peers / name).exists()}
    if options.learned:
        with serving(learnable_pages(options.folder, options.pages)) as url, tempfile.TemporaryDirectory() as folder:
            crawlers["filmwire"] = prepared(url, Path(folder))
            take_turns(crawlers, f"{url}?{SITES * TO_LEARN}-", options.rounds)
    else:
        with serving(labelled_pages(options.folder, options.pages)) as url:
            take_turns(crawlers, f"{url}?0-", options.rounds)


def learnable_pages(folder: Path, most: int) -> dict[str, bytes]:
    """Pages of invented sites whose templates can be learned; those to learn from come first, site by site.

    No story comes twice, on whichever site: they all have one address here, and a site that tells its stories anew is a trap.
    """
    each, invented, told = TO_LEARN + most // SITES, list[list[InventedPage]](), set[str]()
    for pages in sites(folder, each):
        headlines = {page.story.headline for page in pages}
        if len(headlines) == each and told.isdisjoint(headlines) and learn(samples(pages), "x", 1) is not None:
            invented.append(pages)
            told |= headlines
        if len(invented) == SITES:
            break
    ordered = [page for pages in invented for page in pages[:TO_LEARN]]
    ordered += [page for row in zip(*(pages[TO_LEARN:] for pages in invented), strict=True) for page in row]
    return {urlsplit(page.url).path: page.html for page in ordered}


def prepared(url: str, folder: Path) -> Crawler:
    """Let Filmwire learn from the first pages of each site; give the crawl of all the others, each time from there."""
    learned = folder / "learned.db"
    filmwire(f"{url}?0-{SITES * TO_LEARN}", learned)

    def crawl(url: str) -> Crawl:
        return filmwire(url, Path(shutil.copy(learned, folder / "bench.db")))

    return crawl


def take_turns(crawlers: dict[str, Crawler], url: str, rounds: int) -> None:
    """Let each crawl in turn, once unmeasured for byte code and files to be at hand, and compare all with the first."""
    crawls: dict[str, list[Crawl]] = {name: [] for name in crawlers}
    for crawl in crawlers.values():
        crawl(f"{url}4")
    for turn in range(rounds):
        for name, crawl in crawlers.items():
            crawls[name].append(crawl(url))
            print(f"{turn + 1} {name:12} {crawls[name][-1]}", flush=True)
    first, *others = crawls
    for name in others:
        print(f"{name}: {compared(crawls[name], crawls[first])} as {first}")


def compared(ours: list[Crawl], theirs: list[Crawl]) -> str:
    """How many times as many articles a second, by the clock and by processor time; medians of pairs."""
    pairs = list(zip(ours, theirs, strict=True))
    clock = median(a.stored / a.account.seconds * b.account.seconds / b.stored for a, b in pairs)
    processor = median(a.stored / a.processor * b.processor / b.stored for a, b in pairs)
    return f"{clock:.2f} times as many a second, {processor:.2f} times as many a second of processor time,"


if __name__ == "__main__":
    main()
