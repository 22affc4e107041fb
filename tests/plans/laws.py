"""What a policy lets a person choose, said anew for the tests: the shipped policy and the toy town's."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from tests.timeline.day_by_day import request_on

type Request = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Law:
    """The answers that can be changed, each with the indicator that strikes it out."""

    choices: Mapping[str, Mapping[str, tuple[str, float]]]
    """By question: each choice's road, and what it asks of a person."""
    yes: frozenset[str]
    amounts: Mapping[str, Callable[[Request], list[Any]]]
    months: Mapping[str, int]
    """The counts that grow from now on where somebody wants it, and the most that each can be."""
    grows_once_begun: frozenset[str]
    """Counts that go on growing by themselves where they are above 0."""
    places: Mapping[str, str]
    """Questions of a place, which only somebody who begins there can choose, and the months spent there."""
    bases: tuple[str, ...]
    floors: Mapping[str, str]
    """By the month from which it holds: the least base, of use where nothing is paid as things go on."""
    indicator: Mapping[str, str]
    """By answer: the indicators of which each strikes it out."""
    effort: Mapping[str, str]
    """Whatever it does not name is a status."""
    on_day: Callable[[Request, date], Request]
    """The request of a later day, everything having gone on as it was."""

    def values(self, request: Request, code: str) -> list[Any]:
        """The values that an answer can be changed to; None for a count that grows from now on."""
        answer = request["answers"].get(code)
        if code == "contributions":
            return [] if answer is None else list(self.bases)
        if answer is None or (code in self.places and not self._begins(request, code)):
            return []
        if code in self.grows_once_begun and answer:
            return []
        if code in self.choices:
            return [choice for choice in self.choices[code] if choice != answer]
        if code in self.months:
            return [None]
        if code in self.yes:
            return [] if answer else [True]
        return [amount for amount in self.amounts[code](request) if amount > answer]

    def floor(self, last: date) -> str:
        """The floor of the month before a plan's last day."""
        paid = f"{(last.replace(day=1) - timedelta(days=1)):%Y-%m}"
        return max((since, floor) for since, floor in self.floors.items() if since <= paid)[1]

    def _begins(self, request: Request, code: str) -> bool:
        """Whether somebody is at no place yet and has no months at one."""
        answer, months = (request["answers"][each] for each in (code, self.places[code]))
        return answer not in self.choices[code] and not months

    def asks_no_more(self, code: str, one: Any, other: Any) -> bool:  # noqa: ANN401 -- any answer
        """Whether a value is the same as another one, or the smaller step of the two."""
        if one == other:
            return True
        if code in self.choices:
            (road, ask), (other_road, other_ask) = (
                self.choices[code][one],
                self.choices[code][other],
            )
            return road == other_road and ask < other_ask
        return float(one) < float(other)


def _taxes(request: Request) -> list[Any]:
    share = request["answers"]["share_percent"]
    return [-(-units * 100_000 * 100 // share) for units in range(1, 13)]


def _staff(request: Request) -> list[Any]:
    scaled = request["answers"].get("readings", {}).get("jobs_share") == "scaled"
    share = request["answers"]["share_percent"] if scaled else 100
    return [-(-units * 10 * 100 // share) for units in range(1, 13)]


def _toy_on(request: Request, day: date) -> Request:
    """In the toy town only the ledger goes on by itself."""
    counts = {key: value for key, value in request["answers"].items() if key == "insured_months"}
    then = request_on(request, day)
    return {**then, "answers": {**then["answers"], **counts}}


def _toy_taxes(request: Request) -> list[Any]:
    share = request["answers"]["share"]
    return [-(-units * 100 * 100 // share) for units in range(1, 4)]


SHANGHAI = Law(
    choices={
        "education": {
            "college": ("", 50),
            "bachelor": ("", 60),
            "bachelor_with_degree": ("", 90),
            "master": ("", 100),
            "doctor": ("", 110),
        },
        "title": {
            "skill_5": ("skill", 15),
            "skill_4": ("skill", 30),
            "skill_3": ("skill", 60),
            "skill_2": ("skill", 100),
            "mid_title": ("title", 100),
            "skill_1": ("skill", 140),
            "senior_title": ("title", 140),
        },
        "remote_area": {"lingang": ("", 0), "other": ("", 0)},
        "award": {"city_special": ("", 30), "city_general": ("", 60), "provincial": ("", 110)},
    },
    yes=frozenset({"shortage_major", "startup_talent", "intermediary_talent"}),
    amounts={"tax_yearly": _taxes, "local_staff_yearly": _staff},
    months={
        "title_base_months": 12,
        "base_months_08": 48,
        "base_months_1": 48,
        "base_months_2": 48,
        "base_months_3": 36,
        "public_service_months": 10**6,
        "remote_area_months": 10**6,
    },
    grows_once_begun=frozenset({"public_service_months", "remote_area_months"}),
    places={"remote_area": "remote_area_months"},
    bases=("9116.80", "11396.00", "22792.00", "34188.00"),
    floors={
        "2022-07": "6520.00",
        "2023-07": "7310.00",
        "2024-07": "7384.00",
        "2025-07": "7460.00",
        "2026-07": "7546.00",
    },
    indicator={
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
        "award": "award",
        "startup_talent": "startup_talent",
        "intermediary_talent": "intermediary_talent",
    },
    effort={"education": "certificate", "title": "certificate", "contributions": "pay"}
    | dict.fromkeys(
        ("title_base_months", "base_months_08", "base_months_1", "base_months_2", "base_months_3"),
        "pay",
    ),
    on_day=request_on,
)

TOY = Law(
    choices={
        "education": {"college": ("", 40), "master": ("", 80)},
        "place": {"hill": ("", 0)},
    },
    yes=frozenset({"volunteer"}),
    amounts={"tax": _toy_taxes},
    months={"half_months": 6, "full_months": 6, "place_months": 10**6},
    grows_once_begun=frozenset(),
    places={"place": "place_months"},
    bases=("600.00", "1200.00"),
    floors={"2021-01": "500.00", "2022-01": "650.00", "2023-01": "700.00"},
    indicator={
        "education": "education",
        "full_months": "education wages",
        "half_months": "wages",
        "contributions": "wages",
        "place": "hill",
        "place_months": "hill",
        "volunteer": "volunteer",
        "tax": "shop",
    },
    effort={
        "education": "certificate",
        "full_months": "pay",
        "half_months": "pay",
        "contributions": "pay",
    },
    on_day=_toy_on,
)

EFFORTS = ("wait", "pay", "certificate", "status")
