"""What the worker calls: the policy as it was frozen, and the answer to one request."""

import json
from collections import OrderedDict
from collections.abc import Callable
from datetime import date
from typing import Any

from generator.lowering.lacking.builtin import Declined
from generator.lowering.lacking.exact import Decimal
from generator.scorer import Scorer, refused, scored
from generator.scoring.errors import RequestError
from generator.scoring.memory import Memory
from generator.scoring.plain import read_json

CAPACITY = 40
"""What is remembered of one indicator, block or condition: MicroPython looks through all of it whenever it tidies up."""


def load(text: str) -> Callable[[str], str]:
    """What answers requests by a frozen policy (``generator.lowering.frozen``)."""
    frozen = json.loads(text)
    kinds = [
        getattr(__import__(module, None, None, (name,)), name) for module, name in frozen["kinds"]
    ]
    made: list[Any] = []
    for number, *values in frozen["records"]:
        kind = kinds[number]
        names = kind._fields
        given = {name: thawed(value, made) for name, value in zip(names, values, strict=True)}
        made.append(kind(**given))
    scorer = Scorer(policy=made[-1], memory=Memory(capacity=CAPACITY))
    return lambda request: answer(scorer, request)


def thawed(value: Any, made: list[Any]) -> object:  # noqa: ANN401 -- JSON value
    """A value out of a frozen policy; ``made`` are the records so far."""
    if not isinstance(value, list):
        return value
    mark, *parts = value
    if mark == "r":
        return made[parts[0]]
    if mark == "d":
        return date(*parts)
    if mark == "n":
        return Decimal(parts[0])
    values = [thawed(each, made) for each in parts]
    if mark == "t":
        return tuple(values)
    return OrderedDict([(values[at], values[at + 1]) for at in range(0, len(values), 2)])


def answer(scorer: Scorer, text: str) -> str:
    """The verdict of a request as JSON text; empty where only the engine of record can say it."""
    try:
        return scored(scorer, read_json(text)).decode()
    except RequestError as error:
        return refused(error).text
    except Declined:
        return ""
