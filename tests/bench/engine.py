"""``make bench-engine``: the engine beside stock Pyodide, in the same run, as medians and ratios.

Prints a table; with ``--write`` it goes into ``docs/performance.md`` as well.
"""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Final, override

from playwright.sync_api import Browser

from tests.bench.report import Report, run
from tests.bench.sites import Sites
from tests.bench.slowdown import slowed
from tests.bench.visits import Calls, Visit, call_often, visit, visitor
from tests.browser import StaticHost

ROUNDS: Final = 5
SLOW_ROUNDS: Final = 3
SLOWDOWN: Final = 4
SLOW_LINE: Final = 1_600_000 / 8
SLOW_LATENCY: Final = 0.15
GEARED: Final = "geared"
"""The site as it ships: a first gear scores until the engine is ready. Only first visits differ by it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One figure of both, and how ours relates to stock's."""

    what: str
    stock: float
    ours: float
    unit: str
    limit: str

    @property
    def is_missed(self) -> bool:
        """Whether the figure is above its limit: one in milliseconds, or one of the ratio to stock."""
        if not self.limit:
            return False
        most = float(self.limit.split()[1].rstrip(",").replace(",", ""))
        return (self.ours if self.limit.endswith("ms") else self.ours / self.stock) > most

    @override
    def __str__(self) -> str:
        ratio = self.ours / self.stock if self.stock else 0
        return (
            f"| {self.what} | {self.stock:,.{_digits(self.stock)}f} {self.unit} "
            f"| {self.ours:,.{_digits(self.ours)}f} {self.unit} | {ratio:.2f} | {self.limit} |"
        )


def measure(browser: Browser, host: StaticHost, sites: Sites) -> Report:
    """The table of all rows, stock and ours taking turns."""
    rows = rows_of(browser, host, sites)
    missed = tuple(row.what for row in rows if row.is_missed)
    return Report(table=report(rows, browser.version), missed=missed)


def rows_of(browser: Browser, host: StaticHost, sites: Sites) -> list[Row]:
    """All rows."""
    normal = _series(browser, host, sites, rounds=ROUNDS)
    slow = _series(browser, host, sites, rounds=SLOW_ROUNDS, slowdown=SLOWDOWN)
    host.bytes_per_second, host.latency = SLOW_LINE, SLOW_LATENCY
    line = _series(browser, host, sites, rounds=1, visits=1)
    host.bytes_per_second, host.latency = float("inf"), 0
    calls = {site: _calls(browser, host, site, sites) for site in ("stock", "ours")}

    def row(
        what: str, series: dict[str, list[list[Visit]]], which: int, limit: str, site: str = "ours"
    ) -> Row:
        stock, ours = (
            median(visits[which].milliseconds for visits in series[each])
            for each in ("stock", site)
        )
        return Row(what=what, stock=stock, ours=ours, unit="ms", limit=limit)

    def call(what: str, figure: Callable[[Calls], float], limit: str) -> Row:
        return Row(
            what=what,
            stock=figure(calls["stock"]),
            ours=figure(calls["ours"]),
            unit="ms",
            limit=limit,
        )

    return [
        Row(
            what="bytes to the first score, Brotli",
            stock=median(visits[0].sent for visits in normal["stock"]),
            ours=median(visits[0].sent for visits in normal["ours"]),
            unit="B",
            limit="≤ 0.60",
        ),
        row("first visit", normal, 0, ""),
        row("the same, first gear before it", normal, 0, "≤ 0.45", GEARED),
        row("first repeat visit", normal, 1, "≤ 0.50, aim 0.30"),
        row("later visit", normal, 2, "≤ 0.50, aim 0.30"),
        row(f"first visit, processor {SLOWDOWN}× slower", slow, 0, ""),
        row("the same, first gear before it", slow, 0, "≤ 0.45", GEARED),
        row(f"first repeat visit, processor {SLOWDOWN}× slower", slow, 1, "≤ 0.50, aim 0.30"),
        row(f"later visit, processor {SLOWDOWN}× slower", slow, 2, "≤ 0.50, aim 0.30"),
        row("first visit at 1.6 Mbit/s, 150 ms", line, 0, ""),
        row("the same, first gear before it", line, 0, "≤ 0.45", GEARED),
        call("one score", lambda found: found.single, "≤ 1 ms"),
        call("10,000 scores of one request", lambda found: found.same, "≤ 2,000 ms"),
        call("10,000 scores, the golden cases in turn", lambda found: found.cases, "≤ 1,900 ms"),
        call("10,000 scores of different people", lambda found: found.different, "≤ 4,000 ms"),
        call("the same by `scores_json`", lambda found: found.together, "≤ 2,000 ms"),
        call("longest pause of the page meanwhile", lambda found: found.longest_pause, ""),
    ]


def report(rows: Sequence[Row], browser_version: str) -> str:
    """The table as Markdown."""
    head = (
        f"Chromium {browser_version}, medians of {ROUNDS} visitors ({SLOW_ROUNDS} where slowed down, "
        "1 on the slow line), stock and ours taking turns on loopback.\n\n"
        "| | stock | ours | ours / stock | limit |\n|---|---|---|---|---|"
    )
    return "\n".join((head, *map(str, rows)))


def _series(
    browser: Browser,
    host: StaticHost,
    sites: Sites,
    *,
    rounds: int,
    slowdown: int = 1,
    visits: int = 3,
) -> dict[str, list[list[Visit]]]:
    series: dict[str, list[list[Visit]]] = {"stock": [], "ours": [], GEARED: []}
    for _ in range(rounds):
        for site, made in series.items():
            many = 1 if site == GEARED else visits
            with visitor(browser) as context, slowed(browser, slowdown):
                made.append([visit(context, host, site, sites.answer) for _ in range(many)])
    return series


def _calls(browser: Browser, host: StaticHost, site: str, sites: Sites) -> Calls:
    with visitor(browser) as context:
        return call_often(context, host, site, sites)


def _digits(value: float) -> int:
    return 2 if value < 10 else 0


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:], "figures", measure))
