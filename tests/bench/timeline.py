"""``python -m tests.bench.timeline``: timelines, plans and the like as multiples of one score of the same request.

Medians of processor time on this machine; the ratios are what carries over. Nothing is judged.
"""

import json
from collections.abc import Callable
from statistics import median
from time import process_time_ns
from typing import Any, Final

from generator import paths
from generator.loading import load_scoring_text
from generator.scoring.api import Scorer, load

ROUNDS: Final = 15
NANOSECONDS: Final = 1_000_000

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


def main() -> None:
    """Print a table."""
    text = load_scoring_text(paths.POLICY_DATA)
    print("| request | question | milliseconds | scores |")
    print("|---|---|---:|---:|")
    for name, request in requests().items():
        once = milliseconds(lambda scorer, line: scorer.score_json(line), text, request)
        print(f"| {name} | a score | {once:.2f} | 1 |")
        for what, ask, extra in QUESTIONS:
            if name == "counts" and ask is Scorer.ledger_json:
                continue
            took = milliseconds(ask, text, request | extra)
            print(f"| {name} | {what} | {took:.1f} | {took / once:.0f} |")


QUESTIONS: Final[tuple[tuple[str, Callable[[Scorer, str], str], dict[str, Any]], ...]] = (
    ("a timeline of 40 years", Scorer.timeline_json, {"until": "2066-06-30"}),
    ("plans of three changes", Scorer.plans_json, {}),
    ("the reverse questions", Scorer.reverse_json, {"by": "2027-12-31"}),
    ("every other reading", Scorer.readings_json, {}),
    ("the ledger's view", Scorer.ledger_json, {}),
)


def milliseconds(
    ask: Callable[[Scorer, str], str], policy_text: str, request: dict[str, Any]
) -> float:
    """Return the median time of a question to scorers that remember nothing yet."""
    line = json.dumps(request)
    took = []
    for _ in range(ROUNDS):
        scorer = load(policy_text)
        start = process_time_ns()
        answer = ask(scorer, line)
        took.append(process_time_ns() - start)
        if answer.startswith('{"error"'):
            raise ValueError(answer)
    return median(took) / NANOSECONDS


if __name__ == "__main__":
    main()
