"""The gate dials what may be dialled, at the address that it checked, one request a connection."""

import asyncio
from contextlib import asynccontextmanager

import pytest

from crawler.fetch.gate import Gate
from tests.hostile.servers import listening


@asynccontextmanager
async def opened(gate):
    proxy = await gate.open()
    try:
        yield int(proxy.rsplit(":", 1)[1])
    finally:
        gate.close()


async def _sent(port: int, data: bytes) -> bytes:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(data)
    await writer.drain()
    answer = await asyncio.wait_for(reader.read(), 60)
    writer.close()
    return answer


def asked(gate: Gate, data: bytes) -> bytes:
    async def ask() -> bytes:
        async with opened(gate) as port:
            return await _sent(port, data)

    return asyncio.run(ask())


def test_a_page_of_an_allowed_host_comes_through(site):
    site.page("/film/?a=1", "<h1>The long night</h1>")
    site.page("/second", "never asked for")
    first = f"GET {site.url}/film/?a=1 HTTP/1.1\r\nHost: x\r\nProxy-Connection: keep-alive\r\n\r\n"
    answer = asked(Gate({"127.0.0.1"}, 10**6, 30), f"{first}GET {site.url}/second HTTP/1.1\r\n\r\n".encode())
    assert answer.endswith(b"<h1>The long night</h1>")
    assert site.paths() == ["/film/?a=1"], "a second request on the connection might be for another host"
    assert site.asked[0].headers == {"host": "x", "connection": "close"}


def test_a_tunnel_to_an_allowed_host_is_dug(site):
    site.page("/film/", "<h1>The long night</h1>")
    inside = b"GET /film/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
    answer = asked(
        Gate({f"127.0.0.1:{site.port}"}, 10**6, 30), f"CONNECT 127.0.0.1:{site.port} HTTP/1.1\r\n\r\n".encode() + inside
    )
    assert answer.startswith(b"HTTP/1.1 200 OK\r\n\r\nHTTP/1.1 200")
    assert answer.endswith(b"<h1>The long night</h1>")


@pytest.mark.parametrize(
    "host", ["127.0.0.2", "localhost", "2130706434", "0x7f000002", "127.2", "[::ffff:127.0.0.2]", "169.254.169.254"]
)
@pytest.mark.parametrize("how", ["GET http://{} HTTP/1.1\r\n\r\n", "CONNECT {} HTTP/1.1\r\n\r\n"])
def test_private_addresses_are_refused_however_they_are_spelled(host, how):
    with listening("127.0.0.2") as (port, calls):
        for at in (port, 80):
            assert asked(Gate({"127.0.0.1"}, 10**6, 30), how.format(f"{host}:{at}").encode()).startswith(b"HTTP/1.1 403")
        assert calls == []


def test_an_answer_has_a_bound(site):
    site.page("/endless", "film " * 100_000)
    answer = asked(Gate({"127.0.0.1"}, 5000, 30), f"GET {site.url}/endless HTTP/1.1\r\n\r\n".encode())
    assert len(answer) == 5000


@pytest.mark.parametrize(
    "line", [b"GET ftp://127.0.0.1/x HTTP/1.1", b"GET file:///etc/hostname HTTP/1.1", b"GET / HTTP/1.1", b"x y z"]
)
def test_nothing_but_the_web(line):
    assert asked(Gate({"127.0.0.1"}, 10**6, 30), line + b"\r\n\r\n").startswith(b"HTTP/1.1 403")
