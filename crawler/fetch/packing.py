"""Whether a compressed body is whole. Scrapy takes what it can get of one that was cut, and says nothing."""

import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping

import brotli
import zstandard

_CHUNK = 65536
"""Bytes unpacked at a time; none of them is kept."""
_GZIP = b"\x1f\x8b"


def is_whole(body: bytes, encoding: str, most: int) -> bool:
    """Whether a compressed body reaches its own end unharmed. What is not compressed, or in a way not known here, is whole.

    A body that unpacks to more than ``most`` bytes is not looked through: Scrapy refuses it for its size.

    >>> import gzip
    >>> packed = gzip.compress(b"film" * 999)
    >>> is_whole(packed, "gzip", 9999), is_whole(packed[:-4], "gzip", 9999), is_whole(b"plain", "", 9999)
    (True, False, True)
    """
    unpack = UNPACKERS.get(encoding)
    size = 0
    try:
        for length in unpack(body) if unpack else ():
            size += length
            if size > most:
                break
    except (EOFError, zlib.error, brotli.error, zstandard.ZstdError):
        return False
    return True


def packings(headers: Iterable[bytes]) -> list[str]:
    """The ways in which a body is packed, by the headers that tell them; ``identity`` is none.

    >>> packings([b"GZIP , identity", b""]), packings([b"br, gzip"])
    (['gzip'], ['br', 'gzip'])
    """
    named = b",".join(headers).decode("latin-1").lower().split(",")
    return [name for name in map(str.strip, named) if name not in ("", "identity")]


def is_readable(body: bytes, encoding: str) -> bool:
    """Whether a body can be unpacked, or is no packed one: servers also say ``utf-8`` or ``none`` of plain pages.

    >>> is_readable(b"<html>", "utf-8"), is_readable(b"\\x1f\\x9d\\x90\\x01", "compress")
    (True, False)
    """
    return not encoding or encoding in UNPACKERS or not any(byte < 9 for byte in body[:1024])


def _gzip(body: bytes) -> Iterator[int]:
    """The lengths of what comes out, member after member; what follows the last one is no part of it."""
    while body.startswith(_GZIP):
        unpacker = zlib.decompressobj(31)
        yield from _inflated(unpacker, body)
        body = unpacker.unused_data


def _deflate(body: bytes) -> Iterator[int]:
    """Either form goes by that name: with zlib's header, or bare."""
    try:
        zlib.decompressobj().decompress(body, 1)
    except zlib.error:
        yield from _inflated(zlib.decompressobj(-15), body)
    else:
        yield from _inflated(zlib.decompressobj(), body)


def _inflated(unpacker: "zlib._Decompress", body: bytes) -> Iterator[int]:
    while body and not unpacker.eof:
        yield len(unpacker.decompress(body, _CHUNK))
        body = unpacker.unconsumed_tail
    if not unpacker.eof:
        raise EOFError


def _brotli(body: bytes) -> Iterator[int]:
    unpacker = brotli.Decompressor()
    piece = unpacker.process(body, output_buffer_limit=_CHUNK)
    while piece and not unpacker.is_finished():
        yield len(piece)
        piece = unpacker.process(b"", output_buffer_limit=_CHUNK)
    if not unpacker.is_finished():
        raise EOFError


def _zstd(body: bytes) -> Iterator[int]:
    """Fed in small pieces, for what a piece unpacks to has no bound of its own; a frame that ends has all its blocks."""
    unpacker = zstandard.ZstdDecompressor(max_window_size=1 << 27).decompressobj()
    for start in range(0, len(body), 256):
        if not unpacker.eof:
            yield len(unpacker.decompress(body[start : start + 256]))
    if not unpacker.eof:
        raise EOFError


UNPACKERS: Mapping[str, Callable[[bytes], Iterator[int]]] = {
    "gzip": _gzip,
    "x-gzip": _gzip,
    "deflate": _deflate,
    "br": _brotli,
    "zstd": _zstd,
}
