"""SIGTERM, SIGINT, and the SIGHUP of a terminal that is closed: what they mean to processes that live long."""

import os
import signal
from threading import Event
from types import FrameType


def stopped_by_signals() -> Event:
    """An event that is set when this process is asked to end, from now on. Being asked again makes no difference.

    Service managers ask twice; Python gives signals back their defaults while it ends, and the second would kill it.
    """
    stopping = Event()

    def stop(_number: int, _frame: FrameType | None) -> None:
        stopping.set()
        end_undisturbed()

    for name in (signal.SIGTERM, signal.SIGINT, *_hang_up()):
        signal.signal(name, stop)
    return stopping


def end_with_the_terminal() -> None:
    """Let a terminal that is closed end this process as SIGTERM does: once, for the second SIGTERM is no polite one."""
    for name in _hang_up():
        signal.signal(name, _hung_up)


def end_undisturbed() -> None:
    """Let no signal end this process any more but SIGKILL, for its work is done and only the last word is left.

    Python gives signals their defaults back while it ends: who asked twice would be told that the process was killed.
    """
    for name in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(name, signal.SIG_IGN)


def _hang_up() -> tuple[signal.Signals, ...]:
    """SIGHUP, unless whoever began this process wants it to go on without a terminal, as nohup does."""
    return () if signal.getsignal(signal.SIGHUP) is signal.SIG_IGN else (signal.SIGHUP,)


def _hung_up(_number: int, _frame: FrameType | None) -> None:
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    os.kill(os.getpid(), signal.SIGTERM)
