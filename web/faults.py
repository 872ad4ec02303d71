"""Answer what cannot be answered: a page for people, JSON for programs, never a traceback."""

import logging

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response

from storage.problem import DatabaseProblem
from web.templating import page

_log = logging.getLogger("filmwire")


def install(app: FastAPI) -> None:
    """Give the application its answers to faults."""
    app.add_exception_handler(HTTPException, answer)
    app.add_exception_handler(RequestValidationError, answer)
    app.add_exception_handler(DatabaseProblem, tell)


async def answer(request: Request, fault: Exception) -> Response:
    """Say in one line what is wrong."""
    status = fault.status_code if isinstance(fault, HTTPException) else 422
    headers = fault.headers if isinstance(fault, HTTPException) else None
    detail = fault.detail if isinstance(fault, HTTPException) else _first(fault)
    if request.url.path.startswith("/api/"):
        return JSONResponse({"detail": detail}, status, headers=headers)
    return page(request, "fault.html", status=status, detail=detail, headers=dict(headers or {}))


async def tell(request: Request, problem: Exception) -> Response:
    """Say in the log what is wrong with the database, where its place may be named, and to others that something is."""
    _log.error("%s", problem)
    return await answer(request, HTTPException(503, "The database cannot be used now; the server's log says why."))


def _first(fault: Exception) -> str:
    if not isinstance(fault, RequestValidationError) or not fault.errors():
        return "This cannot be understood."
    error = fault.errors()[0]
    return f"{error['loc'][-1]}: {error['msg']}"
