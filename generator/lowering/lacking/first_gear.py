"""What the worker calls: the policy as it was frozen, and the answer to one request."""

import json
from collections import OrderedDict
from datetime import date

from generator.lowering.lacking.builtin import Declined
from generator.lowering.lacking.exact import Decimal
from generator.lowering.lacking.json_text import read_json, write_json
from generator.scorer import Scorer, scored
from generator.scoring.errors import RequestError


def load(text, modules):
    """The scorer of a frozen policy (``generator.lowering.frozen``)."""
    frozen = json.loads(text)
    kinds = [getattr(__import__(module, None, None, (name,)), name) for module, name in frozen["kinds"]]
    made = []
    for kind, *values in frozen["records"]:
        given = [thawed(each, made) for each in values]
        made.append(kinds[kind](**dict(zip(kinds[kind]._fields, given))))
    return Scorer(policy=made[-1])


def thawed(value, made):
    if not isinstance(value, list):
        return value
    mark = value[0]
    if mark == "r":
        return made[value[1]]
    if mark == "t":
        return tuple([thawed(each, made) for each in value[1:]])
    if mark == "m":
        return OrderedDict([(thawed(value[at], made), thawed(value[at + 1], made)) for at in range(1, len(value), 2)])
    return date(*value[1:]) if mark == "d" else Decimal(value[1])


def answer(scorer, text):
    """The verdict of a request as JSON text; empty where only the engine of record can say it."""
    try:
        return scored(scorer, read_json(text))
    except RequestError as error:
        return write_json(OrderedDict((("error", OrderedDict((("path", error.path), ("message", error.message)))),)))
    except Declined:
        return ""
