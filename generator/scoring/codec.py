"""Turn the model into the plain scoring document (JSON data), and that into the model.

Reading trusts the document: whatever is wrong was reported by the build, at its place in the files.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from generator.scoring.assembly import edition_of
from generator.scoring.changing import read_change
from generator.scoring.codes import Month, Section
from generator.scoring.condition_kinds.kinds import CONDITION_KINDS
from generator.scoring.condition_kinds.rule import ConditionRule
from generator.scoring.dates import parse_month, write_month
from generator.scoring.model import (
    Capped,
    Condition,
    Edition,
    Exclusive,
    Indicator,
    Policy,
    Reading,
    Timeline,
)
from generator.scoring.only_if import OnlyIf, questions_of
from generator.scoring.question_codec import read_question, write_question
from generator.scoring.questions import Question
from generator.scoring.records import read_record, write_record
from generator.scoring.rules.kinds import KINDS
from generator.scoring.rules.rule import Rule
from generator.scoring.yardsticks import Average, Period, Yardsticks

type Plain = Mapping[str, Any]


def read_policy(plain: Plain) -> Policy:
    """Return the policy that the plain scoring document describes."""
    questions = [read_question(entry) for entry in plain["questions"]]
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
        questions={question.code: question for question in questions},
        editions=tuple(_edition(entry, questions) for entry in plain["editions"]),
    )


def write_policy(policy: Policy) -> dict[str, Any]:
    """Return the plain scoring document of a policy: ``read_policy`` reads the same policy from it."""
    return {
        "policy": policy.code,
        "sentences": dict(policy.sentences),
        "timeline": {
            "because": dict(policy.timeline.because),
            "assumptions": dict(policy.timeline.assumptions),
        },
        "plans": dict(policy.plans),
        "questions": [
            write_question(question, policy.changes.get(question.code))
            for question in policy.questions.values()
        ],
        "readings": [_write_reading(reading) for reading in policy.readings.values()],
        "yardsticks": _write_yardsticks(policy.yardsticks),
        "editions": [_write_edition(edition) for edition in policy.editions],
    }


def write_rule(rule: Rule | ConditionRule) -> dict[str, Any]:
    """Return the plain rule that ``read_policy`` reads."""
    return {"kind": rule.kind, **write_record(rule)}


def _timeline(plain: Plain) -> Timeline:
    return Timeline(because=plain.get("because", {}), assumptions=plain.get("assumptions", {}))


def _reading(plain: Plain) -> Reading:
    return Reading(
        code=plain["reading"],
        choices=tuple(choice["code"] for choice in plain["choices"]),
        default=plain["default"],
    )


def _write_reading(reading: Reading) -> Plain:
    choices = [{"code": code} for code in reading.choices]
    return {"reading": reading.code, "default": reading.default, "choices": choices}


def _write_yardsticks(yardsticks: Yardsticks) -> Plain:
    return {
        "unestablished": yardsticks.unestablished,
        "reference_level": [_write_period(period) for period in yardsticks.reference_level],
        "statutory_average": [
            {**_write_period(each), "floor": int(each.floor), "cap": int(each.cap)}
            for each in yardsticks.statutory_average
        ],
    }


def _write_period(period: Period | Average) -> Plain:
    return {
        "from": write_month(period.first),
        "to": write_month(period.last),
        "yuan": int(period.yuan),
    }


def _yardsticks(plain: Plain) -> Yardsticks:
    return Yardsticks(
        reference_level=tuple(_period(entry) for entry in plain["reference_level"]),
        statutory_average=tuple(_average(entry) for entry in plain["statutory_average"]),
        unestablished=plain["unestablished"],
    )


def _period(plain: Plain) -> Period:
    first, last = _month(plain["from"]), _month(plain["to"])
    return Period(first=first, last=last, yuan=Decimal(plain["yuan"]))


def _average(plain: Plain) -> Average:
    return Average(
        first=_month(plain["from"]),
        last=_month(plain["to"]),
        yuan=Decimal(plain["yuan"]),
        floor=Decimal(plain["floor"]),
        cap=Decimal(plain["cap"]),
    )


def _month(text: str) -> Month:
    month = parse_month(text)
    if month is None:
        raise ValueError(text)
    return month


def _edition(plain: Plain, questions: Iterable[Question]) -> Edition:
    return edition_of(
        code=plain["edition"],
        first=date.fromisoformat(plain["in_force"]["from"]),
        last=date.fromisoformat(plain["in_force"]["to"]),
        standard_score=plain["standard_score"],
        window_end=plain["window_end"],
        indicators=tuple(read_indicator(entry) for entry in plain["indicators"]),
        conditions=tuple(read_condition(entry) for entry in plain.get("conditions", ())),
        exclusive=tuple(
            Exclusive(
                members=tuple(entry["members"]), clause=entry["clause"], sentence=entry["sentence"]
            )
            for entry in plain["exclusive"]
        ),
        capped=tuple(read_record(Capped, entry) for entry in plain.get("capped", ())),
        questions=questions,
    )


def _write_edition(edition: Edition) -> Plain:
    return {
        "edition": edition.code,
        "in_force": {"from": edition.first.isoformat(), "to": edition.last.isoformat()},
        "standard_score": edition.standard_score,
        "window_end": edition.window_end,
        "exclusive": [
            {"members": list(group.members), "clause": group.clause, "sentence": group.sentence}
            for group in edition.exclusive
        ],
        **({"capped": [write_record(group) for group in edition.capped]} if edition.capped else {}),
        "conditions": [_write_condition(condition) for condition in edition.conditions],
        "indicators": [_write_indicator(indicator) for indicator in edition.indicators],
    }


def read_condition(plain: Plain) -> Condition:
    """Return the condition that a table of the plain scoring document describes."""
    rule = read_record(CONDITION_KINDS[plain["rule"]["kind"]], plain["rule"])
    return Condition(
        code=plain["condition"],
        title=plain["title"],
        clause=plain["clause"],
        certainty=plain["certainty"],
        rule=rule,
        reads=rule.questions(),
        sentences=plain["sentences"],
    )


def _write_condition(condition: Condition) -> Plain:
    return {
        "condition": condition.code,
        "title": condition.title,
        "clause": condition.clause,
        "certainty": condition.certainty,
        "rule": write_rule(condition.rule),
        "sentences": dict(condition.sentences),
    }


def read_indicator(plain: Plain) -> Indicator:
    """Return the indicator that a table of the plain scoring document describes."""
    rule = read_record(KINDS[plain["rule"]["kind"]], plain["rule"])
    only_if = read_record(OnlyIf, plain["only_if"]) if plain.get("only_if") else None
    return Indicator(
        code=plain["indicator"],
        section=Section(plain["section"]),
        title=plain["title"],
        clause=plain["clause"],
        certainty=plain["certainty"],
        rule=rule,
        sentences=plain["sentences"],
        only_if=only_if,
        reads=questions_of(rule, only_if),
    )


def _write_indicator(indicator: Indicator) -> Plain:
    return {
        "indicator": indicator.code,
        "section": indicator.section,
        "title": indicator.title,
        "clause": indicator.clause,
        "certainty": indicator.certainty,
        "rule": write_rule(indicator.rule),
        **({} if indicator.only_if is None else {"only_if": write_record(indicator.only_if)}),
        "sentences": dict(indicator.sentences),
    }
