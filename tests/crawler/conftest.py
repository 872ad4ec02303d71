"""Real servers on loopback, and real spiders in processes of their own."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.crawler.server import Site, serving

ROOT = Path(__file__).resolve().parent.parent.parent
Scrapy = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def site() -> Iterator[Site]:
    with serving(Site()) as running:
        yield running


@pytest.fixture
def scrapy(tmp_path: Path) -> Scrapy:
    """Run ``scrapy`` as a user does, on a database of its own, at a loopback site's pace."""

    def run(*args: str, url: str | None = None, timeout: float = 120, **settings: object) -> "subprocess.CompletedProcess[str]":
        environment = {**os.environ, "FILMWIRE_DATABASE_URL": url or f"sqlite:///{tmp_path / 'filmwire.db'}"}
        given = {"DOWNLOAD_DELAY": 0, "AUTOTHROTTLE_ENABLED": 0, "FILMWIRE_WORKERS": 1, **settings}
        pairs = [word for name, value in given.items() for word in ("-s", f"{name}={value}")]
        command = [sys.executable, "-m", "scrapy", args[0], *pairs, *args[1:]]
        return subprocess.run(
            command, cwd=ROOT, env=environment, capture_output=True, text=True, encoding="utf-8", timeout=timeout, check=False
        )

    return run
