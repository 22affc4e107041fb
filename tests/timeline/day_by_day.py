"""The timeline the long way round: a score request for every single day, written without the engine's help."""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from generator.scorer import Scorer, load

type Request = dict[str, Any]

GROWING_ALWAYS = ("insured_months",)
GROWING_ONCE_BEGUN = ("public_service_months", "remote_area_months")
ONLY_BEFORE_2023 = "family_planning_violation"


def going_on_for_ever(scoring_text: str) -> Scorer:
    """A scorer whose last edition never ends."""
    document = json.loads(scoring_text)
    document["editions"][-1]["in_force"]["to"] = "2199-12-31"
    return load(json.dumps(document))


def month_number(text: str) -> int:
    year, month = text.split("-")
    return int(year) * 12 + int(month) - 1


def month_text(number: int) -> str:
    return f"{number // 12}-{number % 12 + 1:02}"


def request_on(request: Request, day: date) -> Request:
    """The request of a later day, everything having gone on as it was."""
    start = date.fromisoformat(request["on"])
    answers = dict(request["answers"])
    passed = (day.year - start.year) * 12 + day.month - start.month
    for key in GROWING_ALWAYS:
        if key in answers:
            answers[key] += passed
    for key in GROWING_ONCE_BEGUN:
        if answers.get(key, 0) > 0:
            answers[key] += passed
    if "contributions" in answers and day > start:
        answers["contributions"] = grown(answers["contributions"], request, day)
    if day >= date(2023, 1, 1):
        answers.pop(ONLY_BEFORE_2023, None)
    return {"policy": request["policy"], "on": day.isoformat(), "answers": answers}


def grown(rows: list[dict[str, Any]], request: Request, day: date) -> list[dict[str, Any]]:
    last = max(rows, key=lambda row: month_number(row["to"]), default=None)
    base = request.get("assume", {}).get("base") or (last and last["base"])
    first = month_number(last["to"]) + 1 if last else month_number(request["on"][:7])
    end = day.year * 12 + day.month - 2
    if base is None or end < first:
        return rows
    return [*rows, {"from": month_text(first), "to": month_text(end), "base": base, "counts": True}]


def days_between(first: date, last: date) -> Iterator[date]:
    day = first
    while day <= last:
        yield day
        day += timedelta(days=1)


def day_by_day(scorer: Scorer, request: Request) -> dict[str, Any]:
    """What a timeline has to say, from one score a day."""
    first, last = (date.fromisoformat(request[key]) for key in ("on", "until"))
    windows: list[dict[str, Any]] = []
    events: list[dict[str, Any]] = []
    points: dict[str, int] = {}
    score: object = None
    met = False
    for day in days_between(first, last):
        verdict = json.loads(scorer.score_json(json.dumps(request_on(request, day))))
        assert "error" not in verdict, verdict
        now = {award["indicator"]: award["points"] for award in verdict["awards"]}
        changes = {
            code: now.get(code, 0)
            for code in (*now, *points)
            if now.get(code, 0) != points.get(code, 0)
        }
        if changes or verdict["score"] != score or not events:
            events.append({"date": day.isoformat(), "score": verdict["score"], "changes": changes})
        meets = verdict["outcome"] == "meets_standard"
        if meets and not met:
            windows.append({"from": day.isoformat(), "to": None})
        if met and not meets:
            windows[-1]["to"] = (day - timedelta(days=1)).isoformat()
        points, score, met = now, verdict["score"], meets
    return {
        "first_date": windows[0]["from"] if windows else None,
        "windows": windows,
        "events": events,
    }
