"""``python -m tests.bench.timeline``: timelines, plans and the like, in the browser and on the command line.

Medians, and multiples of one score of the same request in the same run: the ratios are what carries over.
With ``--write`` the table goes into ``docs/performance.md``.
"""

import json
import sys
from statistics import median
from time import perf_counter
from typing import Any, Final

from playwright.sync_api import Browser, Page

from generator.loading import load_scoring_text
from generator.scorer import load
from tests.bench.report import Report, run
from tests.bench.sites import Sites
from tests.bench.visits import ONE_CALL, SCORED, visitor
from tests.browser import StaticHost
from tests.shipped import SHIPPED_POLICY

ROUNDS: Final = 15
WARM_UP: Final = 300
"""Calls until the browser has compiled Python's own machine code; a reader makes them while typing."""

ANSWERS: Final[dict[str, Any]] = {
    "birth_date": "1984-02-29",
    "education": "college",
    "title": "none",
    "shortage_major": False,
    "tax_yearly": 0,
    "local_staff_yearly": 0,
    "share_percent": 100,
    "public_service_months": 20,
    "remote_area": "other",
    "remote_area_months": 30,
    "fresh_graduate": False,
    "award": "none",
    "startup_talent": False,
    "intermediary_talent": False,
    "spouse_local": True,
    "marriage_date": "2024-05-20",
    "false_documents": [],
    "detentions": ["2023-03-15"],
    "ordinary_crimes": [],
    "serious_crime": False,
}
COUNTS: Final = {
    "title_base_months": 0,
    "insured_months": 100,
    "base_months_08": 30,
    "base_months_1": 20,
    "base_months_2": 0,
    "base_months_3": 0,
}
LEDGER: Final = [
    {"from": "2013-03", "to": "2019-12", "base": "8000"},
    {"from": "2020-02", "to": "2023-06", "base": "9500.50"},
    {"from": "2023-07", "to": "2024-01", "base": "24000", "counts": False},
    {"from": "2024-02", "to": "2026-05", "base": "9200"},
]


def requests() -> dict[str, dict[str, Any]]:
    """A person with counts and the same with a ledger."""
    common = {"policy": "shanghai-points", "on": "2026-06-30"}
    return {
        "counts": common | {"answers": ANSWERS | COUNTS},
        "ledger": common | {"answers": ANSWERS | {"contributions": LEDGER}},
    }


def measure(browser: Browser, host: StaticHost, _sites: Sites) -> Report:
    """The table of all questions, asked of one engine."""
    with visitor(browser) as context:
        page = context.new_page()
        page.goto(f"{host.url}ours/")
        page.evaluate(SCORED)
        return report(page)


def report(page: Page) -> Report:
    """The table, and the questions that take longer in the browser than they may."""
    missed: list[str] = []
    lines = [
        "| request | question | command line | browser | browser, in scores | limit |",
        "|---|---|---:|---:|---:|---|",
    ]
    for name, request in requests().items():
        page.evaluate(ONE_CALL, ["score_json", json.dumps(request), WARM_UP])
        once = in_browser(page, "score_json", request)
        here = on_command_line("score_json", request)
        if once > MOST_MS["score_json"]:
            missed.append(f"{name}: a score")
        lines.append(
            f"| {name} | a score | {here:.2f} ms | {once:.2f} ms | 1 | {_limit('score_json')} |"
        )
        for what, method, extra in QUESTIONS:
            if name == "counts" and method == "ledger_json":
                continue
            asked = request | extra
            took, here = in_browser(page, method, asked), on_command_line(method, asked)
            lines.append(
                f"| {name} | {what} | {here:.1f} ms | {took:.1f} ms | {took / once:.0f} | {_limit(method)} |"
            )
            if method in MOST_MS and took > MOST_MS[method]:
                missed.append(f"{name}: {what}")
    return Report(table="\n".join(lines), missed=tuple(missed))


def _limit(method: str) -> str:
    return f"≤ {MOST_MS[method]} ms" if method in MOST_MS else ""


def in_browser(page: Page, method: str, request: dict[str, Any]) -> float:
    """Median milliseconds from the page's call to its answer, all rounds but the first."""
    took: list[float] = page.evaluate(ONE_CALL, [method, json.dumps(request), 1 + ROUNDS])
    return median(took[1:])


def on_command_line(method: str, request: dict[str, Any]) -> float:
    """Median milliseconds of scorers that remember nothing yet."""
    policy_text, line = load_scoring_text(SHIPPED_POLICY), json.dumps(request)
    took = []
    for _ in range(ROUNDS):
        scorer = load(policy_text)
        start = perf_counter()
        scorer.answer(method, line)
        took.append(perf_counter() - start)
    return median(took) * 1000


QUESTIONS: Final[tuple[tuple[str, str, dict[str, Any]], ...]] = (
    ("a timeline of 40 years", "timeline_json", {"until": "2066-06-30"}),
    ("plans of three changes", "plans_json", {}),
    ("the reverse questions", "reverse_json", {"by": "2027-12-31"}),
    ("every other reading", "readings_json", {}),
    ("the ledger's view", "ledger_json", {}),
)
MOST_MS: Final = {"score_json": 1, "timeline_json": 150, "plans_json": 150}

if __name__ == "__main__":
    sys.exit(run(sys.argv[1:], "questions", measure))
