"""How many files this process may hold open at a time."""

import resource

from crawler.exits import Exit, Mistake

NEEDED = 64
"""A crawl and its workers hold 28 before they connect, and one more for each connection."""
PLENTY = 1024


def open_enough() -> None:
    """Raise the limit to what this user may have, if it is low. Raises Mistake where that is too few for a crawl."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    most = PLENTY if hard == resource.RLIM_INFINITY else min(hard, PLENTY)
    if soft != resource.RLIM_INFINITY and soft < most:
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))
    if most < NEEDED:
        raise Mistake(f"{most} open files are too few for a crawl: allow at least {NEEDED} (ulimit -n)", Exit.CONFIGURATION)
