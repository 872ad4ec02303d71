"""What is unusual about a crawl: compared with the site's own earlier ones, never with a limit of ours."""

from collections.abc import Mapping, Sequence
from statistics import median

from sqlalchemy import select
from sqlalchemy.orm import Session

from storage.crawls.runs import LOOKED_BACK
from storage.crawls.tables import Run

Counts = Mapping[str, int]

EARLIER = 10
"""Runs that say what is usual; fewer than ``ENOUGH`` say nothing."""
ENOUGH = 3
FEW = 5
"""Articles below which shares say nothing: of five articles one without a date is chance."""
MOSTLY = 0.5
BADLY = ("articles/quarantined", "articles/failed", "pages/failed")


def unusual_about(session: Session, run: Run) -> list[str]:
    """What is unusual about a finished run, in words for people."""
    same = select(Run).where(Run.spider == run.spider, Run.id < run.id, Run.status == "finished").order_by(Run.id.desc())
    of_site = (other.counts for other in session.scalars(same.limit(5 * EARLIER)) if _site(other) == _site(run))
    return unusual(run.counts, list(of_site)[:EARLIER]) if run.finished_at else []


def last_fruitful(session: Session, spider: str) -> Run | None:
    """The newest crawl that brought a new article, of the site that the spider crawled last; None: none of ``LOOKED_BACK``."""
    runs = session.scalars(select(Run).where(Run.spider == spider).order_by(Run.id.desc()).limit(LOOKED_BACK)).all()
    return next((run for run in runs if _site(run) == _site(runs[0]) and run.counts.get("articles/new")), None)


def unusual(counts: Counts, earlier: Sequence[Counts]) -> list[str]:
    """Say what fell to zero, what went empty, and whether most went wrong where it usually does not.

    >>> usual = {"articles/new": 20, "fields/headline": 20, "fields/date_published": 19}
    >>> unusual({"articles/new": 18, "fields/headline": 18}, [usual] * 3)
    ['date_published is empty, usually 95 %']
    >>> unusual({}, [usual] * 3)
    ['no article seen, usually 20']
    """
    if len(earlier) < ENOUGH:
        return []
    usually = median(map(seen, earlier))
    if usually >= 1 and not seen(counts):
        return [f"no article seen, usually {usually:.0f}"]
    return [*_gone_wrong(counts, earlier), *_gone_empty(counts, earlier)]


def seen(counts: Counts) -> int:
    """Articles that a crawl met, whether it had them already or not."""
    return sum(counts.get(name, 0) for name in ("links/known", "pages/unchanged", "pages/failed")) + cleaned(counts)


def cleaned(counts: Counts) -> int:
    """Pages that were cleaned, whatever became of them."""
    return sum(count for name, count in counts.items() if name.startswith("articles/"))


def _gone_wrong(counts: Counts, earlier: Sequence[Counts]) -> list[str]:
    def share(crawls: Sequence[Counts]) -> float:
        bad = sum(crawl.get(name, 0) for crawl in crawls for name in BADLY)
        return bad / max(1, sum(cleaned(crawl) + crawl.get("pages/failed", 0) for crawl in crawls))

    now, before = share([counts]), share(earlier)
    if cleaned(counts) + counts.get("pages/failed", 0) < FEW or now < MOSTLY or before >= MOSTLY / 2:
        return []
    return [f"{now:.0%} quarantined or failed, usually {before:.0%}".replace("%", " %")]


def _gone_empty(counts: Counts, earlier: Sequence[Counts]) -> list[str]:
    total = sum(map(cleaned, earlier))
    if cleaned(counts) < FEW or not total:
        return []
    fields = sorted({name for crawl in earlier for name in crawl if name.startswith("fields/") and not counts.get(name)})
    shares = ((name.removeprefix("fields/"), sum(crawl.get(name, 0) for crawl in earlier) / total) for name in fields)
    return [f"{name} is empty, usually {share * 100:.0f} %" for name, share in shares if share >= MOSTLY]


def _site(run: Run) -> object:
    return run.arguments.get("url"), run.arguments.get("pages")
