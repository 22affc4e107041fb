"""Plans the long way round: every set of at most three changes on every month's first day, each put to ``score``.

Written without the engine's help: the values that can be taken, what asks less, and how time goes on are said anew.
"""

import json
from collections.abc import Iterator
from datetime import date
from itertools import combinations, product
from typing import Any

from generator.scorer import Scorer
from tests.timeline.day_by_day import Situation, month_number, month_text, request_on

type Request = dict[str, Any]
type Change = tuple[str, Any]
type Plan = tuple[frozenset[Change], str]

ASKS = {
    "education": {
        "college": 50,
        "bachelor": 60,
        "bachelor_with_degree": 90,
        "master": 100,
        "doctor": 110,
    },
    "title": {
        "skill_5": 15,
        "skill_4": 30,
        "skill_3": 60,
        "skill_2": 100,
        "mid_title": 100,
        "skill_1": 140,
        "senior_title": 140,
    },
    "remote_area": {"lingang": 0, "other": 0},
}
"""What each choice asks of a person; of two that ask the same neither is less."""

INDICATOR = {
    "education": "education",
    "title": "title",
    "title_base_months": "title",
    "base_months_08": "base",
    "base_months_1": "base",
    "base_months_2": "base",
    "base_months_3": "base",
    "contributions": "base",
    "shortage_major": "shortage_major",
    "tax_yearly": "tax",
    "local_staff_yearly": "local_jobs",
    "public_service_months": "public_service",
    "remote_area": "remote_area",
    "remote_area_months": "remote_area",
    "startup_talent": "startup_talent",
    "intermediary_talent": "intermediary_talent",
}
WITH_TIME = {code for code in INDICATOR if code.endswith("_months") or "_months_" in code}
MOST_MONTHS = {"title_base_months": 12, "base_months_3": 36} | dict.fromkeys(
    ("base_months_08", "base_months_1", "base_months_2"), 48
)


def values(request: Request, code: str, months: int) -> list[Any]:
    """The values that an answer can be changed to so many months later."""
    answer = request["answers"].get(code)
    if code == "remote_area" and (answer != "none" or request["answers"]["remote_area_months"]):
        return []
    if code in ASKS:
        return [choice for choice in ASKS[code] if choice != answer]
    if code == "contributions":
        return [] if answer is None or not months else bases(request, months)
    if answer is None:
        return []
    if code in WITH_TIME:
        if code in ("public_service_months", "remote_area_months") and answer:
            return []
        most = min(answer + months, MOST_MONTHS.get(code, 10**6))
        return list(range(answer + 1, most + 1))
    if isinstance(answer, bool):
        return [] if answer else [True]
    unit = {"tax_yearly": 100_000, "local_staff_yearly": 10}[code]
    share = request["answers"]["share_percent"] if code == "tax_yearly" else 100
    grid = sorted({-(-units * unit * 100 // share) for units in range(1, 13)})
    return [amount for amount in grid if amount > answer]


def bases(request: Request, months: int) -> list[str]:
    if change_month(request) >= month_number(request["on"][:7]) + months:
        return []
    paid = Situation(request=request).added(change_month(request))
    going = paid[0] if paid is not None and paid[1] else "0"
    grid = ("9000.00", "9116.80", "11396.00", "15000.00", "22792.00", "34188.00")
    return [base for base in grid if float(base) > float(going)]


def change_month(request: Request) -> int:
    """The first month that is paid as things go on, that of the day where none is."""
    situation = Situation(request=request)
    for month in range(situation.now, situation.now + 600):
        paid = situation.added(month)
        if paid is not None and paid[1]:
            return month
    return situation.now


def changed(request: Request, day: date, changes: tuple[Change, ...]) -> Request:
    """The request of a later day with the changes made."""
    then = request_on(request, day)
    for code, value in changes:
        if code != "contributions":
            then["answers"][code] = value
            continue
        then["answers"][code] = paid_from(request, day, value, change_month(request))
    return then


def paid_from(request: Request, day: date, base: str, start: int) -> list[dict[str, Any]]:
    """The single months that are known on a day if those that no row says are paid at a base from ``start`` on."""
    situation = Situation(request=request)
    end = month_number(day.isoformat()[:7])
    stated = situation.stated()
    months = situation.months(end) | {
        month: (base, True) for month in range(start, end) if month not in stated
    }
    return [
        {"from": month_text(m), "to": month_text(m), "base": paid, "counts": counts}
        for m, (paid, counts) in months.items()
    ]


def plans_by_force(scorer: Scorer, request: Request) -> set[Plan]:
    """All minimal plans on the first day and on the days given as ``days``."""
    open_codes = [code for code in INDICATOR if INDICATOR[code] not in request["exclude"]]
    on = date.fromisoformat(request["on"])
    reached: list[Plan] = []
    for day in request["days"]:
        months = (day.year - on.year) * 12 + day.month - on.month
        for changes in _sets(request, open_codes, months, 3 - (day != on)):
            plan = (frozenset(changes), day.isoformat())
            if any(_asks_no_more(other, plan) for other in reached):
                continue
            verdict = json.loads(scorer.score_json(json.dumps(changed(request, day, changes))))
            assert "error" not in verdict, verdict
            if verdict["outcome"] == "meets_standard":
                reached.append(plan)
    return {
        plan
        for plan in reached
        if not any(other != plan and _asks_no_more(other, plan) for other in reached)
    }


def _sets(
    request: Request, codes: list[str], months: int, most: int
) -> Iterator[tuple[Change, ...]]:
    for size in range(most + 1):
        for chosen in combinations(codes, size):
            for taken in product(*(values(request, code, months) for code in chosen)):
                yield tuple(zip(chosen, taken, strict=True))


def _asks_no_more(one: Plan, other: Plan) -> bool:
    theirs = dict(other[0])
    return one[1] <= other[1] and all(
        code in theirs and (value == theirs[code] or _rank(code, value) < _rank(code, theirs[code]))
        for code, value in one[0]
    )


def _rank(code: str, value: Any) -> float:  # noqa: ANN401 -- any answer
    return ASKS[code][value] if code in ASKS else float(value)
