"""Plans the long way round: every set of at most three changes on every day that is asked for, each put to ``score``.

Written without the engine's help: the values that can be taken, what asks less, and how time goes on are said anew.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from itertools import combinations, product
from typing import Any

from generator.scorer import Scorer
from tests.plans.laws import Law, Request
from tests.timeline.day_by_day import Situation, month_number, month_text

type Change = tuple[str, Any]
type Changes = tuple[Change, ...]

NEVER = date.max


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Values by answer, the day and the score; two plans are the same where all of it is."""

    values: frozenset[Change]
    day: str
    score: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BruteForce:
    """A request's plans, found by scoring every set on every one of the days; the first day is the request's own."""

    scorer: Scorer
    law: Law
    request: Request
    days: tuple[date, ...]
    exclude: frozenset[str]
    known: dict[Changes, date] = field(default_factory=dict)

    def plans(self) -> set[Plan]:
        """All minimal plans: sets that pass on an earlier day than every smaller set does."""
        found = set()
        for changes in self._sets():
            day = self._first(changes)
            if day < NEVER:
                smaller = [other for other in self.known if self._is_smaller(other, changes)]
                if day < min(map(self._first, smaller), default=NEVER):
                    found.add(self._plan(changes, day))
        return found

    def _sets(self) -> Iterator[Changes]:
        open_codes = [
            code
            for code, indicators in self.law.indicator.items()
            if not self.exclude & set(indicators.split())
        ]
        for size in range(4):
            for codes in combinations(open_codes, size):
                values = [self._values(code) for code in codes]
                for taken in product(*values):
                    yield tuple(zip(codes, taken, strict=True))

    def _values(self, code: str) -> list[Any]:
        """The values that an answer can be changed to; of the bases those above the one that goes on."""
        values = self.law.values(self.request, code)
        if code != "contributions" or not values:
            return values
        going = going_base(self.request)
        bases = [*values, *([self.law.floor(self.days[-1])] if not going else [])]
        return [base for base in bases if Decimal(base) > going]

    def _first(self, changes: Changes) -> date:
        """The first day on which a set passes or a set with one change less does."""
        if changes not in self.known:
            days: Iterable[date] = self.days if len(changes) < 3 else self.days[:1]
            fewer = [(*changes[:at], *changes[at + 1 :]) for at in range(len(changes))]
            limit = min(map(self._first, fewer), default=NEVER)
            earlier = (day for day in days if day < limit)
            passing = next((day for day in earlier if self._passes(changes, day)), limit)
            self.known[changes] = passing
        return self.known[changes]

    def _passes(self, changes: Changes, day: date) -> bool:
        return bool(self.verdict(self._at(changes, day), day)["outcome"] == "meets_standard")

    def _is_smaller(self, one: Changes, other: Changes) -> bool:
        theirs = dict(other)
        return one != other and all(
            code in theirs and self.law.asks_no_more(code, value, theirs[code])
            for code, value in one
        )

    def _at(self, changes: Changes, day: date) -> Changes:
        """The changes with the counts that the months up to a day bring about."""
        months = self._months(day)
        return tuple(
            (code, min(self.request["answers"][code] + months, self.law.months[code]))
            if code in self.law.months
            else (code, value)
            for code, value in changes
        )

    def _months(self, day: date) -> int:
        """The months up to a day in which one pays: not while paying is assumed to pause."""
        begins = self.request.get("assume", {}).get("from", "")
        start = month_number(max(self.request["on"][:7], begins))
        return max(0, month_number(day.isoformat()[:7]) - start)

    def _plan(self, changes: Changes, day: date) -> Plan:
        """The plan with the least counts that are enough on its day, those of the form's earlier questions first."""
        values = dict(self._at(changes, day))
        for code in [each for each in self.law.months if each in values]:
            for count in range(self.request["answers"][code] + 1, values[code]):
                fewer = {**values, code: count}
                if self.verdict(tuple(fewer.items()), day)["outcome"] == "meets_standard":
                    values = fewer
                    break
        score = self.verdict(tuple(values.items()), day)["score"]
        return Plan(values=frozenset(values.items()), day=day.isoformat(), score=score)

    def verdict(self, changes: Changes, day: date) -> dict[str, Any]:
        """What ``score`` says on a day with the changes made."""
        then = self.law.on_day(self.request, day)
        text = json.dumps(changed(self.request, then, changes))
        verdict: dict[str, Any] = json.loads(self.scorer.score_json(text))
        assert "error" not in verdict, verdict
        return verdict


def change_month(request: Request) -> int:
    """The first month that no row says and that is paid as things go on, or any such month where none is."""
    situation = Situation(request=request)
    stated = situation.stated()
    ahead = [month for month in range(situation.now, situation.now + 600) if month not in stated]
    paid = (month for month in ahead if (situation.added(month) or ("", False))[1])
    return next(paid, ahead[0])


def going_base(request: Request) -> Decimal:
    """The base that is paid as things go on; 0 where none is."""
    paid = Situation(request=request).added(change_month(request))
    return Decimal(paid[0]) if paid is not None and paid[1] else Decimal(0)


def changed(request: Request, then: Request, changes: Changes) -> Request:
    """The request of a later day with the changes made."""
    for code, value in changes:
        if code == "contributions":
            day = date.fromisoformat(then["on"])
            then["answers"][code] = paid_from(request, day, value, change_month(request))
        else:
            then["answers"][code] = value
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
