"""Plans: true, minimal, none missed, in order, said in words; and what is never proposed."""

import json
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import combinations, count, islice
from random import Random
from typing import Any

import pytest

from generator.scorer import Scorer
from tests.plans.brute_force import BruteForce, Plan
from tests.plans.laws import EFFORTS, SHANGHAI, TOY, Law
from tests.timeline.conftest import Ask
from tests.timeline.day_by_day import month_number, month_text
from tests.timeline.people import random_person

CHANGEABLE = set(SHANGHAI.indicator.values())


def plans(scorer: Scorer, request: dict[str, Any]) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(scorer.plans_json(json.dumps(request)))
    assert "error" not in answer, answer
    return answer


def small_person(dice: Random) -> dict[str, Any]:
    """A random person who is not far from the standard score."""
    request = random_person(dice, date(2023, 1, 1))
    request["answers"] |= {
        "education": dice.choice(("none", "college")),
        "title": dice.choice(("none", "skill_5", "mid_title")),
        "serious_crime": False,
        "local_staff_yearly": dice.choice((0, 9.5, 20)),
        "tax_yearly": dice.choice((0, 99999, 150000)),
        "share_percent": dice.choice((100, 100, 50, 33)),
        "public_service_months": 0,
    }
    if "insured_months" in request["answers"]:
        request["answers"]["insured_months"] %= 60
    request["answers"].pop("readings")
    if not request["answers"].get("contributions", True):
        request["answers"]["contributions"] = [{"from": "2022-01", "to": "2022-06", "base": "9000"}]
    request["answers"]["birth_date"] = f"{dice.randrange(1970, 2000)}-{dice.randrange(1, 13):02}-01"
    request["answers"]["marriage_date"] = f"2017-{dice.randrange(1, 13):02}-01"
    for records in ("false_documents", "detentions", "ordinary_crimes"):
        request["answers"][records] = []
    return request


def toy_person(dice: Random) -> dict[str, Any]:
    """A random person of the toy town."""
    on = date(2022, 1, 1) + timedelta(days=dice.randrange(900))
    answers: dict[str, Any] = {
        "birth_date": f"{dice.randrange(1970, 2000)}-{dice.randrange(1, 13):02}-01",
        "education": dice.choice(("none", "college", "master")),
        "volunteer": dice.random() < 0.5,
        "spouse_local": dice.random() < 0.5,
        "marriage_date": f"2017-{dice.randrange(1, 13):02}-01",
        "place": dice.choice(("town", "hill")),
        "place_months": dice.choice((0, 0, 20, 40)),
        "tax": dice.choice((0, 99, 150)),
        "share": dice.choice((100, 50)),
        "fines": [],
        "fraud": False,
    }
    if dice.random() < 0.6:
        last = on.year * 12 + on.month - 1 - dice.randrange(1, 4)
        answers["contributions"] = [
            {
                "from": month_text(last - dice.randrange(1, 90)),
                "to": month_text(last),
                "base": dice.choice(("400", "700", "1300")),
            }
        ]
    else:
        answers |= {
            "insured_months": dice.randrange(120),
            "half_months": dice.choice((0, 2, 3, 6)),
            "full_months": dice.choice((0, 1, 2, 4)),
        }
    return {"policy": "toy-town", "on": on.isoformat(), "answers": answers}


def looked_at(dice: Random, request: dict[str, Any], last: str) -> tuple[date, ...]:
    """The days that a brute force looks at: the first two and the first of some months."""
    on = date.fromisoformat(request["on"])
    month = month_number(request["on"][:7])
    months = range(month + 1, min(month + dice.randrange(2, 8), month_number(last)) + 1)
    return on, on + timedelta(days=1), *(date.fromisoformat(f"{month_text(m)}-01") for m in months)


def with_plans(
    law: Law,
    scorer: Scorer,
    person: Callable[[Random], dict[str, Any]],
    last: str,
    first_seed: int,
) -> Iterator[tuple[BruteForce, set[Plan]]]:
    """Random requests that have plans, drawn until there is one, each with what the engine finds."""
    for seed in count(first_seed):
        dice = Random(seed)
        request = person(dice)
        days = looked_at(dice, request, last)
        indicators = sorted({each for codes in law.indicator.values() for each in codes.split()})
        kept = dice.sample(indicators, min(len(indicators), dice.choice((3, 4, 5))))
        exclude = frozenset(indicators) - set(kept)
        asked = {**request, "by": days[-1].isoformat(), "exclude": sorted(exclude)}
        answer = plans(scorer, asked)
        if answer["plans"]:
            force = BruteForce(scorer=scorer, law=law, request=request, days=days, exclude=exclude)
            yield force, {as_plan(plan) for plan in answer["plans"]}


