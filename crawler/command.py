"""What our commands share: one line and an exit code for a user's mistake, never a traceback."""

import argparse
import logging
import os
import sys
from abc import abstractmethod
from io import TextIOWrapper
from typing import Any, ClassVar, NoReturn

from rich.console import Console
from scrapy.commands import ScrapyCommand
from scrapy.crawler import CrawlerProcessBase
from scrapy.settings import Settings
from scrapy.utils.log import configure_logging

from crawler.exits import Exit, Mistake
from crawler.jobs import leash
from storage.problem import DatabaseProblem


class Command(ScrapyCommand):
    """A command that answers on stdout and complains on stderr."""

    requires_project = True
    settings: Settings
    crawler_process: CrawlerProcessBase
    requires_crawler_process = False
    default_settings: ClassVar[dict[str, Any]] = {"LOG_LEVEL": "WARNING"}

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Answer, and turn a user's mistake into its line and its code."""
        stand_in_for_closed_streams()
        write_whatever_comes()
        leash.follow()
        try:
            self.answer(args, opts)
            sys.stdout.flush()
        except Mistake as mistake:
            self.complain(str(mistake), mistake.code)
        except DatabaseProblem as problem:
            self.complain(str(problem), Exit.CONFIGURATION)
        except BrokenPipeError:  # `scrapy search ... | head` has read enough
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        except KeyboardInterrupt:
            self.exitcode = Exit.INTERRUPTED
        except OSError as error:  # no room, no permission, too many open files
            self.complain(str(error), Exit.ERROR)

    @abstractmethod
    def answer(self, args: list[str], opts: argparse.Namespace) -> None:
        """Do the work. Raises Mistake for what the user can put right."""

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Take Scrapy's own options too, and say what is wrong with one in a line, without the usage above it."""
        super().add_options(parser)
        parser.error = self.misused  # type: ignore[method-assign]

    def misused(self, message: str) -> NoReturn:
        """End at an option that cannot be."""
        self.complain(message, Exit.USAGE)
        sys.exit(Exit.USAGE)

    def complain(self, line: str, code: Exit) -> None:
        """Say what is wrong in one line, and end with the code."""
        print(f"scrapy {type(self).__module__.rsplit('.', 1)[-1]}: {line}", file=sys.stderr)
        self.exitcode = code

    @property
    def database_url(self) -> str:
        """The database that the settings name."""
        return str(self.settings["FILMWIRE_DATABASE_URL"])


def stand_in_for_closed_streams() -> None:
    """Open nothing in the place of standard streams that are closed: the next file, a database, would take their numbers."""
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)
            setattr(sys, name, open(number, "w" if number else "r", encoding="utf-8"))  # noqa: PTH123, SIM115


def write_whatever_comes() -> None:
    """Write what the terminal's or the pipe's encoding lacks as an escape: a title in Chinese must not end a command."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def screen() -> Console:
    """Standard output for people: as wide as the terminal, and wide enough for a line where there is none."""
    return Console(width=None if sys.stdout.isatty() else 160, highlight=False)


def aside(words: str) -> None:
    """Say to people what is no answer, such as that there is none: programs read standard output."""
    Console(stderr=True).print(words, style="dim", highlight=False, soft_wrap=True)


def log_to_stderr(settings: Settings) -> None:
    """Show log lines; Scrapy does so by itself only where it crawls. What libraries say of themselves is left out."""
    configure_logging(settings)
    for name in ("alembic", "huey"):
        logging.getLogger(name).setLevel(logging.WARNING)


def only(args: list[str], least: int, most: int, what: str) -> list[str]:
    """Give back the arguments if their number fits; behind ``--`` nothing is an option. Raises Mistake with what to give.

    >>> only(["harbour", "--", "-review"], 1, 9, "the words")
    ['harbour', '-review']
    """
    end = args.index("--") if "--" in args else len(args)
    strange = [arg for arg in args[:end] if arg.startswith("-") and len(arg) > 1]
    if strange:
        raise Mistake(f"unknown option {strange[0]}")
    args = args[:end] + args[end + 1 :]
    if not least <= len(args) <= most:
        raise Mistake(f"give {what}")
    return args


def at_least_one(text: str) -> int:
    """A number for argparse.

    >>> at_least_one("3")
    3
    """
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError("give a number above 0")
    return int(text)
