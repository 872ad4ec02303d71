"""``scrapy schedule``: put crawls on a timetable, see them, let them run."""

import argparse
import json
from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from rich.table import Table
from scrapy.settings import BaseSettings

from crawler.command import Command as OurCommand
from crawler.command import aside, at_least_one, log_to_stderr, only, screen
from crawler.commands.crawl import checked_spider
from crawler.exits import Mistake
from crawler.signals import stopped_by_signals

if TYPE_CHECKING:
    from storage.crawls.schedules import LastRun, Timetable
    from storage.crawls.tables import Schedule
    from storage.writer import Session

# What needs SQLAlchemy is imported where it is used: Scrapy imports every command at every start.
# ruff: noqa: PLC0415


class Command(OurCommand):
    """Crawls on a timetable."""

    default_settings = {"LOG_LEVEL": "INFO"}

    def syntax(self) -> str:
        return 'add SITE "CRON" [--tz ZONE] [--name NAME] [-a NAME=VALUE] | list | pause NAME | resume NAME | remove NAME | run'

    def short_desc(self) -> str:
        return "Put crawls on a timetable, and run them"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        actions = parser.add_subparsers(
            dest="action", required=True, prog="scrapy schedule", metavar="add | list | pause | resume | remove | run"
        )
        add = _action(actions, "add", 'crawl SITE at the times of a cron expression such as "0 */6 * * *"')
        add.add_argument("site", metavar="SITE", help="a name that `scrapy list` shows")
        add.add_argument("cron", metavar="CRON", help="minute, hour, day of month, month, day of week")
        add.add_argument("--tz", metavar="ZONE", help="the time zone of CRON, such as Asia/Shanghai (default: this machine's)")
        add.add_argument("--name", help="what to call the schedule (default: SITE); a site may have several")
        add.add_argument("-a", dest="spargs", action="append", default=[], metavar="NAME=VALUE", help="as in `scrapy crawl`")
        listing = _action(actions, "list", "show the schedules, their next and last runs")
        listing.add_argument("--json", action="store_true", help="one JSON object a line")
        for name, what in (
            ("pause", "let a schedule rest"),
            ("resume", "let it go on"),
            ("remove", "forget it; its runs stay"),
        ):
            _action(actions, name, what).add_argument("name", metavar="NAME")
        run = _action(actions, "run", "fire the schedules and work off what they ask for, until stopped")
        run.add_argument("--jobs", type=at_least_one, default=1, metavar="N", help="crawls at the same time (default: 1)")
        run.add_argument("--no-worker", action="store_true", help="only fire: leave the crawls to `scrapy worker`")
        for action in actions.choices.values():
            action.error = self.misused  # type: ignore[method-assign]

    def answer(self, args: list[str], opts: argparse.Namespace) -> None:
        only(args, 0, 0, "nothing more")
        actions: dict[str, Callable[[argparse.Namespace], None]]
        actions = {"add": self._add, "list": self._list, "run": self._run}
        actions.get(opts.action, self._change)(opts)

    def _add(self, opts: argparse.Namespace) -> None:
        from crawler.jobs.timetable import next_time
        from storage.crawls.schedules import add_schedule
        from storage.engine import writing_to

        timetable = timetable_of(self.settings, opts)
        next_at = next_time(timetable.cron, timetable.zone, datetime.now(UTC))
        with writing_to(self.database_url) as session:
            if not add_schedule(session, timetable, next_at):
                raise Mistake(f"there is a schedule called {timetable.name!r}: give another --name, or remove it first")
        print(f"{timetable.name}: {timetable.cron} {timetable.zone}, first {here(next_at)}")

    def _list(self, opts: argparse.Namespace) -> None:
        from storage.crawls.schedules import last_run, list_schedules
        from storage.engine import reading_from

        with reading_from(self.database_url) as session:
            schedules = [(schedule, last_run(session, schedule.id)) for schedule in list_schedules(session)]
        if not schedules:
            aside("nothing is scheduled")
        elif opts.json:
            for schedule, last in schedules:
                print(json.dumps(told(schedule, last), ensure_ascii=False))
        else:
            table = Table(box=None, padding=(0, 2, 0, 0))
            for column in ("name", "site", "times", "zone", "next", "last", "result"):
                table.add_column(column)
            for schedule, last in schedules:
                table.add_row(*row(schedule, last))
            screen().print(table)

    def _change(self, opts: argparse.Namespace) -> None:
        from storage.engine import writing_to

        with writing_to(self.database_url) as session:
            if not changed(session, opts.action, opts.name):
                raise Mistake(f"no schedule is called {opts.name!r}; `scrapy schedule list` shows them")
        print(f"{opts.name}: {opts.action}d")

    def _run(self, opts: argparse.Namespace) -> None:
        stopping = stopped_by_signals()  # before all that takes time: from here on a stop is a clean end
        from crawler.jobs.worker import hired, serve

        log_to_stderr(self.settings)
        with hired(self.settings, opts.set, stopping) as (worker, queue):
            serve(worker, queue, jobs=0 if opts.no_worker else opts.jobs, scheduling=True)