def as_plan(plan: dict[str, Any]) -> Plan:
    values = {change["answer"]: change["to"] for change in plan["changes"]}
    values.pop("on", None)
    return Plan(values=frozenset(values.items()), day=plan["date"], score=plan["score"])


SEEDS = (0, *(pytest.param(seed, marks=pytest.mark.slow) for seed in range(1000, 10_000, 1000)))
"""Where drawing people begins; the first of them is quick enough for each run."""


@pytest.mark.parametrize("seed", SEEDS)
def test_no_plan_is_missed_and_none_is_wasteful(seed: int, scorer: Scorer) -> None:
    for force, found in islice(with_plans(SHANGHAI, scorer, small_person, "2027-12", seed), 5):
        assert found == force.plans()


@pytest.mark.parametrize("seed", SEEDS)
def test_the_plans_of_another_policy_are_as_complete(seed: int, toy_scorer: Scorer) -> None:
    for force, found in islice(with_plans(TOY, toy_scorer, toy_person, "2025-12", seed), 5):
        assert found == force.plans()


def people_with_plans(scorer: Scorer, first_seed: int) -> Iterator[dict[str, Any]]:
    """What the engine answers about random people who have plans."""
    for seed in count(first_seed):
        answer = plans(scorer, random_person(Random(seed), date(2024, 1, 1)))
        if answer["plans"]:
            yield answer


@pytest.mark.parametrize("seed", SEEDS)
def test_a_score_confirms_every_plan(seed: int, scorer: Scorer) -> None:
    for answer in islice(people_with_plans(scorer, seed), 5):
        for plan in answer["plans"]:
            verdict = json.loads(scorer.score_json(json.dumps(plan["request"])))
            assert (verdict["on"], verdict["score"]) == (plan["date"], plan["score"])
            assert verdict["outcome"] == "meets_standard"
            assert plan["confirmed_by"] == "score"


def test_no_plan_contains_another_and_each_is_said_in_words(scorer: Scorer) -> None:
    for answer in islice(people_with_plans(scorer, 20_000), 10):
        changes = [
            {(each["answer"], each["to"]) for each in plan["changes"]} for plan in answer["plans"]
        ]
        assert not any(one <= other or other <= one for one, other in combinations(changes, 2))
        titles = [plan["title"] for plan in answer["plans"]]
        assert all(titles)
        assert len(set(titles)) == len(titles)


def test_the_order_is_the_effort_of_the_hardest_step_then_the_day_then_fewest_changes(
    scorer: Scorer,
) -> None:
    for answer in islice(people_with_plans(scorer, 30_000), 10):
        order = []
        for plan in answer["plans"]:
            codes = [each["answer"] for each in plan["changes"] if each["answer"] != "on"]
            efforts = [SHANGHAI.effort.get(code, "status") for code in codes]
            hardest = max(efforts, key=EFFORTS.index, default="wait")
            assert plan["effort"] == hardest
            order.append((EFFORTS.index(hardest), plan["date"], len(codes)))
        assert order == sorted(order)


def test_a_timeline_confirms_the_plans_after_the_last_edition(scorer: Scorer, ask: Ask) -> None:
    rows = [{"from": "2017-07", "ongoing": True, "base": "9000"}]
    person = ask(birth_date="1988-01-15", education="college", contributions=rows)
    answer = plans(scorer, person | {"by": "2034-12-31"})
    later = [plan for plan in answer["plans"] if plan["confirmed_by"] == "timeline"]
    assert answer["beyond_edition_from"] == "2028-01-01"
    assert [plan["title"] for plan in later[:3]] == [
        "等到 2031 年 7 月 1 日，什么都不用改",
        "再按 34,188 元以上缴 24 个月",
        "再按 9,116.80 元以上缴 36 个月",
    ]
    for plan in later:
        timeline = json.loads(scorer.timeline_json(json.dumps(plan["request"])))
        last = timeline["events"][-1]
        assert (last["score"], timeline["until"]) == (plan["score"], plan["date"])
        assert timeline["first_date"] == plan["date"]


def college(ask: Ask, **answers: object) -> dict[str, Any]:
    """The contract's example: 95 points."""
    return ask(birth_date="1990-01-15", education="college", insured_months=60, **answers)


def changes_of(answer: dict[str, Any]) -> list[dict[str, Any]]:
    return [
        {change["answer"]: change["to"] for change in plan["changes"]} for plan in answer["plans"]
    ]


