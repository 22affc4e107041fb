"""Whether a single value has the form it should have, and the value that it then is."""

import re
from decimal import Decimal

from generator.diagnostics import Diagnostic
from generator.policy.dates import DAY, MONTH, is_month, read_day
from generator.policy.forms import (
    CodeForm,
    DayForm,
    EitherForm,
    ExactForm,
    FlagForm,
    MonthForm,
    ScalarForm,
    TextForm,
    WholeForm,
    WordForm,
)
from generator.policy.messages import (
    blank,
    malformed,
    no_such_date,
    out_of_bounds,
    unknown_word,
    wrong,
)
from generator.reading import Node, Scalar, value_of

CODE = re.compile(r"[a-z0-9]+([_-][a-z0-9]+)*")


def scalar_of(node: Node, form: ScalarForm, name: str) -> object | Diagnostic:
    """The value that the node stands for, or the one thing that is wrong with it; messages call it ``name``."""
    match form:
        case TextForm():
            return _text(node, form, name)
        case CodeForm():
            return _code(node, name)
        case WordForm():
            return _word(node, form, name)
        case WholeForm():
            return _whole(node, form, name)
        case ExactForm():
            return _exact(node, form, name)
        case FlagForm():
            value = value_of(node) if isinstance(node, Scalar) else None
            if isinstance(value, bool):
                return value
            return wrong(node, name, "true or false", f"write {name}: true, or take it out")
        case DayForm():
            return _day(node, form, name)
        case MonthForm():
            return _month(node, name)
        case EitherForm():
            for each in form.forms:
                found = scalar_of(node, each, name)
                if not isinstance(found, Diagnostic):
                    return found
            return wrong(node, name, form.what, f"write {name} as {form.what}")


def _text(node: Node, form: TextForm, name: str) -> object | Diagnostic:
    if not isinstance(node, Scalar):
        return wrong(node, name, "text", "put quotes around text that holds brackets or braces")
    if not node.text.strip():
        return blank(node.place, name) if node.plain or not form.blank else ""
    if not isinstance(value_of(node), str):
        return wrong(node, name, "text", f'put quotes around it: {name}: "{node.text}"')
    return node.text.strip()


def _code(node: Node, name: str) -> object | Diagnostic:
    if not isinstance(node, Scalar):
        return wrong(node, name, "a code such as base_months_1", f"write one code at {name}")
    if not node.text.strip():
        return blank(node.place, name)
    if not CODE.fullmatch(node.text) or isinstance(value_of(node), bool | None):
        return malformed(node, name)
    return node.text


def _word(node: Node, form: WordForm, name: str) -> object | Diagnostic:
    if not isinstance(node, Scalar):
        return wrong(node, name, "one word", f"known here: {', '.join(form.words)}")
    if node.text not in form.words:
        return unknown_word(node, name, form.words)
    return form.value_of(node.text)


def _whole(node: Node, form: WholeForm, name: str) -> object | Diagnostic:
    value = value_of(node) if isinstance(node, Scalar) else None
    if isinstance(value, bool) or not isinstance(value, int):
        example = min(max(30, form.at_least), form.at_most)
        hint = f"write the figure in digits: {name}: {example}"
        return wrong(node, name, f"a whole number such as {example}", hint)
    if not form.at_least <= value <= form.at_most:
        return out_of_bounds(node, name, f"from {form.at_least} to {form.at_most}")
    return value


def _exact(node: Node, form: ExactForm, name: str) -> object | Diagnostic:
    value = value_of(node) if isinstance(node, Scalar) else None
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        hint = f"write the figure in digits: {name}: 0.8"
        return wrong(node, name, "a number such as 2 or 0.8", hint)
    if not form.above < value <= form.at_most:
        return out_of_bounds(node, name, f"above {form.above} and at most {form.at_most}")
    return value if form.or_whole else Decimal(value)


def _day(node: Node, form: DayForm, name: str) -> object | Diagnostic:
    needed = "a date such as 2023-01-01"
    text = node.text if isinstance(node, Scalar) else ""
    if not DAY.fullmatch(text):
        return wrong(node, name, needed, f"write {name} as {needed}")
    day = read_day(text)
    if day is None:
        return no_such_date(node, name, needed)
    return text if form.as_text else day


def _month(node: Node, name: str) -> object | Diagnostic:
    needed = "a month such as 2023-07"
    text = node.text if isinstance(node, Scalar) else ""
    if not MONTH.fullmatch(text):
        return wrong(node, name, needed, f"write {name} as {needed}")
    return text if is_month(text) else no_such_date(node, name, needed)
