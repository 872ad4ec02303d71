"""The names of processes that hold something in the database, a lane or a lease, and whether they are alive."""

import os
import socket


def this_process() -> str:
    """The name of this process among those of all machines."""
    return f"{socket.gethostname()}:{os.getpid()}"


def is_dead(holder: str) -> bool:
    """Whether a process ran on this machine and is no more; of other machines' nobody here can tell.

    >>> is_dead(this_process()), is_dead(f"{this_process()}:beside"), is_dead("elsewhere:1")
    (False, False, False)
    """
    host, pid = holder.split(":")[:2]
    if host != socket.gethostname():
        return False
    try:
        os.kill(int(pid), 0)
    except ProcessLookupError:
        return True
    except PermissionError:  # it lives, and belongs to somebody else
        pass
    return False
