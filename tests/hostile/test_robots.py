"""robots.txt in every form that a server may give it, and what it asks for beside."""

import time
from contextlib import ExitStack
from email.utils import formatdate
from itertools import pairwise

from tests.crawler.server import Answer, Site, article_html, serving
from tests.hostile.servers import endless, gzip_bomb, head, listening, packed, raw, story, to

MANY = {"SPIDER_MODULES": "tests.hostile.spiders"}
PATH = story("robots")
ROBOTS = {
    "missing": (Answer("no", 404), True),
    "gone": (Answer("no", 410), True),
    "forbidden": (Answer("no", 403), True),
    "not_for_us": (Answer("no", 401), True),
    "broken": (Answer("oh", 500), False),
    "busy": (Answer("oh", 503), False),
    "too_many": (Answer("wait", 429), False),
    "stalled": (raw(b"", 20), False),
    "slow": (endless(head(), b"# x", 0.1, 200), False),
    "hang_up": (raw(b""), False),
    "cut": (raw(head(Content_Length=900) + b"User-agent: *\nDisallow: /x\n"), False),
    "endless": (endless(head(), b"# film\n" * 10_000), False),
    "bomb": (packed(gzip_bomb(64, filler=b"#"), "gzip"), False),
    "loop": (to("/robots.txt"), False),
    "moved": (to("/rules.txt", 301), False),
    "to_nowhere": (to("http://[::1"), False),
    "to_file": (to("file:///etc/hostname"), True),
    "html": (Answer("<html><body>Not a robots file</body></html>", 200, {"Content-Type": "text/html"}), True),
    "binary": (Answer(bytes(range(256)) * 9, 200, {"Content-Type": "text/plain"}), True),
    "empty": (Answer("", 200), True),
    "with_mark": (Answer("\ufeffUser-agent: *\nDisallow: /2026/\n", 200), False),
    "in_utf_16": (Answer("User-agent: *\nDisallow: /2026/\n".encode("utf-16"), 200), False),
    "no_content": (Answer("", 204), True),
    "star_and_end": (Answer("User-agent: *\nDisallow: /*.html$\n", 200), False),
    "another_end": (Answer("User-agent: *\nDisallow: /*.htm$\n", 200), True),
    "the_longer_rule": (Answer("User-agent: *\nDisallow: /2026/\nAllow: /2026/11/\n", 200), True),
    "in_percents": (Answer("User-agent: *\nDisallow: /%32026/\n", 200), False),
    "rules_in_html": (Answer("<pre>\nUser-agent: *\nDisallow: /2026/\n</pre>", 200, {"Content-Type": "text/html"}), False),
    "only_cr": (Answer("User-agent: *\rDisallow: /2026/\r", 200), False),
    "huge": (Answer("#" * 1000 + "\n" * 600_000 + "User-agent: *\nDisallow: /\n", 200), True),
    "stars": (Answer(f"User-agent: *\nDisallow: /{'*a' * 900}$\n", 200), True),
    "ours": (Answer("User-agent: filmwire\nDisallow: /2026/\n", 200), False),
    "ours_may": (Answer("User-agent: *\nDisallow: /\n\nUser-agent: Filmwire\nAllow: /\n", 200), True),
    "ours_with_a_version": (Answer("User-agent: Filmwire/0.1\nDisallow: /2026/\n", 200), False),
    "ours_twice": (Answer("User-agent: filmwire\nDisallow: /x\n\nUser-agent: filmwire\nDisallow: /2026/\n", 200), False),
    "ours_among_others": (Answer("User-agent: otherbot\nUser-agent: filmwire\nDisallow: /2026/\n", 200), False),
    "for_nobody": (Answer("Disallow: /2026/\n", 200), True),
    "nothing_forbidden": (Answer("User-agent: *\nDisallow:\n", 200), True),
    "as_long_a_rule": (Answer("User-agent: *\nDisallow: /2026/\nAllow: /2026/\n", 200), True),
    "remarks_and_gaps": (Answer("USER-AGENT : * # all\n\n# us too\nDISALLOW : /2026/ # not this\n", 200), False),
    "odd_line_ends": (Answer("User-agent: *\r\r\nDisallow: /2026/\r\r\n", 200), False),
    "no_numbers": (Answer("User-agent: *\nCrawl-delay: nan\nRequest-rate: x/y 9999-z\nVisit-time: 9\nAllow: /\n", 200), True),
    "delay_without_end": (Answer("User-agent: *\nCrawl-delay: inf\nDisallow: /2026/\n", 200), False),
    "no_sitemap": (Answer("Sitemap: http://[::1\nUser-agent: *\nDisallow: /2026/\n", 200), False),
    "wrong_percents": (Answer("User-agent: *\nDisallow: /%zz%\nDisallow: /%ff\nDisallow: /2026/\n", 200), False),
    "thousands_of_agents": (Answer("".join(f"User-agent: a{n}\nDisallow: /\n" for n in range(9000)), 200), True),
    "thousands_of_stars": (Answer("User-agent: *\n" + "".join(f"Disallow: /*{n}*x$\n" for n in range(9000)), 200), True),
    "others": (Answer("User-agent: otherbot\nDisallow: /\n", 200), True),
}


