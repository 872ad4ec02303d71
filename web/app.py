"""Build the application: one database, its pages, its API, and what stands round them."""

import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from fastapi import FastAPI
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.staticfiles import StaticFiles

from storage.engine import open_database
from storage.query.wanted import Wanted
from web import api, faults, pages, writing
from web.counts import Counts
from web.heads import Heads
from web.security import Guard, SecureHeaders

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
"""The names under which a server on this machine is asked; any other is somebody's trick with DNS."""


def create_app(database_url: str, *, token: str | None = None, hosts: tuple[str, ...] = LOOPBACK) -> FastAPI:
    """Open the database and build the application.

    ``token`` lets its bearer write; None makes a new one. ``hosts`` are the names it answers to. Raises DatabaseProblem.
    """
    engine = open_database(database_url)
    counts = Counts(engine)

    @asynccontextmanager
    async def life(_: FastAPI) -> AsyncIterator[None]:
        counts.renew(Wanted())  # the first page's
        yield
        counts.close()
        engine.dispose()

    app = FastAPI(
        title="Filmwire",
        description="Film news, clean and deduplicated, with the reasons.",
        version="1",
        openapi_url="/api/openapi.json",
        docs_url=None,  # their pages load scripts from elsewhere
        redoc_url=None,
        lifespan=life,
    )
    app.state.engine = engine
    app.state.counts = counts
    app.state.guard = Guard(token or secrets.token_urlsafe(24))
    app.include_router(api.router)
    app.include_router(pages.router)
    app.include_router(writing.router)
    app.mount("/static", StaticFiles(directory=Path(__file__).parent / "static"), name="static")
    faults.install(app)
    app.add_middleware(Heads)
    app.add_middleware(SecureHeaders)
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=list(hosts))
    return app
