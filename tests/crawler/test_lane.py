"""A crawl by hand takes its site's lane: of two at once one is told, and a crawl that was killed holds nothing."""

import signal
import socket
from pathlib import Path

import pytest

from storage.crawls.jobs import runs_in
from storage.engine import reading
from tests.crawler.machinery import Machine, killed, machine, publish, until
from tests.crawler.server import Site

pytestmark = pytest.mark.slow


def start(machines: Machine, site: Site):
    return machines.start("crawl", "site", "-a", f"url={site.url}/film/")


def holder(machines: Machine, site: Site) -> str | None:
    with reading(machines.engine) as session:
        return runs_in(session, site.host)


def test_of_two_crawls_of_a_site_one_is_told_and_a_dead_one_holds_nothing(tmp_path: Path, site: Site) -> None:
    publish(site, "harbour", 300, 1)
    with machine(f"sqlite:///{tmp_path / 'filmwire.db'}", tmp_path) as machines:
        first = start(machines, site)
        until(lambda: len(site.paths()) >= 2)
        second = start(machines, site)
        _, err = second.communicate(timeout=300)
        assert second.returncode == 1
        assert f"is being crawled by {holder(machines, site)}: a site wants one visitor at a time" in err
        killed(first)
        before, third = len(site.paths()), start(machines, site)
        until(lambda: len(site.paths()) > before + 1)
        assert holder(machines, site) == f"{socket.gethostname()}:{third.pid}"
        third.send_signal(signal.SIGTERM)
        assert third.wait(120) == 11
        assert holder(machines, site) is None
