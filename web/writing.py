"""The pages that change something: signing in and out, releasing and rejecting."""

from typing import Annotated
from urllib.parse import parse_qs

from fastapi import APIRouter, Depends, HTTPException, Request
from starlette.responses import RedirectResponse, Response

from storage.articles.decisions import decide
from storage.engine import writing
from storage.models import Decision
from storage.query.queries import find_article
from web.security import COOKIE, Guard, same_origin
from web.templating import page

router = APIRouter(include_in_schema=False)
LONGEST_FORM = 10_000
"""Bytes; ours have under 200."""
WORDS = {"release": Decision.RELEASED, "reject": Decision.REJECTED, "withdraw": None}


async def form(request: Request) -> dict[str, str]:
    """The fields of a form, the first value of each. Raises HTTPException 413."""
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > LONGEST_FORM:
            raise HTTPException(413, "This form is too long.")
    return {name: values[0] for name, values in parse_qs(body.decode(errors="replace")).items()}


Form = Annotated[dict[str, str], Depends(form)]


@router.get("/sign-in")
def sign_in_page(request: Request) -> Response:
    """Ask for the token."""
    return page(request, "sign-in.html", wrong=False)


@router.post("/sign-in")
def sign_in(request: Request, fields: Form) -> Response:
    """Let the bearer of the token write from this browser."""
    guard: Guard = request.app.state.guard
    if not (same_origin(request) and guard.knows(fields.get("token", "").strip())):
        return page(request, "sign-in.html", status=403, wrong=True)
    answer = RedirectResponse("/quarantine", 303)
    answer.set_cookie(COOKIE, guard.cookie, httponly=True, samesite="strict", secure=request.url.scheme == "https")
    return answer


@router.post("/sign-out")
def sign_out(request: Request, fields: Form) -> Response:
    """Forget the browser."""
    request.app.state.guard.check_form(request, fields.get("word", ""))
    answer = RedirectResponse("/", 303)
    answer.delete_cookie(COOKIE)
    return answer


@router.post("/articles/{name}/decision")
def decide_on(request: Request, name: str, fields: Form) -> Response:
    """Release, reject, or take the decision back."""
    request.app.state.guard.check_form(request, fields.get("word", ""))
    if fields.get("decision") not in WORDS:
        raise HTTPException(422, "A decision is to release, to reject or to withdraw.")
    with writing(request.app.state.engine) as session:
        article_id = find_article(session, name)
        if article_id is None or not decide(session, article_id, WORDS[fields["decision"]]):
            raise HTTPException(404, "There is no such article.")
    return RedirectResponse("/quarantine" if fields.get("from") == "quarantine" else f"/articles/{name}", 303)
