"""What a request may say, and what is said of one that can't be answered."""

import json
from collections.abc import Mapping
from typing import Any

import pytest

from generator.loading import load as load_data
from generator.scorer import Scorer, load
from tests.policies import TOY_TALLY

type Plain = Mapping[str, Any]


def request(on: str = "2026-06-30", /, **answers: object) -> dict[str, object]:
    return {"policy": "shanghai-points", "on": on, "answers": answers}


def row(**parts: object) -> dict[str, object]:
    return {"from": "2025-01", "to": "2025-12", "base": "12000.00", "counts": True} | parts


def ongoing(since: str) -> dict[str, object]:
    return {"from": since, "ongoing": True, "base": "12000.00"}


REFUSED: tuple[tuple[str, object, str, str], ...] = (
    ("a list instead of an object", [], "", "JSON 对象"),
    ("no policy", {"on": "2026-06-30", "answers": {}}, "policy", "缺少"),
    ("another policy", request() | {"policy": "beijing"}, "policy", "shanghai-points"),
    ("no day", {"policy": "shanghai-points", "answers": {}}, "on", "缺少"),
    ("no answers", {"policy": "shanghai-points", "on": "2026-06-30"}, "answers", "缺少"),
    ("answers as a list", request() | {"answers": []}, "answers", "JSON 对象"),
    (
        "an assumed answer that was not given",
        request() | {"assumed": ["education"]},
        "assumed[0]",
        "没有可选的",
    ),
    ("an unknown key", request() | {"one": "2026-06-30"}, "one", "最接近的是“on”"),
    ("an unknown answer", request(educaton="college"), "answers.educaton", "“education”"),
    (
        "the 2018 question on a day of 2023",
        request(family_planning_violation=False),
        "answers.family_planning_violation",
        "没有",
    ),
    ("a day before all editions", request("2015-06-30"), "on", "2015-07-01"),
    ("a day after all editions", request("2028-01-01"), "on", "2027-12-31"),
    ("a day that doesn't exist", request("2026-02-29"), "on", "没有这一天"),
    ("a day in another form", request("2026-6-30"), "on", "不是日期"),
    ("a week date", request("2026-W01-1"), "on", "不是日期"),
    ("full-width digits", request("２０２６-06-30"), "on", "不是日期"),
    ("an unknown choice", request(education="bachelors"), "answers.education", "“bachelor”"),
    ("a choice as a number", request(education=3), "answers.education", "可选"),
    ("yes as text", request(spouse_local="true"), "answers.spouse_local", "true 或 false"),
    ("yes as a number", request(serious_crime=1), "answers.serious_crime", "true 或 false"),
    ("a negative count", request(insured_months=-1), "answers.insured_months", "0"),
    ("a broken count", request(insured_months=60.5), "answers.insured_months", "整数"),
    ("a count as text", request(insured_months="60"), "answers.insured_months", "整数"),
    ("a count as yes", request(insured_months=True), "answers.insured_months", "整数"),
    ("49 of 48 months", request(base_months_08=49), "answers.base_months_08", "48"),
    ("37 of 36 months", request(base_months_3=37), "answers.base_months_3", "36"),
    ("13 of 12 months", request(title_base_months=13), "answers.title_base_months", "12"),
    ("a negative tax", request(tax_yearly=-0.01), "answers.tax_yearly", "小于 0"),
    ("a tax in words", request(tax_yearly="十万"), "answers.tax_yearly", "不是金额"),
    ("a tax beyond measure", request(tax_yearly=1e30), "answers.tax_yearly", "太大"),
    ("more than the whole", request(share_percent=100.01), "answers.share_percent", "100"),
    ("a person not yet born", request(birth_date="2026-07-01"), "answers.birth_date", "晚于"),
    ("one record as text", request(detentions="2024-01-15"), "answers.detentions", "列表"),
    (
        "a record that doesn't exist",
        request(detentions=["2024-01-15", "2024-02-30"]),
        "answers.detentions[1]",
        "没有这一天",
    ),
    (
        "a ledger beside a count",
        request(contributions=[], insured_months=60),
        "answers.insured_months",
        "逐月缴费记录",
    ),
    (
        "overlapping ranges",
        request(contributions=[row(), row(**{"from": "2025-12", "to": "2026-02"})]),
        "answers.contributions[1]",
        "2025-12",
    ),
    (
        "a range that ends before it begins",
        request(contributions=[row(to="2024-12")]),
        "answers.contributions[0].to",
        "早于",
    ),
    (
        "a month that doesn't exist",
        request(contributions=[row(to="2025-13")]),
        "answers.contributions[0].to",
        "2023-07",
    ),
    (
        "a range without a base",
        request(contributions=[{"from": "2025-01", "to": "2025-02"}]),
        "answers.contributions[0].base",
        "缺少",
    ),
    (
        "a base of nothing",
        request(contributions=[row(), row(base=0, **{"from": "2026-01", "to": "2026-02"})]),
        "answers.contributions[1].base",
        "没有缴费的月份不用写",
    ),
    (
        "a base of nothing in text",
        request(contributions=[row(base="0.00")]),
        "answers.contributions[0].base",
        "没有缴费的月份不用写",
    ),
    (
        "a range without an end",
        request(contributions=[{"from": "2025-01", "base": "12000.00"}]),
        "answers.contributions[0].to",
        "现在还在缴的",
    ),
    (
        "a range that does not go on and has no end",
        request(contributions=[{"from": "2025-01", "base": "12000.00", "ongoing": False}]),
        "answers.contributions[0].to",
        "现在还在缴的",
    ),
    (
        "a range that has an end and goes on",
        request(contributions=[row(ongoing=True)]),
        "answers.contributions[0].ongoing",
        "只能写一个",
    ),
    (
        "going on in words",
        request(contributions=[{"from": "2025-01", "base": "12000.00", "ongoing": "yes"}]),
        "answers.contributions[0].ongoing",
        "true 或 false",
    ),
    (
        "two ranges that go on",
        request(contributions=[ongoing("2024-01"), ongoing("2025-01")]),
        "answers.contributions[1].ongoing",
        "最多只有一段",
    ),
    (
        "a range that begins after the one that goes on",
        request(contributions=[ongoing("2024-01"), row()]),
        "answers.contributions[1].from",
        "最后一段",
    ),
    (
        "a later range before the one that goes on",
        request(contributions=[row(), ongoing("2024-01")]),
        "answers.contributions[0].from",
        "最后一段",
    ),
    (
        "a range that reaches into the one that goes on",
        request(contributions=[row(), ongoing("2025-12")]),
        "answers.contributions[1]",
        "2025-12",
    ),
    (
        "a range that reaches into the one that will go on",
        request(contributions=[row(to="2027-06"), ongoing("2027-06")]),
        "answers.contributions[1]",
        "2027-06",
    ),
    (
        "an unknown key in a range",
        request(contributions=[row(basis=1)]),
        "answers.contributions[0].basis",
        "“base”",
    ),
    (
        "an unknown reading",
        request(readings={"window": "month_before"}),
        "answers.readings.window",
        "“window_end”",
    ),
    (
        "an unknown choice of a reading",
        request(readings={"window_end": "month"}),
        "answers.readings.window_end",
        "month_before",
    ),
)


