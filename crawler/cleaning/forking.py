"""The process that forks the cleaning workers: it has loaded and warmed everything, and has no threads."""

import multiprocessing
import signal
import sys
from multiprocessing import forkserver
from multiprocessing.context import ForkServerContext

PRELOADED = ["pebble", "crawler.cleaning.warm"]


def forking() -> ForkServerContext:
    """Where processes are forked from: a dead one is replaced in no time."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(PRELOADED)
    # A new process would run the script that began this one, to know its names: a cleaner needs none, and Scrapy takes 40 MB.
    sys.modules["__main__"].__file__ = None
    return context


def warm_up() -> None:
    """Start that process, and do not wait: it warms up on another core while the crawl is made ready.

    A terminal that is closed tells all its processes; what stands behind a crawl waits for the crawl's own word.
    """
    forking()
    heeded = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        forkserver.ensure_running()
    finally:
        signal.signal(signal.SIGHUP, heeded)
