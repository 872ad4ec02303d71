"""Let a process that a worker started end with it: the worker holds the other end of its standard input."""

import os
import signal
import threading
import time

VARIABLE = "FILMWIRE_LEASH"
"""Names the seconds in which such a process must be gone once its worker is; unset: nobody holds it."""


def follow() -> None:
    """Watch the leash, if there is one, from a thread of its own."""
    if seconds := os.environ.pop(VARIABLE, None):
        threading.Thread(target=_watch, args=(float(seconds),), name="leash", daemon=True).start()


def _watch(seconds: float) -> None:
    while os.read(0, 1):
        pass
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(seconds)
    os.killpg(os.getpgid(0), signal.SIGKILL)
