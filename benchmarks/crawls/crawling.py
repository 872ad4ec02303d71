"""Pages and a server for crawls on loopback, and the account of what a crawl's processes take."""

import os
import pickle
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from html import escape
from itertools import count, cycle, islice
from pathlib import Path

from benchmarks.material.labelled import labelled_rows, page_at

_TICKS = os.sysconf("SC_CLK_TCK")
_LOOK = 0.3
"""Seconds between two looks at what the processes took."""
_LOOKS = 4
"""Looks of which one sums up their memory as well: that takes 10 ms, of the very processors that are timed."""


@dataclass(frozen=True, slots=True)
class Account:
    """What a command and the processes that it started took."""

    seconds: float
    megabytes: float
    """The highest sum, pages that processes share counted once."""
    processor: Mapping[str, float]
    """Seconds by the part of the crawl."""


def labelled_pages(folder: Path, most: int) -> dict[str, bytes]:
    """Pages by the path they are served at, taken evenly from all sets; more than there are come again as they are."""
    rows = labelled_rows(folder)
    chosen = islice(cycle(rows[:: max(1, len(rows) // most)]), most)
    return {
        f"/2026/11/21/story-of-the-bench-{number}.html": _away(page_at(path), row.get("url") or "https://film.example/")
        for number, (path, row) in enumerate(chosen)
    }


def _away(page: bytes, url: str) -> bytes:
    """A page whose relative links still lead to where it was fetched: here there is nothing behind them."""
    return re.sub(rb"(<head(?:\s[^>]*)?>)", lambda head: head[1] + f'<base href="{escape(url)}">'.encode(), page, count=1)


@contextmanager
def serving(pages: Mapping[str, bytes]) -> Iterator[str]:
    """Serve the pages from a process of its own, and a list of them at /film/; with ``?A-B`` of those from A to B."""
    script = str(Path(__file__).with_name("serve_pages.py"))
    with subprocess.Popen([sys.executable, script], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as server:  # noqa: S603
        assert server.stdin is not None
        assert server.stdout is not None
        pickle.dump(dict(pages), server.stdin)
        server.stdin.close()
        try:
            yield f"http://127.0.0.1:{int(server.stdout.readline())}/film/"
        finally:
            server.kill()


def account(command: list[str], folder: Path, variables: Mapping[str, str]) -> Account:
    """Run a command to its end in a folder."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment |= {"PYTHONPYCACHEPREFIX": f"{tempfile.gettempdir()}/filmwire-bench-bytecode", **variables}
    began, most, spent = time.monotonic(), 0.0, dict[tuple[str, str], tuple[str, float]]()
    looks = count()
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    with subprocess.Popen(command, cwd=folder, env=environment, **quiet) as process:  # noqa: S603 - our own command
        while process.poll() is None:
            pids = list(_tree(str(process.pid), "crawl", spent))
            if next(looks) % _LOOKS == 0:
                most = max(most, sum(map(megabytes, pids)))
            with suppress(subprocess.TimeoutExpired):
                process.wait(_LOOK)
    parts: dict[str, float] = {}
    for part, seconds in spent.values():
        parts[part] = parts.get(part, 0) + seconds
    return Account(time.monotonic() - began, most, parts)


def megabytes(pid: str) -> float:
    """What a process holds, its share of what it has in common with others; 0 where it is no more."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
    except (FileNotFoundError, ProcessLookupError, PermissionError):
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


def _tree(pid: str, part: str, spent: dict[tuple[str, str], tuple[str, float]]) -> Iterator[str]:
    """A process and all below it; notes the processor time of every thread under the part of the crawl that it is."""
    yield pid
    try:
        threads = list(Path(f"/proc/{pid}/task").iterdir())
        for thread in threads:
            _, _, rest = (thread / "stat").read_text(encoding="utf-8").partition("(")[2].rpartition(")")
            ticks = rest.split()[11:13]
            role = part if thread.name == pid or part != "crawl" else "threads"
            spent[pid, thread.name] = (role, sum(map(int, ticks)) / _TICKS)
            for child in (thread / "children").read_text(encoding="ascii").split():
                line = Path(f"/proc/{child}/cmdline").read_text(encoding="utf-8", errors="replace")
                yield from _tree(child, _part(part, line), spent)
    except (FileNotFoundError, ProcessLookupError, PermissionError):
        return


def _part(above: str, line: str) -> str:
    return "workers" if above == "forkserver" else "forkserver" if "forkserver" in line else "children"
