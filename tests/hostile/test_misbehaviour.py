"""Servers that misbehave: each ends in the documented state, the neighbours' pages come in whole, and nobody else is called."""

import gzip
import json
import os
import re
import time
import zlib
from datetime import datetime

import brotli
import zstandard

from tests.crawler.server import Answer, Site, article_html
from tests.hostile.servers import HTML, by_path, endless, frontier, gzip_bomb, head, listening, packed, raw, story, to

PAGE = article_html("The cut story", "harbour night fog pilot", paragraphs=60).encode()
RANDOM = PAGE.replace(b"</article>", b"<!--" + os.urandom(30_000).hex().encode() + b"--></article>")
ZEROS = b"\0" * (20 << 20)
GZIP, BROTLI = gzip.compress(RANDOM), brotli.compress(RANDOM, quality=4)
ZSTD, DEFLATE = zstandard.ZstdCompressor().compress(RANDOM), zlib.compress(RANDOM)
GZIP_BOMB = gzip_bomb(64)
COOKIES = "".join(f"Set-Cookie: c{number}={'x' * 40}\r\n" for number in range(3000)).encode()
FLOOD = "".join(f"X-Flood-{number}: {'x' * 40}\r\n" for number in range(20_000)).encode()
CUT, LARGE = ("failed", "cut short"), ("failed", "larger than allowed")
SOON = 15
"""Seconds within which each address has to be settled, once its server has been asked for the first time."""
SETTINGS = {
    "DOWNLOAD_TIMEOUT": 3,
    "CONCURRENT_REQUESTS_PER_DOMAIN": 16,
    "RETRY_TIMES": 1,
    "MEMUSAGE_LIMIT_MB": 300,  # above it the crawl ends with code 1
    "MEMUSAGE_CHECK_INTERVAL_SECONDS": 0.5,
}

