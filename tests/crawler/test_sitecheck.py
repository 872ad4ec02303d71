"""`scrapy sitecheck`: one article of a publisher, which of its fields came out empty, and an exit code that says so."""

import json

import pytest

from tests.crawler.server import article_html


def test_the_demo_site_is_read_well_and_nothing_is_kept(scrapy, tmp_path):
    done = scrapy("sitecheck", "demo", "--json")
    assert done.returncode == 0, done.stderr
    check = json.loads(done.stdout)
    assert (check["name"], check["missing"]) == ("demo", [])
    assert all(check["fields"][field] for field in ("headline", "publisher", "date_published", "body"))
    assert {way["state"] for way in check["ways"]} == {"done"}
    assert not (tmp_path / "filmwire.db").exists()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("article", "code", "said"), [("", 3, "no article came"), ("story", 5, "empty: publisher, date_published")]
)
def test_what_is_wrong_with_a_site_is_said_and_has_its_code(site, scrapy, article, code, said):
    path = "/film/the-longest-night-of-the-harbour"
    site.page(path, article_html("The longest night", "tide pilot signal engine anchor storm"))
    site.page("/", f"<a href='{path if article else '/about'}'>story</a>")
    # The seeds come from the environment of a site that only tests have: the command gives its spiders no arguments.
    done = scrapy("sitecheck", "fixed", SPIDER_MODULES="tests.crawler.fixed", FILMWIRE_TEST_SITE=f"{site.url}/")
    assert (done.returncode, said in done.stdout) == (code, True), done.stdout + done.stderr


@pytest.mark.slow
def test_a_site_that_is_none_is_a_mistake(scrapy):
    done = scrapy("sitecheck", "nosuchsite")
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
