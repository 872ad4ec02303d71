"""`scrapy serve` as a user runs it: where it says it is, it is, and it answers to that name only."""

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

import pytest

from tests.crawler.conftest import ROOT


def free_port(host: str) -> int:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        with socket.socket(family) as one:
            one.bind((host, 0))
            return int(one.getsockname()[1])
    except OSError:
        pytest.skip(f"NO {host}: this machine has no such address")


@contextmanager
def serving(host: str, port: int, folder: Path) -> Iterator["subprocess.Popen[str]"]:
    environment = {**os.environ, "FILMWIRE_DATABASE_URL": f"sqlite:///{folder / 'filmwire.db'}", "FILMWIRE_TOKEN": ""}
    command = [sys.executable, "-m", "scrapy", "serve", "--host", host, "--port", str(port)]
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True) as process:
        yield process
        process.send_signal(signal.SIGINT)
        assert process.wait(60) == 0


def status(host: str, port: int, named: str) -> int:
    connection = HTTPConnection(host, port, timeout=120)
    connection.request("GET", "/api/health", headers={"Host": named})
    answer = connection.getresponse().status
    connection.close()
    return answer


@pytest.mark.parametrize(("host", "named"), [("127.0.0.1", "127.0.0.1"), ("::1", "[::1]")])
def test_it_answers_where_it_says_and_to_nobody_elses_name(tmp_path: Path, host: str, named: str) -> None:
    port = free_port(host)
    with serving(host, port, tmp_path) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == f"Filmwire is at http://{named}:{port}/ until Ctrl-C.\n"
        assert re.fullmatch(r".* sign in with the token \S{32}\n", process.stdout.readline()), "an empty token is none"
        assert status(host, port, f"{named}:{port}") == 200
        assert status(host, port, "evil.example") == 400
