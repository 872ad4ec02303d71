"""Measure what duplicates are found: reposts of labelled pages' texts, streamed into an empty database in random order.

python -m benchmarks.duplicates [--pages ../shared/pages] [--database sqlite:///FILE] [--stories N] [--seed N]
"""

import argparse
import tempfile
import time
from collections import Counter
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Engine, select

from benchmarks.material.reposts import Story, corpus
from cleaners.article import CleanArticle
from storage.articles.articles import store_article
from storage.engine import open_database, reading, writing
from storage.models import Article
from storage.pages import Page, keep_page

MOMENT = datetime(2026, 3, 1, tzinfo=UTC)
CUT_BELOW_HALF = {"cut to 30"}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=Path, default=Path("../shared/pages"))
    parser.add_argument("--database", default=f"sqlite:///{tempfile.mkdtemp()}/duplicates.db")
    parser.add_argument("--stories", type=int, help="leave out all but so many stories of a language")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    stories = [story for story in corpus(options.pages, options.seed) if _kept(story, options.stories)]
    engine = open_database(options.database)
    seconds = stream(engine, stories)
    print(f"{len(stories)} articles, {1000 * seconds / len(stories):.1f} ms each")
    report(stories, clusters_of(engine, len(stories)))


def stream(engine: Engine, stories: Iterable[Story]) -> float:
    """Store every story; give the seconds it took."""
    start = time.perf_counter()
    for number, story in enumerate(stories):
        url = f"https://site{number}.example/{number}"
        page = Page(url, url, url.encode(), 200, "text/html", (), MOMENT, "benchmark")
        with writing(engine) as session:
            store_article(session, keep_page(session, page), CleanArticle(headline=str(number), body=story.text))
    return time.perf_counter() - start


def clusters_of(engine: Engine, count: int) -> list[int]:
    """The cluster of each story, in the order they were stored."""
    with reading(engine) as session:
        rows = {row.headline: row.cluster_id for row in session.execute(select(Article.headline, Article.cluster_id))}
    return [rows[str(number)] for number in range(count)]


def pairs(stories: list[Story], clusters: list[int], keep: Iterable[int]) -> tuple[float, float]:
    """Pair precision and recall over the stories kept."""
    keep = list(keep)
    right = _pairs((clusters[at], stories[at].story) for at in keep)
    return right / max(1, _pairs(clusters[at] for at in keep)), right / max(1, _pairs(stories[at].story for at in keep))


def report(stories: list[Story], clusters: list[int]) -> None:
    for language in sorted({story.language for story in stories}):
        mine = [at for at, story in enumerate(stories) if story.language == language]
        whole = [at for at in mine if stories[at].kind not in CUT_BELOW_HALF]
        for name, keep in (("all kinds", mine), ("not cut below half", whole)):
            precision, recall = pairs(stories, clusters, keep)
            print(f"{language}  {name:20} precision {precision:.4f}  recall {recall:.4f}  ({len(keep)} articles)")
        originals = {stories[at].story: clusters[at] for at in mine if stories[at].kind == "original"}
        missed = Counter(
            story.kind for at in mine if (story := stories[at]).story in originals and clusters[at] != originals[story.story]
        )
        print(f"    not with their original: {dict(missed) or 'none'}")


def _kept(story: Story, most: int | None) -> bool:
    return most is None or int(story.story.rpartition("-")[2]) < most


def _pairs(labels: Iterable[object]) -> int:
    return sum(count * (count - 1) // 2 for count in Counter(labels).values())


if __name__ == "__main__":
    main()
