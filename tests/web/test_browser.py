"""The pages in a real browser: what was stored does not run, and the pictures of the pages are kept as output of the build."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from lxml import html

FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
    " --disable-component-update --disable-sync --hide-scrollbars"
).split()
PICTURES = Path(__file__).parents[2] / "build" / "screenshots"
pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("browser")]


@pytest.fixture(scope="module")
def chromium() -> str:
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if found := shutil.which(name):
            return found
    if os.environ.get("FILMWIRE_REQUIRE_SERVICES"):
        pytest.fail("Chromium is required here")
    pytest.skip("NO CHROMIUM: install chromium to see the pages as a browser does")


def browse(chromium: str, folder: Path, *arguments: str) -> str:
    command = [chromium, *FLAGS, f"--user-data-dir={folder}", *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=True).stdout


@pytest.mark.parametrize("view", ["", "?view=edits"])
def test_stored_script_does_not_run(library, chromium, tmp_path, view) -> None:
    found = html.fromstring(library.ask("/?q=scripts").body)
    article = str(found.xpath("//article//h2/a/@href")[0])
    for path in ("/?q=scripts", article + view):
        dom = browse(chromium, tmp_path, "--dump-dom", "--virtual-time-budget=2000", library.address + path)
        tree = html.fromstring(dom)
        assert tree.findtext(".//title") != "owned"
        assert "document.title" in tree.text_content(), "it is there, as text"
        assert not tree.xpath("//main//script | //main//img | //@onerror")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [375, 1440])
def test_a_picture_of_every_page(library, chromium, tmp_path, width, scheme) -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    article = str(html.fromstring(library.ask("/?q=ferryman").body).xpath("//article//h2/a/@href")[0])
    for name, path in (
        ("search", "/"),
        ("article", article),
        ("ledger", f"{article}?view=edits"),
        ("quarantine", "/quarantine"),
    ):
        picture = PICTURES / f"{name}-{width}-{scheme}.png"
        preference = f"--blink-settings=preferredColorScheme={0 if scheme == 'dark' else 1}"
        browse(chromium, tmp_path, f"--window-size={width},1000", preference, f"--screenshot={picture}", library.address + path)
        assert picture.read_bytes().startswith(b"\x89PNG")