def test_the_example_of_the_contract(scorer: Scorer, ask: Ask) -> None:
    request = college(ask)
    plan = next(each for each in plans(scorer, request)["plans"] if len(each["changes"]) == 1)
    assert plan == {
        "title": "取得大学本科文凭和学士学位",
        "effort": "certificate",
        "changes": [
            {
                "answer": "education",
                "from": "college",
                "to": "bachelor_with_degree",
                "indicator": "education",
                "certainty": "text",
                "effort": "certificate",
            }
        ],
        "date": "2026-06-30",
        "score": 135,
        "range": [135, 135],
        "confirmed_by": "score",
        "request": request
        | {"answers": request["answers"] | {"education": "bachelor_with_degree"}},
    }


def titles_of(answer: dict[str, Any]) -> list[str]:
    return [plan["title"] for plan in answer["plans"]]


def test_what_is_nearly_done_comes_first(scorer: Scorer, ask: Ask) -> None:
    request = ask(
        birth_date="1987-11-05",
        education="college",
        title="mid_title",
        title_base_months=4,
        insured_months=60,
        base_months_08=20,
        base_months_1=4,
    )
    first = plans(scorer, request)["plans"][0]
    assert (first["title"], first["date"]) == ("再按 11,396 元以上缴 2 个月", "2026-08-01")


def test_titles_and_skill_levels_are_two_roads(scorer: Scorer, ask: Ask) -> None:
    rows = [{"from": "2017-07", "ongoing": True, "base": "9000"}]
    titles = titles_of(
        plans(scorer, ask(birth_date="1988-01-15", education="college", contributions=rows))
    )
    assert "考取中级职称，再按 11,396 元以上缴 6 个月" in titles
    assert "考取技能等级二级，再按 11,396 元以上缴 6 个月" in titles
    assert "考取技能等级三级，等到 2027 年 7 月 1 日" in titles


def test_waiting_alone_is_a_plan_where_time_is_enough(scorer: Scorer, ask: Ask) -> None:
    request = ask(
        birth_date="1990-01-15", education="college", shortage_major=True, insured_months=30
    )
    answer = plans(scorer, request | {"exclude": sorted(CHANGEABLE)})
    assert changes_of(answer) == [{"on": "2027-12-01"}]
    assert titles_of(answer) == ["等到 2027 年 12 月 1 日，什么都不用改"]
    assert answer["plans"][0]["request"]["answers"]["insured_months"] == 48


def test_a_count_of_months_grows_only_as_fast_as_time_passes(scorer: Scorer, ask: Ask) -> None:
    request = college(ask, base_months_1=30)
    found = changes_of(plans(scorer, request))
    assert {"base_months_1": 36, "on": "2026-12-01"} in found
    (plan,) = (
        plan
        for plan in plans(scorer, request)["plans"]
        if plan["changes"][0]["answer"] == "base_months_1"
    )
    assert "48" in "".join(plan["assumptions"])


def test_a_ledger_goes_on_at_a_base_that_can_be_chosen(scorer: Scorer, ask: Ask) -> None:
    rows = [
        {"from": "2021-06", "to": "2023-12", "base": "8000"},
        {"from": "2024-01", "to": "2026-05", "base": "11396"},
    ]
    request = ask(birth_date="1981-01-15", education="college", contributions=rows)
    request |= {"exclude": sorted(CHANGEABLE - {"base"}), "assume": {"base": "8000"}}
    (plan,) = plans(scorer, request)["plans"]
    assert plan["changes"][0] == {
        "answer": "contributions",
        "from": "8000.00",
        "to": "11396.00",
        "from_month": "2026-06",
        "indicator": "base",
        "certainty": "text",
        "effort": "pay",
    }
    assert plan["title"] == "再按 11,396 元以上缴 7 个月"
    assert plan["date"] == "2027-01-01"
    assert plan["request"]["answers"]["contributions"] == [
        *rows,
        {"from": "2026-06", "base": "11396.00", "ongoing": True},
    ]


def test_what_is_struck_out_is_not_proposed(scorer: Scorer, ask: Ask) -> None:
    request = college(ask, base_months_1=30)
    for code in sorted(CHANGEABLE):
        answer = plans(scorer, request | {"exclude": [code]})
        proposed = {
            c["indicator"] for p in answer["plans"] for c in p["changes"] if "indicator" in c
        }
        assert code not in proposed


def test_a_kind_of_effort_can_be_struck_out(scorer: Scorer, ask: Ask) -> None:
    request = college(ask, base_months_1=30)
    for effort in EFFORTS[1:]:
        found = plans(scorer, request | {"exclude": [effort]})["plans"]
        assert all(each.get("effort") != effort for plan in found for each in plan["changes"])
    found = plans(scorer, request | {"exclude": ["wait"]})["plans"]
    assert {plan["date"] for plan in found} == {"2026-06-30"}


NEVER = {
    "birth_date",
    "false_documents",
    "detentions",
    "ordinary_crimes",
    "serious_crime",
    "spouse_local",
    "marriage_date",
    "fresh_graduate",
    "share_percent",
}


