"""How a command ends: its exit code, and the one line a user's mistake gets."""

from enum import IntEnum


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