def timetable_of(settings: BaseSettings, opts: argparse.Namespace) -> "Timetable":
    """What the user asked for. Raises Mistake for a site, an argument or a zone that cannot be meant."""
    from scrapy.utils.conf import arglist_to_dict

    from crawler.jobs.lane import lane_of
    from crawler.jobs.timetable import known_zone, local_zone
    from storage.crawls.schedules import Timetable

    try:
        arguments = arglist_to_dict(opts.spargs)
    except ValueError:
        raise Mistake("invalid -a value, use -a NAME=VALUE") from None
    spider = checked_spider(settings, opts.site, arguments)
    zone = known_zone(opts.tz or local_zone()).key
    return Timetable(
        opts.name or opts.site, opts.site, arguments, lane_of(spider) or opts.site, " ".join(opts.cron.split()), zone
    )


def changed(session: "Session", action: str, name: str) -> bool:
    """Pause, resume or remove a schedule. False: there is none of that name."""
    from crawler.jobs.timetable import next_time
    from storage.crawls.schedules import find_schedule, pause_schedule, remove_schedule, resume_schedule

    schedule = find_schedule(session, name)
    if schedule is None or action == "remove":
        return remove_schedule(session, name)
    if action == "pause":
        return pause_schedule(session, name)
    return resume_schedule(session, name, next_time(schedule.cron, schedule.zone, datetime.now(UTC)))


def row(schedule: "Schedule", last: "LastRun") -> tuple[str, ...]:
    """A line of the list."""
    arguments = [f"{name}={value}" for name, value in schedule.arguments.items()]
    result = ""
    if last.job is not None:
        new = last.run.counts.get("articles/new", 0) if last.run else 0
        result = f"done, {new} new" if last.job.state == "done" else last.job.state
        result += f" ({last.job.reason})" if last.job.reason and last.job.state != "done" else ""
    return (
        schedule.name,
        " ".join([schedule.spider, *arguments]),
        schedule.cron,
        schedule.zone,
        "paused" if schedule.paused else here(schedule.next_at),
        here(last.run.started_at) if last.run else "",
        result,
    )


def told(schedule: "Schedule", last: "LastRun") -> dict[str, Any]:
    """The same for programs."""
    facts = {name: getattr(schedule, name) for name in ("name", "spider", "arguments", "cron", "zone", "paused")}
    job, run = last.job, last.run
    return facts | {
        "next": None if schedule.paused else schedule.next_at.astimezone().isoformat(timespec="seconds"),
        "last": {"job": job.id, "state": job.state, "reason": job.reason, "run": run.id if run else None} if job else None,
    }


def here(moment: datetime) -> str:
    """A moment in the reader's zone."""
    return f"{moment.astimezone():%Y-%m-%d %H:%M %Z}"


def _action(actions: "argparse._SubParsersAction[argparse.ArgumentParser]", name: str, what: str) -> argparse.ArgumentParser:
    parser = actions.add_parser(name, help=what, description=what)
    parser.add_argument("-s", "--set", action="append", default=argparse.SUPPRESS, help=argparse.SUPPRESS)
    parser.add_argument("-L", "--loglevel", default=argparse.SUPPRESS, help=argparse.SUPPRESS)
    return parser