def test_what_nobody_can_choose_is_never_proposed(scorer: Scorer) -> None:
    for answer in islice(people_with_plans(scorer, 40_000), 30):
        for changes in changes_of(answer):
            assert not NEVER & changes.keys()


def test_months_of_one_place_are_not_carried_to_another(scorer: Scorer, ask: Ask) -> None:
    request = college(ask, remote_area="other", remote_area_months=40)
    assert all("remote_area" not in changes for changes in changes_of(plans(scorer, request)))
    begins = ask(
        "2023-02-01",
        birth_date="1980-06-15",
        education="college",
        shortage_major=True,
        insured_months=0,
    )
    found = plans(scorer, begins | {"exclude": sorted(CHANGEABLE - {"remote_area"})})
    assert changes_of(found) == [
        {"remote_area": "lingang", "remote_area_months": 36, "on": "2026-02-01"}
    ]


def test_who_meets_the_standard_needs_no_plan(scorer: Scorer, ask: Ask) -> None:
    answer = plans(scorer, ask(startup_talent=True))
    assert (answer["met"], answer["plans"]) == (True, [])


def test_a_veto_and_a_hopeless_case_say_why_there_is_no_plan(scorer: Scorer, ask: Ask) -> None:
    vetoed = plans(scorer, college(ask, serious_crime=True))
    assert vetoed["plans"] == []
    assert "取消申请" in vetoed["because"]
    hopeless = plans(scorer, college(ask) | {"exclude": sorted(CHANGEABLE)})
    assert hopeless["plans"] == []
    assert "2027 年 12 月 31 日" in hopeless["because"]


def test_without_a_day_plans_end_with_the_last_edition(scorer: Scorer, ask: Ask) -> None:
    answer = plans(scorer, college(ask))
    assert answer["until"] == "2027-12-31"
    assert "beyond_edition_from" not in answer
    assert all(plan["date"] <= "2027-12-31" for plan in answer["plans"])


def test_no_plan_is_later_than_asked_for(scorer: Scorer, ask: Ask) -> None:
    request = college(ask, base_months_1=30)
    assert all(
        plan["date"] <= "2026-11-30"
        for plan in plans(scorer, request | {"by": "2026-11-30"})["plans"]
    )
    assert all(
        plan["date"] == "2026-06-30"
        for plan in plans(scorer, request | {"by": "2026-06-30"})["plans"]
    )


REFUSED: tuple[tuple[dict[str, Any], str], ...] = (
    ({"by": "2026-06-29"}, "by"),
    ({"by": 2027}, "by"),
    ({"by": "2066-07-01"}, "by"),
    ({"exclude": "title"}, "exclude"),
    ({"exclude": ["title", "tilte"]}, "exclude[1]"),
    ({"until": "2027-01-01"}, "until"),
)


@pytest.mark.parametrize(("extra", "path"), REFUSED, ids=[str(extra) for extra, _ in REFUSED])
def test_a_bad_request_is_refused_at_its_place(
    extra: dict[str, Any], path: str, scorer: Scorer, ask: Ask
) -> None:
    answer = json.loads(scorer.plans_json(json.dumps(ask() | extra)))
    assert answer["error"]["path"] == path


def test_a_plan_passes_even_if_what_is_open_gives_nothing(scorer: Scorer, ask: Ask) -> None:
    request = college(ask)
    request["answers"].pop("award")
    answer = plans(scorer, request)
    assert answer["open"] == ["award"]
    plan = next(each for each in answer["plans"] if each["title"] == "取得大学本科文凭和学士学位")
    assert (plan["score"], plan["range"]) == (None, [135, 245])
    verdict = json.loads(scorer.score_json(json.dumps(plan["request"])))
    assert verdict["outcome"] == "meets_standard"
    assert verdict["score_range"] == plan["range"]


def test_a_veto_that_is_not_answered_comes_first(scorer: Scorer, ask: Ask) -> None:
    request = college(ask)
    request["answers"].pop("serious_crime")
    answer = plans(scorer, request)
    assert (answer["plans"], answer["open"]) == ([], ["serious_crime"])
    assert "还没有回答" in answer["because"]


@pytest.mark.parametrize("share", [0.000001, 0.3333333333333333, 1e-15])
def test_a_tiny_share_gives_no_plan_that_no_score_would_take(
    share: float, scorer: Scorer, ask: Ask
) -> None:
    request = ask(birth_date="1990-01-01", education="college", share_percent=share)
    for plan in plans(scorer, request)["plans"]:
        verdict = json.loads(scorer.score_json(json.dumps(plan["request"])))
        assert verdict.get("score") == plan["score"]