KINDS = {
    "stall": (raw(b"", 20), "failed", "timed out"),
    "stall_after_head": (raw(head(Content_Length=10), 20), "failed", "timed out"),
    "slow_loris": (endless(head(Content_Length=100_000), b"x", 0.1, 200), "failed", "timed out"),
    "slow_headers": (endless(b"HTTP/1.1 200 OK\r\n", b"X: y\r\n", 0.1, 200), "failed", "timed out"),
    "hang_up": (raw(b""), "failed", "connection lost"),
    "no_http": (raw(b"\x00\x01\x02 this is no HTTP\r\n\r\n"), "failed", "connection lost"),
    "cut_body": (raw(head(Content_Length=len(PAGE)) + PAGE[:900]), *CUT),
    "cut_chunks": (raw(head(Transfer_Encoding="chunked") + b"200\r\n" + PAGE[:300]), *CUT),
    "bad_chunks": (raw(head(Transfer_Encoding="chunked") + b"zzz\r\n" + PAGE[:300]), *CUT),
    "cut_gzip": (packed(GZIP[:-200], "gzip"), *CUT),
    "cut_deflate": (packed(DEFLATE[:-200], "deflate"), *CUT),
    "cut_brotli": (packed(BROTLI[:-200], "br"), *CUT),
    "cut_zstd": (packed(ZSTD[:-40], "zstd"), *CUT),
    "damaged_gzip": (packed(GZIP[:9000] + b"\0" * 90 + GZIP[9090:], "gzip"), *CUT),
    "gzip_bomb": (packed(GZIP_BOMB, "gzip"), *LARGE),
    "brotli_bomb": (packed(brotli.compress(ZEROS, quality=3), "br"), *LARGE),
    "zstd_bomb": (packed(zstandard.ZstdCompressor().compress(ZEROS), "zstd"), *LARGE),
    "deflate_bomb": (packed(zlib.compress(ZEROS), "deflate"), *LARGE),
    "bomb_in_a_bomb": (packed(gzip.compress(GZIP_BOMB), "gzip, gzip"), "skipped", "packed more than once"),
    "no_gzip": (packed(PAGE, "gzip"), "failed", "not packed as it says"),
    "unknown_packing": (packed(GZIP, "compress"), "skipped", "packed in an unknown way"),
    "packed_and_not": (packed(GZIP, " gzip , identity"), "done", ""),
    "utf_8_packing": (packed(PAGE, "utf-8"), "done", ""),
    "endless": (endless(head(Connection="close"), b"<p>" + b"film " * 13_000), "failed", "larger than allowed|timed out"),
    "announced_too_large": (raw(head(Content_Length=1 << 40), 5), *LARGE),
    "long_header": (raw(head(X_Long="x" * (1 << 20)) + PAGE), "failed", "connection lost"),
    "long_policy": (raw(head(Content_Length=len(PAGE), Content_Security_Policy="x" * 60_000) + PAGE), "done", ""),
    "header_flood": (raw(head(Content_Length=len(PAGE))[:-2] + FLOOD + b"\r\n" + PAGE), "done|failed", ""),
    "endless_headers": (
        endless(b"HTTP/1.1 200 OK\r\n", b"X: " + b"y" * 8000 + b"\r\n", 0, 40_000),
        "failed",
        "header|connection lost|timed out",
    ),
    "loop": (to(story("loop")), "skipped", "max redirections reached"),
    "to_file": (to("file:///etc/hostname"), "failed", "status 302"),
    "to_data": (to("data:text/html,<h1>x</h1>"), "failed", "status 302"),
    "to_script": (to("javascript:alert(1)"), "failed", "status 302|no address"),
    "to_ftp": (to("ftp://127.0.0.1/x"), "failed", "status 302"),
    "to_private": (to("the canary's address, once it has one"), "skipped", "port|public|another site"),
    "to_metadata": (to("http://169.254.169.254/latest/meta-data/"), "skipped", "not a public address|another site"),
    "to_nowhere": (to("http://[::1"), "failed", "no address"),
    "to_bad_port": (to("http://127.0.0.1:99999" + story("port")), "failed", "no address"),
    "to_nothing": (to(""), "failed|skipped", "status 302|max redirections"),
    "to_noise": (to("http://127.0.0.1:\udcff\udcfe/\x01"), "failed|skipped", ""),
    "to_a_long_way": (to("/" + "a" * 100_000), "failed|skipped", ""),
    "refresh_to_script": (
        Answer("<meta http-equiv=refresh content='0;url=javascript:x'>", 200, {"Content-Type": HTML}),
        "failed|done",
        "",
    ),
    "refresh_to_private": (
        Answer("<meta http-equiv=refresh content='0;url=http://169.254.169.254/'>", 200, {"Content-Type": HTML}),
        "skipped",
        "not a public address|another site",
    ),
    "refresh_to_file": (
        Answer(b"<meta http-equiv=refresh content='0;url=file:///etc/hostname'>" + PAGE, 200, {"Content-Type": HTML}),
        "done",
        "",
    ),
    "refresh_to_and": (
        Answer(f"<meta http-equiv=refresh content='0;url={story('refresh_fro')}'>", 200, {"Content-Type": HTML}),
        "skipped",
        "max redirections",
    ),
    "refresh_fro": (
        Answer(f"<meta http-equiv=refresh content='0;url={story('refresh_to_and')}'>", 200, {"Content-Type": HTML}),
        "skipped",
        "max redirections",
    ),
    "refresh_itself": (
        Answer(
            f"<meta http-equiv=refresh content='5;url={story('refresh_itself')}'>".encode() + PAGE, 200, {"Content-Type": HTML}
        ),
        "done",
        "",
    ),
    "refresh_header": (Answer(PAGE, 200, {"Content-Type": HTML, "Refresh": f"0;url={story('refresh_header')}"}), "done", ""),
    "to_itself_with_cookie": (
        Answer("", 302, {"Location": story("to_itself_with_cookie"), "Set-Cookie": "seen=1"}),
        "skipped",
        "max redirections",
    ),
    "to_mapped": (to("http://[::ffff:127.0.0.2]" + story("mapped")), "skipped", "not a public address"),
    "to_user": (to("http://127.0.0.1:80@169.254.169.254" + story("user")), "skipped", "not a public address"),
    "to_dotted": (to("http://169.254.169.254." + story("dotted")), "skipped", "public|no robots.txt"),
    "to_decimal": (to("http://2852039166" + story("decimal")), "skipped", "not a public address"),
    "to_leaning_slashes": (to(story("neighbour-0").replace("/", "\\")), "done", ""),
    "to_the_list": (to("/film/"), "skipped", "leads to a listing"),
    "to_the_front_page": (to("/"), "skipped", "leads to a listing"),
    "to_a_long_host": (to(f"http://{'a' * 300}.example/"), "skipped", "no valid address"),
    "to_an_empty_label": (to("http://film..example/"), "skipped", "no valid address"),
    "to_no_host": (to("http://xn--\u00ff.example/".encode().decode("latin-1")), "skipped", "no valid address"),
    "to_lookalike": (to("http://127.0.0.\u0661".encode().decode("latin-1") + story("lookalike")), "failed|skipped", ""),
    "to_two_places": (
        raw(b"HTTP/1.1 302 Found\r\nLocation: /a\r\nLocation: http://169.254.169.254/\r\n\r\n"),
        "failed|skipped",
        "",
    ),
    "base_elsewhere": (
        Answer(
            b"<base href='http://169.254.169.254/'>" + PAGE.replace(b"<p>", f"<p><a href='{story('base')}'>x</a>".encode(), 1),
            200,
            {"Content-Type": HTML},
        ),
        "done",
        "",
    ),
    "http_1_0": (raw(b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGE), "done", ""),
    "no_length": (raw(head(Connection="close") + PAGE), "done", ""),
    "no_words": (raw(b"HTTP/1.1 200\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n" % len(PAGE) + PAGE), "done", ""),
    "bare_lf": (raw(b"HTTP/1.1 200 OK\nContent-Type: text/html\nContent-Length: %d\n\n" % len(PAGE) + PAGE), "done", ""),
    "blank_before_colon": (raw(head(Content_Length=len(PAGE))[:-2] + b"X-A : b\r\n: c\r\n\r\n" + PAGE), "done", ""),
    "nul_in_header": (raw(head(Content_Length=len(PAGE), X="a\0b\x01") + PAGE), "done", ""),
    "two_lengths": (raw(head(Content_Length=10)[:-2] + b"Content-Length: %d\r\n\r\n" % len(PAGE) + PAGE), "failed", ""),
    "negative_length": (raw(head(Content_Length=-5) + PAGE), "failed", ""),
    "no_number_for_length": (raw(head(Content_Length="many") + PAGE), "failed", ""),
    "length_and_chunks": (
        raw(head(Content_Length=10, Transfer_Encoding="chunked") + b"%x\r\n" % len(PAGE) + PAGE + b"\r\n0\r\n\r\n"),
        "done",
        "",
    ),
    "padded_chunks": (raw(head(Transfer_Encoding="chunked") + b"%-8x\r\n" % len(PAGE) + PAGE + b"\r\n0  \r\n\r\n"), "done", ""),
    "identity_for_chunks": (raw(head(Transfer_Encoding="identity", Connection="close") + PAGE), "done", ""),
    "trailers": (
        raw(head(Transfer_Encoding="chunked") + b"%x\r\n" % len(PAGE) + PAGE + b"\r\n0\r\nX: \0\xff\r\nno header\r\n\r\n"),
        "done",
        "",
    ),
    "endless_trailers": (
        endless(head(Transfer_Encoding="chunked") + b"1\r\nx\r\n0\r\n", b"X: " + b"y" * 8000 + b"\r\n", 0, 40_000),
        "failed",
        "",
    ),
    "huge_chunk": (raw(head(Transfer_Encoding="chunked") + b"F" * 17 + b"\r\n" + PAGE), "failed", ""),
    "hints_first": (raw(b"HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n" + head(Content_Length=len(PAGE)) + PAGE), "done", ""),
    "endless_hints": (endless(b"", b"HTTP/1.1 103 Early Hints\r\nX: " + b"y" * 8000 + b"\r\n\r\n", 0, 40_000), "failed", ""),
    "upgrade": (raw(b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\n\r\n"), "failed", ""),
    "long_status": (raw(b"HTTP/1.1 200 " + b"O" * (1 << 20) + b"\r\n\r\n" + PAGE), "failed", ""),
    "brotli_twice": (packed(brotli.compress(BROTLI), "br, br"), "skipped", "packed more than once"),
    "packed_unsaid": (Answer(GZIP, 200, {"Content-Type": HTML}), "done", ""),
    "no_content": (raw(head(Content_Length=len(PAGE)).replace(b"200 OK", b"204 No Content") + PAGE), "failed", "status 204"),
    "reset_content": (Answer(PAGE, 205, {"Content-Type": HTML}), "failed", "status 205"),
    "a_part": (Answer(PAGE, 206, {"Content-Type": HTML, "Content-Range": "bytes 0-9/99"}), "failed", "status 206"),
    "unchanged": (raw(b"HTTP/1.1 304 Not Modified\r\n\r\n"), "failed", "status 304"),
    "transport_security": (
        Answer(PAGE, 200, {"Content-Type": HTML, "Strict-Transport-Security": "max-age=31536000"}),
        "done",
        "",
    ),
    "gone": (Answer("gone", 410, {"Content-Type": HTML}), "failed", "status 410"),
    "refused": (Answer("no", 403, {"Content-Type": HTML}), "failed", "status 403"),
    "broken": (Answer("oh", 500, {"Content-Type": HTML}), "failed", "status 500"),
    "strange_status": (raw(b"HTTP/1.1 999 Whatever\r\nContent-Length: 2\r\n\r\nno"), "failed", "status 999"),
    "cookies": (raw(head(Content_Length=len(PAGE))[:-2] + COOKIES + b"\r\n" + PAGE), "done", ""),
    "charset_lie": (Answer(PAGE, 200, {"Content-Type": "text/html; charset=utf-16"}), "done", ""),
    "no_such_charset": (Answer(PAGE, 200, {"Content-Type": "text/html; charset=klingon"}), "done", ""),
    "utf_7": (Answer(b"+ADw-script+AD4-" + PAGE, 200, {"Content-Type": "text/html; charset=utf-7"}), "done", ""),
    "type_said_twice": (Answer(PAGE, 200, {"Content-Type": "text/html, text/html; charset=utf-8"}), "done", ""),
    "garbled_type": (
        raw(b"HTTP/1.1 200 OK\r\nContent-Type: \xff;;\r\nContent-Length: %d\r\n\r\n" % len(PAGE) + PAGE),
        "done",
        "",
    ),
    "no_type": (Answer(PAGE, 200), "done", ""),
    "picture": (
        Answer(b"\x89PNG\r\n\x1a\n" + b"\0" * 999, 200, {"Content-Type": "image/png"}),
        "skipped",
        "not HTML: image/png",
    ),
    "picture_as_page": (Answer(b"\x89PNG\r\n\x1a\n" + b"\0" * 999, 200, {"Content-Type": HTML}), "done", ""),
    "empty": (Answer(b"", 200, {"Content-Type": HTML}), "done", ""),
    "deep": (Answer(b"<div>" * 100_000 + b"x", 200, {"Content-Type": HTML}), "done", ""),
    "nul": (Answer(PAGE.replace(b"fog", b"f\0og"), 200, {"Content-Type": HTML}), "done", ""),
}


def test_every_misbehaviour_ends_where_it_should(site: Site, scrapy, tmp_path):
    neighbours = [story(f"neighbour-{number}") for number in range(len(KINDS))]
    for number, path in enumerate(neighbours):
        words = f"ferry{number} quay{number} lantern{number} tide{number} rope{number}"
        site.page(path, article_html(f"Neighbour {number}", words))
    for name, (route, _, _) in KINDS.items():
        site.routes[story(name)] = route
    site.page("/", "<h1>Welcome</h1>")
    kinds = [story(name) for name in KINDS]  # among their neighbours, lest they are taken for a trap
    links = [path for pair in zip(neighbours, kinds, strict=True) for path in pair]
    site.page("/film/", "".join(f"<a href='{path}'>x</a>" for path in links))
    with listening("127.0.0.2") as (port, calls):
        site.routes[story("to_private")] = to(f"http://127.0.0.2:{port}{story('secret')}")
        done = scrapy("crawl", "site", "-a", f"url={site.url}/film/", **SETTINGS)
    assert done.returncode == 0, done.stderr
    states = by_path(frontier(tmp_path))
    wrong = {
        name: states[story(name)]
        for name, (_, state, reason) in KINDS.items()
        if not re.fullmatch(state, states[story(name)][0]) or not re.search(reason, states[story(name)][1] or "")
    }
    assert not wrong, done.stderr
    assert {states[path][0] for path in neighbours} == {"done"}
    assert calls == []
    assert "Traceback" not in done.stderr
    stored = scrapy("search", "Neighbour", "--json", "--limit", "999").stdout
    assert len({json.loads(line)["url"] for line in stored.splitlines()}) == len(neighbours)
    took = _settled(site, tmp_path)
    print(f"{len(KINDS)} kinds, slowest", *sorted(took.items(), key=lambda item: -item[1])[:5])
    assert max(took[story(name)] for name in KINDS) < SOON + max(took[path] for path in neighbours), "whatever the machine"


def _settled(site: Site, folder) -> dict[str, float]:
    """How many seconds after it was first asked for each address was settled."""
    offset, asked = time.time() - time.monotonic(), {}
    for each in site.asked:
        asked.setdefault(each.path, each.at + offset)
    ends = by_path(frontier(folder, "finished_at"))
    return {
        path: datetime.fromisoformat(f"{ends[path][0]}+00:00").timestamp() - at for path, at in asked.items() if path in ends
    }
