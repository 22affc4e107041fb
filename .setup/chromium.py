"""Finding a Chromium for the tests: Playwright's own, else the system's, else Debian's package."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import checkout
from debian import apt_install
from programs import output_of, say, succeeds

SYSTEM_BROWSERS = (
    "chromium",
    "chromium-browser",
    "google-chrome-stable",
    "google-chrome",
    "microsoft-edge-stable",
    "microsoft-edge",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
OPEN_A_PAGE = """
import sys
from playwright.sync_api import sync_playwright
with sync_playwright() as p:
    browser = p.chromium.launch(executable_path=sys.argv[1])
    page = browser.new_page()
    page.set_content("<title>it works</title>")
    assert page.title() == "it works"
    browser.close()
"""
PLAYWRIGHTS_OWN = """
from playwright.sync_api import sync_playwright
with sync_playwright() as p:
    print(p.chromium.executable_path)
"""


def browsers() -> Iterator[str]:
    """Name the Chromiums worth a try, best first, installing only when what came before failed."""
    playwrights_own = (output_of([str(checkout.PYTHON), "-c", PLAYWRIGHTS_OWN]) or "").strip()
    if playwrights_own:
        download = [str(checkout.PYTHON), "-m", "playwright", "install", "--no-shell", "chromium"]
        if Path(playwrights_own).exists() or succeeds(download, seconds=120):
            yield playwrights_own
    say("Playwright's own Chromium can't be had or doesn't start here: trying the system's")
    yield from system_browsers()
    if apt_install("chromium"):
        yield from system_browsers()


def system_browsers() -> Iterator[str]:
    return filter(None, map(shutil.which, SYSTEM_BROWSERS))


def opens_a_page(browser: str) -> bool:
    return succeeds([str(checkout.PYTHON), "-c", OPEN_A_PAGE, browser], seconds=60)
