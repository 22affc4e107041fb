"""Turn the plain scoring document (JSON data that the build made and checked) into the model.

It trusts the document: whatever is wrong was reported by the build, at its place in the files.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from generator.scoring.changing import read_change
from generator.scoring.codes import IndicatorCode, Month, QuestionCode, Section
from generator.scoring.condition_kinds import (
    AnswerRule,
    Condition,
    ConditionRule,
    MonthsRule,
    RecentMonthsRule,
    ThisMonthRule,
)
from generator.scoring.dates import parse_month
from generator.scoring.model import (
    Block,
    Edition,
    Exclusive,
    Indicator,
    Policy,
    Reading,
    Timeline,
)
from generator.scoring.questions import (
    Changeable,
    FromLedger,
    Growing,
    Growth,
    Kind,
    Question,
    WithinLife,
)
from generator.scoring.records import read_record, write_record
from generator.scoring.rules.kinds import KINDS
from generator.scoring.rules.rule import Rule
from generator.scoring.yardsticks import Period, Yardsticks

type Plain = Mapping[str, Any]

USUAL_EASE = 2

WHOLE = 100
"""Percent that nothing exceeds."""


def read_policy(plain: Plain) -> Policy:
    """Return the policy that the plain scoring document describes."""
    questions = [_question(entry) for entry in plain["questions"]]
    readings = {entry["reading"]: _reading(entry) for entry in plain["readings"]}
    return Policy(
        code=plain["policy"],
        sentences=plain["sentences"],
        timeline=_timeline(plain.get("timeline", {})),
        plans=plain.get("plans", {}),
        changes={
            entry["question"]: read_change(entry)
            for entry in plain["questions"]
            if "changeable" in entry
        },
        readings=readings,
        default_readings={code: reading.default for code, reading in readings.items()},
        yardsticks=_yardsticks(plain["yardsticks"]),
        editions=tuple(_edition(entry, questions) for entry in plain["editions"]),
    )


def write_rule(rule: Rule) -> dict[str, Any]:
    """Return the plain rule that ``read_policy`` reads."""
    return {"kind": rule.kind, **write_record(rule)}


def _timeline(plain: Plain) -> Timeline:
    return Timeline(because=plain.get("because", {}), assumptions=plain.get("assumptions", {}))


def _question(plain: Plain) -> Question:
    ledger, grows, life = plain.get("from_ledger"), plain.get("grows"), plain.get("within_life")
    kind = Kind(plain["kind"])
    return Question(
        code=plain["question"],
        kind=kind,
        label=plain["label"],
        choices={choice["code"]: choice["label"] for choice in plain.get("choices", ())},
        at_least=plain.get("at_least", 0),
        at_most=plain.get("at_most", WHOLE if kind is Kind.PERCENT else None),
        plausible=plain.get("plausible"),
        from_ledger=None if ledger is None else _from_ledger(ledger),
        grows=None if grows is None else Growing(when=Growth(grows["when"]), says=grows["says"]),
        within_life=None if life is None else WithinLife(**life),
        ease=plain.get("ease", USUAL_EASE),
        changeable=Changeable(plain["changeable"]["when"]) if "changeable" in plain else None,
    )


def _from_ledger(plain: Plain) -> FromLedger:
    multiple = plain.get("multiple")
    return FromLedger(
        window_months=plain.get("window_months"),
        multiple=None if multiple is None else Decimal(multiple),
        beside_ledger=plain.get("beside_ledger", False),
    )


def _reading(plain: Plain) -> Reading:
    return Reading(
        code=plain["reading"],
        choices=tuple(choice["code"] for choice in plain["choices"]),
        default=plain["default"],
    )


def _yardsticks(plain: Plain) -> Yardsticks:
    return Yardsticks(
        reference_level=tuple(_period(entry) for entry in plain["reference_level"]),
        statutory_average=tuple(_period(entry) for entry in plain["statutory_average"]),
        unestablished=plain["unestablished"],
    )


def _period(plain: Plain) -> Period:
    floor, cap = plain.get("floor"), plain.get("cap")
    return Period(
        first=_month(plain["from"]),
        last=_month(plain["to"]),
        yuan=Decimal(plain["yuan"]),
        floor=None if floor is None else Decimal(floor),
        cap=None if cap is None else Decimal(cap),
    )


def _month(text: str) -> Month:
    month = parse_month(text)
    if month is None:
        raise ValueError(text)
    return month


def _edition(plain: Plain, questions: Iterable[Question]) -> Edition:
    indicators = tuple(_indicator(entry) for entry in plain["indicators"])
    conditions = tuple(_condition(entry) for entry in plain.get("conditions", ()))
    read = {code for indicator in indicators for code in indicator.reads}
    read |= {code for condition in conditions for code in condition.reads}
    asked = [
        question for question in questions if question.code in read or question.kind is Kind.LEDGER
    ]
    exclusive = tuple(
        Exclusive(
            members=tuple(entry["members"]), clause=entry["clause"], sentence=entry["sentence"]
        )
        for entry in plain["exclusive"]
    )
    return Edition(
        code=plain["edition"],
        first=date.fromisoformat(plain["in_force"]["from"]),
        last=date.fromisoformat(plain["in_force"]["to"]),
        standard_score=plain["standard_score"],
        window_end=plain["window_end"],
        indicators=indicators,
        conditions=conditions,
        exclusive=exclusive,
        exclusive_of=_exclusive_of(exclusive),
        blocks=tuple(
            _blocks(
                indicators, exclusive, {each.code for each in asked if each.from_ledger is not None}
            )
        ),
        questions={question.code: question for question in asked},
        by_ease=tuple(each.code for each in sorted(asked, key=lambda question: question.ease)),
        dated=tuple(each for each in asked if each.kind in {Kind.DATE, Kind.DATES}),
        counted=tuple(each for each in asked if each.from_ledger is not None),
        lived=tuple(each for each in asked if each.within_life is not None),
        ledgers=tuple(question.code for question in asked if question.kind is Kind.LEDGER),
        past_dates=tuple(code for indicator in indicators for code in indicator.rule.past_dates()),
    )


def _exclusive_of(groups: Iterable[Exclusive]) -> dict[IndicatorCode, Exclusive]:
    return {code: group for group in groups for code in group.members}


def _blocks(
    indicators: Sequence[Indicator], groups: Sequence[Exclusive], counted: Collection[QuestionCode]
) -> Iterator[Block]:
    """Yield the indicators in blocks: from the first member of a group to its last, and all between."""
    place = {indicator.code: at for at, indicator in enumerate(indicators)}
    first = {group: min(place[code] for code in group.members) for group in groups}
    last = {group: max(place[code] for code in group.members) for group in groups}
    in_order = sorted(groups, key=first.__getitem__)
    start = 0
    while start < len(indicators):
        end = start
        for group in in_order:
            if start <= first[group] <= end:
                end = max(end, last[group])
        members = tuple(indicators[start : end + 1])
        within = tuple(group for group in groups if start <= first[group] <= end)
        reads = dict.fromkeys(code for indicator in members for code in indicator.reads)
        yield Block(
            indicators=members,
            exclusive=within,
            exclusive_of=_exclusive_of(within),
            reads=tuple(reads),
            is_timeless=all(indicator.rule.is_timeless() for indicator in members),
            asks_ledger=not reads.keys().isdisjoint(counted),
        )
        start = end + 1


def _condition(plain: Plain) -> Condition:
    return Condition(
        code=plain["condition"],
        title=plain["title"],
        clause=plain["clause"],
        certainty=plain["certainty"],
        rule=_condition_rule(plain["rule"]),
        sentences=plain["sentences"],
    )


def _condition_rule(plain: Plain) -> ConditionRule:
    kind = plain["kind"]
    match kind:
        case "answer":
            return AnswerRule(question=plain["question"], wanted=plain["is"])
        case "months":
            return MonthsRule(question=plain["question"], months=plain["months"])
        case "this_month":
            return ThisMonthRule(question=plain["question"])
        case "recent_months":
            return RecentMonthsRule(months=plain["months"], window_months=plain["window_months"])
        case _:
            raise ValueError(kind)


def _indicator(plain: Plain) -> Indicator:
    rule = read_record(KINDS[plain["rule"]["kind"]], plain["rule"])
    return Indicator(
        code=plain["indicator"],
        section=Section(plain["section"]),
        title=plain["title"],
        clause=plain["clause"],
        certainty=plain["certainty"],
        rule=rule,
        reads=rule.questions(),
        sentences=plain["sentences"],
    )
