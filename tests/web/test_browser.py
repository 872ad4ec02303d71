"""The pages in a real browser, as people use them; pictures of all of them are kept as output of the build."""

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

PICTURES = Path(__file__).parents[2] / "build" / "screenshots"
TOKEN = "an-open-secret"  # noqa: S105 - of a test
FERRY, DOORWAY = "Crossing by night", "星月轮盘网址"
HEAVIEST = 100_000
"""Bytes of the first page with all it loads."""
pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("browser")]


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """Debian's Chromium or Chrome, for whichever is on the machine; nothing is downloaded."""
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if found is None:
        if os.environ.get("FILMWIRE_REQUIRE_SERVICES"):
            pytest.fail("Chromium is required here")
        pytest.skip("NO CHROMIUM: install chromium to see the pages as a browser does")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A fresh browser of the width of a desk."""
    context = chromium.new_context(viewport={"width": 1440, "height": 1000})
    yield context.new_page()
    context.close()


def search(page: Page, client, words: str) -> None:
    page.goto(client.address)
    page.get_by_role("searchbox").fill(words)
    page.get_by_role("button", name="Search").click()


def test_searching_narrowing_and_reading(library, page) -> None:
    page.goto(library.address)
    page.get_by_role("link", name="中文").click()
    expect(page.get_by_role("article")).to_have_count(1)
    page.get_by_role("link", name="Remove the filter").click()
    search(page, library, "ferryman")
    expect(page.locator("article mark")).to_have_text("ferryman")
    page.get_by_role("link", name=FERRY).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(FERRY)
    expect(page.locator(".body")).to_contain_text("A ferryman waits in a café by the river.")


def test_an_edit_says_why_when_pointed_at_or_reached_by_keyboard(library, page) -> None:
    search(page, library, "ferryman")
    page.get_by_role("link", name=FERRY).click()
    page.get_by_role("link", name="With 2 edits").click()
    edits, reasons = page.locator(".edit"), page.locator(".why")
    expect(reasons.first).to_be_hidden()
    edits.first.hover()
    expect(reasons.first).to_be_visible()
    expect(reasons.first).to_have_text("byline: byline.by_line")
    edits.last.focus()
    expect(reasons.last).to_be_visible()
    page.get_by_role("link", name="damage.lost_letter").click()
    assert page.url.endswith("#" + str(edits.last.get_attribute("id")))


def test_releasing_what_waits_in_quarantine(client, page) -> None:
    page.goto(f"{client.address}/quarantine")
    expect(page.get_by_role("button", name="Release")).to_have_count(0)
    page.get_by_role("link", name="Sign in").first.click()
    page.get_by_label("Token").fill("a guess")
    page.get_by_role("main").get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("alert")).to_have_text("This is not the token.")
    page.get_by_label("Token").fill(TOKEN)
    page.get_by_role("main").get_by_role("button", name="Sign in").click()
    page.get_by_role("button", name="Release").click()
    expect(page.get_by_text("Nothing waits here")).to_be_visible()
    search(page, client, DOORWAY)
    page.get_by_role("link", name=DOORWAY).click()
    page.get_by_role("button", name="Take the decision back").click()
    expect(page.locator(".tag.quarantined").first).to_have_text("quarantined")


def test_a_phone_shows_the_filters_that_are_on(library, page) -> None:
    page.set_viewport_size({"width": 375, "height": 800})
    page.goto(f"{library.address}/?language=zh")
    expect(page.get_by_role("heading", name="Source")).to_be_hidden()
    page.get_by_role("link", name="Remove the filter 中文").click()
    expect(page.get_by_text("33 articles")).to_be_visible()


def test_the_keyboard_alone_is_enough(library, page) -> None:
    page.goto(library.address)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.type("ferryman")
    page.keyboard.press("Enter")
    page.wait_for_url("**/?q=ferryman")
    link = page.get_by_role("link", name=FERRY)
    for _ in range(20):
        page.keyboard.press("Tab")
        if link.evaluate("link => link === document.activeElement"):
            break
    assert link.evaluate("link => getComputedStyle(link).outlineStyle") == "solid", "one sees where one is"
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(FERRY)


@pytest.mark.parametrize("view", ["", "?view=edits"])
def test_stored_script_does_not_run(library, page, view) -> None:
    dialogs: list[object] = []
    page.on("dialog", lambda dialog: dialogs.append(dialog))  # noqa: PLW0108 - Playwright looks at what it calls
    search(page, library, "scripts")
    page.get_by_role("article").get_by_role("link").click()
    page.goto(page.url + view)
    assert "document.title" in page.locator("main").inner_text(), "it is there, as text"
    assert page.title() != "owned"
    assert page.locator("main script, main img, main [onerror]").count() == len(dialogs) == 0
    assert page.locator("a[href^=javascript]").count() == 0


def test_the_first_page_is_light_and_asks_nobody_else(library, page) -> None:
    weights: dict[str, int] = {}
    page.on("requestfinished", lambda request: weights.update({request.url: request.sizes()["responseBodySize"]}))
    page.goto(library.address, wait_until="networkidle")
    assert len(weights) >= 3, "the page, its style and its letters"
    assert all(url.startswith(library.address) for url in weights)
    assert sum(weights.values()) < HEAVIEST, weights


def test_the_browser_complains_of_nothing(library, page) -> None:
    """No blocked style, no missing file, no error."""
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: told.append(str(error)))
    for path in ("/", "/stories", "/quarantine", "/sources", "/runs", "/about-the-api", "/sign-in"):
        page.goto(library.address + path, wait_until="networkidle")
    assert told == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [375, 1440])
def test_a_picture_of_every_page(library, chromium, width, scheme) -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    article = re.search(r"/articles/\w+", library.ask("/?q=ferryman").body)[0]
    views = {"search": "/", "article": article, "ledger": f"{article}?view=edits", "quarantine": "/quarantine"}
    views |= {"sources": "/sources", "runs": "/runs", "api": "/about-the-api", "nothing": "/?q=nothingofthekind"}
    context = chromium.new_context(viewport={"width": width, "height": 1000}, color_scheme=scheme)
    page = context.new_page()
    for name, path in views.items():
        page.goto(library.address + path)
        page.screenshot(path=PICTURES / f"{name}-{width}-{scheme}.png", full_page=True)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, f"{name} is wider than the window"
    context.close()


def test_on_paper_there_is_the_article_and_no_furniture(library, page) -> None:
    search(page, library, "ferryman")
    page.get_by_role("link", name=FERRY).click()
    page.emulate_media(media="print", color_scheme="dark")
    expect(page.get_by_role("navigation", name="Main")).to_be_hidden()
    expect(page.locator(".body")).to_be_visible()
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == "rgb(255, 255, 255)"
