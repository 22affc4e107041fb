"""The frame of the benchmarks: both sites, a host and a browser; a table that is printed and may go into the documents."""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from playwright.sync_api import Browser, sync_playwright

from generator import paths
from tests.bench.sites import Sites, write_sites
from tests.browser import StaticHost, launch_chromium, serving

PAGE: Final = paths.PROJECT / "docs" / "performance.md"


def run(
    arguments: Sequence[str], name: str, measure: Callable[[Browser, StaticHost, Sites], str]
) -> int:
    """Measure and print a table; with ``--write`` put it between the marks of that name on the page on performance.

    0 also where a limit is missed: a benchmark informs, it does not judge. 1 where there is no browser.
    """
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        sites = write_sites(Path(folder))
        browser = launch_chromium(playwright)
        if isinstance(browser, str):
            print(browser, file=sys.stderr)
            return 1
        with serving(StaticHost(root=sites.root)) as host:
            table = measure(browser, host, sites)
        browser.close()
    print(table)
    if "--write" in arguments:
        _write(table, name)
    return 0


def _write(table: str, name: str) -> None:
    begin, end = f"<!-- {name}: begin -->", f"<!-- {name}: end -->"
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(begin)
    _, _, after = rest.partition(end)
    PAGE.write_text(f"{before}{begin}\n\n{table}\n\n{end}{after}", encoding="utf-8")