def _site(route, host: str = "127.0.0.1") -> Site:
    site = Site(host=host)
    site.routes["/robots.txt"] = route
    site.page("/rules.txt", "User-agent: *\nDisallow: /2026/\n", kind="text/plain")
    site.page(PATH, article_html(f"A story {site.port}", f"ferry{site.port} quay{site.port} lantern{site.port} tide"))
    site.page("/film/", f"<a href='{PATH}'>x</a>")
    return site


def test_robots_in_every_form(scrapy):
    with ExitStack() as stack:
        sites = {name: stack.enter_context(serving(_site(route))) for name, (route, _) in ROBOTS.items()}
        seeds = " ".join(f"{site.url}/film/" for site in sites.values())
        done = scrapy("crawl", "many", "-a", f"seeds={seeds}", **MANY, DOWNLOAD_TIMEOUT=3, RETRY_TIMES=0)
        fetched = {name: PATH in site.paths() for name, site in sites.items()}
        asked = {name: site.paths().count("/robots.txt") for name, site in sites.items()}
    assert done.returncode == 0, done.stderr
    assert fetched == {name: allowed for name, (_, allowed) in ROBOTS.items()}, done.stderr
    assert {name: count for name, count in asked.items() if count != 1} == {"loop": 11}
    assert "Traceback" not in done.stderr


def test_a_robots_file_leads_to_no_private_address(scrapy):
    with listening("127.0.0.2") as (port, calls), serving(_site(to(f"http://127.0.0.2:{port}/robots.txt"))) as site:
        assert scrapy("crawl", "many", "-a", f"seeds={site.url}/film/", **MANY).returncode == 3
        assert (calls, site.paths()) == ([], ["/robots.txt"])


def test_what_a_host_asks_for_is_kept_and_the_others_go_on(scrapy):
    """A Crawl-delay, a Retry-After in seconds, one as a date far off: each holds for its own host alone."""
    with ExitStack() as stack:
        hosts = [f"127.0.0.{number}" for number in (3, 4, 5, 6)]
        slow, busy, away, free = (stack.enter_context(serving(_site(Answer("no", 404), host))) for host in hosts)
        slow.page("/robots.txt", "User-agent: *\nCrawl-delay: 2\n", kind="text/plain")
        late = {"Retry-After": formatdate(time.time() + 3600, usegmt=True)}
        away.routes["/film/"] = Answer("wait", 503, late)
        busy.routes["/film/"] = _once_busy(busy.routes["/film/"])
        seeds = " ".join(f"{site.url}/film/" for site in (slow, busy, away, free))
        settings = {**MANY, "FILMWIRE_ALLOWED_HOSTS": ",".join(hosts)}
        done = scrapy("crawl", "many", "-a", f"seeds={seeds}", "-a", f"domains={' '.join(hosts)}", **settings)
        assert done.returncode == 0, done.stderr
        assert min(_pauses(slow)[1:]) > 0.9  # Scrapy varies a delay by half
        assert _pauses(busy)[1] > 1.4
        assert away.paths() == ["/robots.txt", "/film/"]
        assert free.asked[-1].at < slow.asked[-1].at


def _once_busy(page: Answer):
    answers = iter([Answer("wait", 429, {"Retry-After": "3"})])

    def route(handler) -> None:
        answer = next(answers, page)
        handler.send_response(answer.status)
        for name, value in {**answer.headers, "Content-Length": len(answer.raw)}.items():
            handler.send_header(name, str(value))
        handler.end_headers()
        handler.wfile.write(answer.raw)

    return route


def _pauses(site: Site) -> list[float]:
    return [later.at - earlier.at for earlier, later in pairwise(site.asked)]
