"""A site with every trap: all its stories are found, and hardly a request is wasted."""

import secrets

import pytest

from tests.crawler.server import Answer, Site, article_html, serving

ON_A_LISTING = 20
HTML = {"Content-Type": "text/html; charset=utf-8"}
NOT_FOUND = Answer("<html><body><h1>Oops</h1><p>We could not find that page. Try our front page.</p></body></html>", 200, HTML)


class TrapSite(Site):
    """Stories on listings; every other address that looks like one of the traps answers with something, too."""

    def __init__(self, stories: int) -> None:
        super().__init__()
        self.stories = [f"/2026/{n % 12 + 1:02}/{n % 28 + 1:02}/the-night-of-harbour-number-{n}.html" for n in range(stories)]
        for number, path in enumerate(self.stories):
            words = " ".join(f"{word}{number}" for word in "gala script costume extra critic ticket".split())
            self.page(path, article_html(f"The night of harbour {number}", words))
        self.last = -(-stories // ON_A_LISTING)
        self.routes = Routes(self)


class Routes(dict):
    """Gives an answer to whatever is asked for, as sites with traps do."""

    def __init__(self, site: TrapSite) -> None:
        super().__init__(site.routes)
        self.site = site

    def get(self, path: str, default: object = None) -> object:
        if path in self:
            return self[path]
        plain = path.split("?", maxsplit=1)[0].split(";", maxsplit=1)[0].replace("/a/", "/")
        while plain.startswith("/a/"):
            plain = plain[2:]
        if plain in self:
            return self[plain]
        if path == "/film/" or path.startswith("/film/page/"):
            return Answer(listing(self.site, int(path.rsplit("/", 1)[-1] or 1)), 200, HTML)
        if path.startswith("/calendar/"):
            return Answer(f"<html><body><h1>{path}</h1><p>No events.</p></body></html>", 200, HTML)
        return NOT_FOUND


def listing(site: TrapSite, page: int) -> str:
    """Page after page without an end: behind the last come made-up stories."""
    part = site.stories[(page - 1) * ON_A_LISTING : page * ON_A_LISTING]
    links = part or [f"/2020/01/{n + 1:02}/made-up-story-of-{page}-{n}.html" for n in range(ON_A_LISTING)]
    links += [f"{path}?visit={secrets.token_hex(8)}" for path in part]
    links += [f"{path};jsessionid={secrets.token_hex(16)}" for path in part]
    links += [f"{path}?sort={sort}&view={view}" for path in part[:3] for sort in ("old", "new") for view in ("print", "full")]
    links += [f"/calendar/20{27 + page % 70}-{month:02}-{day:02}.html" for month in (1, 2, 3) for day in (1, 2, 3)]
    links += ["/a" * depth + path for path in part[:2] for depth in range(1, 9)]
    links += [f"/gone/{page}{n:03}/a-story-that-was-here-{n}.html" for n in range(9)]
    pager = f"<a href='/film/page/{page + 1}'>next</a>"
    return "<html><body>" + "".join(f"<li><a href='{link}'>story</a></li>" for link in links) + pager + "</body></html>"


# What traps waste does not depend on the size of the site: three pages of each shape, and a dozen of the pager without end.
@pytest.mark.parametrize(("stories", "wasted"), [(60, 40), pytest.param(1500, 30, marks=pytest.mark.slow)])
def test_traps_take_little_of_the_crawl_and_hide_nothing(scrapy, stories, wasted):
    with serving(TrapSite(stories)) as site:
        done = scrapy("crawl", "site", "-a", f"url={site.url}/film/", timeout=1800)
        assert done.returncode == 0, done.stderr
        useful = {
            *site.stories,
            "/robots.txt",
            "/.well-known/tdmrep.json",
            "/film/",
            *(f"/film/page/{page}" for page in range(2, site.last + 1)),
        }
        paths = site.paths()
    in_traps = [path for path in paths if path not in useful]
    assert set(site.stories) <= set(paths)
    assert len(in_traps) <= wasted, "\n".join(in_traps)
    print(f"{len(in_traps)} of {len(paths)} requests in traps: {in_traps}")
