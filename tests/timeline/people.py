"""Random people: leap-day births, records, ledgers with gaps, back-payments, months to come and rows that go on."""

from datetime import date, timedelta
from random import Random
from typing import Any

from tests.timeline.day_by_day import month_text

TITLES = ("none", "skill_4", "skill_3", "mid_title", "senior_title")
EDUCATION = ("none", "college", "bachelor", "bachelor_with_degree", "master")
READINGS = {
    "window_end": "month_of_application",
    "mixed_tiers": "own_tier",
    "waited_years": "later",
    "jobs_share": "scaled",
    "record_edge": "outside",
    "reference_level_unestablished": "statutory_average",
}
NOBODY: dict[str, Any] = {
    "birth_date": "1950-01-15",
    "education": "none",
    "title": "none",
    "insured_months": 0,
    "title_base_months": 0,
    "base_months_08": 0,
    "base_months_1": 0,
    "base_months_2": 0,
    "base_months_3": 0,
    "shortage_major": False,
    "tax_yearly": 0,
    "local_staff_yearly": 0,
    "share_percent": 100,
    "public_service_months": 0,
    "remote_area": "none",
    "remote_area_months": 0,
    "fresh_graduate": False,
    "award": "none",
    "startup_talent": False,
    "intermediary_talent": False,
    "spouse_local": False,
    "false_documents": [],
    "detentions": [],
    "ordinary_crimes": [],
    "serious_crime": False,
}
"""Complete answers of a person who has nothing."""

BASES = ("5000", "9116.80", "11396", "12000.00", "22792", "24000", "34188")


def random_person(dice: Random, first: date = date(2018, 1, 1)) -> dict[str, Any]:
    """A score request between a first day and the end of the last edition."""
    on = first + timedelta(days=dice.randrange((date(2027, 12, 1) - first).days))
    answers: dict[str, Any] = {
        "birth_date": _born(dice, on).isoformat(),
        "education": dice.choice(EDUCATION),
        "title": dice.choice(TITLES),
        "shortage_major": dice.random() < 0.2,
        "tax_yearly": dice.choice((0, 0, 99999, 250000)),
        "local_staff_yearly": dice.choice((0, 0, 10, 35)),
        "share_percent": dice.choice((100, 50)),
        "public_service_months": dice.choice((0, 1, 45, 59, 70)),
        "remote_area": dice.choice(("none", "lingang", "other")),
        "remote_area_months": dice.choice((0, 20, 34, 59)),
        "fresh_graduate": dice.random() < 0.2,
        "award": dice.choice(("none", "none", "city_special")),
        "startup_talent": False,
        "intermediary_talent": False,
        "spouse_local": dice.random() < 0.5,
        "marriage_date": _around(dice, on, 4000).isoformat(),
        "false_documents": _records(dice, on),
        "detentions": _records(dice, on),
        "ordinary_crimes": _records(dice, on),
        "serious_crime": dice.random() < 0.05,
    }
    if on < date(2023, 1, 1):
        answers["family_planning_violation"] = dice.random() < 0.2
    request = {"policy": "shanghai-points", "on": on.isoformat(), "answers": answers}
    month = on.year * 12 + on.month - 1
    if dice.random() < 0.6:
        answers["contributions"] = _ledger(dice, month)
        if dice.random() < 0.3:
            answers["title_base_months"] = dice.randrange(13)
    else:
        answers |= {
            "insured_months": dice.randrange(200),
            "title_base_months": dice.randrange(13),
            "base_months_08": dice.choice((0, 35, 36, 48)),
            "base_months_1": dice.choice((0, 35, 36)),
            "base_months_2": dice.choice((0, 36)),
            "base_months_3": dice.choice((0, 0, 24)),
        }
    answers["readings"] = {
        code: choice for code, choice in READINGS.items() if dice.random() < 0.25
    }
    if "contributions" not in answers:
        answers["readings"].pop("mixed_tiers", None)
    elif dice.random() < 0.25:
        answers["readings"]["insured_gaps"] = "continuous"
    if dice.random() < 0.5:
        request["assume"] = _assumed(dice, answers, month)
    for code in ("permit_valid", "insured_this_month", "contract_year"):
        if dice.random() < 0.4:
            answers[code] = dice.random() < 0.7
    return request


def with_open_answers(dice: Random, request: dict[str, Any]) -> dict[str, Any]:
    """The same person with some answers left open: a key taken out, or null."""
    answers = dict(request["answers"])
    for code in dice.sample(sorted(answers), dice.randrange(1, 4)):
        if code in {"contributions", "readings"}:
            continue
        if dice.random() < 0.5:
            del answers[code]
        else:
            answers[code] = None
    return {**request, "answers": answers}


def _assumed(dice: Random, answers: dict[str, Any], month: int) -> dict[str, Any]:
    start = month_text(month + dice.choice((0, 1, 3, 8)))
    goes_on = any(row.get("ongoing") for row in answers.get("contributions", ()))
    kind = dice.choice(("base", "base", "stop", "pause", "pause"))
    if kind == "stop":
        return {"base": None}
    if kind == "base":
        return {"base": dice.choice(BASES)}
    if (goes_on or "contributions" not in answers) and dice.random() < 0.5:
        return {"from": start}
    return {"base": dice.choice(BASES), "from": start}


def _born(dice: Random, on: date) -> date:
    if dice.random() < 0.3:
        return date(dice.choice((1964, 1980, 1984, 1988)), 2, 29)
    return on - timedelta(days=dice.randrange(20 * 365, 62 * 365))


def _around(dice: Random, on: date, days: int) -> date:
    if dice.random() < 0.3:
        return date(dice.choice((2012, 2016, 2020)), 2, 29)
    return on + timedelta(days=dice.randrange(-days, 400))


def _records(dice: Random, on: date) -> list[str]:
    if dice.random() < 0.6:
        return []
    return [_around(dice, on, 2200).isoformat() for _ in range(dice.choice((1, 1, 2)))]


def _ledger(dice: Random, month: int) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    first = month - dice.randrange(1, 150)
    while first < month + 3 and len(rows) < 8:
        last = first + dice.randrange(1, 40)
        rows.append(
            {
                "from": month_text(first),
                "to": month_text(last),
                "base": dice.choice(BASES),
                "counts": dice.random() < 0.85,
            }
        )
        first = last + 1 + dice.choice((0, 0, 1, 5))
    if dice.random() < 0.5:
        del rows[-1]["to"]
        rows[-1]["ongoing"] = True
    dice.shuffle(rows)
    return rows if dice.random() < 0.95 else []
