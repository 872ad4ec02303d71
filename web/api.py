"""The API: articles with filters and cursors, streams of all of them, stories, sources, runs, health."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from typing import Annotated, Any

from fastapi import APIRouter, Body, Depends, HTTPException, Path, Query, Request
from starlette.responses import StreamingResponse

from storage.articles.decisions import decide
from storage.crawls.runs import list_runs
from storage.crawls.usual import unusual_about
from storage.engine import reading, writing
from storage.export.formats import rfc3339
from storage.export.records import records
from storage.models import Decision, Standing
from storage.query.browse import Order, browse
from storage.query.facets import count_articles
from storage.query.figures import list_members, list_sources, list_stories
from storage.query.queries import find_article, show_article
from storage.query.wanted import Wanted
from web import answers
from web.asking import Asked

NOT_FOUND: dict[int | str, dict[str, Any]] = {404: {"model": answers.Problem}}
REFUSED: dict[int | str, dict[str, Any]] = {400: {"model": answers.Problem}, 401: {"model": answers.Problem}}
UNREADABLE: dict[int | str, dict[str, Any]] = {422: {"model": answers.Problem}}


def known_only(request: Request) -> None:
    """Refuse a filter that is none: an answer without it would be the answer to another question."""
    operation = request.app.openapi()["paths"][request.scope["route"].path][request.method.lower()]
    known = [parameter["name"] for parameter in operation.get("parameters", ()) if parameter["in"] == "query"]
    if strange := next((name for name in request.query_params if name not in known), None):
        raise HTTPException(422, f"{strange}: there is no such parameter; there are: {', '.join(known) or 'none'}")


router = APIRouter(prefix="/api", dependencies=[Depends(known_only)], responses=UNREADABLE)
Question = Annotated[Asked, Depends()]
Name = Annotated[str, Path(max_length=32, pattern="^[0-9a-z]+$", description="an article's public id")]
Cluster = Annotated[int, Path(ge=0, le=2**62, description="a story's cluster_id")]
StandingQuery = Annotated[Standing, Query(description=f"{', '.join(Standing)}: those in sight, or others")]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a list."""

    order: Annotated[Order, Query(description="relevance (first where the words stand) or date")] = Order.RELEVANCE
    after: Annotated[str | None, Query(max_length=300, description="the cursor that came with the part before")] = None
    limit: Annotated[int, Query(ge=1, le=100, description="articles at most")] = 20


@router.get("/articles", responses=NOT_FOUND)
def list_articles(
    request: Request, asked: Question, part: Annotated[Part, Depends()], standing: StandingQuery = Standing.PUBLISHED
) -> answers.Articles:
    """The articles asked for, with their number and a cursor to go on from."""
    wanted = asked.wanted(standing)
    with reading(request.app.state.engine) as session:
        try:
            shelf = browse(session, wanted, after=part.after, limit=part.limit, order=part.order)
        except ValueError as error:
            raise HTTPException(404, "There is no such cursor.") from error
        total = count_articles(session, wanted)
    return answers.Articles(total=total, cursor=shelf.cursor, articles=[answers.card(card) for card in shelf.cards])


@router.get("/articles.jsonl", response_class=StreamingResponse)
def stream_lines(request: Request, asked: Question) -> StreamingResponse:
    """Every article asked for, with its text, the newest first: one JSON object a line, as in an export."""
    lines = (f"{line}\n" for line in _whole(request, asked.wanted()))
    return StreamingResponse(lines, media_type="application/x-ndjson")


@router.get("/articles.json", response_class=StreamingResponse)
def stream_array(request: Request, asked: Question) -> StreamingResponse:
    """Every article asked for, with its text, the newest first: one JSON array."""
    return StreamingResponse(_array(_whole(request, asked.wanted())), media_type="application/json")


@router.get("/articles/{name}", responses=NOT_FOUND)
def one_article(request: Request, name: Name) -> answers.Article:
    """One article with its ledger, its versions and everything else that hangs on it."""
    with reading(request.app.state.engine) as session:
        article_id = find_article(session, name)
        shown = show_article(session, article_id) if article_id is not None else None
        if shown is None:
            raise HTTPException(404, "There is no such article.")
        return answers.article(shown)


@router.post("/articles/{name}/decision", responses=NOT_FOUND | REFUSED)
def decide_on(request: Request, name: Name, decision: Annotated[Decision | None, Body(embed=True)]) -> answers.Standing:
    """Say {"decision": "released"}, or "rejected", or null to take it back. Needs the token: Authorization: Bearer TOKEN."""
    request.app.state.guard.check_bearer(request)
    with writing(request.app.state.engine) as session:
        article_id = find_article(session, name)
        if article_id is None or not decide(session, article_id, decision):
            raise HTTPException(404, "There is no such article.")
        shown = show_article(session, article_id)
        return answers.Standing(standing=shown.article.standing if shown else "")


@router.get("/clusters")
def stories(
    request: Request,
    after: Annotated[int, Query(ge=0, le=2**62, description="the last cluster_id of the part before")] = 0,
    limit: Annotated[int, Query(ge=1, le=100, description="stories at most")] = 50,
) -> list[answers.Story]:
    """The stories that more than one article tells."""
    with reading(request.app.state.engine) as session:
        return [answers.Story(**asdict(story)) for story in list_stories(session, after=after, limit=limit)]


@router.get("/clusters/{cluster_id}", responses=NOT_FOUND)
def one_story(request: Request, cluster_id: Cluster) -> list[answers.Member]:
    """The articles that tell one story, its representative first."""
    with reading(request.app.state.engine) as session:
        members = [answers.member(article) for article in list_members(session, cluster_id)]
    if not members:
        raise HTTPException(404, "There is no such story.")
    return members


@router.get("/sources")
def sources(request: Request) -> list[answers.Source]:
    """Every site with its figures."""
    with reading(request.app.state.engine) as session:
        return [answers.Source(**asdict(source)) for source in list_sources(session)]


@router.get("/runs")
def runs(request: Request, limit: Annotated[int, Query(ge=1, le=500, description="runs at most")] = 50) -> list[answers.Run]:
    """The crawls, newest first."""
    with reading(request.app.state.engine) as session:
        return [answers.run(row, unusual_about(session, row)) for row in list_runs(session, limit)]


@router.get("/health")
def health(request: Request) -> answers.Health:
    """Whether the database answers, and how many articles are published."""
    with reading(request.app.state.engine) as session:
        return answers.Health(status="ok", articles=count_articles(session, Wanted()))


def _whole(request: Request, wanted: Wanted) -> Iterator[str]:
    with reading(request.app.state.engine) as session:
        for record in records(session, wanted):
            yield json.dumps(record, ensure_ascii=False, default=rfc3339)


def _array(items: Iterable[str]) -> Iterator[str]:
    opening = "["
    for item in items:
        yield f"{opening}{item}"
        opening = ",\n"
    yield "]" if opening != "[" else "[]"
