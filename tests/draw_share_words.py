"""``python -m tests.draw_share_words``: draw the site's name and line for the picture of shared links, with this machine's font.

To be run when these words change; a test says so. Needs Chromium and a Chinese font (Debian: fonts-noto-cjk).
"""

import sys
from typing import Final

from playwright.sync_api import sync_playwright

from generator import paths
from generator.rendering.environment import load_words
from generator.writing.discovery import SHARE_WORDS
from tests.browser import launch_chromium

WIDTH: Final = 570
HEIGHT: Final = 190
DRAW: Final = """([name, line, width, height]) => {
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const context = canvas.getContext('2d');
  const write = (text, size, y) => {
    context.font = `700 ${size}px "Noto Sans CJK SC"`;
    context.fillText(text, 0, y, width);
  };
  write(name, 112, 100);
  write(line, 47, 180);
  const { data } = context.getImageData(0, 0, width, height);
  return Array.from({ length: width * height }, (_, at) => data[4 * at + 3] > 127);
}"""


def share_words() -> tuple[str, str]:
    """What is drawn: the name and the line."""
    site = load_words(paths.SITE_TEMPLATES)["site"]
    assert isinstance(site, dict)
    return str(site["name"]), str(site["tagline"])


def main() -> int:
    """Draw, and write the bitmap among the templates."""
    with sync_playwright() as playwright:
        browser = launch_chromium(playwright)
        if isinstance(browser, str):
            print(browser, file=sys.stderr)
            return 1
        name, line = share_words()
        dots: list[bool] = browser.new_page().evaluate(DRAW, [name, line, WIDTH, HEIGHT])
        browser.close()
    head = f"P4\n# {name} {line}\n{WIDTH} {HEIGHT}\n"
    bits = b"".join(_packed(dots[start : start + WIDTH]) for start in range(0, len(dots), WIDTH))
    (paths.SITE_TEMPLATES / SHARE_WORDS).write_bytes(head.encode() + bits)
    return 0


def _packed(row: list[bool]) -> bytes:
    whole = [*row, *[False] * (-len(row) % 8)]
    return bytes(
        sum(dot << (7 - place) for place, dot in enumerate(whole[start : start + 8]))
        for start in range(0, len(whole), 8)
    )


if __name__ == "__main__":
    sys.exit(main())
