"""The pages people read."""

from collections import Counter
from collections.abc import Sequence
from typing import Annotated, Any

from fastapi import APIRouter, Depends, HTTPException, Query, Request
from starlette.responses import Response

from storage.crawls.runs import list_runs
from storage.crawls.schedules import last_run, list_schedules
from storage.crawls.tables import Run
from storage.crawls.usual import unusual_about
from storage.engine import reading
from storage.models import Standing
from storage.query.browse import Order, browse
from storage.query.figures import list_sources, list_stories
from storage.query.queries import Shown, find_article, show_article
from storage.query.wanted import Wanted
from web.asking import Asked
from web.diff import differences, likeness
from web.ledger import marked_text
from web.syndication import feed_of
from web.templating import day, page

router = APIRouter(include_in_schema=False, default_response_class=Response)
Question = Annotated[Asked, Depends()]
FATES = ("new", "updated", "duplicate", "quarantined", "failed")
"""Those of pages that brought something, or were to."""
MEMBERS = 50
"""Other members of a story that an article's page lists."""
STORIES = 30
"""Stories on a page."""
SOURCES = 100
"""Sites with a card of their own."""


@router.get("/")
def search_page(request: Request, asked: Question, after: str | None = None) -> Response:
    """Search, filter, leaf through."""
    wanted = asked.wanted()
    with reading(request.app.state.engine) as session:
        shelf = _browse(session, wanted, after)
        found = request.app.state.counts.of(session, wanted)
    return page(request, "search.html", asked=asked, shelf=shelf, after=after, found=found)


@router.get("/feed.rss")
def feed(request: Request, asked: Question) -> Response:
    """Any search as RSS, the newest twenty wherever the words stand: who follows it must not miss one."""
    with reading(request.app.state.engine) as session:
        shelf = browse(session, asked.wanted(), order=Order.DATE)
    body = feed_of(shelf.cards, str(request.base_url), asked)
    return Response(body, media_type="application/rss+xml")


@router.get("/articles/{name}")
def article_page(request: Request, name: str, view: str = "text") -> Response:
    """One article: its text, its facts, and how it came to be."""
    with reading(request.app.state.engine) as session:
        shown = _shown(session, name)
        edits = [edit for edit in shown.ledger if edit.before.split() != (edit.after or "").split()]
        spans = marked_text(shown.article.body, shown.ledger) if view == "edits" else []
        others = [(other, likeness(shown.article.body, other.body)) for other in shown.duplicates[:MEMBERS]]
        values: dict[str, Any] = {"shown": shown, "article": shown.article, "view": view}
        return page(request, "article.html", edits=edits, spans=spans, others=others, **values)


@router.get("/articles/{name}/versions/{position}")
def version_page(request: Request, name: str, position: int) -> Response:
    """What changed from one version of an article to the next."""
    with reading(request.app.state.engine) as session:
        shown = _shown(session, name)
        texts = [
            *((version.headline, version.body) for version in shown.versions),
            (shown.article.headline, shown.article.body),
        ]
        if not 1 <= position < len(texts):
            raise HTTPException(404, "There is no such version.")
        (first, before), (second, now) = texts[position - 1 : position + 1]
        titles = f"Version {position}", f"Version {position + 1}"
        changes = differences(f"{first or ''}\n\n{before}", f"{second or ''}\n\n{now}")
        alike = likeness(before, now)
        return page(request, "compare.html", article=shown.article, other=None, titles=titles, changes=changes, alike=alike)


@router.get("/articles/{name}/compare/{other}")
def compare_page(request: Request, name: str, other: str) -> Response:
    """How two tellings of a story differ."""
    with reading(request.app.state.engine) as session:
        first, second = _shown(session, name).article, _shown(session, other).article
        titles = tuple(f"{article.publisher or article.site}" for article in (first, second))
        changes = differences(*(f"{article.headline or ''}\n\n{article.body}" for article in (first, second)))
        alike = likeness(first.body, second.body)
        return page(request, "compare.html", article=first, other=second, titles=titles, changes=changes, alike=alike)


@router.get("/quarantine")
def quarantine_page(request: Request, after: str | None = None) -> Response:
    """What waits for somebody to look, and why."""
    with reading(request.app.state.engine) as session:
        shelf = _browse(session, Wanted(standing=Standing.QUARANTINED), after)
        waiting = [(card, show_article(session, card.article_id)) for card in shelf.cards]
        return page(request, "quarantine.html", waiting=waiting, shelf=shelf)


@router.get("/stories")
def stories_page(request: Request, after: Annotated[int, Query(ge=0, le=2**62)] = 0) -> Response:
    """The stories that more than one article tells, the newest first."""
    with reading(request.app.state.engine) as session:
        stories = list_stories(session, after=after, limit=STORIES + 1, newest=True)
    return page(request, "stories.html", stories=stories[:STORIES], more=len(stories) > STORIES)


@router.get("/runs")
def runs_page(request: Request) -> Response:
    """What each crawl brought, and when the next ones are due."""
    with reading(request.app.state.engine) as session:
        runs = list_runs(session, 60)
        told = [(run, _brought(run), unusual_about(session, run)) for run in runs[:30]]
        schedules = [(schedule, last_run(session, schedule.id)) for schedule in list_schedules(session)]
        return page(request, "runs.html", runs=told, days=_days(runs), fates=FATES, schedules=schedules)


@router.get("/sources")
def sources_page(request: Request) -> Response:
    """What each site gave, and how complete it is; of thousands, as reading an archive brings, the largest."""
    with reading(request.app.state.engine) as session:
        sources = list_sources(session)
        return page(request, "sources.html", sources=sources[:SOURCES], more=sources[SOURCES:])


@router.get("/about-the-api")
def api_page(request: Request) -> Response:
    """The addresses for programs."""
    return page(request, "api.html", paths=request.app.openapi()["paths"])


def _brought(run: Run) -> dict[str, int]:
    return {fate: int(run.counts.get(f"articles/{fate}", 0)) for fate in FATES}


def _days(runs: Sequence[Run]) -> list[tuple[str, Counter[str]]]:
    """What the runs brought, by the day they began, oldest first."""
    days: dict[str, Counter[str]] = {}
    for run in reversed(runs):
        days.setdefault(day(run.started_at), Counter()).update(_brought(run))
    return list(days.items())


def _browse(session: Any, wanted: Wanted, after: str | None) -> Any:
    try:
        return browse(session, wanted, after=after)
    except ValueError as error:
        raise HTTPException(404, "This list cannot be continued from here.") from error


def _shown(session: Any, name: str) -> Shown:
    article_id = find_article(session, name)
    shown = show_article(session, article_id) if article_id is not None else None
    if shown is None:
        raise HTTPException(404, "There is no such article.")
    return shown
