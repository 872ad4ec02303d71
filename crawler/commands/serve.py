"""``scrapy serve``: the database in a browser and over HTTP."""

import argparse
import os
import secrets
import socket
from contextlib import suppress

from crawler.command import Command as OurCommand
from crawler.command import only
from crawler.exits import Exit, Mistake


class Command(OurCommand):
    """Serves the web pages and the API."""

    def syntax(self) -> str:
        return "[--host HOST] [--port PORT]"

    def short_desc(self) -> str:
        return "Search and read the articles in a browser, and over HTTP"

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        super().add_options(parser)
        parser.add_argument("--host", default="127.0.0.1", help="address to listen at (default: this machine only)")
        parser.add_argument("--port", type=_port, default=8000, help="port (default: 8000)")

    def answer(self, args: list[str], opts: argparse.Namespace) -> None:
        """Serve until Ctrl-C. The token for writing comes from FILMWIRE_TOKEN, or is made anew and printed."""
        import uvicorn  # noqa: PLC0415 - only this command needs it

        from web.app import LOOPBACK, create_app  # noqa: PLC0415

        only(args, 0, 0, "no argument")
        given = os.environ.get("FILMWIRE_TOKEN")
        token = given or secrets.token_urlsafe(24)
        host = f"[{opts.host}]" if ":" in opts.host else opts.host  # as an address of IPv6 stands in a URL
        app = create_app(self.database_url, token=token, hosts=LOOPBACK if host in LOOPBACK else ("*",))
        door = _door(opts.host, opts.port)
        print(f"Filmwire is at http://{host}:{opts.port}/ until Ctrl-C.", flush=True)
        if not given:
            print(f"To release and reject articles, sign in with the token {token}", flush=True)
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning", server_header=False))
        with suppress(KeyboardInterrupt):  # the way it is meant to end
            server.run([door])


def _port(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) < 2**16:
        raise argparse.ArgumentTypeError("give a number from 1 to 65535")
    return int(text)


def _door(host: str, port: int) -> socket.socket:
    """Listen at an address or a name. Raises Mistake."""
    try:
        return socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
    except OSError as error:
        where = f"{host}:{port} ({error.strerror})"
        raise Mistake(f"cannot listen at {where}; choose others with --host and --port", Exit.ERROR) from None
