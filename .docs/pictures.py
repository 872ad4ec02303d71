"""Make the README's pictures from the bundled demo: the page, the ledger, `scrapy clean --explain`, the plot.

python .docs/pictures.py            # needs Chromium, and the extras docs and test
"""

import io
import os
import re
import runpy
import shutil
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, sync_playwright
from rich.console import Console

from cleaners import clean_page
from crawler.demo.pages import web
from crawler.explain import explain
from storage.urls import public_id

HERE = Path(__file__).parent
MIRROR = ("oakfield-dental.example", "/news/hp/20250513.html")
"""A page of the demo as a hacked mirror serves it."""
LINES = 45
"""Lines of a terminal that the picture shows."""


def scrapy(folder: Path, *words: str) -> None:
    """Run a command in the demo's folder."""
    subprocess.run([sys.executable, "-m", "scrapy", *words], cwd=folder, env=environment(), check=True, capture_output=True)


def environment() -> dict[str, str]:
    """Ours, but for the project and the demo's database."""
    ours = {"PYTHONPATH": str(HERE.parent), "SCRAPY_SETTINGS_MODULE": "crawler.settings"}
    return os.environ | ours | {"FILMWIRE_DATABASE_URL": "sqlite:///filmwire-demo.db"}


@contextmanager
def served(folder: Path):
    """The demo's database over HTTP, at the address that is given."""
    command = [sys.executable, "-m", "scrapy", "serve", "--port", "8765"]
    with subprocess.Popen(command, cwd=folder, env=environment(), stdout=subprocess.PIPE, text=True) as server:
        try:
            address = re.search(r"http://[\w.:]+", server.stdout.readline())[0]
            while subprocess.run(["curl", "-so", os.devnull, f"{address}/api/health"], check=False).returncode:
                time.sleep(0.3)
            yield address
        finally:
            server.terminate()


def shoot(page: Page, address: str, name: str, height: int) -> None:
    """Keep what a desk of that height sees."""
    page.set_viewport_size({"width": 1200, "height": height})
    page.goto(address)
    page.screenshot(path=HERE / f"{name}.png")


def shoot_terminal(page: Page) -> None:
    """What `clean --explain` says of the mirror's page, as a terminal shows it."""
    body = web()[MIRROR].body
    console = Console(width=112, record=True, file=io.StringIO(), force_terminal=True, color_system="truecolor")
    console.print(explain(clean_page(body, url=f"http://{MIRROR[0]}{MIRROR[1]}")))
    svg = console.export_svg(title="scrapy clean mirror.html --explain")
    # Its letters come from elsewhere, and it squeezes Chinese into the width of as many Latin letters.
    svg = re.sub(r'@font-face \{.*?\}| textLength="[^"]*"', "", svg, flags=re.S).replace("Fira Code", "DejaVu Sans Mono")
    page.goto("about:blank")  # the server's own policy would forbid the style
    page.set_viewport_size({"width": 1240, "height": 20 * LINES + 60})
    page.set_content(f"<body style='margin:0;background:#fff'>{svg}")
    page.screenshot(path=HERE / "explain.png")


def main() -> None:
    """Make all four."""
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        scrapy(folder, "demo")
        scrapy(folder, "export", "out.parquet")
        sys.argv[1:] = [str(folder / "out.parquet"), str(HERE / "coverage.png")]
        runpy.run_path(str(HERE / "coverage.py"))
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_context(device_scale_factor=1.25).new_page()
        page.set_default_timeout(120_000)
        with served(folder) as address:
            shoot(page, f"{address}/?q=%E7%A5%A8%E6%88%BF+OR+festival", "search", 760)
            shoot(page, f"{address}/articles/{public_id('http://' + ''.join(MIRROR))}?view=edits", "ledger", 800)
        shoot_terminal(page)
        browser.close()


main()
