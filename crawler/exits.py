"""How a command ends: its exit code, and the one line a user's mistake gets."""

import logging
import os
import sys
from enum import IntEnum

from rich.console import Console


class Exit(IntEnum):
    """The documented exit codes."""

    OK = 0
    ERROR = 1
    USAGE = 2
    NOTHING = 3
    """Nothing came though something should have."""
    CONFIGURATION = 4
    QUALITY = 5
    """A quality gate failed."""
    INTERRUPTED = 11


class Mistake(Exception):  # noqa: N818 - the user's, not the program's
    """Something the user can put right. The message is one clear line; ``code`` is how the command ends."""

    def __init__(self, message: str, code: Exit = Exit.USAGE) -> None:
        super().__init__(" ".join(message.split()))
        self.code = code


def end_at_once(command: str, loss: Exception) -> None:
    """End this process now: the database is lost, and what it would still do could be kept nowhere.

    It is as if it were killed, which loses nothing that was stored; an end in good order would write to the database.
    """
    code = Exit.ERROR if hasattr(loss, "orig") else Exit.CONFIGURATION
    Console(stderr=True).show_cursor()  # the live line hides it
    print(f"scrapy {command}: {' '.join(str(getattr(loss, 'orig', loss)).split())}", file=sys.stderr, flush=True)
    logging.shutdown()
    os._exit(code)
