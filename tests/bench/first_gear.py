"""``python -m tests.bench.first_gear``: the first score behind a first gear beside the engine alone, in the same run.

Prints a table; with ``--write`` it goes into ``docs/performance.md`` as well.
"""

import sys
from dataclasses import dataclass
from statistics import median
from typing import Final, override

from playwright.sync_api import Browser

from tests.bench.engine import SLOW_LATENCY, SLOW_LINE
from tests.bench.report import Report, run
from tests.bench.sites import Sites
from tests.bench.visits import SCORED, visitor
from tests.browser import StaticHost

ROUNDS: Final = 3
MOST_MS: Final = 2500
PROVEN: Final = """async () => {
  for (let tries = 0; tries < 24000 && !document.proven; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return document.proven;
}"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One figure of the engine alone and behind the first gear, in milliseconds, and when that one is proven."""

    what: str
    alone: float
    geared: float
    proven: float
    most: float | None

    @override
    def __str__(self) -> str:
        limit = "" if self.most is None else f"≤ {self.most:,.0f} ms"
        return (
            f"| {self.what} | {self.alone:,.0f} ms | {self.geared:,.0f} ms "
            f"| {self.geared / self.alone:.2f} | {self.proven:,.0f} ms | {limit} |"
        )


def measure(browser: Browser, host: StaticHost, sites: Sites) -> Report:
    """The table, both taking turns."""
    rows = [_row(browser, host, sites, "first visit", rounds=ROUNDS, most=None)]
    host.bytes_per_second, host.latency = SLOW_LINE, SLOW_LATENCY
    what = "first visit at 1.6 Mbit/s, 150 ms"
    rows.append(_row(browser, host, sites, what, rounds=1, most=MOST_MS))
    head = (
        f"Chromium {browser.version}, medians of {ROUNDS} visitors (1 on the slow line), both taking turns on loopback.\n\n"
        "| first score | Pyodide alone | first gear | ratio | proven | limit |\n|---|---|---|---|---|---|"
    )
    missed = tuple(row.what for row in rows if row.most is not None and row.geared > row.most)
    return Report(table="\n".join((head, *map(str, rows))), missed=missed)


def _row(
    browser: Browser, host: StaticHost, sites: Sites, what: str, *, rounds: int, most: float | None
) -> Row:
    found: dict[str, list[float]] = {"ours": [], "geared": [], "proven": []}
    for _ in range(rounds):
        for site in ("ours", "geared"):
            with visitor(browser) as context:
                page = context.new_page()
                page.goto(f"{host.url}{site}/")
                milliseconds, given = page.evaluate(SCORED)
                assert given == sites.answer
                found[site].append(milliseconds)
                if site == "geared":
                    found["proven"].append(page.evaluate(PROVEN))
    alone, geared, proven = (median(each) for each in found.values())
    return Row(what=what, alone=alone, geared=geared, proven=proven, most=most)


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:], "first gear", measure))
