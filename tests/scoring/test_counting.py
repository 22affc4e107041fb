"""Points for things that are counted, and points that are no whole numbers."""

import json
from datetime import date
from decimal import Decimal

import pytest

from generator.scoring.dates import month_of
from generator.scoring.facts import Facts
from generator.scoring.findings import Finding, Status
from generator.scoring.plain import write_json
from generator.scoring.questions import Changeable, Kind, Question
from generator.scoring.records import read_record, write_record
from generator.scoring.rules.accrued_months import AccruedMonthsRule
from generator.scoring.rules.ahead import Ahead
from generator.scoring.rules.count_bands import CountBand, CountBandsRule
from generator.scoring.rules.per_count import PerCountRule
from generator.scoring.rules.rule import Rule
from generator.scoring.yardsticks import Yardsticks

DONATIONS = Question(
    code="donations",
    kind=Kind.COUNT,
    label="献血几次",
    unit="次",
    choices={},
    at_least=0,
    at_most=None,
    plausible=50,
    from_ledger=None,
    grows=None,
    within_life=None,
    ease=2,
    changeable=Changeable.NOW,
)
QUESTIONS = {"donations": DONATIONS}
DAY = date(2026, 6, 30)


def found(rule: Rule, count: int | None) -> Finding:
    """What the rule finds where so many are answered, or nothing is."""
    return rule.assess(
        Facts(
            on=DAY,
            questions=QUESTIONS,
            window_end=month_of(DAY),
            yardsticks=Yardsticks(reference_level=(), statutory_average=(), unestablished=""),
            answers={} if count is None else {"donations": count},
            ledger=None,
            readings={"window_end": "month_before"},
        )
    )


def ahead(count: int, *, grows: bool = False) -> Ahead:
    return Ahead(
        on=DAY,
        first=DAY,
        last=date(2026, 9, 30),
        questions=QUESTIONS,
        answers={"donations": count},
        growing={"donations": count} if grows else {},
        readings={},
        ledger=None,
    )


BLOOD = PerCountRule(question="donations", points=5, cap=20)


@pytest.mark.parametrize(("count", "points"), [(0, 0), (1, 5), (3, 15), (4, 20), (5, 20)])
def test_each_thing_gives_its_points_up_to_the_cap(count: int, points: int) -> None:
    finding = found(BLOOD, count)
    assert (finding.low, finding.high) == (points, points)
    assert finding.facts == {"count": count}
    assert finding.status is (Status.AWARDED if points else Status.NOT_MET)


def test_sentences_get_the_unit_of_the_question() -> None:
    assert BLOOD.words(found(BLOOD, 2), QUESTIONS) == {"unit": "次"}


def test_what_is_not_counted_yet_stays_open_up_to_the_cap() -> None:
    finding = found(BLOOD, None)
    assert (finding.low, finding.high, finding.missing) == (0, 20, ("donations",))


def test_a_plan_may_propose_each_higher_count_that_gives_more() -> None:
    assert [each.to for each in BLOOD.better_answers("donations", ahead(2))] == [3, 4]
    pairs = PerCountRule(question="donations", per=2, points=5, cap=15)
    assert [each.to for each in pairs.better_answers("donations", ahead(3))] == [4, 6]


def test_a_count_that_grows_may_change_with_every_month_and_no_other_does() -> None:
    assert list(BLOOD.days_of_change(ahead(1))) == []
    days = list(BLOOD.days_of_change(ahead(1, grows=True)))
    assert days == [date(2026, 7, 1), date(2026, 8, 1), date(2026, 9, 1)]


BANDS = CountBandsRule(
    question="donations",
    bands=(
        CountBand(at_least=1, below=3, points=5),
        CountBand(at_least=3, below=6, points=8),
        CountBand(at_least=6, points=20),
    ),
)


@pytest.mark.parametrize(
    ("count", "points"), [(0, 0), (1, 5), (2, 5), (3, 8), (5, 8), (6, 20), (50, 20)]
)
def test_the_band_of_a_count_gives_its_points(count: int, points: int) -> None:
    assert found(BANDS, count).low == points


def test_an_unanswered_count_may_lie_in_any_band() -> None:
    finding = found(BANDS, None)
    assert (finding.low, finding.high) == (0, 20)
    assert [each.to for each in BANDS.better_answers("donations", ahead(2))] == [3, 6]


MONTHLY = AccruedMonthsRule(question="donations", per_months=1, points=Decimal("0.25"))


@pytest.mark.parametrize(
    ("months", "written"), [(1, "0.25"), (3, "0.75"), (4, "1"), (10, "2.5"), (49, "12.25")]
)
def test_points_that_are_no_whole_numbers_stay_exact_in_answers(months: int, written: str) -> None:
    finding = found(MONTHLY, months)
    assert finding.low == Decimal(months) / 4
    assert write_json(finding.low) == written


@pytest.mark.parametrize(
    ("number", "written"),
    [
        ("12000.50", "12000.5"),
        ("1E+3", "1000"),
        ("0.00000010", "0.0000001"),
        ("-0.0", "0"),
        ("0.1234567890123456789012", "0.1234567890123456789012"),
        ("9007199254740993.1", "9007199254740993.1"),
    ],
)
def test_no_digit_of_a_decimal_is_lost_in_json(number: str, written: str) -> None:
    assert write_json({"n": (Decimal(number), None, True)}) == f'{{"n":[{written},null,true]}}'


def test_exact_points_go_through_the_scoring_document_unchanged() -> None:
    plain = json.loads(json.dumps(write_record(MONTHLY)))
    assert plain["points"] == "0.25"
    assert read_record(AccruedMonthsRule, plain) == MONTHLY
    assert read_record(PerCountRule, write_record(BLOOD)) == BLOOD
