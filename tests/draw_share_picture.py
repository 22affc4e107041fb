"""``make share-picture``: the picture of shared links out of its drawing, ``share.svg`` of the policy.

Needs Chromium and a Chinese font (Debian: fonts-noto-cjk). The picture is kept with the sources, as other machines have
other fonts.
"""

import sys

from playwright.sync_api import sync_playwright

from generator.loading.walking import PICTURE
from tests.browser import launch_chromium
from tests.shipped import SHIPPED_POLICY

DRAWING = SHIPPED_POLICY / "share.svg"


def main() -> int:
    """Draws, and puts the picture beside the drawing."""
    with sync_playwright() as playwright:
        browser = launch_chromium(playwright)
        if isinstance(browser, str):
            print(browser, file=sys.stderr)
            return 1
        page = browser.new_page(viewport={"width": 1200, "height": 630})
        page.goto(DRAWING.as_uri())
        page.screenshot(path=DRAWING.with_name(PICTURE))
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