@pytest.mark.parametrize(
    ("plain", "path", "words"), [r[1:] for r in REFUSED], ids=[r[0] for r in REFUSED]
)
def test_a_mistake_is_named_with_its_place(
    plain: object, path: str, words: str, scorer: Scorer
) -> None:
    answer = json.loads(scorer.score_json(json.dumps(plain)))
    assert set(answer) == {"error"}
    assert answer["error"]["path"] == path
    assert words in answer["error"]["message"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        '{"on": NaN}',
        '{"a": 1,}',
        "\ufeff{}",
        "{} {}",
        "[" * 100_000,
    ],
)
def test_what_is_not_json_is_said_so_in_the_same_words_on_every_python(
    text: str, scorer: Scorer
) -> None:
    answer = json.loads(scorer.score_json(text))
    assert answer["error"]["path"] == ""
    assert "JSON" in answer["error"]["message"]


def test_a_key_that_stands_twice_is_refused(scorer: Scorer) -> None:
    answer = json.loads(scorer.score_json('{"on": "2026-06-30", "on": "2026-07-01"}'))
    assert answer["error"]["path"] == "on"
    assert "两次" in answer["error"]["message"]


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ('{"answers": {"education": "none", "education": "doctor"}}', "answers.education"),
        ('{"answers": {"contributions": [{}, {"to": 1, "to": 1}]}}', "answers.contributions[1].to"),
        ('{"a": {"b": 1, "b": 1}, "a": 2}', "a.b"),
    ],
)
def test_a_key_that_stands_twice_is_named_with_its_place(
    text: str, path: str, scorer: Scorer
) -> None:
    assert json.loads(scorer.score_json(text))["error"]["path"] == path


