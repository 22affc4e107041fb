"""Turn a question into plain data (JSON), and that into the question. What is usual is left out."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from generator.scoring.changing import Change
from generator.scoring.questions import (
    Changeable,
    FromLedger,
    Growing,
    Growth,
    Kind,
    Question,
    WithinLife,
)
from generator.scoring.records import write_record

type Plain = Mapping[str, Any]

USUAL_EASE = 2

WHOLE = 100
"""Percent that nothing exceeds."""


def read_question(plain: Plain) -> Question:
    """Return the question that its plain data describes."""
    ledger, grows, life = plain.get("from_ledger"), plain.get("grows"), plain.get("within_life")
    kind = Kind(plain["kind"])
    return Question(
        code=plain["question"],
        kind=kind,
        label=plain["label"],
        unit=plain.get("unit", ""),
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


def write_question(question: Question, change: Change | None) -> Plain:
    """Return the plain data of a question, and of what may change about its answer."""
    usual_end = WHOLE if question.kind is Kind.PERCENT else None
    source, grows, life = question.from_ledger, question.grows, question.within_life
    given: dict[str, Any] = {
        "unit": question.unit or None,
        "at_least": question.at_least or None,
        "at_most": None if question.at_most == usual_end else question.at_most,
        "plausible": question.plausible,
        "from_ledger": None if source is None else write_record(source),
        "grows": None if grows is None else {"when": grows.when, "says": grows.says},
        "within_life": None if life is None else write_record(life),
        "ease": None if question.ease == USUAL_EASE else question.ease,
        "changeable": None
        if change is None
        else {"when": question.changeable, "effort": change.effort, "step": change.step},
        "choices": [
            {"code": code, "label": label, **_write_change_to(code, change)}
            for code, label in question.choices.items()
        ]
        or None,
    }
    plain = {"question": question.code, "kind": question.kind, "label": question.label}
    return plain | {key: value for key, value in given.items() if value is not None}


def _write_change_to(choice: str, change: Change | None) -> Plain:
    """Return what a choice says of its change where that differs from its question."""
    if change is None:
        return {}
    own, usual = change.choices[choice], {"effort": change.effort, "road": "", "step": change.step}
    given = {"effort": own.effort, "road": own.road, "step": own.step}
    return {key: value for key, value in given.items() if value != usual[key]}


def _from_ledger(plain: Plain) -> FromLedger:
    multiple = plain.get("multiple")
    return FromLedger(
        window_months=plain.get("window_months"),
        multiple=None if multiple is None else Decimal(multiple),
        beside_ledger=plain.get("beside_ledger", False),
    )
