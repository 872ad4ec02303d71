"""The one door of a browser: a proxy on loopback that dials only what may be dialled, at the address that it checked."""

import asyncio
from collections.abc import Iterable, Sequence
from contextlib import suppress
from ipaddress import ip_address
from urllib.parse import urlsplit

from crawler.fetch.safety import PORTS, is_public

HEAD = 64 * 1024
"""Bytes of a request's head."""
_CHUNK = 65536
_HOP = (b"proxy-", b"connection:", b"upgrade:")
"""Headers that are for a proxy, or would keep the connection for a next request, perhaps to another host."""


class Refused(Exception):  # noqa: N818 - the answer, no error
    """Nothing may be dialled there."""


class Gate:
    """Serves one browser. ``most`` bounds the bytes of one answer."""

    def __init__(self, allowed: Iterable[str], most: int, timeout: float) -> None:
        self.allowed, self.most, self.timeout = frozenset(allowed), most, timeout
        self.refused: set[str] = set()
        """The hosts that were asked for and not dialled."""
        self.server: asyncio.Server | None = None

    async def open(self) -> str:
        """Begin to serve; give the proxy's address."""
        self.server = await asyncio.start_server(self._serve, "127.0.0.1", 0, limit=HEAD)
        return f"http://127.0.0.1:{self.server.sockets[0].getsockname()[1]}"

    def close(self) -> None:
        """Serve no more."""
        if self.server is not None:
            self.server.close()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError, ValueError, asyncio.IncompleteReadError, asyncio.LimitOverrunError, TimeoutError):
            head = await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), self.timeout)
            try:
                await self._pass_on(head, reader, writer)
            except (Refused, OSError, TimeoutError):
                writer.write(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
                await writer.drain()
        writer.close()

    async def _pass_on(self, head: bytes, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        line, *headers = head.split(b"\r\n")
        method, target, version = line.split(b" ")
        tunnel = method == b"CONNECT"
        parts = urlsplit(f"//{target.decode('latin-1')}" if tunnel else target.decode("latin-1"))
        if not tunnel and parts.scheme != "http":
            raise Refused
        their_reader, their_writer = await self._dial(parts.hostname or "", parts.port or 80)
        if tunnel:
            writer.write(b"HTTP/1.1 200 OK\r\n\r\n")
        else:
            path = parts._replace(scheme="", netloc="", fragment="").geturl() or "/"
            kept = [header for header in headers if header and not header.lower().startswith(_HOP)]
            asked = b" ".join((method, path.encode("latin-1"), version))
            their_writer.write(b"\r\n".join((asked, *kept, b"Connection: close", b"", b"")))
        there = asyncio.ensure_future(_copy(reader, their_writer, None if tunnel else _length(headers)))
        try:
            await _copy(their_reader, writer, self.most)
        finally:
            there.cancel()
            their_writer.close()

    async def _dial(self, host: str, port: int) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        """Connect to an address of the host that may be dialled. Raises Refused where it has none."""
        free = bool(self.allowed & {host, f"{host}:{port}"})
        addresses = await self._addresses(host, port) if free or port in PORTS else []
        chosen = next((address for address in addresses if free or is_public(address)), None)
        if chosen is None:
            self.refused.add(host)
            raise Refused
        return await asyncio.wait_for(asyncio.open_connection(chosen, port), self.timeout)

    async def _addresses(self, host: str, port: int) -> Sequence[str]:
        try:
            return [str(ip_address(host))]
        except ValueError:
            found = await asyncio.get_running_loop().getaddrinfo(host, port, type=1)
            return [str(entry[4][0]) for entry in found]


async def _copy(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, most: int | None) -> None:
    """Copy until the end, or so many bytes."""
    with suppress(OSError):
        while (most is None or most > 0) and (chunk := await reader.read(_CHUNK if most is None else min(_CHUNK, most))):
            writer.write(chunk)
            await writer.drain()
            most = None if most is None else most - len(chunk)


def _length(headers: Iterable[bytes]) -> int:
    """The length of a request's body; nothing that follows it on the connection is passed on."""
    said = (header.partition(b":")[2].strip() for header in headers if header.lower().startswith(b"content-length:"))
    return int(next(said, b"0"))
