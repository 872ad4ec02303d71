"""What learned templates do to quality and to speed, on invented sites: real pages' furniture around other labelled texts.

    python -m benchmarks.templates ../shared/pages [--sites 30] [--pages 24]

Each site's template is learned from its first pages; the others are cleaned both ways, in turns, and scored by their labels.
"""

import argparse
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from statistics import mean, median

from benchmarks.material.transplants import InventedPage, samples, sites
from cleaners import SiteHints, clean_page
from cleaners.templates.learning import learn
from cleaners.templates.sample import ENOUGH
from cleaners.templates.short_way import ORIGIN, by_template
from cleaners.templates.template import Template, shape_of
from crawler.evaluation.scoring import folded, harmonic, overlap


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--sites", type=int, default=30)
    parser.add_argument("--pages", type=int, default=24)
    options = parser.parse_args()
    learned, all_rows, cost = 0, list[tuple[float, float, bool, bool, float, float, str]](), list[float]()
    for pages in islice(sites(options.folder, options.pages), options.sites):
        before = time.process_time()
        template = learn(samples(pages), shape_of(pages[0].url), 1)
        cost.append(time.process_time() - before)
        learned += template is not None
        rows = list(compare(pages[ENOUGH:], template)) if template else []
        all_rows += rows
        print(pages[0].url.split("/")[2], told(rows) if rows else "nothing learned", flush=True)
    print(f"{learned} of {len(cost)} sites learned, {median(cost):.1f} s each; {told(all_rows)}")
    for why, count in Counter(row[-1].partition(": ")[2] for row in all_rows if row[-1]).most_common():
        print(f"{count:5} sent back: {why}")


Row = tuple[float, float, bool, bool, float, float, str]
"""F1 of the general and of the short way, whether the headline is right, seconds, and why a page was sent back."""


def compare(pages: Sequence[InventedPage], template: Template) -> Iterator[Row]:
    """Clean each page both ways."""
    for page in pages:
        start = time.process_time()
        general = clean_page(page.html, url=page.url)
        middle = time.process_time()
        short = clean_page(page.html, url=page.url, hints=SiteHints(template=template))
        end = time.process_time()
        truth = "\n".join(page.story.paragraphs)
        scores = [harmonic(*overlap(truth, article.body)) for article in (general, short)]
        titles = [folded(article.headline) == folded(page.story.headline) for article in (general, short)]
        why = "" if by_template(short) else next(one.value for one in short.provenance if one.origin == ORIGIN)
        yield scores[0], scores[1], titles[0], titles[1], middle - start, end - middle, why


def told(rows: Sequence[Row]) -> str:
    """The rows of a site in one line."""
    general, short, right, still, slow, fast, back = zip(*rows, strict=True)
    return (
        f"F1 {mean(general):.4f} -> {mean(short):.4f}, headlines {mean(right):.3f} -> {mean(still):.3f}, "
        f"{1000 * mean(slow):.0f} -> {1000 * mean(fast):.0f} ms, {mean(map(bool, back)):.0%} sent back"
    )


if __name__ == "__main__":
    main()