def test_a_lone_surrogate_comes_back_as_text_that_can_be_written(scorer: Scorer) -> None:
    answer = scorer.score_json(r'{"policy": "\ud800", "on": "2026-06-30", "answers": {}}')
    assert "policy" in answer.encode("utf-8").decode("utf-8")


@pytest.mark.parametrize("number", ["1e999999999999", "-1e999999999999", "1e-99", "0." + "3" * 90])
def test_numbers_out_of_all_bounds_are_refused_alike_on_every_platform(
    number: str, scorer: Scorer
) -> None:
    text = json.dumps(request(tax_yearly=0)).replace(": 0}", f": {number}}}")
    assert json.loads(scorer.score_json(text))["error"]["path"] == "answers.tax_yearly"


@pytest.mark.parametrize("number", ["9" * 5000, "-" + "9" * 5000])
@pytest.mark.parametrize("answer", ["insured_months", "tax_yearly"])
def test_a_whole_number_of_any_length_is_refused_where_it_stands(
    number: str, answer: str, scorer: Scorer
) -> None:
    text = json.dumps(request(**{answer: 0})).replace(": 0}", f": {number}}}")
    assert json.loads(scorer.score_json(text))["error"]["path"] == f"answers.{answer}"


def test_a_key_where_nothing_is_asked_is_refused_in_words() -> None:
    scorer = load(load_data(TOY_TALLY).scoring_text)
    request = {"policy": scorer.policy.code, "on": "2026-06-30"}
    text = json.dumps({**request, "answers": {}, "deadlines": {"exam": 2027}})
    error = json.loads(scorer.reply("outlook_json", text).text)["error"]
    assert error == {
        "path": "deadlines.exam",
        "message": "没有“exam”这一项，这里什么也不问，请删去。",
    }


def test_an_answer_of_null_is_unanswered_like_one_left_out(scorer: Scorer) -> None:
    left_out = scorer.score_json(json.dumps(request(education="college")))
    null = scorer.score_json(json.dumps(request(education="college", title=None, detentions=None)))
    assert null == left_out


def test_the_order_of_the_answers_is_irrelevant(scorer: Scorer) -> None:
    answers = {"birth_date": "1990-01-15", "education": "college", "insured_months": 60}
    backwards = dict(reversed(answers.items()))
    assert scorer.score_json(json.dumps(request(**answers))) == scorer.score_json(
        json.dumps(request(**backwards))
    )


def test_money_may_be_written_as_text_or_as_a_number(scorer: Scorer) -> None:
    verdicts = {
        scorer.score_json(json.dumps(request(tax_yearly=tax))) for tax in (250000, "250000.00")
    }
    assert len(verdicts) == 1


def test_numbers_come_out_with_the_digits_they_went_in_with(scorer: Scorer) -> None:
    text = json.dumps(request(tax_yearly="300000.10", share_percent="33.333333"))
    assert '"amount":300000.1,"share":33.333333' in scorer.score_json(text)


@pytest.mark.parametrize(
    ("tax", "share", "units"),
    [
        (1000000 / 3, 100, 3),
        (299999.99999999994, 100, 2),
        (1000000, 100 / 3, 3),
        (0.1 + 0.2, 50, 0),
    ],
)
def test_means_are_taken_with_all_the_digits_that_programs_write(
    tax: float, share: float, units: int, scorer: Scorer
) -> None:
    text = scorer.score_json(json.dumps(request(tax_yearly=tax, share_percent=share)))
    award = next(each for each in json.loads(text)["awards"] if each["indicator"] == "tax")
    assert (award["facts"]["amount"], award["facts"]["share"]) == (tax, share)
    assert award["facts"]["units"] == units
    assert award["points"] == 10 * units


