"""The frame of the benchmarks: both sites, a host and a browser; a table that is printed and may go into the documents."""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from playwright.sync_api import Browser, sync_playwright

from generator import paths
from tests.bench.sites import Sites, write_sites
from tests.browser import StaticHost, launch_chromium, serving

PAGE: Final = paths.PROJECT / "docs" / "performance.md"


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A table as Markdown, and what in it misses its limit."""

    table: str
    missed: tuple[str, ...]


def run(
    arguments: Sequence[str], name: str, measure: Callable[[Browser, StaticHost, Sites], Report]
) -> int:
    """Measure and print a table; with ``--write`` put it between the marks of that name on the page on performance.

    1 where there is no browser, or where a limit that the table prints is missed.
    """
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        sites = write_sites(Path(folder))
        browser = launch_chromium(playwright)
        if isinstance(browser, str):
            print(browser, file=sys.stderr)
            return 1
        with serving(StaticHost(root=sites.root)) as host:
            report = measure(browser, host, sites)
        browser.close()
    print(report.table)
    if "--write" in arguments:
        write(report.table, name)
    for what in report.missed:
        print(f"misses its limit: {what}", file=sys.stderr)
    return int(bool(report.missed))


def write(table: str, name: str) -> None:
    """Puts a table between the marks of that name on the page on performance."""
    begin, end = f"<!-- {name}: begin -->", f"<!-- {name}: end -->"
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(begin)
    _, _, after = rest.partition(end)
    PAGE.write_text(f"{before}{begin}\n\n{table}\n\n{end}{after}", encoding="utf-8")
