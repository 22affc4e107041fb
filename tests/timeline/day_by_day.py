"""The timeline the long way round: a score request for every single day, months counted without the engine's help.

Written from the contract: what is paid in which month, whether one may apply, and what spans and events that makes.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from generator.scorer import Scorer, load

type Request = dict[str, Any]
type Months = dict[int, tuple[str, bool]]
"""By the number of the month: the base, and whether the month counts."""

GROWING_ALWAYS = ("insured_months",)
GROWING_ONCE_BEGUN = ("public_service_months", "remote_area_months")
ONLY_BEFORE_2023 = "family_planning_violation"
HALF_YEAR = 6
YEAR = 12


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


@dataclass(frozen=True, kw_only=True)
class Situation:
    """A timeline request, and what it says of months."""

    request: Request

    @property
    def answers(self) -> dict[str, Any]:
        answers: dict[str, Any] = self.request["answers"]
        return answers

    @property
    def now(self) -> int:
        return month_number(self.request["on"][:7])

    @property
    def assume(self) -> dict[str, Any]:
        return self.request.get("assume") or {}

    @property
    def stops(self) -> bool:
        return "base" in self.assume and self.assume["base"] is None

    @property
    def begins(self) -> int:
        return month_number(self.assume.get("from") or month_text(self.now))

    def ongoing(self) -> dict[str, Any] | None:
        return next(
            (row for row in self.answers.get("contributions") or () if row.get("ongoing")), None
        )

    def stated(self) -> Months:
        """The months that rows say: of the one that is still being paid those before the month of ``on``."""
        months: Months = {}
        for row in self.answers["contributions"]:
            last = self.now - 1 if row.get("ongoing") else month_number(row["to"])
            for month in range(month_number(row["from"]), last + 1):
                months[month] = (row["base"], row.get("counts", True))
        return months

    def added(self, month: int) -> tuple[str, bool] | None:
        """How a month from that of ``on`` on is paid where no row says anything of it."""
        row = self.ongoing()
        if self.stops or month < self.begins:
            return None
        if self.assume.get("base") is not None:
            return self.assume["base"], True
        if row is not None and month >= month_number(row["from"]):
            return row["base"], row.get("counts", True)
        return None

    def months(self, month: int) -> Months:
        """The months that are known in a later month: what rows say, and what was added before it."""
        found = self.stated()
        for each in range(self.now, month):
            paid = self.added(each)
            if each not in found and paid is not None:
                found[each] = paid
        return found

    def insured(self, day: date) -> int | None:
        """All valid months before a day's own; None where nothing tells."""
        month = number_of(day)
        if "contributions" in self.answers:
            return sum(counts for m, (_, counts) in self.months(month).items() if m < month)
        answered = self.answers.get("insured_months")
        if answered is None:
            return None
        return int(answered) + (0 if self.stops else max(0, month - self.begins))

    def insured_in(self, month: int) -> bool | None:
        """Whether a month is paid; None where nothing tells."""
        answer = self.answers.get("insured_this_month")
        if month == self.now and answer is not None:
            return bool(answer)
        if "contributions" in self.answers:
            stated = self.stated()
            if month in stated:
                return stated[month][1]
            row = self.ongoing()
            is_on = month == self.now and row is not None and month >= month_number(row["from"])
            if is_on and row is not None and row.get("counts", True):
                return True
            paid = self.added(month)
            return paid is not None and paid[1]
        if month == self.now:
            return None
        if self.stops or month < self.begins:
            return False
        return True if self.assume else answer

    def may_apply(self, day: date) -> bool:
        """Whether no condition that months decide is not met: six in all, this one, six of the twelve before."""
        month = number_of(day)
        insured = self.insured(day)
        if insured is not None and insured < HALF_YEAR and day >= date(2018, 1, 1):
            return False
        if self.insured_in(month) is False:
            return False
        if "contributions" not in self.answers:
            return True
        months = self.months(month)
        recent = [m for m in range(month - YEAR, month) if m in months and months[m][1]]
        return len(recent) >= HALF_YEAR

    def on(self, day: date) -> Request:
        """The score request of a day, everything having gone on as it was."""
        answers = dict(self.answers)
        month = number_of(day)
        for key in GROWING_ALWAYS:
            if answers.get(key) is not None:
                answers[key] = self.insured(day)
        for key in GROWING_ONCE_BEGUN:
            if (answers.get(key) or 0) > 0:
                answers[key] += month - self.now
        if "contributions" in answers:
            answers["contributions"] = [
                {"from": month_text(m), "to": month_text(m), "base": base, "counts": counts}
                for m, (base, counts) in self.months(month).items()
            ]
        if day >= date(2023, 1, 1):
            answers.pop(ONLY_BEFORE_2023, None)
        return {"policy": self.request["policy"], "on": day.isoformat(), "answers": answers}


def request_on(request: Request, day: date) -> Request:
    """The score request of a day of a timeline."""
    return Situation(request=request).on(day)


def number_of(day: date) -> int:
    return day.year * 12 + day.month - 1


def score_on(scorer: Scorer, request: Request, day: date) -> dict[str, Any]:
    """The verdict of a day of a timeline."""
    verdict: dict[str, Any] = json.loads(scorer.score_json(json.dumps(request_on(request, day))))
    assert "error" not in verdict, verdict
    return verdict


def days_between(first: date, last: date) -> Iterator[date]:
    day = first
    while day <= last:
        yield day
        day += timedelta(days=1)


def spans(days: list[date], holds: Callable[[date], bool]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    is_open = False
    for day in days:
        if holds(day) and not is_open:
            found.append({"from": day.isoformat(), "to": None})
        elif is_open and not holds(day):
            found[-1]["to"] = (day - timedelta(days=1)).isoformat()
        is_open = holds(day)
    return found


def day_by_day(scorer: Scorer, request: Request) -> dict[str, Any]:
    """What a timeline has to say, from one score a day."""
    first, last = (date.fromisoformat(request[key]) for key in ("on", "until"))
    situation = Situation(request=request)
    days = list(days_between(first, last))
    meets: dict[date, bool] = {}
    may_meet: dict[date, bool] = {}
    events: list[dict[str, Any]] = []
    known: dict[str, list[int]] = {}
    ends: object = None
    for day in days:
        verdict = score_on(scorer, request, day)
        low, high = verdict["score_range"]
        vetoed = verdict["outcome"] == "vetoed"
        meets[day] = not vetoed and low >= verdict["standard_score"]
        may_meet[day] = not vetoed and high >= verdict["standard_score"]
        now = {a["indicator"]: [a["points"], *a["range"]] for a in verdict["awards"]}
        nothing = [0, 0, 0]
        changes = {
            code: now.get(code, nothing)[0]
            for code in (*now, *known)
            if now.get(code, nothing) != known.get(code, nothing)
        }
        if changes or verdict["score_range"] != ends or not events:
            events.append(
                {
                    "date": day.isoformat(),
                    "score": verdict["score"],
                    "range": verdict["score_range"],
                    "changes": changes,
                }
            )
        known, ends = now, verdict["score_range"]
    windows = spans(days, meets.__getitem__)
    return {
        "first_date": windows[0]["from"] if windows else None,
        "windows": windows,
        "possible_windows": spans(days, may_meet.__getitem__),
        "apply_windows": spans(days, lambda day: meets[day] and situation.may_apply(day)),
        "events": events,
    }