def test_the_counted_part_never_shows_a_unit_that_is_not_full(scorer: Scorer) -> None:
    text = scorer.score_json(json.dumps(request(tax_yearly=299999.99999999994, share_percent=100)))
    assert '"counted":299999.999999,"units":2' in text


def test_a_range_that_goes_on_counts_up_to_the_month_before_the_day(scorer: Scorer) -> None:
    def verdict(*rows: object) -> Plain:
        answer: Plain = json.loads(scorer.score_json(json.dumps(request(contributions=rows))))
        return answer

    def points(answer: Plain) -> list[tuple[str, int]]:
        return [(award["indicator"], award["points"]) for award in answer["awards"]]

    goes_on = verdict(ongoing("2023-06"))
    assert points(goes_on) == points(verdict(row(**{"from": "2023-06", "to": "2026-05"})))
    assert points(verdict(row(**{"from": "2023-06", "to": "2026-04"}))) != points(goes_on)
    explicit = verdict(
        ongoing("2023-06") | {"to": None}, row(to="2022-12", ongoing=False, **{"from": "2022-12"})
    )
    assert "error" not in explicit


def test_a_range_that_begins_later_and_goes_on_counts_nothing_yet(scorer: Scorer) -> None:
    rows = [row(), ongoing("2026-08")]
    answer = json.loads(scorer.score_json(json.dumps(request(contributions=rows))))
    facts = {award["indicator"]: award["facts"] for award in answer["awards"]}
    assert facts["insured_years"]["months"] == 12


def test_what_is_open_is_told_without_records_and_without_impossible_lives(scorer: Scorer) -> None:
    answers = {"birth_date": "1996-06-15", "education": "bachelor_with_degree"}
    answer = json.loads(scorer.score_json(json.dumps(request(**answers))))
    waits = {each["question"]: each["at_most"] for each in answer["open"]["questions"]}
    assert answer["open"]["certain"] == 30 + 90
    assert waits["insured_months"] == 3 * 14
    assert answer["deciding"][0] == "title"
    assert answer["deciding"][-1] == "serious_crime"
    assert answer["open"]["may_deduct"] == ["false_documents", "detentions", "ordinary_crimes"]
    assert answer["open"]["may_veto"] == ["serious_crime"]
    assert not set(waits) & {"detentions", "permit_valid", "contract_year", "insured_this_month"}


@pytest.mark.parametrize(
    ("answers", "lost", "kept"),
    [
        ({"title": "senior_title", "title_base_months": 12}, "education", "tax_yearly"),
        ({"education": "doctor", "title": "mid_title"}, "title_base_months", "tax_yearly"),
        ({"tax_yearly": 1200000, "share_percent": 100}, "local_staff_yearly", "title"),
        ({"tax_yearly": 1100000, "share_percent": 100}, "", "local_staff_yearly"),
        ({"education": "doctor"}, "", "title"),
    ],
)
def test_what_gives_way_whatever_it_is_answered_is_not_asked_for(
    answers: dict[str, object], lost: str, kept: str, scorer: Scorer
) -> None:
    answer = json.loads(scorer.score_json(json.dumps(request(**answers))))
    waits = {each["question"] for each in answer["open"]["questions"]}
    assert lost not in waits
    assert lost not in answer["deciding"]
    assert kept in waits


def test_brackets_that_stand_too_deep_are_refused_in_words(scorer: Scorer) -> None:
    deep = '{"policy": ' + "[" * 50 + "]" * 50 + "}"
    assert "太深" in json.loads(scorer.score_json(deep))["error"]["message"]
    text = json.dumps({"policy": "[" * 100})
    assert json.loads(scorer.score_json(text))["error"]["path"] == "policy"


def test_more_records_than_a_life_has_are_refused(scorer: Scorer) -> None:
    request = {
        "policy": "shanghai-points",
        "on": "2026-06-30",
        "answers": {"detentions": ["2020-01-01"] * 101},
    }
    assert (
        json.loads(scorer.score_json(json.dumps(request)))["error"]["path"] == "answers.detentions"
    )
